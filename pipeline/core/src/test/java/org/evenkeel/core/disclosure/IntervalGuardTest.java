package org.evenkeel.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.core.cell.ItemMoments;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortPlan.Origin;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.cohort.Grouping;
import org.evenkeel.core.cohort.Profile;
import org.evenkeel.core.cohort.Profiles;
import org.evenkeel.core.disclosure.audit.Crowd;
import org.evenkeel.core.instrument.Aggregate;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.instrument.Theme;
import org.evenkeel.core.instrument.Title;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.GroupData;
import org.evenkeel.core.statistics.Remark;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.TermId;
import org.junit.jupiter.api.Test;

/** Twelve respondents on a scale of 10 to 50: four of year 1, who must stay hidden, and eight of year 2. */
class IntervalGuardTest {
    private static final TermId TERM = new TermId("2026-autumn");
    private static final AttributeId YEAR = new AttributeId("year");
    private static final Scale SCALE = new Scale(
            new ScaleId("tension"),
            new Title("Tension"),
            Theme.STRESS,
            List.of(new ItemKey("t1"), new ItemKey("t2")),
            Set.of(),
            new AnswerRange(5, 25),
            0,
            Aggregate.SUM,
            1,
            2,
            Direction.HIGHER_IS_WORSE,
            "points",
            Optional.empty(),
            Optional.empty());
    private static final Measure MEASURE = new Measure(new SourceId("survey"), SCALE.id());
    private static final Cohort SECOND = Cohort.of(Map.of(YEAR, Set.of("2")));
    private static final FigureKind[] OF_SCORES = {FigureKind.MEAN, FigureKind.STANDARD_DEVIATION, FigureKind.CHANGE};

    @Test
    void guard_meanInTheMiddle_staysWithEverythingBesideIt() {
        List<ReleasedFigure> figures = figures(Cohort.SCHOOL, "30", "0.5", under("50"));
        assertThat(guard(figures)).isEqualTo(figures);
    }

    /** Everyone scores 10.5 on average: four cannot have more than 13 or so. */
    @Test
    void guard_meanAtTheFloor_withholdsMeanSpreadAndChangeAndNothingElse() {
        List<ReleasedFigure> figures = figures(Cohort.SCHOOL, "10.5", "0.5", under("50"));
        assertThat(withheld(figures)).isEqualTo(keys(Cohort.SCHOOL, Period.of(TERM), OF_SCORES));
        assertThat(guard(figures))
                .filteredOn(figure -> figure.figure().equals(Figure.withheld()))
                .allSatisfy(figure -> assertThat(figure.note()).isEmpty());
    }

    @Test
    void guard_meanAtTheCeiling_isWithheldToo() {
        assertThat(withheld(figures(Cohort.SCHOOL, "49.5", "0.5", under("50"))))
                .isEqualTo(keys(Cohort.SCHOOL, Period.of(TERM), OF_SCORES));
    }

    /** With a mean of 15, year 2 may have 60 points above the floor, and six for each step of the grid: of the 64 that are needed. */
    @Test
    void guard_gridOfTheFigure_decidesHowMuchItTells() {
        assertThat(withheld(figures(Cohort.SCHOOL, "15", "0.5", under("50")))).isNotEmpty();
        assertThat(withheld(figures(Cohort.SCHOOL, "15", "1", under("50")))).isEmpty();
    }

    @Test
    void guard_nearlyNobodyAtRisk_withholdsTheShareAlone() {
        assertThat(withheld(figures(Cohort.SCHOOL, "30", "0.5", under("24"))))
                .isEqualTo(keys(Cohort.SCHOOL, Period.of(TERM), FigureKind.SHARE_AT_RISK));
        assertThat(withheld(figures(Cohort.SCHOOL, "30", "0.5", over("76"))))
                .isEqualTo(keys(Cohort.SCHOOL, Period.of(TERM), FigureKind.SHARE_AT_RISK));
    }

    @Test
    void guard_bandThatLeavesThreeInTenOpen_stays() {
        assertThat(withheld(figures(Cohort.SCHOOL, "30", "0.5", under("25")))).isEmpty();
        assertThat(withheld(figures(Cohort.SCHOOL, "30", "0.5", over("75")))).isEmpty();
    }

    @Test
    void guard_shareOnAGrid_isReadAsTheCountsItMayStandFor() {
        Figure five = new Figure.Shown(BigDecimal.valueOf(5), Optional.empty(), BigDecimal.valueOf(5));
        Figure fifty = new Figure.Shown(BigDecimal.valueOf(50), Optional.empty(), BigDecimal.valueOf(5));
        assertThat(withheld(figures(Cohort.SCHOOL, "30", "0.5", five)))
                .isEqualTo(keys(Cohort.SCHOOL, Period.of(TERM), FigureKind.SHARE_AT_RISK));
        assertThat(withheld(figures(Cohort.SCHOOL, "30", "0.5", fifty))).isEmpty();
    }

    /** The whole and the second year leave the four; the less useful figure of the two goes. */
    @Test
    void guard_twoFiguresThatTellTogether_keepsTheMoreUseful() {
        List<ReleasedFigure> figures = new ArrayList<>(figures(SECOND, "30", "0.5", Figure.withheld()));
        figures.addAll(figures(Cohort.SCHOOL, "30", "0.5", Figure.withheld()));
        List<ReleasedFigure> safe = guard(figures, List.of(group(SECOND, 8), group(Cohort.SCHOOL, 12)));
        assertThat(shown(safe)).containsAll(keys(Cohort.SCHOOL, Period.of(TERM), OF_SCORES));
    }

