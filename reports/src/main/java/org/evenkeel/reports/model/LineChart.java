package org.evenkeel.reports.model;

import java.util.List;
import java.util.Optional;

/**
 * Values over periods in order, with their intervals as bands: terms, or the weeks of a term with exam weeks shaded.
 *
 * @param id the chart's number
 * @param title the finding
 * @param subtitle what is measured
 * @param alternative the message in words
 * @param axis the value axis
 * @param periods the labels of the periods, in order
 * @param series one line per group; the school first
 * @param shades runs of periods that are set off
 * @param table the values with their figures
 */
public record LineChart(
        String id,
        String title,
        String subtitle,
        String alternative,
        Axis axis,
        List<String> periods,
        List<Series> series,
        List<Shade> shades,
        DataTable table)
        implements ChartSpec {
    public LineChart {
        periods = List.copyOf(periods);
        series = List.copyOf(series);
        shades = List.copyOf(shades);
        for (Series line : series) {
            Require.that(
                    line.readings().size() == periods.size(),
                    "A line has one place per period. Provided: %d places, %d periods",
                    line.readings().size(),
                    periods.size());
        }
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.line(this);
    }

    /** How much a line asks to be looked at. */
    public enum Emphasis {
        /** The line the chart is about. */
        MAIN,
        /** A group that needs a conversation, beside the school. */
        HIGHLIGHT,
        /** What the main line is compared with: another term, in grey. */
        REFERENCE
    }

    /**
     * One group over the periods.
     *
     * @param name the group's name, written at the line's end
     * @param emphasis how much it asks to be looked at
     * @param readings one place per period; empty where there is no figure
     */
    public record Series(String name, Emphasis emphasis, List<Optional<Reading>> readings) {
        public Series {
            readings = List.copyOf(readings);
        }
    }

    /** Periods that are set off, first and last by index, with the reason: "exams". */
    public record Shade(int first, int last, String label) {
        public Shade {
            Require.that(0 <= first && first <= last, "A shade runs forwards. Provided: %d to %d", first, last);
        }
    }
}
