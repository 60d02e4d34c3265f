package org.evenkeel.core.statistics.reliability;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.evenkeel.core.cell.ItemMoments;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortPlan.Origin;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.cohort.Grouping;
import org.evenkeel.core.instrument.Aggregate;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.instrument.Theme;
import org.evenkeel.core.instrument.Title;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.GroupData;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.TermId;
import org.junit.jupiter.api.Test;

class ItemKeysTest {
    private static final Scale SCALE = new Scale(
            new ScaleId("calm"),
            new Title("Calm"),
            Theme.STRESS,
            List.of(new ItemKey("c1"), new ItemKey("c2"), new ItemKey("c3"), new ItemKey("c4")),
            Set.of(),
            new AnswerRange(0, 10),
            0,
            Aggregate.SUM,
            1,
            4,
            Direction.HIGHER_IS_BETTER,
            "points",
            Optional.empty(),
            Optional.empty());

    @Test
    void check_twoItemsReadTheWrongWayRound_isRefusedAndNamesThem() {
        assertThatThrownBy(() -> ItemKeys.check(List.of(group(200, 1))))
                .isInstanceOf(DataProblem.class)
                .hasMessageContaining("survey/calm, 2026-autumn: over 200 complete answer sheets")
                .hasMessageContaining("coding");
    }

    @Test
    void check_itemsThatRunTogether_orTooFewSheets_pass() {
        assertThatCode(() -> ItemKeys.check(List.of(group(200, -1)))).doesNotThrowAnyException();
        assertThatCode(() -> ItemKeys.check(List.of(group(40, 1)))).doesNotThrowAnyException();
    }

    /** Answers that follow one mood; the item at this place is reversed, which is wrong. */
    private static GroupData group(int sheets, int reversed) {
        Random random = new Random(4);
        ItemMoments items = ItemMoments.empty(4);
        for (int sheet = 0; sheet < sheets; sheet++) {
            int mood = random.nextInt(8);
            long[] values = new long[4];
            for (int item = 0; item < 4; item++) {
                int value = mood + random.nextInt(3);
                values[item] = item == reversed ? 10 - value : value;
            }
            List<Long> products = new java.util.ArrayList<>();
            for (int i = 0; i < 4; i++) {
                for (int j = i; j < 4; j++) {
                    products.add(values[i] * values[j]);
                }
            }
            items = items.plus(new ItemMoments(1, List.of(values[0], values[1], values[2], values[3]), products));
        }
        return new GroupData(
                new SourceId("survey"),
                Period.of(new TermId("2026-autumn")),
                new PlannedCohort(Grouping.SCHOOL, Cohort.SCHOOL, Origin.REPORTED),
                sheets,
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.of(new GroupData.Measured(
                        new Measure(new SourceId("survey"), SCALE.id()),
                        SCALE,
                        SCALE.lattice(),
                        Moments.EMPTY,
                        items,
                        GroupData.Earlier.none(Absence.NO_EARLIER_TERM))));
    }
}
