package org.evenkeel.core.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.study.AttributeId;
import org.junit.jupiter.api.Test;

class MeanBoundsTest {
    private static final AttributeId YEAR = new AttributeId("year");
    private static final AttributeId CAMPUS = new AttributeId("campus");
    private static final Map<AttributeId, Set<String>> VALUES =
            Map.of(YEAR, Set.of("1", "2"), CAMPUS, Set.of("A", "B"));

    private static final Cohort FIRST_AT_A = Cohort.of(Map.of(YEAR, Set.of("1"), CAMPUS, Set.of("A")));

    private static final MeanBounds.ShownMean SCHOOL = shown(Cohort.SCHOOL, 100, 29.5, 30.5);
    private static final MeanBounds.ShownMean FIRST = shown(year("1"), 60, 31.5, 32.5);

    /** Of 100 people who score 2950 to 3050 together, 60 score 1890 to 1950: the other 40 score 1000 to 1160. */
    @Test
    void of_restOfTheSchool_liesBetweenTheDifferencesOfTheEnds() {
        IntervalAttack.Range range = bounds(SCHOOL, FIRST).of(year("2")).orElseThrow();
        assertThat(range.lowest()).isCloseTo(25, within(1e-6));
        assertThat(range.highest()).isCloseTo(29, within(1e-6));
    }

    @Test
    void of_shownGroup_liesWithinItsGridAndWithinWhatTheOthersLeave() {
        IntervalAttack.Range range = bounds(SCHOOL, FIRST).of(year("1")).orElseThrow();
        assertThat(range.lowest()).isCloseTo(31.5, within(1e-6));
        assertThat(range.highest()).isCloseTo(32.5, within(1e-6));
    }

    /**
     * Year 1 at A, x people: at most 2135 points at A less what year 2 has there, which is 1000 less 50 for each of its x − 30 people
     * elsewhere: 50x − 365. And at most 1950 points of year 1 less 10 for each of its 60 − x people elsewhere: 1350 + 10x. The mean is
     * greatest where both are the same, at x = 42.875.
     */
    @Test
    void of_groupWhoseSizeNobodyKnows_isBoundedBySharesOfAllItMayBe() {
        IntervalAttack.Range range = bounds(SCHOOL, FIRST, shown(campus("A"), 70, 29.5, 30.5))
                .of(FIRST_AT_A)
                .orElseThrow();
        assertThat(range.highest()).isCloseTo(1778.75 / 42.875, within(1e-6));
        assertThat(range.lowest()).isBetween(10.0, 31.5);
    }

    @Test
    void of_partOfAGroupAtTheFloor_isAtTheFloorToo() {
        IntervalAttack.Range range = bounds(
                        shown(Cohort.SCHOOL, 100, 24.5, 25.5),
                        shown(year("1"), 60, 10, 10),
                        shown(campus("A"), 70, 10, 50))
                .of(FIRST_AT_A)
                .orElseThrow();
        assertThat(range.lowest()).isCloseTo(10, within(1e-6));
        assertThat(range.highest()).isCloseTo(10, within(1e-6));
    }

    @Test
    void of_figuresThatContradictEachOther_concludesNothing() {
        assertThat(bounds(shown(Cohort.SCHOOL, 60, 10, 11), FIRST, shown(year("2"), 1, 10, 50))
                        .of(year("2")))
                .isEmpty();
    }

    @Test
    void of_groupNobodyCanBelongTo_isAbsent() {
        MeanBounds bounds = bounds(SCHOOL, FIRST);
        assertThat(bounds.of(year("9"))).isEmpty();
        assertThat(bounds.of(campus("A")))
                .as("no shown cohort tells campuses apart")
                .isEmpty();
    }

    @Test
    void mostRespondents_ofARemainder_isWhatTheOthersLeave() {
        assertThat(bounds(SCHOOL, FIRST).mostRespondents(year("2"))).hasValue(40);
        assertThat(bounds(SCHOOL, FIRST).mostRespondents(year("1"))).hasValue(60);
    }

    @Test
    void mostRespondents_ofACombination_isTheSmallerOfItsParts() {
        MeanBounds bounds = bounds(SCHOOL, FIRST, shown(campus("A"), 30, 10, 50));
        assertThat(bounds.mostRespondents(FIRST_AT_A)).hasValue(30);
        assertThat(bounds.mostRespondents(Cohort.of(Map.of(YEAR, Set.of("2"), CAMPUS, Set.of("B")))))
                .hasValue(40);
    }

    @Test
    void mostRespondents_nothingShown_noTelling() {
        assertThat(bounds().mostRespondents(Cohort.SCHOOL)).isEmpty();
    }

    @Test
    void isTried_upToThreeHundredCombinations() {
        assertThat(withCombinations(20, 15).isTried()).isTrue();
        assertThat(withCombinations(43, 7).isTried()).isFalse();
        assertThat(withCombinations(43, 7).of(Cohort.SCHOOL)).isEmpty();
    }

    private static MeanBounds withCombinations(int years, int campuses) {
        Map<AttributeId, Set<String>> values = Map.of(YEAR, numbers(years), CAMPUS, numbers(campuses));
        return new MeanBounds(
                List.of(SCHOOL, shown(year("0"), 20, 10, 50), shown(campus("0"), 20, 10, 50)), values, 10, 50);
    }

    private static Set<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static MeanBounds bounds(MeanBounds.ShownMean... shown) {
        return new MeanBounds(List.of(shown), VALUES, 10, 50);
    }

    private static MeanBounds.ShownMean shown(Cohort cohort, long respondents, double lowest, double highest) {
        return new MeanBounds.ShownMean(cohort, respondents, lowest, highest);
    }

    private static Cohort year(String value) {
        return Cohort.of(Map.of(YEAR, Set.of(value)));
    }

    private static Cohort campus(String value) {
        return Cohort.of(Map.of(CAMPUS, Set.of(value)));
    }
}
