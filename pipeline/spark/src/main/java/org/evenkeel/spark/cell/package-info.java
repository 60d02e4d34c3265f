/**
 * One term's responses to its cells: profiles fixed, one value per respondent and period, exact sums by profile, links
 * between two terms, and cells kept in the lake. Neighbours: {@code lake} and {@code score} below, {@code core.cell} above.
 */
@NullMarked
package org.evenkeel.spark.cell;

import org.jspecify.annotations.NullMarked;
