/**
 * The whole way of the data, from exports to reports, with real parts; and the rules of the house that no module graph can
 * hold. Neighbours: every room.
 */
@NullMarked
package org.evenkeel.app.job;

import org.jspecify.annotations.NullMarked;
