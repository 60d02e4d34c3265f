package org.evenkeel.reports.excel;

import java.util.Optional;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * One series of a native chart, as places on the chart's own sheet.
 *
 * @param name the cell that names it
 * @param values the cells of its values; an empty cell is a gap
 * @param whiskers the interval around each value, where there is one
 * @param colour of line, dot or column
 * @param stroke how it is drawn
 */
record ChartSeries(
        CellAddress name, CellRangeAddress values, Optional<Whiskers> whiskers, Palette colour, Stroke stroke) {
    /** How a series is drawn in a line chart; never told by colour alone. */
    enum Stroke {
        /** A strong line with round dots. */
        LEADING,
        /** A thinner line with small dots. */
        CONTEXT,
        /** A dashed line without dots, to compare with. */
        REFERENCE,
        /** A dotted line without dots: an end of what is usual. */
        LIMIT,
        /** Dots alone: neighbours on the axis have nothing between them. */
        DOTS,
        /** Large diamonds alone, around the dots of another series. */
        SIGNALS
    }

    /** Cells that hold how far the interval reaches below and above each value. */
    record Whiskers(CellRangeAddress down, CellRangeAddress up) {}
}
