package org.evenkeel.core.statistics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.evenkeel.core.cell.Links;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Changes;
import org.evenkeel.core.statistics.Difference;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.Fit;
import org.evenkeel.core.statistics.Interval;
import org.evenkeel.core.statistics.Shares;
import org.evenkeel.core.statistics.Target;
import org.junit.jupiter.api.Test;

/** Against R and its metafor package; the script is src/test/r/response.R. */
class ChangeGoldenTest {
    private static final double DIGITS = 1e-9;
    private static final Lattice TOTALS = new Lattice(36, 0, 40 * 36, 36);
    private static final int[] X = {12, 18, 25, 7, 21, 16, 30, 14, 19, 22, 11, 17};
    private static final int[] Y = {15, 19, 27, 9, 20, 21, 33, 18};

    @Test
    void pairedChange_isThePairedTTest() {
        Estimate.Present change =
                PairedChanges.change(links(6), TOTALS).present().orElseThrow();
        assertThat(change.value()).isCloseTo(2, within(DIGITS));
        assertInterval(change.interval().orElseThrow(), -0.0988712797919681, 4.09887127979197);
    }

    @Test
    void pairedChange_nobodyOrOneLinked_isAbsentAndSaysWhy() {
        assertThat(PairedChanges.change(Links.EMPTY, TOTALS)).isEqualTo(Estimate.absent(Absence.NOBODY_LINKED));
        assertThat(PairedChanges.change(links(1), TOTALS)).isEqualTo(Estimate.absent(Absence.ONE_RESPONDENT));
    }

    @Test
    void pairedAndOverall_farApart_differ() {
        assertThat(PairedChanges.differ(2, 2.58, 6.4)).isFalse();
        assertThat(PairedChanges.differ(2, 3.29, 6.4)).isTrue();
    }

    @Test
    void standardised_shownFigures_isHedges() {
        EffectSizes.Scores earlier = new EffectSizes.Scores(55, 8.1);
        EffectSizes.Scores later = new EffectSizes.Scores(62, 7.6);
        double half = 2.845843070696847;
        Estimate.Present size = EffectSizes.standardised(
                        1.6, Optional.of(new Interval(1.6 - half, 1.6 + half)), earlier, later, Target.ANALYTIC)
                .present()
                .orElseThrow();
        assertThat(EffectSizes.pooled(earlier, later)).isCloseTo(7.838755446913861, within(DIGITS));
        assertThat(size.value()).isCloseTo(0.202779470468920, within(DIGITS));
        assertInterval(size.interval().orElseThrow(), -0.161196843568927, 0.566755784506768);
    }

    @Test
    void standardised_ofTheseVeryPeople_hasOnlyTheDoubtOfTheChange() {
        Estimate.Present size = EffectSizes.standardised(
                        4,
                        Optional.of(new Interval(4, 4)),
                        new EffectSizes.Scores(30, 8),
                        new EffectSizes.Scores(30, 8),
                        Target.DESCRIPTIVE)
                .present()
                .orElseThrow();
        assertInterval(size.interval().orElseThrow(), size.value(), size.value());
    }

    @Test
    void standardised_noSpreadOrNobodyToSeeItIn_isAbsent() {
        EffectSizes.Scores alike = new EffectSizes.Scores(30, 0);
        EffectSizes.Scores one = new EffectSizes.Scores(1, 8);
        assertThat(EffectSizes.standardised(1, Optional.empty(), alike, alike, Target.ANALYTIC))
                .isEqualTo(Estimate.absent(Absence.NO_SPREAD));
        assertThat(EffectSizes.standardised(1, Optional.empty(), one, one, Target.ANALYTIC))
                .isEqualTo(Estimate.absent(Absence.ONE_RESPONDENT));
    }

    @Test
    void difference_censusOfEverybodyTwice_isKnownExactly() {
        Difference change = present(Changes.difference(
                moments(X, 0, 6), moments(Y, 0, 6), links(6), TOTALS, Optional.of(new Changes.SamePeople(6, 6))));
        assertThat(change.value()).isCloseTo(2, within(DIGITS));
        assertThat(change.standardError()).isCloseTo(0, within(1e-7));
    }

    @Test
    void difference_headcountBelowRespondents_isAbsent() {
        assertThat(Changes.difference(
                                moments(X, 0, 12),
                                moments(Y, 0, 8),
                                links(6),
                                TOTALS,
                                Optional.of(new Changes.SamePeople(11, 11)))
                        .absence())
                .contains(Absence.HEADCOUNT_BELOW_RESPONDENTS);
    }

