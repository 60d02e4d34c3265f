package org.evenkeel.intake.platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How an export is laid out, as its first rows tell.
 *
 * @param platform where it comes from
 * @param format the format as people read it, such as {@code three header rows}
 * @param certainty how sure that is
 * @param recognisedBy what gave it away
 * @param headerRows rows before the first response
 * @param columns its columns in file order
 * @param zone the time zone its header names
 * @param convention how its rows are to be read
 */
public record Layout(
        Platform platform,
        String format,
        Certainty certainty,
        String recognisedBy,
        int headerRows,
        List<Column> columns,
        Optional<String> zone,
        Convention convention) {
    public Layout {
        columns = List.copyOf(columns);
    }

    /** How sure it is where an export comes from. */
    public enum Certainty {
        /** Only this platform writes such a header. */
        CERTAIN,
        /** The header is this platform's, but a part of its signs is missing. */
        LIKELY,
        /** No platform's signs are there. */
        ASSUMED;

        /** The word people read. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same layout with the texts that the file keeps of its columns, where the header has none. */
    public Layout with(List<String> columnTexts) {
        List<Column> worded = columns.stream()
                .map(column -> column.label().isEmpty() && column.index() < columnTexts.size()
                        ? new Column(
                                column.index(),
                                column.name(),
                                columnTexts.get(column.index()),
                                column.key(),
                                column.role())
                        : column)
                .toList();
        return new Layout(platform, format, certainty, recognisedBy, headerRows, worded, zone, convention);
    }
}
