/**
 * What can be computed from everything that was published, and by whom: the mathematics under the wall. Reads nothing but who belongs
 * to what and what is shown. Neighbours: {@code cohort} for who belongs to what; {@code disclosure} asks before it makes a Release.
 */
@NullMarked
package org.evenkeel.core.disclosure.audit;

import org.jspecify.annotations.NullMarked;
