/**
 * Intervals of shares in a finite population and of quantiles of large groups. Pure functions of cells. Neighbours: builds on {@code statistics} and {@code statistics.pooling}.
 */
@NullMarked
package org.evenkeel.core.statistics.interval;

import org.jspecify.annotations.NullMarked;
