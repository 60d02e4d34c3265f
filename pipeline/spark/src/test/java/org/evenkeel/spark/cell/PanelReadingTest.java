package org.evenkeel.spark.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.evenkeel.core.cell.Panels;
import org.evenkeel.core.cell.TermPanels;
import org.evenkeel.core.instrument.Aggregate;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.instrument.Theme;
import org.evenkeel.core.instrument.Title;
import org.evenkeel.core.study.DuplicateRule;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.core.study.Rhythm;
import org.evenkeel.core.study.Source;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.TermId;
import org.evenkeel.spark.SharedSession;
import org.evenkeel.spark.lake.BatchName;
import org.evenkeel.spark.lake.Lake;
import org.evenkeel.spark.lake.LakeDataset;
import org.evenkeel.spark.lake.LakeFolder;
import org.evenkeel.spark.score.SourceScales;
import org.evenkeel.spark.table.ScoreColumn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class PanelReadingTest {
    private static final Scale SCALE = new Scale(
            new ScaleId("tension"),
            new Title("Tension"),
            Theme.STRESS,
            List.of(new ItemKey("t1")),
            Set.of(),
            new AnswerRange(0, 20),
            0,
            Aggregate.SUM,
            1,
            1,
            Direction.HIGHER_IS_WORSE,
            "points",
            Optional.empty(),
            Optional.empty());
    private static final SourceId SURVEY = new SourceId("survey");
    private static final Measure MEASURE = new Measure(SURVEY, SCALE.id());
    private static final List<TermId> TERMS = List.of(new TermId("first"), new TermId("second"), new TermId("third"));

    @TempDir
    Path folder = Path.of("unset");

    /** One person answers in all terms, two in the last two, one in the first only; one answers nothing that can be scored. */
    @Test
    void over_threeTermsOfFourPeople_areTheirPanelsAddedUpInAnyOrderAndDivision() {
        List<List<Row>> scores = List.of(
                List.of(row(1, 4L), row(4, 9L)),
                List.of(row(1, 6L), row(2, 3L), row(3, 8L), row(5, null)),
                List.of(row(1, 5L), row(2, 2L), row(3, 11L)));
        Panels expected = Panels.ofOne(List.of(answer(0, 4), answer(1, 6), answer(2, 5)))
                .plus(Panels.ofOne(List.of(answer(1, 3), answer(2, 2))))
                .plus(Panels.ofOne(List.of(answer(1, 8), answer(2, 11))))
                .plus(Panels.ofOne(List.of(answer(0, 9))));

        for (int order = 0; order < 3; order++) {
            TermPanels found = Objects.requireNonNull(
                    over(identified(), Rhythm.SURVEY, scores, order).get(MEASURE));
            assertThat(found.panels()).isEqualTo(expected);
            assertThat(found.people()).containsExactly(Map.entry(1L, 1L), Map.entry(6L, 2L), Map.entry(7L, 1L));
            assertThat(found.terms()).isEqualTo(TERMS);
        }
    }

    @Test
    void over_aTermWithoutAnswers_hasNoRegressor() {
        TermPanels found = Objects.requireNonNull(over(
                        identified(),
                        Rhythm.SURVEY,
                        List.of(List.of(row(9, null)), List.of(row(1, 6L)), List.of(row(1, 5L), row(2, 7L))),
                        1)
                .get(MEASURE));
        assertThat(found.answered()).containsExactly(TERMS.get(1), TERMS.get(2));
        assertThat(found.panels())
                .isEqualTo(Panels.ofOne(
                                List.of(new Panels.Answer(List.of(1L, 0L), 6), new Panels.Answer(List.of(1L, 1L), 5)))
                        .plus(Panels.ofOne(List.of(new Panels.Answer(List.of(1L, 1L), 7)))));
    }

    @Test
    void over_sourcesThatCannotBeLinkedAndCheckIns_haveNone() {
        List<List<Row>> scores = List.of(List.of(row(1, 4L)), List.of(row(1, 6L)), List.of(row(1, 5L)));
        assertThat(over(new Respondents.Unlinked(), Rhythm.SURVEY, scores, 0)).isEmpty();
        assertThat(over(identified(), Rhythm.CHECK_IN, scores, 0)).isEmpty();
    }

    private Map<Measure, TermPanels> over(Respondents respondents, Rhythm rhythm, List<List<Row>> scores, int order) {
        Lake one = new Lake(SharedSession.session(), folder.resolve("lake-" + order));
        Lake lake = order == 0 ? one : one.dividingAbove(0);
        List<LakeFolder> folders = new ArrayList<>();
        for (int term = 0; term < scores.size(); term++) {
            List<Row> rows = new ArrayList<>(scores.get(term));
            Collections.shuffle(rows, new Random(order));
            Dataset<Row> table = SharedSession.session()
                    .createDataFrame(rows, ScoreColumn.schema(List.of(SCALE.id()), List.of()))
                    .repartition(1 + order);
            folders.add(lake.write(
                    table,
                    LakeDataset.SCORES,
                    new BatchName("made-"
                            + respondents.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + "-"
                            + rhythm.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-" + term),
                    SURVEY.value(),
                    TERMS.get(term).value()));
        }
        Source source = new Source(
                SURVEY,
                rhythm,
                List.of("*.csv"),
                respondents,
                List.of(),
                Map.of(new ItemKey("asked"), "asked"),
                Map.of(),
                DuplicateRule.LAST,
                Optional.empty());
        return new PanelReading(lake).over(TERMS, folders, List.of(new SourceScales(source, List.of(SCALE))));
    }

    private static Respondents identified() {
        return new Respondents.Identified("id", "students");
    }

    private static Row row(long respondent, @Nullable Long units) {
        return RowFactory.create(
                respondent, 0, null, Timestamp.from(Instant.EPOCH), false, units, units == null ? 0 : 1);
    }

    private static Panels.Answer answer(int term, long units) {
        return new Panels.Answer(List.of(1L, term == 1 ? 1L : 0L, term == 2 ? 1L : 0L), units);
    }
}
