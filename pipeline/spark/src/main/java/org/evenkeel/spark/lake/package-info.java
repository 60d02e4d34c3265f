/**
 * Parquet in immutable folders, written once under a batch's name and current only when the ledger says so: exports
 * taken in, current responses read back. Neighbours: {@code table} for columns, {@code intake} for reading exports.
 */
@NullMarked
package org.evenkeel.spark.lake;

import org.jspecify.annotations.NullMarked;
