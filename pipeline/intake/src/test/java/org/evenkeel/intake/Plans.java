package org.evenkeel.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Columns;
import org.evenkeel.core.study.DateRange;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.core.study.Rhythm;
import org.evenkeel.core.study.SchoolCalendar;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.Term;
import org.evenkeel.core.study.TermId;
import org.evenkeel.intake.SourcePlan.AttributeColumn;
import org.evenkeel.intake.SourcePlan.Consent;
import org.evenkeel.intake.SourcePlan.Need;
import org.evenkeel.intake.SourcePlan.Questionnaire;

/** Plans and files the proofs share: a mood questionnaire of three items from 0 to 4. */
final class Plans {
    static final SchoolCalendar CALENDAR = new SchoolCalendar(
            ZoneId.of("Europe/London"),
            List.of(term("2026-spring", "2026-02-02", "2026-05-29"), term("2026-autumn", "2026-09-07", "2026-12-18")));
    static final PseudonymKey KEY = PseudonymKey.of(bytes());
    static final AttributeId YEAR = new AttributeId("year");
    static final Map<String, Integer> ANCHORS =
            Map.of("never", 0, "rarely", 1, "sometimes", 2, "often", 3, "very often", 4);

    private Plans() {}

    static Term term(String id, String from, String to) {
        LocalDate last = LocalDate.parse(to);
        return new Term(new TermId(id), new DateRange(LocalDate.parse(from), last), last.plusDays(14), List.of());
    }

    static List<ItemKey> items(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> new ItemKey("mood_0" + i))
                .toList();
    }

    static Questionnaire mood(Columns columns) {
        return new Questionnaire(
                "mood", items(3), Set.of(), Set.of(), new AnswerRange(0, 4), columns, ANCHORS, Map.of());
    }

    static SourcePlan plan(Respondents respondents, Questionnaire... questionnaires) {
        return new SourcePlan(
                new SourceId("term-survey"),
                Rhythm.SURVEY,
                "",
                respondents,
                List.of(questionnaires),
                List.of(),
                CALENDAR,
                Consent.NONE,
                "");
    }

    static SourcePlan identified(String idColumn, Columns columns) {
        return plan(new Respondents.Identified(idColumn, "students"), mood(columns));
    }

    static SourcePlan withYear(SourcePlan plan, String column) {
        return new SourcePlan(
                plan.source(),
                plan.rhythm(),
                plan.platform(),
                plan.respondents(),
                plan.questionnaires(),
                List.of(new AttributeColumn(YEAR, column, Need.REQUIRED)),
                plan.calendar(),
                plan.consent(),
                plan.timeColumn());
    }

    static SourcePlan declared(SourcePlan plan, String platform) {
        return new SourcePlan(
                plan.source(),
                plan.rhythm(),
                platform,
                plan.respondents(),
                plan.questionnaires(),
                plan.attributes(),
                plan.calendar(),
                plan.consent(),
                plan.timeColumn());
    }

    static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    static Path file(Path folder, String text) {
        return file(folder, text, StandardCharsets.UTF_8);
    }

    static Path file(Path folder, String text, Charset charset) {
        try {
            Path file = Files.createTempFile(folder, "export", ".csv");
            return Files.write(file, text.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<ExportResponse> read(Path file, SourcePlan plan) {
        try (Responses responses = new Intake().read(file, plan, KEY)) {
            return responses.stream().toList();
        }
    }

    static List<Integer> answers(ExportResponse response) {
        return items(3).stream()
                .map(item -> response.answers().getOrDefault(item, -1))
                .toList();
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[PseudonymKey.BYTES];
        IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) i);
        return bytes;
    }
}
