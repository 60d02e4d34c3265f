package org.evenkeel.core.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.words.Messages;
import org.junit.jupiter.api.Test;

class WeightingTest {
    private static final Messages ENGLISH = Messages.of(Locale.UK);
    private static final List<ReportedMeasure> MEASURES = InventedFigures.measures(Direction.HIGHER_IS_WORSE);

    private static InventedFigures school(double mean) {
        return new InventedFigures("2026-autumn").school(mean);
    }

    /** 600 of 800 answered, in three years of 200 students or so; the third answered least and is worst off. */
    private static InventedFigures unequal() {
        return school(18.4)
                .group("year", "1", 16, 250, 100)
                .group("year", "2", 18, 225, 90)
                .group("year", "3", 24, 125, 41);
    }

    private static List<Note> notes(InventedFigures figures) {
        return Weighting.of(ShownSoFar.first(figures), MEASURES, ENGLISH).notes();
    }

    private static List<Finding> findings(InventedFigures figures) {
        return Weighting.of(ShownSoFar.first(figures), MEASURES, ENGLISH).findings();
    }

    @Test
    void findings_yearsThatAnsweredUnequally_sayWhatEqualAnswersWouldGive() {
        assertThat(findings(unequal())).singleElement().satisfies(finding -> {
            assertThat(finding.sentence())
                    .startsWith("If every year had answered alike, tension would average 19.6 (95% range ")
                    .endsWith(") instead of 18.4.");
            assertThat(finding.evidence()).doesNotHaveDuplicates().hasSize(2 + 3 * 5);
        });
        assertThat(Findings.of(ShownSoFar.first(unequal()), MEASURES, ENGLISH))
                .extracting(Finding::sentence)
                .anySatisfy(sentence -> assertThat(sentence).startsWith("If every year had answered alike"));
    }

    @Test
    void notes_yearsThatAnsweredUnequally_nameTheHeadlineAndTheCost() {
        assertThat(notes(unequal()).get(0).words())
                .isEqualTo("Weighting by response changes these by more than 0.1 standard deviations: Tension.");
        assertThat(notes(unequal()).get(1).words())
                .startsWith("Weighted by year: 19.6 instead of 18.4 (0.15 standard deviations apart); design effect 1.")
                .contains("representativity of response 0.");
    }

    @Test
    void notes_yearsThatAnsweredAlike_sayThatWeightsChangeNothing() {
        InventedFigures alike = school(18)
                .group("year", "1", 16, 200, 75)
                .group("year", "2", 18, 200, 75)
                .group("year", "3", 20, 200, 75);
        assertThat(findings(alike)).isEmpty();
        assertThat(notes(alike).get(0).words())
                .isEqualTo("Weighting by response changes no headline by more than 0.1 standard deviations.");
        assertThat(notes(alike).get(1).words())
                .contains("18.0 instead of 18 (0.00 standard deviations apart); design effect 1.00")
                .endsWith("representativity of response 1.00.");
    }

    @Test
    void notes_groupThatIsNotShown_refuseAndSayWhich() {
        InventedFigures hidden = school(18)
                .group("year", "1", 16, 300, 75)
                .group("year", "2", 18, 290, 75)
                .hidden("year", "3");
        assertThat(notes(hidden)).extracting(Note::words).contains("Not weighted: by year, Year 3 is not shown.");
        assertThat(notes(hidden).get(0).words()).startsWith("None could be weighted by response");
    }

    @Test
    void notes_groupsThatAreNotEverybody_refuse() {
        InventedFigures part = school(18).group("year", "1", 16, 300, 75).group("year", "2", 18, 290, 75);
        assertThat(notes(part).get(1).words())
                .isEqualTo("Not weighted: by year, its shown groups are not everybody who answered.");
    }

    @Test
    void notes_ratesThatCannotBelongTogether_areContradictory() {
        InventedFigures contradictory =
                school(18).group("year", "1", 16, 300, 30).group("year", "2", 18, 300, 30);
        assertThat(notes(contradictory).get(1).words())
                .isEqualTo("Not weighted: the headcounts by different attributes have different totals.");
    }

    @Test
    void notes_unevenWeights_refuseAndSayWhy() {
        InventedFigures uneven = new InventedFigures("2026-autumn")
                .school(18, 600, 33)
                .group("year", "1", 16, 570, 90)
                .group("year", "2", 24, 30, 3);
        assertThat(notes(uneven).get(1).words())
                .startsWith("Not weighted: by year, the weights cost more than a third")
                .contains("more than five times as many students");
        assertThat(findings(uneven)).isEmpty();
    }

    @Test
    void notes_twoDivisions_takeTheOneThatAnsweredMoreUnequally() {
        InventedFigures both = unequal().group("campus", "North", 18, 300, 75).group("campus", "South", 18.5, 300, 75);
        assertThat(notes(both).get(1).words()).startsWith("Weighted by year:");
    }

    @Test
    void notes_everyCombinationShown_areRakedToBoth() {
        InventedFigures crossed = school(18.3)
                .group("year", "1", 16, 300, 100)
                .group("year", "2", 20.5, 300, 60)
                .group("campus", "North", 17.5, 300, 85)
                .group("campus", "South", 19, 300, 67)
                .group("1", "North", 15, 200)
                .group("1", "South", 18, 100)
                .group("2", "North", 22.5, 100)
                .group("2", "South", 19.5, 200);
        assertThat(notes(crossed).get(1).words()).startsWith("Weighted by year and campus:");
    }

    @Test
    void notes_hiddenGroupWithinAShownRollUp_isWeightedWithIt() {
        InventedFigures joined = school(18.3)
                .hidden("year", "1")
                .group("year", "2", 18, 240, 90)
                .group("year", "3", 24, 125, 41)
                .rollUp("year", List.of("1", "2"), 16.8, 475, 95);
        assertThat(notes(joined).get(1).words()).startsWith("Weighted by year: 19.");
    }

    @Test
    void sensitivity_movesTheMeanByWhatTheSilentCouldBe() {
        assertThat(ResponseSensitivity.notes(ShownSoFar.first(school(20)), MEASURES, ENGLISH))
                .singleElement()
                .isEqualTo(new Note(
                        "Tension",
                        "25% did not answer. The school's mean is 20.0 if they are like those who did, 19.5 or 20.5 if they are a"
                                + " quarter of a standard deviation lower or higher, 19.0 or 21.0 if they are half of one lower or"
                                + " higher."));
    }

    @Test
    void leavers_whoWereClearlyWorse_haveASentenceOfTheirOwn() {
        InventedFigures figures = school(20).unlike("leavers", 3, 1).unlike("late-responders", 0.5, 1);
        assertThat(Findings.of(ShownSoFar.first(figures), MEASURES, ENGLISH))
                .extracting(Finding::sentence)
                .contains(
                        "Those who did not answer again had reported tension 3 points higher than those who did, in the term before"
                                + " (95% range of the difference +2 to +4). A change since then may be partly due to who is still heard.")
                .noneSatisfy(sentence -> assertThat(sentence).contains("answered late"));
        assertThat(ResponseSensitivity.notes(ShownSoFar.first(figures), MEASURES, ENGLISH))
                .extracting(Note::name)
                .containsExactly(
                        "Tension", "Tension, those who did not answer again", "Tension, those who answered late");
    }
}
