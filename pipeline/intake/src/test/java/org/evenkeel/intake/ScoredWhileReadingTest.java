package org.evenkeel.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenkeel.core.Proof;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.NinthDropped;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.Columns;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.intake.SourcePlan.AttributeColumn;
import org.evenkeel.intake.SourcePlan.Need;
import org.evenkeel.intake.SourcePlan.Questionnaire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoredWhileReadingTest {
    private static final int[] MET = {-7, 0, 1, 2, 3, 17};
    private static final String HEADER =
            "submitted," + IntStream.rangeClosed(1, 9).mapToObj(i -> "q" + i).collect(Collectors.joining(","));
    private static final String DAY = "2026-10-01 09:00:00,";
    private static final ItemKey TOTAL = NinthDropped.SCALE.scoreKey();
    private static final int UNITS = Math.toIntExact(NinthDropped.SCALE.denominator());

    @TempDir
    Path folder;

    private static Questionnaire nine(Columns columns) {
        var instrument = NinthDropped.instrument();
        return new Questionnaire(
                "nine",
                instrument.items(),
                instrument.dropped(),
                Set.of(),
                instrument.range(),
                columns,
                instrument.anchors(),
                Map.of(),
                instrument.readerScores(Optional.empty()),
                List.of("eight"));
    }

    private static SourcePlan plan(Columns columns) {
        return Plans.plan(new Respondents.Unlinked(), nine(columns));
    }

    private List<ExportResponse> read(String... rows) {
        String text = HEADER + "\n" + DAY + String.join("\n" + DAY, rows) + "\n";
        return Plans.read(Plans.file(folder, text), plan(new Columns.Matching("q*")));
    }

    @Test
    void read_totals_standAloneAndAreProrated() {
        List<ExportResponse> responses = read(
                "1,1,1,1,1,1,1,1,1",
                "1,1,1,1,1,1,1,1,",
                "not at all,1,1,1,1,1,1,1,3",
                "2,1,1,1,1,1,1,,",
                "1,1,1,1,1,1,,,",
                "3,3,3,3,3,3,3,3,3");

        assertThat(responses.stream().map(ExportResponse::answers))
                .containsExactly(
                        Map.of(TOTAL, 9 * UNITS),
                        Map.of(TOTAL, 9 * UNITS),
                        Map.of(TOTAL, 10 * UNITS),
                        Map.of(TOTAL, 8 * 9 * UNITS / 7),
                        Map.of(),
                        Map.of(TOTAL, 27 * UNITS));
    }

    @Test
    void read_anyAnswers_totalsAreTheScalesOwn() {
        int sheets = Proof.count(2_000, 100_000);
        Random random = new Random(9);
        List<Map<ItemKey, Integer>> answered = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (int sheet = 0; sheet < sheets; sheet++) {
            Map<ItemKey, Integer> answers = new HashMap<>();
            int missingOf = random.nextInt(3);
            // From far below to far above the range: what lies outside counts as missing. The first says that all are
            // answers.
            answers.put(NinthDropped.ITEMS.get(0), random.nextInt(4));
            for (ItemKey item : NinthDropped.ITEMS.subList(1, 9)) {
                if (random.nextInt(4) >= missingOf) {
                    answers.put(item, MET[random.nextInt(MET.length)]);
                }
            }
            answered.add(answers);
            rows.add(NinthDropped.ITEMS.stream()
                    .map(item -> answers.containsKey(item) ? answers.get(item).toString() : "")
                    .collect(Collectors.joining(",")));
        }

        List<ExportResponse> responses = read(rows.toArray(String[]::new));

        assertThat(responses).hasSize(sheets);
        for (int sheet = 0; sheet < sheets; sheet++) {
            Map<ItemKey, Integer> expected = NinthDropped.SCALE
                    .score(answered.get(sheet))
                    .map(score -> Map.of(TOTAL, Math.toIntExact(score.units())))
                    .orElse(Map.of());
            assertThat(responses.get(sheet).answers()).isEqualTo(expected);
        }
        Proof.print("totals made while reading, answer sheets", sheets);
    }

    @Test
    void read_rowsThatDifferOnlyInWhichItemHoldsThePoints_emitTheSame() {
        // The ninth answer is 3 in one and 0 in the other: nothing that leaves the reader may differ, the row's id
        // included.
        assertThat(read("0,1,1,1,1,1,1,1,3")).isEqualTo(read("3,1,1,1,1,1,1,1,0"));
    }

    @Test
    void read_withoutTheDroppedColumn_isRefusedAndNamesTheInstrumentToAsk() {
        String ask = "nine_9 is needed for the score, and is not kept; where it was not asked, ask eight";
        Path eight = Plans.file(folder, "submitted,q1,q2,q3,q4,q5,q6,q7,q8\n" + DAY + "1,1,1,1,1,1,1,1\n");
        Path named = Plans.file(
                folder,
                IntStream.rangeClosed(1, 8)
                                .mapToObj(i -> ",nine_" + i)
                                .collect(Collectors.joining("", "submitted", "\n"))
                        + DAY
                        + "1,1,1,1,1,1,1,1\n");
        assertThatThrownBy(() -> new Intake().inspect(eight, plan(new Columns.Matching("q*"))))
                .isInstanceOf(DataProblem.class)
                .hasMessageContaining("it has 9 items, but 8 columns match 'q*'")
                .hasMessageContaining(ask);
        assertThatThrownBy(() -> new Intake().inspect(named, plan(new Columns.NamedLikeItems())))
                .isInstanceOf(DataProblem.class)
                .hasMessageContaining(ask);
    }

    @Test
    void read_columnThatIsNotKept_cannotBeReadUnderAnotherName() {
        Path file = Plans.file(folder, HEADER + "\n" + DAY + "1,1,1,1,1,1,1,1,1\n");
        Questionnaire other = Plans.mood(new Columns.InOrder(List.of("q7", "q8", "q9")));
        SourcePlan twice = Plans.plan(new Respondents.Unlinked(), nine(new Columns.Matching("q*")), other);
        SourcePlan attribute = Plans.withYear(plan(new Columns.Matching("q*")), "q9");
        assertThat(attribute.attributes()).containsExactly(new AttributeColumn(Plans.YEAR, "q9", Need.REQUIRED));
        for (SourcePlan refused : List.of(twice, attribute)) {
            assertThatThrownBy(() -> new Intake().inspect(file, refused))
                    .isInstanceOf(DataProblem.class)
                    .hasMessageContaining(
                            "column 'q9' is read for item nine_9, whose answers are not kept, and cannot be read for"
                                    + " anything else");
        }
    }

    @Test
    void answerKeys_holdTheTotalAndNoItem() {
        assertThat(plan(new Columns.Matching("q*")).answerKeys()).containsExactly(TOTAL);
    }
}
