package org.evenkeel.intake.platform;

import java.util.List;
import java.util.Optional;

/**
 * How an export is laid out, as its first rows tell.
 *
 * @param platform where it comes from
 * @param format the format as people read it, such as {@code three header rows}
 * @param recognisedBy what gave it away
 * @param headerRows rows before the first response
 * @param columns its columns in file order
 * @param zone the time zone its header names
 * @param convention how its rows are to be read
 */
public record Layout(
        Platform platform,
        String format,
        String recognisedBy,
        int headerRows,
        List<Column> columns,
        Optional<String> zone,
        Convention convention) {
    public Layout {
        columns = List.copyOf(columns);
    }
}
