/**
 * Mergeable sufficient statistics of one profile in one period for one measure. Exact: no order, partition or key changes a digit. Neighbours: Spark fills them, {@code statistics} reads them.
 */
@NullMarked
package org.evenkeel.core.cell;

import org.jspecify.annotations.NullMarked;
