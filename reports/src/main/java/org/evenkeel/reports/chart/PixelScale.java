package org.evenkeel.reports.chart;

import org.evenkeel.reports.words.Words;
import org.jfree.chart.ui.TextAnchor;

/**
 * A stretch of values laid on pixels from the top down.
 *
 * @param range the stretch of values
 * @param top the pixel of its highest value
 * @param bottom the pixel of its lowest value
 */
record PixelScale(ValueRange range, double top, double bottom) {
    /** The pixel of a value; what lies beyond the stretch stops at its end. */
    double at(double value) {
        double inside = Math.max(range.from(), Math.min(range.to(), value));
        return bottom - (inside - range.from()) / range.span() * (bottom - top);
    }

    /** Hairlines at the ticks, with labels before them where there is room for any. */
    void grid(Canvas canvas, Words words, double left, double right, Labels labels) {
        for (TickAxis.Tick tick : range.ticks(words)) {
            double y = at(tick.value());
            canvas.line(left, y, right, y, ChartTheme.HAIRLINE, Ink.GRID.color());
            if (labels == Labels.SHOWN) {
                canvas.text(
                        tick.label(),
                        left - 6,
                        y,
                        TextAnchor.CENTER_RIGHT,
                        Typeface.REGULAR,
                        ChartTheme.TEXT_SIZE,
                        Ink.SOFT_TEXT.color());
            }
        }
    }

    /** Whether ticks have labels. */
    enum Labels {
        SHOWN,
        NONE
    }
}
