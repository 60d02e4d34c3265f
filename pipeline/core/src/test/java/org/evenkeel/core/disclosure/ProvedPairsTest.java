package org.evenkeel.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.evenkeel.core.cell.Histogram;
import org.evenkeel.core.cell.ItemMoments;
import org.evenkeel.core.cell.LinkKey;
import org.evenkeel.core.cell.Links;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortPlan.Origin;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.cohort.Grouping;
import org.evenkeel.core.disclosure.audit.IntervalAttack;
import org.evenkeel.core.disclosure.audit.MeanBounds;
import org.evenkeel.core.disclosure.audit.Protection;
import org.evenkeel.core.instrument.Aggregate;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.instrument.Theme;
import org.evenkeel.core.instrument.Title;
import org.evenkeel.core.statistics.GroupData;
import org.evenkeel.core.statistics.GroupData.Earlier.Start;
import org.evenkeel.core.statistics.Turnover;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.ReleaseSubject;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.TermId;
import org.junit.jupiter.api.Test;

class ProvedPairsTest {
    private static final int THRESHOLD = 10;
    private static final TermId SPRING = new TermId("2026-spring");
    private static final TermId AUTUMN = new TermId("2026-autumn");
    private static final AttributeId YEAR = new AttributeId("year");
    private static final Cohort FIRST = year("1");
    private static final Cohort SECOND = year("2");
    private static final Scale SCALE = new Scale(
            new ScaleId("tension"),
            new Title("Tension"),
            Theme.STRESS,
            List.of(new ItemKey("t1"), new ItemKey("t2")),
            Set.of(),
            new AnswerRange(0, 20),
            0,
            Aggregate.SUM,
            1,
            2,
            Direction.HIGHER_IS_WORSE,
            "points",
            Optional.empty(),
            Optional.empty());
    private static final Measure MEASURE = new Measure(new SourceId("survey"), SCALE.id());

    /**
     * In spring, 60 of year 1 and 4 of year 2 answered: the school's mean was shown, year 1 was withheld because it leaves the 4. In
     * autumn both years are shown. The change of year 1 and its mean would give the mean of spring away, and with it that of the 4.
     */
    @Test
    void change_fromAMeanThatWasWithheld_wouldGiveFourPeopleAwayAndIsWithheld() {
        Release careless = release(
                group(Cohort.SCHOOL, 100, moments(64, 20), Start.SHOWN, Map.of()),
                group(FIRST, 60, moments(60, 20), Start.SHOWN, Map.of()),
                group(SECOND, 40, moments(40, 20), Start.SHOWN, Map.of()));
        Figure.Shown mean = careless.shown(FigureKind.MEAN, MEASURE, FIRST).orElseThrow();
        Figure.Shown change = careless.shown(FigureKind.CHANGE, MEASURE, FIRST).orElseThrow();
        double start = mean.value().subtract(change.value()).doubleValue();
        double half = mean.step().add(change.step()).doubleValue() / 2;
        MeanBounds.ShownMean school = new MeanBounds.ShownMean(Cohort.SCHOOL, 64, 19.95, 20.05);
        double fifth = 40 * Protection.SHARE_OF_SCALE;
        assertThat(bounds(school, new MeanBounds.ShownMean(FIRST, 60, start - half, start + half))
                        .width())
                .as("the mean of the four, from the change")
                .isLessThan(fifth);
        assertThat(bounds(school, new MeanBounds.ShownMean(FIRST, 60, 0, 40)).width())
                .as("the mean of the four, from what spring showed")
                .isEqualTo(40);

        Release release = release(
                group(Cohort.SCHOOL, 100, moments(64, 20), Start.SHOWN, Map.of()),
                group(FIRST, 60, moments(60, 20), Start.HIDDEN, Map.of()),
                group(SECOND, 40, moments(40, 20), Start.SHOWN, Map.of()));
        assertThat(release.shown(FigureKind.MEAN, MEASURE, FIRST)).isPresent();
        assertThat(release.shown(FigureKind.CHANGE, MEASURE, FIRST)).isEmpty();
        assertThat(release.shown(FigureKind.CHANGE, MEASURE, SECOND)).isPresent();
    }

