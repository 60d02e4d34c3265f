package org.evenkeel.intake;

import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.study.Columns;
import org.evenkeel.intake.platform.Layout.Certainty;
import org.evenkeel.intake.platform.Platform;
import org.evenkeel.intake.table.ArchiveBytes;
import org.evenkeel.intake.table.SystemFileBytes;
import org.evenkeel.intake.table.SystemFileBytes.Variable;
import org.evenkeel.intake.table.WorkbookBytes;
import org.jspecify.annotations.Nullable;

/** The same fourteen students' answers as each platform writes them, made to its documented layout. */
final class ExportSamples {
    static final int STUDENTS = 14;

    private static final List<String> ANCHORS = List.of("Never", "Rarely", "Sometimes", "Often", "Very often");
    private static final List<String> TEXTS = List.of(
            "How often were you calm, \"all in all\"?", "How often were you busy?", "How often were you tired\u2026?");
    private static final List<String> ITEMS = List.of("mood_01", "mood_02", "mood_03");
    private static final String WORRY = "A question\nof two lines; \u2013 and, with: a \"quote\"";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private ExportSamples() {}

    /**
     * An export.
     *
     * @param name what it is
     * @param platform where it comes from
     * @param certainty how sure that must be
     * @param content the file
     * @param plan the plan it fits
     */
    record Sample(String name, Platform platform, Certainty certainty, Supplier<byte[]> content, SourcePlan plan) {
        byte[] bytes() {
            return content.get().clone();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static String student(int i) {
        return String.format(Locale.ROOT, "stu-%03d", i);
    }

    static LocalDateTime submitted(int i) {
        return LocalDateTime.of(2026, 10, 9, 8, 5, 30).plusHours(26L * i).plusSeconds(i);
    }

    /** The answer, or -1 for none. */
    static int answer(int i, int item) {
        return (i + item) % 7 == 3 ? -1 : (3 * i + 2 * item) % 5;
    }

    static List<Sample> all() {
        List<Sample> all = new ArrayList<>();
        texts(all);
        qualtrics(all);
        redcap(all);
        limesurvey(all);
        google(all);
        microsoft(all);
        surveyMonkey(all);
        binaries(all);
        archives(all);
        return all;
    }

    private static void texts(List<Sample> all) {
        List<List<String>> plain = table(
                List.of("student", "submitted", "mood_01", "mood_02", "mood_03"),
                i -> row(student(i), iso(i), code(i, 0), code(i, 1), code(i, 2)));
        SourcePlan plan = Plans.identified("student", new Columns.NamedLikeItems());
        add(all, "plain CSV", Platform.PLAIN, Certainty.ASSUMED, utf8(delimited(plain, ",")), plan);
        add(all, "plain TSV", Platform.PLAIN, Certainty.ASSUMED, utf8(delimited(plain, "\t")), plan);
        add(
                all,
                "plain CSV, UTF-16 without mark",
                Platform.PLAIN,
                Certainty.ASSUMED,
                delimited(plain, ";").getBytes(StandardCharsets.UTF_16BE),
                plan);
        String lines = IntStream.range(0, STUDENTS)
                .mapToObj(i -> "{\"student\":\"" + student(i) + "\",\"meta\":{\"submitted\":\"" + iso(i) + "\"}"
                        + IntStream.range(0, 3)
                                .filter(item -> answer(i, item) >= 0 || i % 2 == 0)
                                .mapToObj(item -> ",\"" + ITEMS.get(item) + "\":"
                                        + (answer(i, item) < 0 ? "null" : code(i, item)))
                                .collect(Collectors.joining())
                        + "}")
                .collect(Collectors.joining("\n"));
        SourcePlan nested = plan.withTimeColumn("meta.submitted");
        add(all, "JSON lines", Platform.PLAIN, Certainty.ASSUMED, utf8(lines + "\n"), nested);
        add(
                all,
                "JSON list",
                Platform.PLAIN,
                Certainty.ASSUMED,
                utf8("[\n" + lines.replace("\n", ",\n") + "]"),
                nested);
    }

    private static void qualtrics(List<Sample> all) {
        List<String> names = List.of(
                "StartDate",
                "EndDate",
                "Status",
                "IPAddress",
                "Progress",
                "Duration (in seconds)",
                "Finished",
                "RecordedDate",
                "ResponseId",
                "RecipientLastName",
                "LocationLatitude",
                "UserLanguage",
                "code",
                "Q7_1",
                "Q7_2",
                "Q7_3");
        List<String> labels = row(
                "Anfangsdatum",
                "Enddatum",
                "Antworttyp",
                "IP-Adresse",
                "Fortschritt",
                "Dauer",
                "Beendet",
                "Datum",
                "ID",
                "Nachname",
                "Breitengrad",
                "Sprache",
                WORRY,
                TEXTS.get(0),
                TEXTS.get(1),
                TEXTS.get(2));
        List<String> keys = List.of(
                "startDate",
                "endDate",
                "status",
                "ipAddress",
                "progress",
                "duration",
                "finished",
                "recordedDate",
                "_recordId",
                "recipientLastName",
                "locationLatitude",
                "userLanguage",
                "QID2_TEXT",
                "QID7_1",
                "QID7_2",
                "QID7_3");
        List<String> imports = keys.stream()
                .map(key -> "{\"ImportId\":\"" + key + "\""
                        + (key.endsWith("Date") ? ",\"timeZone\":\"Europe/London\"" : "") + "}")
                .toList();
        Function<Integer, List<String>> cells = i -> row(
                iso(i),
                iso(i),
                "0",
                "192.0.2.1",
                "100",
                "61",
                "1",
                iso(i),
                "R_" + student(i),
                "Planted",
                "51.50",
                "EN",
                student(i),
                code(i, 0),
                code(i, 1),
                code(i, 2));
        List<List<String>> rows = table(names, cells);
        rows.add(1, imports);
        rows.add(1, labels);
        SourcePlan plan = Plans.identified("code", new Columns.Matching("Q7_*"));
        Platform qualtrics = Platform.QUALTRICS;
        add(all, "Qualtrics CSV, three header rows", qualtrics, Certainty.CERTAIN, utf8(delimited(rows, ",")), plan);
        add(
                all,
                "Qualtrics TSV in UTF-16",
                qualtrics,
                Certainty.CERTAIN,
                ("\ufeff" + delimited(rows, "\t")).getBytes(StandardCharsets.UTF_16LE),
                plan);
        List<List<String>> single = new ArrayList<>(rows);
        single.set(
                2,
                keys.stream()
                        .map(key -> "{'ImportId': '" + key.replace('_', '-') + "'}")
                        .toList());
        add(
                all,
                "Qualtrics CSV, single-quoted ImportIds",
                qualtrics,
                Certainty.CERTAIN,
                utf8(delimited(single, ",")),
                plan);
        List<List<String>> excel = table(names, i -> {
            List<String> changed = new ArrayList<>(cells.apply(i));
            for (int column : new int[] {0, 1, 7}) {
                changed.set(column, american(i, "M/d/yy H:mm:ss"));
            }
            return changed;
        });
        excel.add(1, labels);
        add(
                all,
                "Qualtrics CSV, ImportIds lost in a spreadsheet",
                qualtrics,
                Certainty.LIKELY,
                utf8("\ufeff" + delimited(excel, ",")),
                plan);
        List<List<String>> legacy = table(
                row("V1", "V2", "V6", "V7", "V8", "V9", "V10", "code", "Q7_1", "Q7_2", "Q7_3", ""),
                i -> row(
                        "R_" + student(i),
                        "Default",
                        "192.0.2.1",
                        "0",
                        iso(i),
                        iso(i),
                        "1",
                        student(i),
                        label(i, 0),
                        label(i, 1),
                        label(i, 2),
                        ""));
        legacy.add(
                1,
                row(
                        "ResponseID",
                        "ResponseSet",
                        "IPAddress",
                        "Status",
                        "StartDate",
                        "EndDate",
                        "Finished",
                        WORRY,
                        TEXTS.get(0),
                        TEXTS.get(1),
                        TEXTS.get(2),
                        ""));
        add(
                all,
                "Qualtrics CSV, legacy form",
                qualtrics,
                Certainty.CERTAIN,
                utf8("\ufeff" + delimited(legacy, ",")),
                plan);
    }

    private static void redcap(List<Sample> all) {
        SourcePlan plan = Plans.identified("code", new Columns.NamedLikeItems());
        Platform redcap = Platform.REDCAP;
        add(
                all,
                "REDCap, classic",
                redcap,
                Certainty.LIKELY,
                utf8(delimited(
                        table(
                                row(
                                        "record_id",
                                        "survey_timestamp",
                                        "code",
                                        "mood_01",
                                        "mood_02",
                                        "mood_03",
                                        "why___1",
                                        "survey_complete"),
                                i -> row("" + i, iso(i), student(i), code(i, 0), code(i, 1), code(i, 2), "0", "2")),
                        ",")),
                plan);
        List<List<String>> longitudinal = new ArrayList<>();
        List<List<String>> repeating = new ArrayList<>();
        longitudinal.add(row(
                "record_id",
                "redcap_event_name",
                "code",
                "entry_complete",
                "mood_timestamp",
                "mood_01",
                "mood_02",
                "mood_03",
                "mood_complete"));
        repeating.add(row(
                "record_id",
                "redcap_repeat_instrument",
                "redcap_repeat_instance",
                "code",
                "entry_complete",
                "mood_timestamp",
                "mood_01",
                "mood_02",
                "mood_03",
                "mood_complete"));
        for (int i = 0; i < STUDENTS; i++) {
            longitudinal.add(row("" + i, "start_arm_1", student(i), "2", "", "", "", "", ""));
            longitudinal.add(
                    row("" + i, "autumn_arm_1", "", "", iso(i), label(i, 0), label(i, 1), label(i, 2), "Complete"));
            repeating.add(row("" + i, "", "", student(i), "2", "", "", "", "", ""));
            repeating.add(row("" + i, "mood", "1", "", "", iso(i), code(i, 0), code(i, 1), code(i, 2), "2"));
        }
        add(all, "REDCap, longitudinal, labels", redcap, Certainty.CERTAIN, utf8(delimited(longitudinal, ",")), plan);
        add(all, "REDCap, repeating", redcap, Certainty.CERTAIN, utf8(delimited(repeating, ",")), plan);
        List<List<String>> labelled = new ArrayList<>(repeating);
        labelled.set(
                0,
                row(
                        "Record ID",
                        "Repeat Instrument",
                        "Repeat Instance",
                        "Your code",
                        "Complete?",
                        "Survey Timestamp",
                        TEXTS.get(0),
                        TEXTS.get(1),
                        TEXTS.get(2),
                        "Complete?"));
        add(
                all,
                "REDCap, header of labels",
                redcap,
                Certainty.CERTAIN,
                utf8(delimited(labelled, ",")),
                Plans.identified("Your code", byText(0)));
    }

    private static void limesurvey(List<Sample> all) {
        SourcePlan plan = Plans.identified("code", new Columns.NamedLikeItems());
        Platform limesurvey = Platform.LIMESURVEY;
        List<String> own = List.of("id", "submitdate", "lastpage", "startlanguage", "seed", "ipaddr", "code");
        Function<Integer, List<String>> begin =
                i -> row("" + (i + 1), iso(i), "2", "en", "12345", "192.0.2.1", student(i));
        add(
                all,
                "LimeSurvey, codes",
                limesurvey,
                Certainty.CERTAIN,
                utf8("\ufeff"
                        + delimited(
                                table(
                                        joined(own, List.of("mood[SQ001]", "mood[SQ002]", "mood[SQ003]")),
                                        i -> joined(begin.apply(i), answers(item -> listCode(i, item)))),
                                ";")
                        + "\r\n"),
                plan);
        add(
                all,
                "LimeSurvey, codes and texts",
                limesurvey,
                Certainty.CERTAIN,
                utf8(delimited(
                        table(
                                joined(
                                        own.stream()
                                                .map(name -> name + ". " + name)
                                                .toList(),
                                        IntStream.range(0, 3)
                                                .mapToObj(item -> "mood[SQ00" + (item + 1) + "]. " + TEXTS.get(item))
                                                .toList()),
                                i -> joined(begin.apply(i), answers(item -> label(i, item)))),
                        ",")),
                plan);
        add(
                all,
                "LimeSurvey, full texts",
                limesurvey,
                Certainty.CERTAIN,
                utf8(delimited(
                        table(
                                joined(
                                        row(
                                                "Response ID",
                                                "Date submitted",
                                                "Last page",
                                                "Start language",
                                                "Seed",
                                                "IP address",
                                                "Your code"),
                                        TEXTS),
                                i -> joined(begin.apply(i), answers(item -> label(i, item)))),
                        ";")),
                Plans.identified("Your code", byText(0)));
    }

    private static void google(List<Sample> all) {
        SourcePlan plan = Plans.identified("Your code?", byText(0));
        List<String> header = joined(row("Timestamp", "Username", "Your code?"), TEXTS);
        add(
                all,
                "Google Forms CSV",
                Platform.GOOGLE_FORMS,
                Certainty.CERTAIN,
                utf8(delimited(
                        table(
                                header,
                                i -> joined(
                                        row(
                                                american(i, "yyyy/MM/dd h:mm:ss a")
                                                        + (submitted(i).isBefore(LocalDateTime.of(2026, 10, 25, 1, 0))
                                                                ? " GMT+1"
                                                                : " GMT+0"),
                                                "someone@example.org",
                                                student(i)),
                                        answers(item -> label(i, item)))),
                        ",")),
                plan);
        add(
                all,
                "Google Forms, linked sheet",
                Platform.GOOGLE_FORMS,
                Certainty.LIKELY,
                utf8(delimited(
                        table(
                                header,
                                i -> joined(
                                        row(american(i, "dd/MM/yyyy HH:mm:ss"), "someone@example.org", student(i)),
                                        answers(item -> label(i, item)))),
                        ",")),
                plan);
    }

    private static void microsoft(List<Sample> all) {
        SourcePlan plan = Plans.identified("Your code", byText(0));
        List<Object> header = new ArrayList<>(List.of(
                "ID",
                "Start time",
                "Completion time",
                "Email",
                "Name",
                "Last modified time",
                "Your code",
                "Points - Your code",
                "Feedback - Your code"));
        header.addAll(TEXTS);
        List<List<?>> sheet = new ArrayList<>(List.of(header));
        for (int i = 0; i < STUDENTS; i++) {
            List<Object> cells = new ArrayList<>(
                    List.of(i + 1, submitted(i).minusMinutes(1), submitted(i), "anonymous", "", "", student(i), 0, ""));
            cells.addAll(answers(i, item -> label(item / 10, item % 10)));
            sheet.add(cells);
        }
        add(
                all,
                "Microsoft Forms XLSX",
                Platform.MICROSOFT_FORMS,
                Certainty.CERTAIN,
                new WorkbookBytes(WorkbookBytes.Epoch.FROM_1900)
                        .sheet("Form1", sheet)
                        .bytes(),
                plan);
        add(
                all,
                "Microsoft Forms, saved again as CSV",
                Platform.MICROSOFT_FORMS,
                Certainty.CERTAIN,
                delimited(
                                table(
                                        joined(
                                                row(
                                                        "ID",
                                                        "Start time",
                                                        "Completion time",
                                                        "Email",
                                                        "Name",
                                                        "Your code",
                                                        "What \u2013 exactly?"),
                                                TEXTS),
                                        i -> joined(
                                                row(
                                                        "" + (i + 1),
                                                        american(i, "M/d/yy H:mm:ss"),
                                                        american(i, "M/d/yy H:mm:ss"),
                                                        "anonymous",
                                                        "",
                                                        student(i),
                                                        "\u2013"),
                                                answers(item -> label(i, item)))),
                                ",")
                        .getBytes(WINDOWS),
                plan);
    }

    private static void surveyMonkey(List<Sample> all) {
        Platform monkey = Platform.SURVEYMONKEY;
        List<String> own = row(
                "Respondent ID",
                "Collector ID",
                "Start Date",
                "End Date",
                "IP Address",
                "Email Address",
                "First Name",
                "Last Name",
                "Custom Data 1",
                "Your <b>code</b>");
        List<String> under = row("", "", "", "", "", "", "", "", "", "Open-Ended Response");
        Function<Integer, List<String>> begin = i -> row(
                "1180000" + (1000 + i),
                "77",
                american(i, "MM/dd/yyyy hh:mm:ss a"),
                american(i, "MM/dd/yyyy hh:mm:ss a"),
                "192.0.2.1",
                "someone@example.org",
                "Planted",
                "Planted",
                "",
                student(i));
        List<List<String>> condensed = table(
                joined(own, row("<p>How often\u2026&nbsp;?</p>", "", "")),
                i -> joined(begin.apply(i), answers(item -> label(i, item))));
        condensed.add(1, joined(under, TEXTS));
        SourcePlan plan = Plans.identified(
                "Your code",
                new Columns.ByName(IntStream.range(0, 3)
                        .boxed()
                        .collect(Collectors.toMap(item -> new ItemKey(ITEMS.get(item)), TEXTS::get))));
        byte[] csv = utf8(delimited(condensed, ","));
        byte[] xlsx = new WorkbookBytes(WorkbookBytes.Epoch.FROM_1900)
                .sheet("Sheet_1", condensed)
                .bytes();
        add(all, "SurveyMonkey CSV, condensed", monkey, Certainty.CERTAIN, csv, plan);
        add(all, "SurveyMonkey XLSX", monkey, Certainty.CERTAIN, xlsx, plan);
        Map<String, byte[]> both = new LinkedHashMap<>();
        both.put("Mood survey/CSV/Sheet_1.csv", csv);
        both.put("Mood survey/Excel/Sheet_1.xlsx", xlsx);
        add(all, "SurveyMonkey ZIP of both", monkey, Certainty.CERTAIN, ArchiveBytes.of(both), plan);
        List<List<String>> expanded = table(
                joined(
                        own,
                        TEXTS.stream()
                                .flatMap(text -> row(text, "", "", "", "", "").stream())
                                .toList()),
                i -> joined(
                        begin.apply(i),
                        IntStream.range(0, 18)
                                .mapToObj(cell -> cell % 6 == answer(i, cell / 6) ? ANCHORS.get(cell % 6) : "")
                                .toList()));
        expanded.add(
                1,
                joined(
                        under,
                        IntStream.range(0, 18)
                                .mapToObj(cell -> cell % 6 < 5 ? ANCHORS.get(cell % 6) : "Other (please specify)")
                                .toList()));
        add(
                all,
                "SurveyMonkey CSV, expanded",
                monkey,
                Certainty.CERTAIN,
                utf8(delimited(expanded, ",")),
                Plans.identified("Your code", byText(0)));
    }

    private static void binaries(List<Sample> all) {
        SourcePlan plan = Plans.identified("student", new Columns.NamedLikeItems());
        List<List<?>> sheet =
                new ArrayList<>(List.of(List.of("student", "submitted", "mood_01", "mood_02", "mood_03")));
        List<List<Object>> records = new ArrayList<>();
        for (int i = 0; i < STUDENTS; i++) {
            List<Object> cells = new ArrayList<>(List.of(new WorkbookBytes.Inline(student(i)), submitted(i)));
            cells.addAll(answers(i, item -> answer(item / 10, item % 10) < 0 ? "" : answer(item / 10, item % 10)));
            sheet.add(cells);
            records.add(new ArrayList<>(Arrays.asList(
                    student(i), submitted(i), stored(i, 0), stored(i, 1), stored(i, 2), "x".repeat(300))));
        }
        add(
                all,
                "plain XLSX, dates from 1904",
                Platform.PLAIN,
                Certainty.ASSUMED,
                new WorkbookBytes(WorkbookBytes.Epoch.FROM_1904)
                        .sheet("Data", sheet)
                        .bytes(),
                plan);
        Map<Double, String> called = new LinkedHashMap<>();
        ANCHORS.forEach(text -> called.put(11.0 + ANCHORS.indexOf(text), text));
        called.put(-99.0, "not seen");
        List<Variable> variables = new ArrayList<>(List.of(Variable.text("student", 12), Variable.time("EndDate")));
        ITEMS.forEach(item -> variables.add(new Variable(item, TEXTS.get(0), 0, 5, called, List.of(1.0, -99.0))));
        variables.add(Variable.text("essay", 700));
        for (SystemFileBytes.Packing packing : SystemFileBytes.Packing.values()) {
            ByteOrder order = packing == SystemFileBytes.Packing.NONE ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            add(
                    all,
                    "SPSS, " + packing.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    Platform.PLAIN,
                    Certainty.ASSUMED,
                    SystemFileBytes.of(order, packing, variables, records),
                    plan);
        }
    }

    private static void archives(List<Sample> all) {
        for (Sample sample : List.copyOf(all)) {
            if (List.of(
                            "plain CSV",
                            "plain XLSX, dates from 1904",
                            "SPSS, byte codes",
                            "JSON lines",
                            "Google Forms CSV")
                    .contains(sample.name())) {
                Map<String, byte[]> entries = new LinkedHashMap<>();
                entries.put("__MACOSX/._export", new byte[] {0, 5, 22, 7});
                entries.put("folder/", new byte[0]);
                entries.put("folder/export.data", sample.bytes());
                add(
                        all,
                        sample.name() + ", in a ZIP",
                        sample.platform(),
                        sample.certainty(),
                        ArchiveBytes.of(entries),
                        sample.plan());
            }
        }
    }

    private static void add(
            List<Sample> all, String name, Platform platform, Certainty certainty, byte[] bytes, SourcePlan plan) {
        all.add(new Sample(name, platform, certainty, () -> bytes, plan));
    }

    private static Columns byText(int first) {
        return new Columns.ByName(IntStream.range(first, 3)
                .boxed()
                .collect(Collectors.toMap(item -> new ItemKey(ITEMS.get(item)), TEXTS::get)));
    }

    private static @Nullable Object stored(int i, int item) {
        int answer = answer(i, item);
        return answer >= 0 ? Integer.valueOf(11 + answer) : i % 2 == 0 ? Integer.valueOf(-99) : null;
    }

    private static String code(int i, int item) {
        return answer(i, item) < 0 ? "" : String.valueOf(answer(i, item));
    }

    private static String listCode(int i, int item) {
        return answer(i, item) < 0 ? "" : "A" + (answer(i, item) + 1);
    }

    private static String label(int i, int item) {
        return answer(i, item) < 0 ? "" : ANCHORS.get(answer(i, item));
    }

    private static List<String> answers(Function<Integer, String> cell) {
        return IntStream.range(0, 3).boxed().map(cell).toList();
    }

    private static <T> List<T> answers(int row, Function<Integer, T> cell) {
        return IntStream.range(0, 3)
                .mapToObj(item -> cell.apply(10 * row + item))
                .toList();
    }

    private static String iso(int i) {
        return american(i, "yyyy-MM-dd HH:mm:ss");
    }

    private static String american(int i, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US).format(submitted(i));
    }

    private static List<String> row(String... cells) {
        return List.of(cells);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static List<List<String>> table(List<String> header, Function<Integer, List<String>> row) {
        List<List<String>> table = new ArrayList<>(List.of(header));
        IntStream.range(0, STUDENTS).boxed().map(row).forEach(table::add);
        return table;
    }

    private static String delimited(List<List<String>> rows, String separator) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> cell.matches("(?s).*[,;\t\n\"].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                        .collect(Collectors.joining(separator)))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
