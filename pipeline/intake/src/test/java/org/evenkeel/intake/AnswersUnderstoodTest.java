package org.evenkeel.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Codes;
import org.evenkeel.core.study.Columns;
import org.evenkeel.core.study.CrisisResources;
import org.evenkeel.core.study.DateForm;
import org.evenkeel.core.study.Reading;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.intake.ExportReport.Marked;
import org.evenkeel.intake.SourcePlan.AttributeColumn;
import org.evenkeel.intake.SourcePlan.Labels;
import org.evenkeel.intake.SourcePlan.Need;
import org.evenkeel.intake.SourcePlan.Questionnaire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersUnderstoodTest {
    private static final String HEADER = "student,submitted,mood_01,mood_02,mood_03";
    private static final AttributeId CARER = new AttributeId("carer");

    private final SourcePlan plan = Plans.identified("student", new Columns.NamedLikeItems());

    @TempDir
    Path folder = Path.of("unset");

    /** Rows of three answers each, given one behind the other. */
    private Path export(List<String> answers) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < answers.size(); i += 3) {
            lines.add("s" + i + ",2026-10-01 09:00:00," + String.join(",", answers.subList(i, i + 3)));
        }
        return Plans.file(folder, String.join("\n", lines) + "\n");
    }

    private static List<String> each(int times, String... answers) {
        List<String> all = new ArrayList<>();
        Collections.nCopies(times, List.of(answers)).forEach(all::addAll);
        return all;
    }

    private static SourcePlan numbered(Codes codes) {
        return Plans.plan(
                new Respondents.Identified("student", "students"),
                new Questionnaire(
                        "mood",
                        Plans.items(3),
                        Set.of(),
                        Set.of(),
                        new AnswerRange(0, 4),
                        new Columns.NamedLikeItems(),
                        Plans.ANCHORS,
                        Map.of(),
                        List.of(),
                        List.of(),
                        codes,
                        List.of()));
    }

    private static Reading missing(String... codes) {
        return new Reading(Set.of(codes), Set.of(), Map.of(), "", DateForm.AS_WRITTEN, CrisisResources.NOT_STATED);
    }

    @Test
    void inspect_codesOneToFiveOnAScaleFromZero_areMovedWhereTheFileProvesIt() {
        Path file = export(each(5, "1", "2", "3", "4", "5", "3"));

        assertThat(Plans.answers(Plans.read(file, plan).get(1))).containsExactly(3, 4, 2);
        assertThat(new Intake().inspect(file, plan).notes())
                .containsExactly(
                        "mood: codes 1..5 are read as the values 0..4: 5 of 30 numbers lie out of the scale's range as they"
                                + " stand, none once they are moved by -1");
        assertThat(new Intake().inspect(file, plan).outOfRange()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"11,11 12 13 14 15 13", "-1,-1 0 1 2 3 1", "2,2 3 4 5 6 2"})
    void read_codesMovedByAnyNumber_areReadWhereBothEndsAreMet(int first, String codes) {
        Path file = export(each(4, codes.split(" ", -1)));
        assertThat(Plans.answers(Plans.read(file, plan).get(0))).containsExactly(0, 1, 2);
        assertThat(new Intake().inspect(file, plan).notes()).anyMatch(note -> note.contains("codes " + first + ".."));
    }

    @Test
    void inspect_codesThatMayBeMoved_areRefusedAndNotGuessed() {
        Path file = export(each(5, "2", "3", "5", "4", "2", "3"));
        assertThatThrownBy(() -> new Intake().inspect(file, plan))
                .isInstanceOf(DataProblem.class)
                .hasMessageContaining(
                        "the numbers of mood run from 2 to 5 and its values from 0 to 4: 5 of 30 lie out of")
                .hasMessageContaining("they may be moved, which the file does not prove")
                .hasMessageContaining("codes: 1..5, or codes: 0..4 where they are the values");
        assertThat(Plans.answers(Plans.read(file, numbered(new Codes(1, 5))).get(0)))
                .containsExactly(1, 2, 4);
        assertThat(Plans.answers(Plans.read(file, numbered(new Codes(0, 4))).get(0)))
                .containsExactly(2, 3, -1);
    }

    @Test
    void inspect_moreAnswersThanTheScaleHas_areRefused() {
        Path file = export(each(10, "0", "1", "5", "4", "2", "3"));
        assertThatThrownBy(() -> new Intake().inspect(file, plan))
                .isInstanceOf(DataProblem.class)
                .hasMessageContaining("no way to move them brings all into it");
        assertThat(new Intake().inspect(file, plan.withReading(missing("5"))).missing())
                .containsExactly(entry(Missing.CODED, 10L));
    }

    @Test
    void inspect_fewNumbersOutOfRange_countAsMissingAndAreSaid() {
        Path file = export(each(1, "1", "2", "5", "3", "4", "1"));
        ExportReport report = new Intake().inspect(file, plan);
        assertThat(report.outOfRange()).isEqualTo(1);
        assertThat(report.impossible()).isEqualTo(1);
        assertThat(report.notes())
                .containsExactly(
                        "mood: 1 of its 6 numbers lie out of the scale 0..4 and count as missing; each is read as it stands;"
                                + " if the survey numbers its answers otherwise, declare codes: 1..5");
        assertThat(Plans.answers(Plans.read(file, plan).get(0))).containsExactly(1, 2, -1);
    }

    @Test
    void inspect_numbersFromZeroToFour_areTheValuesWhateverLiesOutside() {
        Path file = export(each(20, "0", "4", "2", "3", "1", "99"));
        ExportReport report = new Intake().inspect(file, plan);
        assertThat(report.outOfRange()).isEqualTo(20);
        assertThat(Plans.answers(Plans.read(file, plan).get(0))).containsExactly(0, 4, 2);
    }

    @Test
    void inspect_zeroNeverMetAmongManyNumbers_isWorthAWord() {
        Path file = export(each(20, "1", "2", "3"));
        assertThat(new Intake().inspect(file, plan).notes())
                .singleElement()
                .asString()
                .contains("none of its 60 numbers is 0", "declare codes: 1..5");
    }

    @Test
    void read_codesDeclaredTheOtherWayRound_areTurned() {
        Path file = export(List.of("5", "4", "1", "2 - as the survey words it", "0", "Never"));
        List<ExportResponse> responses = Plans.read(file, numbered(new Codes(5, 1)));
        assertThat(Plans.answers(responses.get(0))).containsExactly(0, 1, 4);
        assertThat(Plans.answers(responses.get(1))).containsExactly(3, -1, 0);
        assertThat(new Intake().inspect(file, numbered(new Codes(5, 1))).outOfRange())
                .isEqualTo(1);
    }

    @Test
    void read_anchorsInAnyDress_areTheSameAnswer() {
        Path file = Plans.file(folder, HEADER + "\ns1,2026-10-01 09:00:00,VERY  OFTEN,very\u00a0often,\"3,0\"\n");
        assertThat(Plans.answers(Plans.read(file, plan).get(0))).containsExactly(4, 4, 3);
    }

    @Test
    void inspect_missingOfEveryKind_isKeptApartAsFarAsTheFileTells() {
        String plain = Plans.lines(HEADER, "s1,2026-10-01 09:00:00,1,,999", "s2,2026-10-01 09:00:00,2,n/a,-99.0");
        assertThat(new Intake()
                        .inspect(Plans.file(folder, plain), plan.withReading(missing("-99", "999")))
                        .missing())
                .containsExactly(entry(Missing.BLANK, 1L), entry(Missing.CODED, 3L));

        String qualtrics = Plans.lines(
                "StartDate,EndDate,Status,Finished,ResponseId,student,mood_01,mood_02,mood_03",
                "2026-10-01 08:00:00,2026-10-01 09:00:00,0,1,R_1,s1,1,-99,",
                "2026-10-01 08:00:00,2026-10-01 09:00:00,0,1,R_2,s2,1,2,3");
        assertThat(new Intake().inspect(Plans.file(folder, qualtrics), plan).missing())
                .containsExactly(entry(Missing.NOT_SEEN, 1L), entry(Missing.SKIPPED, 1L));

        String limesurvey = Plans.lines(
                "\"id\",\"submitdate\",\"lastpage\",\"student\",\"mood_01\",\"mood_02\",\"mood_03\"",
                "\"1\",\"2026-10-01 09:00:00\",\"3\",\"s1\",\"1\",\"N/A\",\"\"");
        assertThat(new Intake().inspect(Plans.file(folder, limesurvey), plan).missing())
                .containsExactly(entry(Missing.NOT_ASKED, 1L), entry(Missing.SKIPPED, 1L));

        String redcap = Plans.lines(
                "record_id,student,submitted,mood_01,mood_02,first_complete,mood_03,second_complete",
                "1,s1,2026-10-01 09:00:00,1,NASK,2,,",
                "2,s2,2026-10-01 09:00:00,1,UNK,2,3,2");
        assertThat(new Intake().inspect(Plans.file(folder, redcap), plan).missing())
                .containsExactly(entry(Missing.NOT_ASKED, 1L), entry(Missing.NOT_SEEN, 1L), entry(Missing.CODED, 1L));
    }

    @Test
    void inspect_straightLinesOfAScaleInBothDirections_areMarkedAndKept() {
        SourcePlan mixed = Plans.plan(
                new Respondents.Identified("student", "students"),
                new Questionnaire(
                        "mood",
                        Plans.items(3),
                        Set.of(),
                        Set.of(),
                        new AnswerRange(0, 4),
                        new Columns.NamedLikeItems(),
                        Plans.ANCHORS,
                        Map.of(),
                        List.of(),
                        List.of(),
                        Codes.UNDECLARED,
                        List.of(Plans.items(3))));
        Path file = export(List.of("2", "2", "2", "0", "4", "1", "3", "3", "", "often", "often", "often"));
        ExportReport report = new Intake().inspect(file, mixed);
        assertThat(report.straight()).containsExactly(entry("mood", new Marked(2, 3)));
        assertThat(report.kept()).isEqualTo(4);
        assertThat(report.quality())
                .anyMatch(line -> line.startsWith("mood: 2 of 3 (66.7%) answered alike throughout"));
        assertThat(new Intake().inspect(file, plan).straight()).isEmpty();
    }

    @Test
    void inspect_furtherResponsesOfARespondentInATerm_areCountedByTheRule() {
        String rows = Plans.lines(
                HEADER,
                "s1,2026-10-01 09:00:00,1,2,3",
                "S1 ,2026-10-02 09:00:00,1,2,3",
                "s1,2026-03-02 09:00:00,1,2,3",
                "s2,2026-10-02 09:00:00,1,2,3");
        ExportReport report = new Intake().inspect(Plans.file(folder, rows), plan);
        assertThat(report.kept()).isEqualTo(4);
        assertThat(report.repeated()).isEqualTo(1);
        assertThat(report.notes())
                .contains("1 responses are further ones of a respondent in a term; of several the last counts");
    }

    @Test
    void read_labels_areUnifiedByAliasesAndKnownValues_andUnknownOnesAreNamedOnlyWhereManyShareThem() {
        SourcePlan labelled = labelled(new Labels(Map.of("Yr 2", "2", "Year 2", "2"), Set.of("1", "2", "Final")));
        List<String> lines = new ArrayList<>(List.of(HEADER + ",year"));
        List<String> years = new ArrayList<>(List.of("yr\u00a02", "YEAR  2", "2", "final", "N/A", "", "only me"));
        years.addAll(Collections.nCopies(10, "visiting"));
        for (int i = 0; i < years.size(); i++) {
            lines.add("s" + i + ",2026-10-01 09:00:00,0,2,4," + years.get(i));
        }
        Path file = Plans.file(folder, String.join("\n", lines) + "\n");

        assertThat(Plans.read(file, labelled).stream()
                        .limit(7)
                        .map(response -> response.attributes().getOrDefault(Plans.YEAR, "-")))
                .containsExactly("2", "2", "2", "Final", "-", "-", "only me");
        assertThat(new Intake().inspect(file, labelled).notes())
                .containsExactly(
                        "year: 11 rows have a label that neither headcounts nor aliases know, and are groups of their"
                                + " own: 'visiting' on 10");
    }

    private SourcePlan labelled(Labels labels) {
        return with(List.of(new AttributeColumn(Plans.YEAR, "year", Need.REQUIRED)), Map.of(Plans.YEAR, labels));
    }

    private SourcePlan with(List<AttributeColumn> attributes, Map<AttributeId, Labels> labels) {
        return new SourcePlan(
                plan.source(),
                plan.rhythm(),
                plan.platform(),
                plan.respondents(),
                plan.questionnaires(),
                attributes,
                plan.calendar(),
                plan.consent(),
                plan.timeColumn(),
                plan.reading(),
                labels,
                plan.duplicates());
    }

    private List<String> carers(String text, String column, String choice) {
        SourcePlan chosen = with(List.of(new AttributeColumn(CARER, column, Need.REQUIRED, choice)), Map.of());
        return Plans.read(Plans.file(folder, text), chosen).stream()
                .map(response -> response.attributes().getOrDefault(CARER, "not stated"))
                .toList();
    }

    @Test
    void read_choicesInOneCell_becomeYesOrNo() {
        String text = Plans.lines(
                HEADER + ",Q7",
                "s1,2026-10-01 09:00:00,1,2,3,\"1,3\"",
                "s2,2026-10-01 09:00:00,1,2,3,13",
                "s3,2026-10-01 09:00:00,1,2,3,3;",
                "s4,2026-10-01 09:00:00,1,2,3,",
                "s5,2026-10-01 09:00:00,1,2,3,n/a");
        assertThat(carers(text, "Q7", "3")).containsExactly("yes", "no", "yes", "not stated", "not stated");
        String worded = Plans.lines(
                HEADER + ",Q7",
                "s1,2026-10-01 09:00:00,1,2,3,\"Work; Children, or parents;\"",
                "s2,2026-10-01 09:00:00,1,2,3,\"Work, Children, or parents\"",
                "s3,2026-10-01 09:00:00,1,2,3,No children;Work;");
        assertThat(carers(worded, "Q7", "Children, or parents")).containsExactly("yes", "yes", "no");
        assertThat(carers(worded, "Q7", "children")).containsExactly("no", "yes", "no");
    }

    @Test
    void read_choicesInColumnsOfTheirOwn_becomeYesOrNo() {
        String qualtrics = Plans.lines(
                "StartDate,EndDate,Status,Finished,ResponseId,student,mood_01,mood_02,mood_03,Q7_1,Q7_2,Q7_2_TEXT",
                "2026-10-01 08:00:00,2026-10-01 09:00:00,0,1,R_1,s1,1,2,3,1,,",
                "2026-10-01 08:00:00,2026-10-01 09:00:00,0,1,R_2,s2,1,2,3,,1,",
                "2026-10-01 08:00:00,2026-10-01 09:00:00,0,1,R_3,s3,1,2,3,,,",
                "2026-10-01 08:00:00,2026-10-01 09:00:00,0,1,R_4,s4,1,2,3,-99,-99,");
        assertThat(carers(qualtrics, "Q7", "2")).containsExactly("no", "yes", "not stated", "not stated");
        String limesurvey = Plans.lines(
                "\"id\",\"submitdate\",\"lastpage\",\"student\",\"mood_01\",\"mood_02\",\"mood_03\",\"Q7[SQ001]\",\"Q7[SQ002]\"",
                "\"1\",\"2026-10-01 09:00:00\",\"3\",\"s1\",\"1\",\"1\",\"1\",\"Y\",\"N\"",
                "\"2\",\"2026-10-01 09:00:00\",\"3\",\"s2\",\"1\",\"1\",\"1\",\"N\",\"N\"",
                "\"3\",\"2026-10-01 09:00:00\",\"3\",\"s3\",\"1\",\"1\",\"1\",\"N/A\",\"N/A\"");
        assertThat(carers(limesurvey, "Q7", "1")).containsExactly("yes", "no", "not stated");
        assertThat(carers(limesurvey, "Q7", "SQ001")).containsExactly("yes", "no", "not stated");
    }

    @Test
    void read_zeroOfAFormThatWasNeverSaved_isNotNo() {
        String redcap = Plans.lines(
                "record_id,student,submitted,mood_01,mood_02,mood_03,mood_complete,cares___1,cares___2,about_complete",
                "1,s1,2026-10-01 09:00:00,1,2,3,2,1,0,2",
                "2,s2,2026-10-01 09:00:00,1,2,3,2,0,0,2",
                "3,s3,2026-10-01 09:00:00,1,2,3,2,0,0,",
                "4,s4,2026-10-01 09:00:00,1,2,3,2,0,0,0",
                "5,s5,2026-10-01 09:00:00,1,2,3,2,0,1,0");
        assertThat(carers(redcap, "cares", "1")).containsExactly("yes", "no", "not stated", "not stated", "no");
    }

    @Test
    void open_aChoiceTheHeaderLacks_isRefusedByName() {
        assertThatThrownBy(() -> carers(Plans.lines(HEADER, "s1,2026-10-01 09:00:00,1,2,3"), "Q7", "3"))
                .isInstanceOf(DataProblem.class)
                .hasMessageContaining(
                        "attribute carer: there is no column 'Q7' that lists choices, and none of its own for"
                                + " the choice '3'");
    }

    @Test
    void answersOfEveryRow_areTheSameWhetherInspectedOrRead() {
        Path file = export(each(7, "1", "5", "3", "4", "2", "1"));
        Map<ItemKey, Integer> sums = new TreeMap<>();
        Plans.read(file, plan)
                .forEach(response -> response.answers().forEach((item, v) -> sums.merge(item, v, Integer::sum)));
        assertThat(sums.values()).containsExactly(7 * 0 + 7 * 3, 7 * 4 + 7 * 1, 7 * 2 + 7 * 0);
    }
}
