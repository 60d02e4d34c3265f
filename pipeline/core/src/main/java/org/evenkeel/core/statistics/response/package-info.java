/**
 * Who answered, and what follows if the others are different: weights that agree with headcounts, weighted means, non-response tables and tipping gaps, representativity. Pure functions of counts, means and spreads of groups. Neighbours: builds on {@code statistics}; {@code flag} feeds it with shown figures.
 */
@NullMarked
package org.evenkeel.core.statistics.response;

import org.jspecify.annotations.NullMarked;