    /** Of 40 linked respondents 37 are in year 1: the pairs of the school less those of year 1 are those of three people. */
    @Test
    void change_pairsThatLeaveThreePeople_areNotBothUsed() {
        GroupData school = linked(Cohort.SCHOOL, 60, 37, 3);
        GroupData first = linked(FIRST, 45, 37, 0);
        ProvedPairs changes = ProvedPairs.of(List.of(first, school), THRESHOLD);
        assertThat(changes.areProved(school)).isTrue();
        assertThat(changes.areProved(first)).isFalse();
        assertThat(ProvedPairs.of(List.of(first), THRESHOLD).areProved(first)).isTrue();
    }

    /** The change of a year is not lost because three repeat: it is shown as if nobody of the year were linked, and wider. */
    @Test
    void change_pairsThatLeaveThreePeople_isShownWithoutThem() {
        GroupData school = linked(Cohort.SCHOOL, 60, 37, 3);
        GroupData first = linked(FIRST, 45, 37, 0);
        Figure.Shown beside = release(school, first, linked(SECOND, 15, 0, 3))
                .shown(FigureKind.CHANGE, MEASURE, FIRST)
                .orElseThrow();
        Figure.Shown strangers = release(school, first.withoutPairs(), linked(SECOND, 15, 0, 3))
                .shown(FigureKind.CHANGE, MEASURE, FIRST)
                .orElseThrow();
        assertThat(beside).isEqualTo(strangers);
        Figure.Shown alone =
                release(first).shown(FigureKind.CHANGE, MEASURE, FIRST).orElseThrow();
        assertThat(alone.value()).isEqualByComparingTo(beside.value());
        assertThat(alone.range().orElseThrow().upper())
                .isLessThan(beside.range().orElseThrow().upper());
    }

    @Test
    void change_pairsThatLeaveAsManyAsTheThreshold_areBothUsed() {
        GroupData school = linked(Cohort.SCHOOL, 60, 30, 10);
        GroupData first = linked(FIRST, 45, 30, 0);
        ProvedPairs changes = ProvedPairs.of(List.of(school, first), THRESHOLD);
        assertThat(changes.areProved(school)).isTrue();
        assertThat(changes.areProved(first)).isTrue();
    }

    @Test
    void change_fewerThanFiveLinked_usesNoPairsAndNeedsNoProof() {
        GroupData four = linked(FIRST, 45, 4, 0);
        GroupData five = linked(FIRST, 45, 5, 0);
        GroupData nine = linked(FIRST, 45, 9, 0);
        GroupData ten = linked(FIRST, 45, 10, 0);
        assertThat(Stream.of(four, five, nine, ten)
                        .map(group -> ProvedPairs.of(List.of(group), THRESHOLD).areProved(group)))
                .containsExactly(true, false, false, true);
    }

    @Test
    void change_earlierGroupBelowTheThreshold_isWithheld() {
        GroupData nine = group(FIRST, 45, moments(9, 20), Start.SHOWN, Map.of());
        GroupData ten = group(FIRST, 45, moments(10, 20), Start.SHOWN, Map.of());
        assertThat(ProvedPairs.of(List.of(nine), THRESHOLD).mayStart(nine)).isFalse();
        assertThat(ProvedPairs.of(List.of(ten), THRESHOLD).mayStart(ten)).isTrue();
    }

    @Test
    void change_ofAGroupThatStartsHidden_takesNoRoomInTheProof() {
        GroupData school = linked(Cohort.SCHOOL, 60, 37, 3);
        GroupData hidden = group(FIRST, 45, moments(45, 20), Start.HIDDEN, pairs(37, 0));
        GroupData second = group(SECOND, 45, moments(45, 20), Start.SHOWN, pairs(37, 0));
        ProvedPairs changes = ProvedPairs.of(List.of(hidden, second), THRESHOLD);
        assertThat(changes.mayStart(hidden)).isFalse();
        assertThat(changes.areProved(second)).isTrue();
        assertThat(changes.areProved(school))
                .as("not among those that were asked about")
                .isFalse();
    }

    private static IntervalAttack.Range bounds(MeanBounds.ShownMean... shown) {
        return new MeanBounds(List.of(shown), Map.of(YEAR, Set.of("1", "2")), 0, 40)
                .of(SECOND)
                .orElseThrow();
    }

    private static Release release(GroupData... measured) {
        List<GroupData> groups = new ArrayList<>();
        for (GroupData one : measured) {
            groups.add(one.whole());
            groups.add(one);
        }
        return new Disclosure(THRESHOLD, FigureKind.STANDARD)
                .release(ReleaseSubject.of(AUTUMN), groups, CrowdsOfTest.of(List.of(measured)));
    }

