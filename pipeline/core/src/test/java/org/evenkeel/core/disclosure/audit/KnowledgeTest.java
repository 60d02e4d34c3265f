package org.evenkeel.core.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KnowledgeTest {
    /** Twelve people on a scale of 0 to 40, of whom 240 points are shown on a grid of 12. */
    private static final Knowledge KNOWLEDGE =
            new Knowledge(new long[] {4, 8}, 0, 40, List.of(new ShownTotal(SafePublishTest.atoms(0, 1), 234, 246)));

    @Test
    void allows_totalsAtTheEndsOfWhatIsShown_andNothingBeyond() {
        assertThat(allows(0, 234)).isTrue();
        assertThat(allows(160, 86)).isTrue();
        assertThat(allows(0, 233.999)).isFalse();
        assertThat(allows(160, 86.001)).isFalse();
    }

    @Test
    void allows_totalsOffTheScale_never() {
        assertThat(KNOWLEDGE.allows(new long[] {-1, 240 * Knowledge.PARTS})).isFalse();
        assertThat(KNOWLEDGE.allows(new long[] {160 * Knowledge.PARTS + 1, 80 * Knowledge.PARTS}))
                .isFalse();
    }

    @Test
    void parts_aHairOffTheScale_areTakenBackToIt() {
        assertThat(KNOWLEDGE.parts(new double[] {-1e-12, 320 + 1e-12})).containsExactly(0, 320 * Knowledge.PARTS);
    }

    @Test
    void drift_alongAReshuffling_reachesTheEndOfTheScaleAndMovesNothingShown() {
        Drift drift = new Drift(KNOWLEDGE, List.of(new Reshuffling(new long[] {1, -1})), new double[] {80, 160});
        assertThat(drift.towards(SafePublishTest.atoms(0), 1)).containsExactly(160, 80);
        assertThat(drift.towards(SafePublishTest.atoms(0), -1)).containsExactly(0, 240);
        assertThat(drift.towards(SafePublishTest.atoms(1), 1)).containsExactly(0, 240);
        assertThat(drift.towards(SafePublishTest.atoms(0, 1), 1)).containsExactly(80, 160);
    }

    @Test
    void drift_steepestReshufflingFirst_leavesRoomForTheOthers() {
        Knowledge three = new Knowledge(new long[] {2, 1, 9}, 0, 10, List.of());
        Drift drift = new Drift(
                three,
                List.of(new Reshuffling(new long[] {1, -2, 1}), new Reshuffling(new long[] {1, 0, -1})),
                new double[] {10, 5, 45});
        double[] reached = drift.towards(SafePublishTest.atoms(0), 1);
        assertThat(reached).containsExactly(20, 5, 35);
    }

    @Test
    void raking_figuresThatAgree_reachesThemAwayFromTheEnds() {
        Knowledge knowledge = new Knowledge(
                new long[] {10, 10, 10, 10},
                0,
                40,
                List.of(
                        new ShownTotal(SafePublishTest.atoms(0, 1, 2, 3), 396, 404),
                        new ShownTotal(SafePublishTest.atoms(0, 1), 148, 152),
                        new ShownTotal(SafePublishTest.atoms(0, 2), 248, 252)));
        double[] middle = new Raking(knowledge).middle();
        assertThat(knowledge.allows(knowledge.parts(middle))).isTrue();
        assertThat(middle[0] + middle[1]).isCloseTo(150, within(2.0));
        assertThat(DoubleStream.of(middle).min().orElseThrow()).isGreaterThan(8);
        assertThat(DoubleStream.of(middle).max().orElseThrow()).isLessThan(392);
    }

    @Test
    void raking_oneFigure_movesEverybodyByTheSame() {
        Knowledge knowledge = new Knowledge(
                new long[] {10, 30}, 10, 50, List.of(new ShownTotal(SafePublishTest.atoms(0, 1), 1000, 1040)));
        assertThat(new Raking(knowledge).middle()).containsExactly(257.5, 772.5);
    }

    @Test
    void raking_meanAtTheFloor_staysAHandBreadthAboveIt() {
        Knowledge low = new Knowledge(
                new long[] {10, 30}, 10, 50, List.of(new ShownTotal(SafePublishTest.atoms(0, 1), 400, 404)));
        Knowledge high = new Knowledge(
                new long[] {10, 30}, 10, 50, List.of(new ShownTotal(SafePublishTest.atoms(0, 1), 1996, 2000)));
        assertThat(new Raking(low).middle()).containsExactly(108, 324);
        assertThat(new Raking(high).middle()).containsExactly(492, 1476);
    }

    @Tag("school")
    @Test
    void raking_figuresThatOverlap_allComeIntoTheirPlaces() {
        for (int seed = 0; seed < 40; seed++) {
            SchoolOfTest school = SchoolOfTest.random(seed);
            Knowledge knowledge = new Knowledge(
                    school.respondents(),
                    1,
                    5,
                    school.groups().stream()
                            .limit(20)
                            .map(group -> new ShownTotal(group, 2.4 * school.size(group), 2.6 * school.size(group)))
                            .toList());
            assertThat(knowledge.allows(knowledge.parts(new Raking(knowledge).middle())))
                    .as("school %s", seed)
                    .isTrue();
        }
    }

    @Test
    void proposals_feasible_keepsOffTheEdgesOnAnyScale() {
        Knowledge knowledge =
                new Knowledge(new long[] {2, 3}, 10, 20, List.of(new ShownTotal(SafePublishTest.atoms(0), 22, 24)));
        assertThat(new Proposals(knowledge, 1_000).feasible(0.5)).hasValueSatisfying(totals -> {
            assertThat(totals[0]).isBetween(22.5 - 1e-9, 23.5 + 1e-9);
            assertThat(totals[1]).isCloseTo(45, within(1e-9));
        });
    }

    @Test
    void proposals_extreme_onAScaleThatDoesNotStartAtZero_reachesItsEnds() {
        Knowledge knowledge =
                new Knowledge(new long[] {2, 3}, 10, 20, List.of(new ShownTotal(SafePublishTest.atoms(0, 1), 70, 80)));
        Proposals proposals = new Proposals(knowledge, 1_000);
        double[] start = {30, 45};
        assertThat(proposals.extreme(start, SafePublishTest.atoms(0), 1, 1e9)[0])
                .isCloseTo(40, within(1e-9));
        assertThat(proposals.extreme(start, SafePublishTest.atoms(0), -1, 1e9)[0])
                .isCloseTo(20, within(1e-9));
        assertThat(DoubleStream.of(proposals.extreme(start, SafePublishTest.atoms(0, 1), -1, 1e9))
                        .sum())
                .isCloseTo(70, within(1e-9));
    }

    @Test
    void raking_nothingShown_staysInTheMiddle() {
        assertThat(new Raking(new Knowledge(new long[] {3, 5}, 10, 20, List.of())).middle())
                .containsExactly(45, 75);
    }

    @Test
    void proposals_extreme_isAsFarAsWhatIsShownAllows() {
        Proposals proposals = new Proposals(KNOWLEDGE, 1_000);
        double[] start = {80, 160};
        assertThat(proposals.extreme(start, SafePublishTest.atoms(0), 1, 1e9)[0])
                .isCloseTo(160, within(1e-6));
        assertThat(proposals.extreme(start, SafePublishTest.atoms(0), -1, 1e9)[0])
                .isCloseTo(0, within(1e-6));
        assertThat(proposals.extreme(start, SafePublishTest.atoms(0, 1), 1, 1e9))
                .satisfies(totals -> assertThat(DoubleStream.of(totals).sum()).isCloseTo(246, within(1e-6)));
    }

    @Test
    void proposals_feasible_isFoundWhereThereIsOne() {
        Knowledge contradiction = KNOWLEDGE.showing(List.of(
                new ShownTotal(SafePublishTest.atoms(0, 1), 10, 20),
                new ShownTotal(SafePublishTest.atoms(0, 1), 30, 40)));
        Knowledge low = KNOWLEDGE.showing(List.of(
                new ShownTotal(SafePublishTest.atoms(0, 1), 10, 20), new ShownTotal(SafePublishTest.atoms(0), 3, 5)));
        assertThat(new Proposals(contradiction, 1_000).feasible(0.9)).isEmpty();
        assertThat(new Proposals(low, 1_000).feasible(0.9))
                .hasValueSatisfying(
                        totals -> assertThat(low.allows(low.parts(totals))).isTrue());
    }

    @Test
    void protection_ofScores_isAFifthOfTheScaleForEachRespondent() {
        assertThat(Protection.OF_SCORES.least(4, 40)).isEqualTo(32);
        assertThat(Protection.OF_SCORES
                        .possible(new IntervalAttack.Range(1.5, 2.5))
                        .width())
                .isEqualTo(1);
    }

    @Test
    void protection_ofCounts_isThreeInTenAndAtLeastTwoPeople() {
        assertThat(IntStream.of(1, 2, 6, 7, 9)
                        .mapToDouble(size -> Protection.OF_COUNTS.least(size, 1))
                        .toArray())
                .containsExactly(1, 2, 2, 3, 3);
        assertThat(Protection.OF_COUNTS.possible(new IntervalAttack.Range(0.5, 2.5)))
                .isEqualTo(new IntervalAttack.Range(1, 2));
        assertThat(Protection.OF_COUNTS
                        .possible(new IntervalAttack.Range(0.01, 2.99))
                        .width())
                .isEqualTo(3);
    }

    private static boolean allows(double first, double second) {
        return KNOWLEDGE.allows(new long[] {Math.round(first * Knowledge.PARTS), Math.round(second * Knowledge.PARTS)});
    }

    /** The second atom can fall by one point for each of its people before it is at the floor: five steps. */
    @Test
    void drift_atomsThatMoveAtDifferentSpeeds_stopWhereTheFirstReachesItsEnd() {
        Knowledge three = new Knowledge(new long[] {2, 1, 9}, 0, 10, List.of());
        Drift drift = new Drift(three, List.of(new Reshuffling(new long[] {1, -2, 1})), new double[] {10, 5, 45});
        assertThat(drift.towards(SafePublishTest.atoms(0), 1)).containsExactly(12.5, 0, 47.5);
        assertThat(drift.towards(SafePublishTest.atoms(0), -1)).containsExactly(7.5, 10, 42.5);
        assertThat(drift.towards(SafePublishTest.atoms(1), 1)).containsExactly(7.5, 10, 42.5);
        assertThat(drift.towards(SafePublishTest.atoms(0, 2), -1)).containsExactly(7.5, 10, 42.5);
    }

    @Test
    void drift_groupThatNothingMoves_staysWhereItIs() {
        Knowledge three = new Knowledge(new long[] {2, 1, 9}, 0, 10, List.of());
        Drift drift = new Drift(three, List.of(new Reshuffling(new long[] {1, -1, 0})), new double[] {10, 5, 45});
        assertThat(drift.towards(SafePublishTest.atoms(2), 1)).containsExactly(10, 5, 45);
    }

    /** From the middle, 30 for two people of 10 to 20, no further than to the nearer end of what is shown. */
    @Test
    void proposals_feasible_comesFromTheMiddleToTheNearerEnd() {
        assertThat(feasible(22, 24)).isCloseTo(23.5, within(1e-9));
        assertThat(feasible(36, 38)).isCloseTo(36.5, within(1e-9));
    }

    /** The total of the first two people, where it is shown to lie between these ends. */
    private static double feasible(double lowest, double highest) {
        Knowledge knowledge = new Knowledge(
                new long[] {2, 3}, 10, 20, List.of(new ShownTotal(SafePublishTest.atoms(0), lowest, highest)));
        return new Proposals(knowledge, 1_000).feasible(0.5).orElseThrow()[0];
    }
}
