/** Columns and schemas of every table in the lake. The only place where a column has a name. Neighbours: Spark's types and {@code core}'s ids. */
@NullMarked
package org.evenkeel.spark.table;

import org.jspecify.annotations.NullMarked;
