/**
 * Weekly values against a frozen baseline: run chart, individuals chart, exponentially weighted mean, cumulative sum. Two rules signal, no more: one point beyond its limit, or eight in a row on one side. Pure functions of shown weekly figures. Neighbours: {@code statistics}; the flags and the charts read it.
 */
@NullMarked
package org.evenkeel.core.statistics.control;

import org.jspecify.annotations.NullMarked;
