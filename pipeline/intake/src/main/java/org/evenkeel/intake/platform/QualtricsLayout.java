package org.evenkeel.intake.platform;

import static org.evenkeel.intake.platform.ColumnSearch.NONE;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.evenkeel.intake.platform.Layout.Certainty;
import org.evenkeel.intake.table.Row;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Qualtrics tables: names, question texts and import ids in three header rows; names {@code V1…V10} and texts in two in
 * the older form; or the three rows without the last, which people lose in a spreadsheet.
 */
final class QualtricsLayout {
    private static final Pattern SINGLE_QUOTED = Pattern.compile("'(\\w+)'\\s*:\\s*'([^']*)'");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern DATE = Pattern.compile("\\s*\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}\\b.*", Pattern.DOTALL);
    private static final Pattern META = Pattern.compile(
            "(?i)q_.*|.*_(browser|version|operating system|resolution|first click|last click|page submit|click count)");
    private static final Set<String> TECHNICAL = Set.of(
            "startdate",
            "enddate",
            "status",
            "ipaddress",
            "progress",
            "duration",
            "durationinseconds",
            "finished",
            "recordeddate",
            "responseid",
            "recordid",
            "responseset",
            "responsesetid",
            "recipientlastname",
            "recipientfirstname",
            "recipientemail",
            "externalreference",
            "externaldatareference",
            "emailaddress",
            "panelrecipientlastname",
            "panelrecipientfirstname",
            "panelrecipientemail",
            "panelexternaldatareference",
            "locationlatitude",
            "locationlongitude",
            "locationaccuracy",
            "distributionchannel",
            "userlanguage");
    private static final Set<String> DATES = Set.of("startdate", "enddate", "recordeddate");
    private static final JsonMapper JSON = new JsonMapper();

    private QualtricsLayout() {}

    static Optional<Layout> of(List<Row> head) {
        if (head.isEmpty()) {
            return Optional.empty();
        }
        for (int row = 1; row < Math.min(3, head.size()); row++) {
            if (isImportRow(head.get(row))) {
                return Optional.of(withImportIds(head, row));
            }
        }
        if (isLegacy(head)) {
            return Optional.of(legacy(head));
        }
        return hasCurrentNames(head.get(0)) ? Optional.of(withoutImportIds(head)) : Optional.empty();
    }

    private static Layout withImportIds(List<Row> head, int importRow) {
        List<Column> columns = new ArrayList<>();
        Optional<String> zone = Optional.empty();
        Row imports = head.get(importRow);
        for (int i = 0; i < head.get(0).cells(); i++) {
            ImportId id = ImportId.parse(imports.cell(i));
            columns.add(
                    column(i, head.get(0).cell(i), importRow == 2 ? head.get(1).cell(i) : "", id.key()));
            if (zone.isEmpty() || id.key().equals("endDate")) {
                zone = id.zone().isEmpty() ? zone : Optional.of(id.zone());
            }
        }
        String quotes = imports.cell(0).contains("'ImportId'") ? "single-quoted " : "";
        return new Layout(
                Platform.QUALTRICS,
                importRow == 2 ? "three header rows" : "two header rows, question texts missing",
                Certainty.CERTAIN,
                quotes + "ImportId in row " + (importRow + 1),
                importRow + 1,
                columns,
                zone,
                new Reading(columns));
    }

