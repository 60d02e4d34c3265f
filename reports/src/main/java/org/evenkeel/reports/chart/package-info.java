/**
 * Charts as the report model specifies them, drawn with JFreeChart in one look. Neighbours: {@code model} says what is drawn,
 * {@code pdf} puts the drawing on a page. Only fonts that come with the program are used, so a chart looks the same on a
 * machine without any.
 */
@NullMarked
package org.evenkeel.reports.chart;

import org.jspecify.annotations.NullMarked;
