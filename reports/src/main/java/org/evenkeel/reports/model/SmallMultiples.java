package org.evenkeel.reports.model;

import java.util.List;
import java.util.Optional;

/**
 * A small line chart for each group of one division, all on one scale, with the school behind each.
 *
 * @param id the chart's number
 * @param title the finding
 * @param subtitle what is measured
 * @param alternative the message in words
 * @param axis the value axis
 * @param periods the labels of the periods, in order
 * @param school the school's readings, one place per period
 * @param panels a panel per group, in the release's order
 * @param table the values with their figures
 */
public record SmallMultiples(
        String id,
        String title,
        String subtitle,
        String alternative,
        Axis axis,
        List<String> periods,
        List<Optional<Reading>> school,
        List<Panel> panels,
        DataTable table)
        implements ChartSpec {
    public SmallMultiples {
        periods = List.copyOf(periods);
        school = List.copyOf(school);
        panels = List.copyOf(panels);
        for (Panel panel : panels) {
            Require.that(
                    panel.readings().size() == periods.size(),
                    "A panel has one place per period. Provided: %d places, %d periods",
                    panel.readings().size(),
                    periods.size());
        }
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.multiples(this);
    }

    /** One group and its readings, one place per period. */
    public record Panel(String name, List<Optional<Reading>> readings) {
        public Panel {
            readings = List.copyOf(readings);
        }
    }
}