    private static Layout legacy(List<Row> head) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < head.get(0).cells(); i++) {
            String name = head.get(0).cell(i);
            String label = head.get(1).cell(i);
            boolean numbered = name.matches("V\\d+");
            Column column = column(i, name, label, numbered ? label : "");
            columns.add(numbered || name.isBlank() ? column.as(Column.Role.TECHNICAL) : column);
        }
        return new Layout(
                Platform.QUALTRICS,
                "legacy form, two header rows",
                Certainty.CERTAIN,
                "V1 in row 1 over ResponseID in row 2",
                2,
                columns,
                Optional.empty(),
                new Reading(columns));
    }

    private static Layout withoutImportIds(List<Row> head) {
        List<Column> names = new ArrayList<>();
        for (int i = 0; i < head.get(0).cells(); i++) {
            names.add(column(i, head.get(0).cell(i), "", ""));
        }
        boolean labelled = head.size() > 1 && isLabels(head.get(1), names);
        List<Column> columns = labelled
                ? names.stream()
                        .map(column -> column(
                                column.index(), column.name(), head.get(1).cell(column.index()), ""))
                        .toList()
                : names;
        return new Layout(
                Platform.QUALTRICS,
                labelled ? "two header rows, ImportId row missing" : "one header row, text and ImportId rows missing",
                Certainty.LIKELY,
                "StartDate, EndDate and Finished in row 1",
                labelled ? 2 : 1,
                columns,
                Optional.empty(),
                new Reading(columns));
    }

    /** Whether the row says something in the columns of dates, and nowhere a date. */
    private static boolean isLabels(Row row, List<Column> columns) {
        List<String> cells = columns.stream()
                .filter(column -> DATES.contains(Column.fold(column.name())))
                .map(column -> row.cell(column.index()))
                .filter(cell -> !cell.isBlank())
                .toList();
        return !cells.isEmpty()
                && cells.stream().noneMatch(cell -> DATE.matcher(cell).matches());
    }

    private static Column column(int index, String name, String label, String key) {
        Column column = new Column(index, name, label, key, Column.Role.SURVEY);
        boolean technical = TECHNICAL.contains(Column.fold(column.name()))
                || TECHNICAL.contains(Column.fold(column.key()))
                || META.matcher(column.name()).matches();
        return technical ? column.as(Column.Role.TECHNICAL) : column;
    }

    private static boolean isImportRow(Row row) {
        return IntStream.range(0, row.cells())
                .anyMatch(i -> row.cell(i).startsWith("{") && row.cell(i).contains("ImportId"));
    }

    private static boolean isLegacy(List<Row> head) {
        return head.size() > 1
                && head.get(0).cell(0).equals("V1")
                && head.get(0).cell(1).equals("V2")
                && IntStream.range(0, head.get(1).cells())
                        .anyMatch(i -> Column.fold(head.get(1).cell(i)).equals("responseid"));
    }

    private static boolean hasCurrentNames(Row names) {
        Set<String> folded = new TreeSet<>();
        IntStream.range(0, names.cells()).forEach(i -> folded.add(Column.fold(names.cell(i))));
        return folded.containsAll(Set.of("startdate", "enddate", "finished"))
                && (folded.contains("responseid") || folded.contains("recordeddate") || folded.contains("status"));
    }

    /** A cell of the third header row: what the column is called inside Qualtrics, and the zone of its times. */
    private record ImportId(String key, String zone) {
        static ImportId parse(String cell) {
            try {
                JsonNode node = JSON.readTree(cell);
                return new ImportId(
                        node.path("ImportId").asString(""),
                        node.path("timeZone").asString(""));
            } catch (JacksonException e) {
                return singleQuoted(cell);
            }
        }

        private static ImportId singleQuoted(String cell) {
            String key = "";
            String zone = "";
            Matcher pairs = SINGLE_QUOTED.matcher(cell);
            while (pairs.find()) {
                key = pairs.group(1).equals("ImportId") ? pairs.group(2) : key;
                zone = pairs.group(1).equals("timeZone") ? pairs.group(2) : zone;
            }
            return new ImportId(key, zone);
        }
    }

    private static final class Reading implements Convention, Convention.Rules {
        private static final int PREVIEW_OR_TEST = 1 | 2;
        private static final int SPAM = 8;

        private final int status;
        private final int finished;
        private final int progress;
        private final int ended;
        private final int recorded;
        private final int channel;
        private final int response;

        Reading(List<Column> columns) {
            status = ColumnSearch.first(columns, "status");
            finished = ColumnSearch.first(columns, "finished");
            progress = ColumnSearch.first(columns, "progress");
            ended = ColumnSearch.first(columns, "enddate");
            recorded = ColumnSearch.first(columns, "recordeddate");
            channel = ColumnSearch.first(columns, "distributionchannel");
            response = ColumnSearch.first(columns, "responseid", "recordid");
        }

        @Override
        public Rules rules(Set<Integer> items) {
            return this;
        }

        @Override
        public Set<Integer> columns() {
            Set<Integer> columns =
                    new LinkedHashSet<>(List.of(status, finished, progress, ended, recorded, channel, response));
            columns.remove(NONE);
            return columns;
        }

        @Override
        public Standing standing(Row row) {
            String state = row.cell(status).strip().toLowerCase(Locale.ROOT);
            if (NUMBER.matcher(state).matches()) {
                int bits = Integer.parseInt(state);
                if ((bits & PREVIEW_OR_TEST) != 0) {
                    return Standing.PREVIEW;
                }
                if ((bits & SPAM) != 0) {
                    return Standing.SPAM;
                }
            } else if (state.contains("preview") || state.contains("test")) {
                return Standing.PREVIEW;
            } else if (state.contains("spam")) {
                return Standing.SPAM;
            }
            if (row.cell(channel).strip().equalsIgnoreCase("preview")) {
                return Standing.PREVIEW;
            }
            return isFinished(row) ? Standing.COUNTS : Standing.UNFINISHED;
        }

        private boolean isFinished(Row row) {
            return switch (row.cell(finished).strip().toLowerCase(Locale.ROOT)) {
                case "1", "true", "yes" -> true;
                case "0", "false", "no" -> false;
                default -> isWhole(row);
            };
        }

        /** Where {@code Finished} says nothing in English, progress does. */
        private boolean isWhole(Row row) {
            String share = row.cell(progress).strip();
            return share.isEmpty() ? finished == NONE : share.equals("100");
        }

        @Override
        public String submitted(Row row) {
            return row.cell(ended).isBlank() ? row.cell(recorded) : row.cell(ended);
        }

        @Override
        public List<Integer> timeColumns() {
            return IntStream.of(ended, recorded)
                    .filter(column -> column != NONE)
                    .boxed()
                    .toList();
        }

        @Override
        public String response(Row row) {
            return row.cell(response);
        }

        @Override
        public Numbering numbering() {
            return Numbering.EVERYWHERE;
        }
    }
}
