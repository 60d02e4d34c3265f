/**
 * Who answered, and what follows if the others are different: post-stratification, raking, weighted means and shares, non-response tables and tipping gaps, representativity, groups of respondents beside each other. Pure functions of cells and headcounts. Neighbours: reads {@code cell}, builds on {@code statistics} and {@code statistics.change}.
 */
@NullMarked
package org.evenkeel.core.statistics.response;

import org.jspecify.annotations.NullMarked;
