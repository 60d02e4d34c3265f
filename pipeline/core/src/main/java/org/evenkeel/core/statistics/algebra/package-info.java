/**
 * The little linear algebra that models of few parameters need, on plain arrays in one fixed order of operations. Neighbours: {@code statistics.panel} and {@code statistics.reliability} use it.
 */
@NullMarked
package org.evenkeel.core.statistics.algebra;

import org.jspecify.annotations.NullMarked;
