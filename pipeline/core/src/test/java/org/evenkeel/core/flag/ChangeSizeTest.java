package org.evenkeel.core.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.statistics.Target;
import org.evenkeel.core.words.Messages;
import org.junit.jupiter.api.Test;

class ChangeSizeTest {
    private static final Messages ENGLISH = Messages.of(Locale.UK);
    private static final Cohort SOUTH = InventedFigures.cohort("campus", "South");

    private static InventedFigures spring() {
        return new InventedFigures("2026-spring").school(20).group("campus", "South", 20, 55, 70);
    }

    private static InventedFigures autumn() {
        return new InventedFigures("2026-autumn").school(20).group("campus", "South", 22, 62, 70);
    }

    private static List<ChangeSize> sizes(InventedFigures now, InventedFigures... before) {
        return ChangeSize.of(
                new ShownSoFar(now, List.of(before)), InventedFigures.measures(Direction.HIGHER_IS_WORSE), ENGLISH);
    }

    private static ChangeSize only(InventedFigures now, InventedFigures... before) {
        return sizes(now, before).get(0);
    }

    @Test
    void of_shownChange_isPointsThenMultipleThenHedges() {
        ChangeSize size = only(autumn().change(SOUTH, 2, 3).deviation(SOUTH, 7.6), spring().deviation(SOUTH, 8.1));
        assertThat(size.change().value()).isEqualByComparingTo("2");
        assertThat(size.matters().orElseThrow().points()).isEqualByComparingTo("4");
        Figure.Shown multiple = size.multiple().orElseThrow();
        assertThat(multiple.step())
                .as("a tenth of a point is no less than a fortieth of 4")
                .isEqualByComparingTo("0.05");
        assertThat(multiple.value()).isEqualByComparingTo("0.5");
        assertThat(multiple.range().orElseThrow().lower()).isEqualByComparingTo("-0.25");
        assertThat(multiple.range().orElseThrow().upper()).isEqualByComparingTo("1.25");
    }

    @Test
    void of_effect_isHedgesOfTheShownFigures() {
        Figure.Shown effect = only(autumn().change(SOUTH, 2, 3).deviation(SOUTH, 7.6), spring().deviation(SOUTH, 8.1))
                .effect()
                .orElseThrow();
        assertThat(effect.step()).isEqualByComparingTo("0.02");
        assertThat(effect.value()).isEqualByComparingTo("0.26");
        assertThat(effect.range().orElseThrow().lower()).isEqualByComparingTo("-0.14");
        assertThat(effect.range().orElseThrow().upper()).isEqualByComparingTo("0.64");
    }

    @Test
    void of_everybodyAnsweredTwice_hasNoDoubtOfItsOwn() {
        Figure.Shown effect = only(
                        autumn().change(SOUTH, 2, 0).deviation(SOUTH, 8).speakingOf(Target.DESCRIPTIVE),
                        spring().deviation(SOUTH, 8))
                .effect()
                .orElseThrow();
        BigDecimal width = effect.range()
                .orElseThrow()
                .upper()
                .subtract(effect.range().orElseThrow().lower());
        assertThat(width).as("rounding outward alone").isLessThanOrEqualTo(effect.step());
    }

    @Test
    void of_standardDeviationNotShown_saysSoAndHasNoEffect() {
        assertThat(only(autumn().change(SOUTH, 2, 3), spring().withoutDeviation(SOUTH)))
                .satisfies(size -> {
                    assertThat(size.effect()).isEmpty();
                    assertThat(size.without()).contains("the standard deviation of the term before is not shown");
                    assertThat(size.multiple()).isPresent();
                });
        assertThat(only(autumn().withoutDeviation(SOUTH).change(SOUTH, 2, 3), spring())
                        .without())
                .contains("the standard deviation of this term is not shown");
        assertThat(only(autumn().deviation(SOUTH, 0).change(SOUTH, 2, 3), spring().deviation(SOUTH, 0))
                        .without())
                .contains("the shown standard deviations are 0");
    }

    @Test
    void of_year_takesTheStandardDeviationOfItsClass() {
        Cohort second = InventedFigures.cohort("year", "2");
        InventedFigures now = new InventedFigures("2026-autumn")
                .school(20)
                .group("year", "2", 22, 60, 70)
                .change(second, 2, 1)
                .labels(Map.of("2", "1"));
        InventedFigures before = new InventedFigures("2026-spring")
                .school(20)
                .group("year", "1", 20, 60, 70)
                .group("year", "2", 20, 60, 70)
                .deviation(InventedFigures.cohort("year", "1"), 4)
                .deviation(second, 16);
        assertThat(only(now, before).effect().orElseThrow().value()).isEqualByComparingTo("0.32");
    }

    @Test
    void of_everyKindOfChangeOfAMean_inOrder() {
        assertThat(sizes(
                        new InventedFigures("2026-autumn").school(20).changes(1, 0.5),
                        new InventedFigures("2026-spring").school(20)))
                .extracting(ChangeSize::kind)
                .containsExactly(FigureKind.CHANGE, FigureKind.CHANGE_OF_SAME_PEOPLE);
    }

    @Test
    void of_noImportantDifference_isHeldAgainstHalfTheSchoolsDeviation() {
        InventedFigures now = new InventedFigures("2026-autumn")
                .school(20)
                .also(InventedFigures.STRAIN, Cohort.SCHOOL, 5, 400)
                .changeOf(InventedFigures.STRAIN, Cohort.SCHOOL, 0.5, 0.25);
        ChangeSize size = only(now, new InventedFigures("2026-spring").school(20));
        assertThat(size.matters())
                .contains(new ChangeSize.Matters(new BigDecimal("1"), "half the school's standard deviation"));
        assertThat(size.multiple().orElseThrow().value()).isEqualByComparingTo("0.5");
    }
}