    @Test
    void guard_figuresOfAnotherPeriodOrCohort_areLeftAlone() {
        Period week = Period.parse("2026-autumn/2026-W40");
        List<ReleasedFigure> figures = new ArrayList<>(figures(Cohort.SCHOOL, "10.5", "0.5", under("50")));
        figures.addAll(figures(SECOND, "30", "0.5", under("50")));
        figures.add(figure(FigureKind.MEAN, Cohort.SCHOOL, week, shown("10.5", "0.5")));
        assertThat(withheld(figures)).isEqualTo(keys(Cohort.SCHOOL, Period.of(TERM), OF_SCORES));
    }

    @Test
    void guard_nobodyStandsBehindTheFigures_leavesThem() {
        List<ReleasedFigure> figures = figures(Cohort.SCHOOL, "10.5", "0.5", under("50"));
        assertThat(new IntervalGuard(10, new Crowds(Map.of()), Map.of())
                        .guard(List.of(group(Cohort.SCHOOL, 12)), figures))
                .isEqualTo(figures);
    }

    private static List<ReleasedFigure> guard(List<ReleasedFigure> figures) {
        return guard(figures, List.of(group(Cohort.SCHOOL, 12)));
    }

    private static List<ReleasedFigure> guard(List<ReleasedFigure> figures, List<GroupData> groups) {
        Profiles profiles = new Profiles(TERM, List.of(Profile.of(Map.of(YEAR, "1")), Profile.of(Map.of(YEAR, "2"))));
        Crowds.Key key = new Crowds.Key(MEASURE.source(), Period.of(TERM), Optional.of(MEASURE));
        Crowds crowds = new Crowds(Map.of(key, Crowd.first(profiles, new TreeMap<>(Map.of(0, 4L, 1, 8L)))));
        PublishSet set = PublishSet.of(
                crowds.of(MEASURE.source(), Period.of(TERM), Optional.of(MEASURE))
                        .orElseThrow(),
                List.of(),
                List.of(new PublishSet.Candidate(planned(Cohort.SCHOOL), 12)),
                10);
        return new IntervalGuard(10, crowds, Map.of(key, set)).guard(groups, figures);
    }

    private static Set<FigureKey> withheld(List<ReleasedFigure> figures) {
        Set<FigureKey> before = shown(figures);
        before.removeAll(shown(guard(figures)));
        return before;
    }

    private static Set<FigureKey> shown(List<ReleasedFigure> figures) {
        return figures.stream()
                .filter(figure -> !figure.figure().equals(Figure.withheld()))
                .map(ReleasedFigure::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<FigureKey> keys(Cohort cohort, Period period, FigureKind... kinds) {
        return Stream.of(kinds)
                .map(kind -> figure(kind, cohort, period, Figure.withheld()).key())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<ReleasedFigure> figures(Cohort cohort, String mean, String step, Figure share) {
        return List.of(
                figure(FigureKind.RESPONDENTS, cohort, Period.of(TERM), shown("12", "1")),
                figure(FigureKind.MEAN, cohort, Period.of(TERM), shown(mean, step)),
                figure(FigureKind.STANDARD_DEVIATION, cohort, Period.of(TERM), shown("6", step)),
                figure(FigureKind.CHANGE, cohort, Period.of(TERM), shown("1", step)),
                figure(FigureKind.SHARE_AT_RISK, cohort, Period.of(TERM), share));
    }

    private static ReleasedFigure figure(FigureKind kind, Cohort cohort, Period period, Figure figure) {
        return new ReleasedFigure(
                new FigureKey(kind.code(), MEASURE.source(), Optional.of(MEASURE), period, cohort),
                figure,
                Optional.of(Remark.FOLLOWS_CLASS),
                Optional.empty());
    }

    private static Figure shown(String value, String step) {
        return new Figure.Shown(new BigDecimal(value), Optional.empty(), new BigDecimal(step));
    }

    private static Figure under(String upper) {
        return new Figure.Banded(Optional.empty(), Optional.of(new BigDecimal(upper)));
    }

    private static Figure over(String lower) {
        return new Figure.Banded(Optional.of(new BigDecimal(lower)), Optional.empty());
    }

    private static GroupData group(Cohort cohort, int respondents) {
        Moments moments = Moments.EMPTY;
        for (int one = 0; one < respondents; one++) {
            moments = moments.plus(Moments.ofOne(30, 0));
        }
        return new GroupData(
                MEASURE.source(),
                Period.of(TERM),
                planned(cohort),
                respondents,
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.of(new GroupData.Measured(
                        MEASURE,
                        SCALE,
                        SCALE.lattice(),
                        moments,
                        ItemMoments.empty(2),
                        GroupData.Earlier.none(Absence.NO_EARLIER_TERM))));
    }

    private static PlannedCohort planned(Cohort cohort) {
        return new PlannedCohort(new Grouping(List.copyOf(cohort.conditions().keySet())), cohort, Origin.REPORTED);
    }
}
