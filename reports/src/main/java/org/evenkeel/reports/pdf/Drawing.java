package org.evenkeel.reports.pdf;

import org.jfree.chart.JFreeChart;

/**
 * A chart at its size on the page.
 *
 * @param chart what is drawn
 * @param width in CSS pixels
 * @param height in CSS pixels
 */
record Drawing(JFreeChart chart, int width, int height) {}
