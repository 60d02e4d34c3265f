package org.evenkeel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.study.Columns;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.intake.SourcePlan.Consent;
import org.evenkeel.intake.SourcePlan.Questionnaire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainExportTest {
    @TempDir
    Path folder;

    private final SourcePlan plan = Plans.identified("student", new Columns.NamedLikeItems());

    @Test
    void read_equalRowsOfUnknownPeople_areDifferentPeopleAndTheSameOnesNextTime() {
        String rows = "submitted,mood_01,mood_02,mood_03\n2026-10-01 09:00:00,1,2,3\n2026-10-01 09:00:00,1,2,3\n";
        SourcePlan unlinked = Plans.plan(new Respondents.Unlinked(), Plans.mood(new Columns.NamedLikeItems()));
        List<ExportResponse> first = Plans.read(Plans.file(folder, rows), unlinked);
        List<ExportResponse> second = Plans.read(Plans.file(folder, rows + "2026-10-02 09:00:00,1,2,3\n"), unlinked);
        assertThat(first)
                .extracting(ExportResponse::response)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(second.subList(0, 2)).isEqualTo(first);
    }

    @Test
    void inspect_sameRespondentAtTheSameInstant_isADuplicate() {
        Path file = Plans.file(
                folder,
                Plans.lines(
                        "student,submitted,mood_01,mood_02,mood_03",
                        "s1,2026-10-01 09:00:00,1,2,3",
                        "s1,2026-10-01 09:00:00,1,2,3",
                        "S1,2026-10-01 09:00:01,1,2,3"));
        ExportReport report = new Intake().inspect(file, plan);
        assertThat(report.kept()).isEqualTo(2);
        assertThat(report.rejected()).isEqualTo(Map.of(Rejection.DUPLICATE, 1L));
    }

    @Test
    void inspect_consentNotGiven_isRejectedForThatReason() {
        Path file = Plans.file(
                folder,
                Plans.lines(
                        "student,submitted,agree,mood_01,mood_02,mood_03",
                        "s1,2026-10-01 09:00:00,Yes,1,2,3",
                        "s2,2026-10-01 09:00:00,No,1,2,3",
                        "s3,2026-10-01 09:00:00,,1,2,3"));
        ExportReport report = new Intake().inspect(file, plan.withConsent(new Consent("agree", Set.of())));
        assertThat(report.kept()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(Map.of(Rejection.NO_CONSENT, 2L));
    }

    @Test
    void inspect_windowsBytes_areReadAndReported() {
        String text = "student,submitted,Année,mood_01,mood_02,mood_03\ns1,2026-10-01 09:00:00,Première – A,1,2,3\n";
        Path file = Plans.file(folder, text, Charset.forName("windows-1252"));
        SourcePlan withYear = Plans.withYear(plan, "année");
        assertThat(new Intake().inspect(file, withYear).encoding()).startsWith("windows-1252");
        assertThat(Plans.read(file, withYear).get(0).attributes()).isEqualTo(Map.of(Plans.YEAR, "Première – A"));
    }

    @Test
    void read_attributeLabels_areTidiedAndABlankOneIsNotStated() {
        Path file = Plans.file(
                folder,
                Plans.lines(
                        "student,submitted,year,mood_01,mood_02,mood_03",
                        "s1,2026-10-01 09:00:00, Year\u00a0 2 ,1,2,3",
                        "s2,2026-10-01 09:00:00,\" \",1,2,3"));
        List<ExportResponse> responses = Plans.read(file, Plans.withYear(plan, "year"));
        assertThat(responses.get(0).attributes()).isEqualTo(Map.of(Plans.YEAR, "Year 2"));
        assertThat(responses.get(1).attributes()).isEmpty();
    }

    @Test
    void read_droppedItem_neverLeavesTheReader() {
        List<ItemKey> items = Plans.items(3);
        Questionnaire sensitive = new Questionnaire(
                "mood",
                items,
                Set.of(items.get(2)),
                Set.of(),
                new AnswerRange(0, 4),
                new Columns.Matching("q*"),
                Map.of(),
                Map.of());
        SourcePlan dropping = Plans.plan(new Respondents.Unlinked(), sensitive);
        Path withIt = Plans.file(folder, "submitted,q1,q2,q3\n2026-10-01 09:00:00,1,2,4\n");
        Path withoutIt = Plans.file(folder, "submitted,q1,q2\n2026-10-01 09:00:00,1,2\n");
        assertThat(Plans.answers(Plans.read(withIt, dropping).get(0))).containsExactly(1, 2, -1);
        assertThat(Plans.answers(Plans.read(withoutIt, dropping).get(0))).containsExactly(1, 2, -1);
    }

    @Test
    void read_mirroredCoding_turnsAnswerTextsAndLeavesNumbers() {
        List<ItemKey> items = Plans.items(3);
        Questionnaire mirrored = new Questionnaire(
                "mood",
                items,
                Set.of(),
                Set.of(items.get(0), items.get(1)),
                new AnswerRange(0, 4),
                new Columns.NamedLikeItems(),
                Plans.ANCHORS,
                Map.of("always", 4));
        Path file = Plans.file(
                folder,
                Plans.lines(
                        "submitted,mood_01,mood_02,mood_03",
                        "2026-10-01 09:00:00,Never,1,Never",
                        "2026-10-01 09:00:00,always,1 - rarely,\"Often (3)\""));
        List<ExportResponse> responses = Plans.read(file, Plans.plan(new Respondents.Unlinked(), mirrored));
        assertThat(Plans.answers(responses.get(0))).containsExactly(4, 1, 0);
        assertThat(Plans.answers(responses.get(1))).containsExactly(4, 3, 3);
    }

    @Test
    void read_declaredAnswers_winOverNumbersAndTexts() {
        Questionnaire fromOne = new Questionnaire(
                "mood",
                Plans.items(3),
                Set.of(),
                Set.of(),
                new AnswerRange(0, 4),
                new Columns.NamedLikeItems(),
                Plans.ANCHORS,
                Map.of("1", 0, "2", 1, "3", 2, "4", 3, "5", 4, "Often", 2));
        Path file = Plans.file(
                folder,
                Plans.lines(
                        "submitted,mood_01,mood_02,mood_03",
                        "2026-10-01 09:00:00,1,3,5",
                        "2026-10-01 09:00:00,01,2.0,OFTEN",
                        "2026-10-01 09:00:00,4 - as a rule,3 - often,very\u2010often"));
        SourcePlan declared = Plans.plan(new Respondents.Unlinked(), fromOne);
        List<ExportResponse> responses = Plans.read(file, declared);
        assertThat(Plans.answers(responses.get(0))).containsExactly(0, 2, 4);
        assertThat(Plans.answers(responses.get(1))).containsExactly(0, 1, 2);
        assertThat(Plans.answers(responses.get(2))).containsExactly(3, 2, -1);
        assertThat(new Intake().inspect(file, declared).notes()).isEmpty();
    }

    @Test
    void read_answerTexts_areLookedUpInTheFormOfAnchors() {
        Questionnaire hyphened = new Questionnaire(
                "mood",
                Plans.items(3),
                Set.of(),
                Set.of(),
                new AnswerRange(0, 4),
                new Columns.NamedLikeItems(),
                Map.of("don't know - at all", 3),
                Map.of());
        Path file = Plans.file(
                folder,
                "submitted,mood_01,mood_02,mood_03\n2026-10-01 09:00:00,Don\u2019t\u00a0know \u2010 at  ALL,don't know \u2014 at"
                        + " all,don't know \u2011 at all\n");
        assertThat(Plans.answers(Plans.read(file, Plans.plan(new Respondents.Unlinked(), hyphened))
                        .get(0)))
                .containsExactly(3, 3, 3);
    }
}