    @Test
    void hedges_matchesMetafor() {
        EffectSizes.Standardised g = present(EffectSizes.hedges(moments(X, 0, 12), moments(Y, 0, 8), TOTALS));
        assertThat(g.value()).isCloseTo(0.367845319285973, within(DIGITS));
        assertThat(g.variance()).isCloseTo(0.211716087806348, within(DIGITS));
        assertInterval(g.interval(), -0.533985392647563, 1.26967603121951);
        assertThat(EffectSizes.correction(2)).isCloseTo(0.564189583547756, within(1e-12));
        assertThat(EffectSizes.correction(20)).isCloseTo(0.961944533740748, within(1e-12));
        assertThat(EffectSizes.correction(500)).isCloseTo(0.998499124437834, within(1e-12));
    }

    @Test
    void hedges_whereItCannotBe_saysWhy() {
        assertThat(EffectSizes.hedges(Moments.EMPTY, moments(Y, 0, 8), TOTALS).absence())
                .contains(Absence.NO_RESPONDENTS);
        assertThat(EffectSizes.hedges(moments(X, 0, 1), moments(Y, 0, 2), TOTALS)
                        .absence())
                .contains(Absence.ONE_RESPONDENT);
        assertThat(EffectSizes.hedges(same(4), same(5), TOTALS).absence()).contains(Absence.NO_SPREAD);
    }

    @Test
    void stayersAndLeavers_compareTheirEarlierScores() {
        GroupContrast dropOut = GroupContrast.stayersAndLeavers(moments(X, 0, 12), links(6), TOTALS);
        assertThat(dropOut.first()).isEqualTo(6);
        assertThat(dropOut.second()).isEqualTo(6);
        Estimate.Present difference = dropOut.difference().present().orElseThrow();
        assertThat(difference.value()).isCloseTo(2.33333333333333, within(DIGITS));
        assertInterval(difference.interval().orElseThrow(), -6.08776948065463, 10.7544361473213);
        assertThat(present(dropOut.effect()).value()).isCloseTo(0.328978742042167, within(DIGITS));
    }

    @Test
    void stayersAndLeavers_nobodyLeft_isAbsentAndSaysWhy() {
        GroupContrast nobody = GroupContrast.stayersAndLeavers(moments(X, 0, 6), links(6), TOTALS);
        assertThat(nobody.second()).isZero();
        assertThat(nobody.difference()).isEqualTo(Estimate.absent(Absence.NO_RESPONDENTS));
    }

    @Test
    void difference_ninetyPercentInterval_matches() {
        assertInterval(new Difference(0.4, 0.35, 30).interval(0.9), -0.194041310307885, 0.994041310307885);
    }

    /** The worked example of Newcombe 1998, table II (a): 56 of 70 less 48 of 80. */
    @Test
    void shareChange_isNewcombesTenth() {
        Estimate.Present change = ShareChanges.change(share(48, 80), share(56, 70));
        assertThat(change.value()).isCloseTo(0.2, within(DIGITS));
        assertThat(change.interval().orElseThrow().lower()).isCloseTo(0.0524, within(5e-5));
        assertThat(change.interval().orElseThrow().upper()).isCloseTo(0.3339, within(5e-5));
    }

    @Test
    void shareChange_allOrNoneAtRisk_keepsAnInterval() {
        Interval none =
                ShareChanges.change(share(0, 20), share(0, 20)).interval().orElseThrow();
        assertThat(none.lower()).isLessThan(-0.1);
        assertThat(none.upper()).isGreaterThan(0.1);
    }

    private static ShareChanges.Share share(long atRisk, long count) {
        return new ShareChanges.Share((double) atRisk / count, Shares.wilson(atRisk, count));
    }

    private static Moments same(int points) {
        return moments(new int[] {points, points, points}, 0, 3);
    }

    private static Moments moments(int[] points, int from, int to) {
        Moments moments = Moments.EMPTY;
        for (int i = from; i < to; i++) {
            moments = moments.plus(Moments.ofOne(points[i] * 36L, 0));
        }
        return moments;
    }

    private static Links links(int count) {
        Links links = Links.EMPTY;
        for (int i = 0; i < count; i++) {
            links = links.plus(Links.ofOne(X[i] * 36L, Y[i] * 36L));
        }
        return links;
    }

    private static void assertInterval(Interval interval, double lower, double upper) {
        assertThat(interval.lower()).isCloseTo(lower, within(DIGITS));
        assertThat(interval.upper()).isCloseTo(upper, within(DIGITS));
    }

    private static <T> T present(Fit<T> fit) {
        return fit.present().orElseThrow(() -> new AssertionError(fit.absence()));
    }
}
