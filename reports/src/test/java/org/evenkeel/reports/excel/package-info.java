/** Workbooks opened again: parts against the schema, cells and chart caches against the release. */
@NullMarked
package org.evenkeel.reports.excel;

import org.jspecify.annotations.NullMarked;
