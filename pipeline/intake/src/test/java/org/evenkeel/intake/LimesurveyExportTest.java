package org.evenkeel.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.Columns;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.intake.SourcePlan.Questionnaire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimesurveyExportTest {
    private static final String CODES = "\"id\",\"submitdate\",\"lastpage\",\"startlanguage\",\"seed\",\"datestamp\","
            + "\"G1Q1\",\"mood[SQ001]\",\"mood[SQ002]\",\"mood[SQ003]\",\"interviewtime\"\r\n";
    private static final String FIVE = "\"1\",\"2026-10-01 09:00:00\",\"2\",\"en\",\"77\",\"2026-10-01 09:00:00\","
            + "\"A2\",\"A1\",\"A5\",\"A3\",\"61.00\"\r\n";

    @TempDir
    Path folder;

    private final SourcePlan plan =
            Plans.withYear(Plans.plan(new Respondents.Unlinked(), Plans.mood(new Columns.NamedLikeItems())), "G1Q1");

    @Test
    void read_codesOfAListFromZero_areNumberedByWhatTheFileProves() {
        Path file = Plans.file(folder, "\ufeff" + CODES + FIVE + "\r\n");
        ExportReport report = new Intake().inspect(file, plan);
        assertThat(report.format()).isEqualTo("LimeSurvey, header of codes");
        assertThat(report.rows()).isEqualTo(1);
        assertThat(report.notes()).anyMatch(note -> note.contains("A1…A5"));
        ExportResponse response = Plans.read(file, plan).get(0);
        assertThat(Plans.answers(response)).containsExactly(0, 4, 2);
        assertThat(response.respondent()).isEqualTo(response.response());
        assertThat(response.attributes()).isEqualTo(Map.of(Plans.YEAR, "A2"));
    }

    @Test
    void read_anotherSurveyThatCountsFromOneAgain_isAnotherResponse() throws Exception {
        Path first = Plans.file(folder, CODES + FIVE);
        long response = Plans.read(first, plan).get(0).response();
        Path again = Plans.file(folder, CODES + FIVE + FIVE.replace("\"1\",\"2026", "\"2\",\"2026"));
        assertThat(Plans.read(again, plan).get(0).response()).isEqualTo(response);
        Path other = Plans.file(folder, CODES + FIVE.replace("10-01 09:00", "12-01 09:00"));
        assertThat(Plans.read(other, plan).get(0).response()).isNotEqualTo(response);
    }

    @Test
    void inspect_codesThatProveNothing_areRefusedRatherThanGuessed() {
        Path file = Plans.file(folder, CODES + FIVE.replace("A5", "A4"));
        assertThatThrownBy(() -> new Intake().inspect(file, plan))
                .isInstanceOf(DataProblem.class)
                .hasMessageContaining("A1 may mean 0 or 1");
    }

    @Test
    void read_codesOfAListFromOne_areTheValues() {
        Questionnaire fromOne = new Questionnaire(
                "mood",
                Plans.items(3),
                Set.of(),
                Set.of(),
                new AnswerRange(1, 5),
                new Columns.Matching("mood*"),
                Map.of(),
                Map.of());
        Path file = Plans.file(folder, CODES + FIVE.replace("A1", "AO01").replace("\"A3\"", "\"-oth-\""));
        SourcePlan plan = Plans.plan(new Respondents.Unlinked(), fromOne);
        assertThat(Plans.answers(Plans.read(file, plan).get(0))).containsExactly(1, 5, -1);
        assertThat(new Intake().inspect(file, plan).unreadable()).isEqualTo(1);
    }

    @Test
    void inspect_unfinishedAndUndatedRows_areRejectedForTheirReason() {
        String undated = FIVE.replace("\"1\",\"2026-10-01 09:00:00\"", "\"2\",\"1980-01-01 00:00:00\"");
        Path file = Plans.file(
                folder,
                CODES
                        + FIVE
                        + undated
                        + undated.replace("\"2\",\"1980", "\"3\",\"1980").replace("2026-10-01", "1980-01-01")
                        + FIVE.replace("\"1\",\"2026-10-01 09:00:00\"", "\"4\",\"\""));
        ExportReport report = new Intake().inspect(file, plan);
        assertThat(report.kept()).isEqualTo(2);
        assertThat(report.rejected()).isEqualTo(Map.of(Rejection.UNFINISHED, 1L, Rejection.NO_TIME, 1L));
    }

    @Test
    void read_codesAndTextsOrFullTexts_giveTheSameAnswers() {
        Path codesAndTexts = Plans.file(
                folder,
                "\"id. Response ID\",\"submitdate. Date submitted\",\"lastpage. Last page\",\"G1Q1. Which year?\","
                        + "\"mood[SQ001]. Mood [calm]\",\"mood[SQ002]. Mood [busy]\",\"mood[SQ003]. Mood [tired]\"\n"
                        + "\"1\",\"2026-10-01 09:00:00\",\"2\",\"Second\",\"Never\",\"Very  often\",\"Sometimes\"\n");
        Path texts = Plans.file(
                folder,
                "\"Response ID\";\"Date submitted\";\"Last page\";\"Which year?\";\"Mood [calm]\";\"Mood [busy]\";"
                        + "\"Mood [tired]\";\"Total time\"\n"
                        + "\"1\";\"2026-10-01 09:00:00\";\"2\";\"Second\";\"Never\";\"Very often\";\"Sometimes\";\"9\"\n\n");
        SourcePlan inOrder = Plans.withYear(
                Plans.plan(new Respondents.Unlinked(), Plans.mood(new Columns.Matching("Mood [*"))), "Which year?");
        List<ExportResponse> first = Plans.read(codesAndTexts, plan);
        List<ExportResponse> second = Plans.read(texts, inOrder);
        assertThat(first).isEqualTo(second);
        assertThat(Plans.answers(first.get(0))).containsExactly(0, 4, 2);
        ExportReport report = new Intake().inspect(texts, inOrder);
        assertThat(report.format()).isEqualTo("LimeSurvey, header of full texts");
        assertThat(report.delimiter()).isEqualTo("semicolon");
        assertThat(report.unmapped()).isEmpty();
    }
}
