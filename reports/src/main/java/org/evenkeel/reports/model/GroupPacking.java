package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenkeel.reports.words.Words;

/** Spreads rows over charts so that no chart is taller than a page, keeping a grouping together where it fits. */
final class GroupPacking {
    private GroupPacking() {}

    /** Charts of groups of rows, in order, with at most so many rows in each. */
    static List<List<DotChart.Group>> pack(Map<String, List<DotChart.Row>> byGrouping, int mostRows, Words words) {
        List<List<DotChart.Group>> charts = new ArrayList<>();
        List<DotChart.Group> current = new ArrayList<>();
        int used = 0;
        for (Map.Entry<String, List<DotChart.Row>> entry : byGrouping.entrySet()) {
            for (DotChart.Group group : pieces(words.grouping(entry.getKey()), entry.getValue(), mostRows)) {
                if (used > 0 && used + group.rows().size() > mostRows) {
                    charts.add(List.copyOf(current));
                    current.clear();
                    used = 0;
                }
                current.add(group);
                used += group.rows().size();
            }
        }
        if (!current.isEmpty()) {
            charts.add(List.copyOf(current));
        }
        return charts;
    }

    private static List<DotChart.Group> pieces(String name, List<DotChart.Row> rows, int mostRows) {
        int count = (rows.size() + mostRows - 1) / mostRows;
        int each = (rows.size() + count - 1) / count;
        List<DotChart.Group> pieces = new ArrayList<>();
        for (int start = 0; start < rows.size(); start += each) {
            pieces.add(new DotChart.Group(name, rows.subList(start, Math.min(rows.size(), start + each))));
        }
        return pieces;
    }
}
