/**
 * The report model as a workbook of native Excel parts: tables, charts that stay editable, a tidy sheet of every figure. Draws,
 * never computes: each number is a figure of the release. Neighbours: {@code reports.model}, Apache POI.
 */
@NullMarked
package org.evenkeel.reports.excel;

import org.jspecify.annotations.NullMarked;
