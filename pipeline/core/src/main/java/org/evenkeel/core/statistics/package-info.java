/**
 * Estimates from summed cells: means, shares, changes, reliability, response. Pure functions; nothing is NaN, what cannot be computed is absent and says why. Neighbours: reads {@code cell}, feeds {@code disclosure}.
 */
@NullMarked
package org.evenkeel.core.statistics;

import org.jspecify.annotations.NullMarked;
