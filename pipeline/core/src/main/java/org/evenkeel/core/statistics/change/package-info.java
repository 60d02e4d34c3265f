/**
 * What a change between two terms is made of and what it means: linked respondents alone, composition, effect sizes, equivalence, detectable and reliable change. Pure functions of cells. Neighbours: builds on {@code statistics}; {@code statistics.response} reads it.
 */
@NullMarked
package org.evenkeel.core.statistics.change;

import org.jspecify.annotations.NullMarked;