    /** A group of which so many answered both times, of years 1 and 2. */
    private static GroupData linked(Cohort cohort, int respondents, int first, int second) {
        return group(cohort, respondents, moments(respondents, 20), Start.SHOWN, pairs(first, second));
    }

    private static Map<LinkKey, Links> pairs(int first, int second) {
        Map<LinkKey, Links> pairs = new LinkedHashMap<>();
        int[] counts = {first, second};
        for (int profile = 0; profile < counts.length; profile++) {
            Links links = Links.EMPTY;
            for (int one = 0; one < counts[profile]; one++) {
                links = links.plus(Links.ofOne(10 + one % 7, 13 + one % 7));
            }
            pairs.put(new LinkKey(MEASURE, SPRING, AUTUMN, profile, profile), links);
        }
        return pairs;
    }

    private static GroupData group(
            Cohort cohort, int respondents, Moments earlier, Start start, Map<LinkKey, Links> pairs) {
        Grouping grouping = new Grouping(List.copyOf(cohort.conditions().keySet()));
        return new GroupData(
                MEASURE.source(),
                Period.of(AUTUMN),
                new PlannedCohort(grouping, cohort, Origin.REPORTED),
                respondents,
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.of(new GroupData.Measured(
                        MEASURE,
                        SCALE,
                        SCALE.lattice(),
                        moments(respondents, 23),
                        ItemMoments.empty(2),
                        new GroupData.Earlier(
                                Optional.empty(), start, earlier, pairs, Optional.empty(), Optional.empty()),
                        GroupData.SchoolParts.NONE,
                        Optional.of(new GroupData.WholeSchool(
                                Histogram.EMPTY, Optional.of(turnover(earlier.count(), respondents, pairs)), start)))));
    }

    /** All of one profile. */
    private static Turnover turnover(long before, long now, Map<LinkKey, Links> pairs) {
        long linked = pairs.values().stream().mapToLong(Links::count).sum();
        return new Turnover(
                List.of(new Turnover.Split(linked, before - linked)),
                List.of(new Turnover.Split(linked, now - linked)));
    }

    /** So many people, spread evenly around a centre. */
    private static Moments moments(int respondents, int centre) {
        Moments moments = Moments.EMPTY;
        for (int one = 0; one < respondents; one++) {
            moments = moments.plus(Moments.ofOne(centre - 5L + one % 11, 0));
        }
        return moments;
    }

    private static Cohort year(String value) {
        return Cohort.of(Map.of(YEAR, Set.of(value)));
    }

    @Test
    void change_ofTheSamePeople_isShownWithTheirPairs() {
        Release strangers = release(group(Cohort.SCHOOL, 60, moments(60, 20), Start.SHOWN, Map.of()));
        Release same = release(group(Cohort.SCHOOL, 60, moments(60, 20), Start.SHOWN, pairs(40, 20)));
        assertThat(strangers
                        .shown(FigureKind.CHANGE, MEASURE, Cohort.SCHOOL)
                        .orElseThrow()
                        .value())
                .isEqualByComparingTo("3");
        assertThat(same.shown(FigureKind.CHANGE, MEASURE, Cohort.SCHOOL)
                        .orElseThrow()
                        .value())
                .isEqualByComparingTo("3");
        assertThat(upperEnd(same)).isLessThan(upperEnd(strangers));
    }

    /** Everybody's change less that of the same people tells of the people who came and went: of nobody, or of enough. */
    @Test
    void changeOfSamePeople_isShownWhereNobodyOrEnoughCameAndWent() {
        assertThat(ofSamePeople(60, 60)).as("nobody came or went").isPresent();
        assertThat(ofSamePeople(60, 59)).as("one came and one went").isEmpty();
        assertThat(ofSamePeople(60, 51)).as("nine came and nine went").isEmpty();
        assertThat(ofSamePeople(60, 50)).as("ten came and ten went").isPresent();
        assertThat(ofSamePeople(60, 49)).as("too few answered both times").isEmpty();
    }

    private static Optional<Figure.Shown> ofSamePeople(int respondents, int linked) {
        return release(linked(Cohort.SCHOOL, respondents, linked, 0))
                .shown(FigureKind.CHANGE_OF_SAME_PEOPLE, MEASURE, Cohort.SCHOOL);
    }

    private static double upperEnd(Release release) {
        return release.shown(FigureKind.CHANGE, MEASURE, Cohort.SCHOOL)
                .flatMap(Figure.Shown::range)
                .orElseThrow()
                .upper()
                .doubleValue();
    }
}
