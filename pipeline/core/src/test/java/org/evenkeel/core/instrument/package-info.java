/** Promises of scoring: exact, within bounds, indifferent to what is not answered. Neighbours: none. */
@NullMarked
package org.evenkeel.core.instrument;

import org.jspecify.annotations.NullMarked;
