package org.evenkeel.app.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/** What someone with a spreadsheet makes of a simulated school: scores out of the text of its exports, and nothing else. */
record WrittenSchool(SimulatedSchool school) {
    private static final Set<Integer> PSS_REVERSED = Set.of(4, 5, 7, 8);
    private static final Set<Integer> OLBI_NEGATIVE = Set.of(2, 3, 4, 6, 8, 9, 11, 12);
    private static final Set<Integer> OLBI_EXHAUSTION = Set.of(2, 4, 5, 8, 10, 12, 14, 16);

    private interface Export {
        void to(Appendable out) throws IOException;
    }

    static WrittenSchool of(long seed) {
        return new WrittenSchool(SimulatedSchool.of(seed, SchoolShape.DEMO));
    }

    static String text(SimulatedSchool school, int term, String platform) {
        return switch (platform) {
            case "Qualtrics" -> written(out -> QualtricsExport.write(school, term, out));
            case "REDCap" -> written(out -> RedcapExport.write(school, term, out));
            default -> written(out -> LimeSurveyExport.write(school, term, out));
        };
    }

    private static String written(Export export) {
        StringBuilder out = new StringBuilder();
        try {
            export.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** The rows below so many header rows, by the names of the first. */
    static List<Map<String, String>> rows(String text, char separator, int headers) {
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<CsvRecord> records = CsvReader.builder().fieldSeparator(separator).ofCsvRecord(bare).stream()
                .toList();
        List<String> names = records.get(0).getFields();
        List<Map<String, String>> rows = new ArrayList<>();
        for (CsvRecord record : records.subList(headers, records.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                row.put(names.get(i), record.getField(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /** The first finished, ordinary answer sheet of every student to the term survey, by student number. */
    Map<String, Map<String, String>> sheets(int term) {
        Map<String, Map<String, String>> sheets = new TreeMap<>();
        for (Map<String, String> row : rows(text(school, term, "Qualtrics"), ',', 3)) {
            boolean counts =
                    cell(row, "Status").equals("0") && cell(row, "Finished").equals("1");
            if (counts && !cell(row, "ExternalReference").isEmpty()) {
                sheets.putIfAbsent(cell(row, "ExternalReference"), row);
            }
        }
        return sheets;
    }

    List<Map<String, String>> checkIns(int term) {
        return rows(text(school, term, "LimeSurvey"), ';', 1).stream()
                .filter(row -> !cell(row, "submitdate").isEmpty())
                .toList();
    }

    /** Items of a complete scale, reversed where the questionnaire says so; empty where one is missing or impossible. */
    static double[] items(String scale, Map<String, String> sheet) {
        return switch (scale) {
            case "pss-10" -> items(sheet, "PSS10_", range(10), PSS_REVERSED, 0, 4);
            case "uwes-3s" -> items(sheet, "UWES3S_", range(3), Set.of(), 0, 6);
            case "who-5" -> items(sheet, "WHO5_", range(5), Set.of(), 0, 5);
            case "ucla-3" -> items(sheet, "UCLA3_", range(3), Set.of(), 1, 3);
            case "olbi-s-exhaustion" ->
                items(
                        sheet,
                        "OLBI_",
                        range(16).stream().filter(OLBI_EXHAUSTION::contains).toList(),
                        OLBI_NEGATIVE,
                        1,
                        4);
            default ->
                items(
                        sheet,
                        "OLBI_",
                        range(16).stream()
                                .filter(item -> !OLBI_EXHAUSTION.contains(item))
                                .toList(),
                        OLBI_NEGATIVE,
                        1,
                        4);
        };
    }

    static OptionalDouble score(String scale, Map<String, String> sheet) {
        double[] items = items(scale, sheet);
        if (items.length == 0) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (double item : items) {
            sum += item;
        }
        double points = switch (scale) {
            case "who-5" -> 4 * sum;
            case "pss-10", "ucla-3" -> sum;
            default -> sum / items.length;
        };
        return OptionalDouble.of(points);
    }

    /** Every student's score. */
    static Map<String, Double> scores(String scale, Map<String, Map<String, String>> sheets) {
        Map<String, Double> scores = new TreeMap<>();
        sheets.forEach((number, sheet) -> score(scale, sheet).ifPresent(score -> scores.put(number, score)));
        return scores;
    }

    /** The student numbers of the cohort that is truly worse off, out of the roster. */
    Set<String> worseOff(int term) {
        return written(out -> DemoStudy.roster(school, term + 1, out))
                .lines()
                .filter(line -> line.contains("," + school.terms().get(term).id() + ",") && line.contains(",3,South,"))
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static List<Integer> range(int items) {
        return java.util.stream.IntStream.rangeClosed(1, items).boxed().toList();
    }

    private static double[] items(
            Map<String, String> sheet, String prefix, List<Integer> items, Set<Integer> reversed, int least, int most) {
        double[] values = new double[items.size()];
        for (int i = 0; i < values.length; i++) {
            String text = cell(sheet, prefix + items.get(i));
            int value = text.isEmpty() ? least - 1 : Integer.parseInt(text);
            if (value < least || value > most) {
                return new double[0];
            }
            values[i] = reversed.contains(items.get(i)) ? least + most - value : value;
        }
        return values;
    }
}
