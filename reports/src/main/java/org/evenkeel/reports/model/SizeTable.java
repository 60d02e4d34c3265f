package org.evenkeel.reports.model;

import java.util.List;
import java.util.Optional;
import org.evenkeel.sql.release.ReleaseChangeSize.Size;

/**
 * How large the shown changes of a measure are: in points, in multiples of what matters and as Hedges' g.
 *
 * @param id the table's number
 * @param title what it lists
 * @param rows one change a row, in the release's order
 * @param notes what matters is, and why a g is missing
 */
public record SizeTable(String id, String title, List<Row> rows, List<String> notes) {
    public SizeTable {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** The change of a group, which is of the usual kind where the name says no other. */
    public record Row(String name, Size points, Optional<Size> multiple, Optional<Size> effect) {}
}
