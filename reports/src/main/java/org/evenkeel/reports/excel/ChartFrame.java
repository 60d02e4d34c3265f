package org.evenkeel.reports.excel;

/**
 * Where a native chart stands and what it says in words.
 *
 * @param title the finding or the measure, printed in the chart
 * @param alternative the chart's message for whoever cannot see it
 * @param valueTitle what the value axis measures
 * @param column the leftmost column it covers
 * @param row the topmost row it covers
 * @param endColumn the first column right of it
 * @param endRow the first row below it
 */
record ChartFrame(
        String title, String alternative, String valueTitle, int column, int row, int endColumn, int endRow) {}
