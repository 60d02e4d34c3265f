package org.evenkeel.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.evenkeel.core.cell.Histogram;
import org.evenkeel.core.cell.ItemMoments;
import org.evenkeel.core.cell.LinkKey;
import org.evenkeel.core.cell.Links;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortPlan.Origin;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.cohort.Grouping;
import org.evenkeel.core.instrument.Aggregate;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.instrument.AtRiskRule;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.instrument.Theme;
import org.evenkeel.core.instrument.Title;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Fifths;
import org.evenkeel.core.statistics.GroupData;
import org.evenkeel.core.statistics.GroupData.Earlier.Start;
import org.evenkeel.core.statistics.Turnover;
import org.evenkeel.core.statistics.Turnover.Split;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.ReleaseSubject;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.TermId;
import org.junit.jupiter.api.Test;

/** The golden numbers are R's; the script is src/test/r/school.R. */
class SchoolKindsTest {
    private static final TermId SPRING = new TermId("2027-spring");
    private static final TermId AUTUMN = new TermId("2027-autumn");
    private static final Measure MEASURE = new Measure(new SourceId("survey"), new ScaleId("tension"));
    private static final List<FigureKind> FIVE = List.of(
            FigureKind.SHARE_LOWEST_FIFTH,
            FigureKind.SHARE_SECOND_FIFTH,
            FigureKind.SHARE_MIDDLE_FIFTH,
            FigureKind.SHARE_FOURTH_FIFTH,
            FigureKind.SHARE_HIGHEST_FIFTH);
    private static final List<FigureKind> PARTS = List.of(
            FIVE.get(0),
            FIVE.get(1),
            FIVE.get(2),
            FIVE.get(3),
            FIVE.get(4),
            FigureKind.SHARE_LOWEST_TWO_FIFTHS,
            FigureKind.SHARE_HIGHEST_TWO_FIFTHS);

    @Test
    void quartiles_ofTwoHundred_areThoseOfR() {
        GroupData school = school(
                scale(0, 40, Optional.empty()),
                IntStream.range(0, 200).map(i -> i * i * 40 / 39_601).toArray());
        assertThat(range(school, FigureKind.LOWER_QUARTILE)).isEqualTo("2.0 [1.0, 3.0]");
        assertThat(range(school, FigureKind.MEDIAN)).isEqualTo("9.5 [7.0, 13.0]");
        assertThat(range(school, FigureKind.UPPER_QUARTILE)).isEqualTo("22.0 [18.0, 26.0]");
    }

    @Test
    void distribution_fewerThanAHundred_isWithheld() {
        int[] answers = IntStream.range(0, 100).map(i -> i % 5).toArray();
        assertThat(shown(school(scale(0, 4, Optional.empty()), answers), FigureKind.MEDIAN))
                .isPresent();
        assertThat(shown(school(scale(0, 4, Optional.empty()), answers), FIVE.get(0)))
                .isPresent();
        GroupData few = school(scale(0, 4, Optional.empty()), Arrays.copyOf(answers, 99));
        assertThat(figure(few, FigureKind.MEDIAN)).isEqualTo(Figure.withheld());
        assertThat(figure(few, FIVE.get(0))).isEqualTo(Figure.withheld());
    }

    @Test
    void distribution_ofAScaleOfFewValues_doesNotExist() {
        GroupData yesOrNo = school(
                scale(0, 3, Optional.empty()),
                IntStream.range(0, 150).map(i -> i % 4).toArray());
        assertThat(figure(yesOrNo, FigureKind.MEDIAN)).isEqualTo(new Figure.Structural(Absence.TOO_FEW_VALUES));
        assertThat(figure(yesOrNo, FIVE.get(2))).isEqualTo(new Figure.Structural(Absence.TOO_FEW_VALUES));
    }

    @Test
    void fifths_areEvenAndTurnRoundWithTheScale() {
        assertThat(borders(0, 40)).containsExactly(8, 16, 25, 33);
        assertThat(borders(1, 5)).containsExactly(1, 2, 3, 4);
        assertThat(borders(3, 9)).containsExactly(1, 3, 4, 6);
        assertThat(borders(0, 12)).containsExactly(3, 5, 8, 10);
        for (int values = 5; values < 200; values++) {
            List<Integer> borders = borders(0, values - 1);
            for (int fifth = 0; fifth < 4; fifth++) {
                assertThat(borders.get(fifth) + borders.get(3 - fifth))
                        .as("%s values", values)
                        .isEqualTo(values);
            }
        }
    }

    @Test
    void distribution_ofEnoughEverywhere_isShownInFifthsOnFivePoints() {
        GroupData school = school(Direction.HIGHER_IS_WORSE, Optional.empty(), 12, 48, 60, 20, 10);
        assertThat(values(school)).containsExactly("10", "30", "40", "15", "5", "40", "20");
    }

    @Test
    void distribution_aPartBelowThree_joinsBothEnds() {
        GroupData school = school(Direction.HIGHER_IS_WORSE, Optional.empty(), 32, 48, 50, 18, 2);
        assertThat(values(school)).containsExactly("-", "-", "35", "-", "-", "55", "15");
    }

    @Test
    void distribution_almostNobodyAbove_isCutInTwo() {
        assertThat(values(school(Direction.HIGHER_IS_WORSE, Optional.empty(), 60, 48, 40, 1, 1)))
                .containsExactly("-", "-", "-", "-", "-", "70", "-");
        assertThat(values(school(Direction.HIGHER_IS_BETTER, Optional.empty(), 60, 48, 40, 1, 1)))
                .containsOnly("-");
        assertThat(values(school(Direction.HIGHER_IS_BETTER, Optional.empty(), 1, 1, 40, 48, 60)))
                .containsExactly("-", "-", "-", "-", "-", "-", "70");
    }

    /** Of 0 to 12, at risk from 6 on: two people with 6 or 7 are the shown number at risk less the highest two fifths. */
    @Test
    void distribution_aCutThatLeavesTwoBesideABorder_isNotToldApartThere() {
        Scale scale = scale(0, 12, Optional.of(6));
        assertThat(values(school(scale, answers(0, 40, 3, 40, 5, 40, 6, 2, 8, 30, 10, 30)))
                        .get(6))
                .isEqualTo("-");
        assertThat(values(school(scale, answers(0, 40, 3, 40, 5, 40, 6, 3, 8, 30, 10, 30)))
                        .get(6))
                .isEqualTo("35");
    }

    /**
     * Whoever knows the rule, the number of respondents and all that is shown can think of nobody and of three or more in every part that is not
     * shown: of no part can he tell that it holds one or two.
     */
    @Property
    void distribution_whateverIsShown_leavesNoPartOfOneOrTwoPeople(@ForAll("counts") int[] counts) {
        Direction direction = counts[0] % 2 == 0 ? Direction.HIGHER_IS_WORSE : Direction.HIGHER_IS_BETTER;
        List<String> shown = division(direction, counts);
        boolean[][] nobody = new boolean[5][6];
        boolean[][] three = new boolean[5][6];
        for (int[] other : consistent(shown, counts)) {
            if (division(direction, other).equals(shown)) {
                for (int from = 0; from < 5; from++) {
                    long people = 0;
                    for (int to = from + 1; to <= 5; to++) {
                        people += other[to - 1];
                        nobody[from][to] |= people == 0;
                        three[from][to] |= people >= 3;
                    }
                }
            }
        }
        for (int from = 0; from < 5; from++) {
            long people = 0;
            for (int to = from + 1; to <= 5; to++) {
                people += counts[to - 1];
                if (people < 3) {
                    assertThat(nobody[from][to] && three[from][to])
                            .as("%s: what is known of parts %s to %s", Arrays.toString(counts), from, to)
                            .isTrue();
                }
            }
        }
    }

    @Provide
    Arbitrary<int[]> counts() {
        Arbitrary<Integer> part = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(0, 3)),
                Tuple.of(2, Arbitraries.integers().between(4, 60)));
        return part.array(int[].class).ofSize(5).map(parts -> {
            int missing = 100 - Arrays.stream(parts).sum();
            if (missing > 0) {
                parts[(parts[1] + parts[3]) % 5] += missing;
            }
            return parts;
        });
    }

    /** Every way, or with nothing shown the extreme ways, to move people about inside the parts that are not told apart. */
    private static List<int[]> consistent(List<String> shown, int[] counts) {
        int n = Arrays.stream(counts).sum();
        List<int[]> ways = new ArrayList<>();
        if (!shown.get(0).equals("-")) {
            ways.add(counts);
        } else if (!shown.get(2).equals("-")) {
            for (int a = 0; a <= counts[0] + counts[1]; a++) {
                for (int b = 0; b <= counts[3] + counts[4]; b++) {
                    ways.add(new int[] {a, counts[0] + counts[1] - a, counts[2], b, counts[3] + counts[4] - b});
                }
            }
        } else if (!shown.get(5).equals("-")) {
            extremes(counts[0] + counts[1], 2)
                    .forEach(low -> extremes(n - counts[0] - counts[1], 3)
                            .forEach(high -> ways.add(new int[] {low[0], low[1], high[0], high[1], high[2]})));
        } else if (!shown.get(6).equals("-")) {
            extremes(n - counts[3] - counts[4], 3)
                    .forEach(low -> extremes(counts[3] + counts[4], 2)
                            .forEach(high -> ways.add(new int[] {low[0], low[1], low[2], high[0], high[1]})));
        } else {
            extremes(n, 5).forEach(ways::add);
        }
        return ways;
    }

    private static List<int[]> extremes(int people, int parts) {
        List<int[]> ways = new ArrayList<>();
        for (int one = 0; one < parts; one++) {
            for (int other = 0; other < parts; other++) {
                for (int few = 0; few <= Math.min(3, people); few++) {
                    int[] way = new int[parts];
                    way[one] += people - few;
                    way[other] += few;
                    ways.add(way);
                }
            }
        }
        return ways;
    }

    /** What a release shows of the five and the two, in the order of the kinds. */
    private static List<String> division(Direction direction, int[] counts) {
        GroupData school = group(direction, counts);
        return PARTS.stream()
                .map(kind -> kind.estimator()
                        .apply(school)
                        .match(
                                present -> kind.grid()
                                        .display(present, school, new Grid(BigDecimal.ONE))
                                        .toString(),
                                absent -> "-"))
                .toList();
    }

    private static GroupData group(Direction direction, int... counts) {
        Scale scale = scale(0, 4, Optional.empty(), direction);
        TreeMap<Integer, Long> histogram = new TreeMap<>();
        for (int value = 0; value < counts.length; value++) {
            if (counts[value] > 0) {
                histogram.put(value, (long) counts[value]);
            }
        }
        int n = Arrays.stream(counts).sum();
        return group(
                n,
                new GroupData.Measured(
                        MEASURE,
                        scale,
                        scale.lattice(),
                        new Moments(n, BigInteger.ZERO, BigInteger.ZERO, 0),
                        ItemMoments.empty(1),
                        GroupData.Earlier.none(Absence.NO_EARLIER_TERM),
                        GroupData.SchoolParts.NONE,
                        Optional.of(
                                new GroupData.WholeSchool(new Histogram(histogram), Optional.empty(), Start.HIDDEN))));
    }

    /** 60 of 100 answered again. The earlier scores and the interval are those of R's t.test. */
    @Test
    void leavers_areComparedWithThoseWhoStayed() {
        GroupData school = returning(60, 40, 30, List.of(new Split(60, 40)), List.of(new Split(60, 30)));
        assertThat(range(school, FigureKind.LEAVERS)).isEqualTo("0.7 [-1.0, 2.4]");
    }

    @Test
    void leavers_oneToNineLeftOrStayedOrCame_areWithheld() {
        for (int few = 1; few < 10; few++) {
            assertThat(leavers(60, few, 30)).as("%s left", few).isEqualTo(Figure.withheld());
            assertThat(leavers(few, 60, 60)).as("%s stayed", few).isEqualTo(Figure.withheld());
            assertThat(leavers(60, 30, few)).as("%s came", few).isEqualTo(Figure.withheld());
        }
        assertThat(leavers(60, 10, 10).shown()).isPresent();
    }

    /** Sixty finished their studies and four dropped out: those who left, less the year that was shown, are the four. */
    @Test
    void leavers_aClassThatFinishedAndAFewOthers_areWithheld() {
        List<Split> now = List.of(new Split(96, 30));
        GroupData four = returning(96, 64, 30, List.of(new Split(0, 60), new Split(96, 4)), now);
        GroupData ten = returning(96, 70, 30, List.of(new Split(0, 60), new Split(96, 10)), now);
        assertThat(figure(four, FigureKind.LEAVERS)).isEqualTo(Figure.withheld());
        assertThat(shown(ten, FigureKind.LEAVERS)).isPresent();
    }

    /** With the change of the same people beside it, the later term tells of those who came. */
    @Test
    void leavers_aClassThatEnteredAndAFewOthers_areWithheld() {
        List<Split> before = List.of(new Split(96, 20));
        GroupData three = returning(96, 20, 63, before, List.of(new Split(0, 60), new Split(96, 3)));
        GroupData none = returning(96, 20, 60, before, List.of(new Split(0, 60), new Split(96, 0)));
        GroupData ten = returning(96, 20, 70, before, List.of(new Split(0, 60), new Split(96, 10)));
        assertThat(figure(three, FigureKind.LEAVERS)).isEqualTo(Figure.withheld());
        assertThat(figure(none, FigureKind.LEAVERS)).isEqualTo(Figure.withheld());
        assertThat(shown(ten, FigureKind.LEAVERS)).isPresent();
    }

    /** Without a class that finished and one that entered the school's two means leave four people and three. */
    @Test
    void changeOfSamePeople_classesThatFinishedAndEnteredAndAFewOthers_isWithheld() {
        List<Split> now = List.of(new Split(0, 60), new Split(96, 3));
        GroupData seven = returning(96, 64, 63, List.of(new Split(0, 60), new Split(96, 4)), now);
        GroupData more = returning(96, 70, 63, List.of(new Split(0, 60), new Split(96, 10)), now);
        assertThat(figure(seven, FigureKind.CHANGE_OF_SAME_PEOPLE)).isEqualTo(Figure.withheld());
        assertThat(shown(more, FigureKind.CHANGE_OF_SAME_PEOPLE)).isPresent();
    }

    @Test
    void leavers_withoutIdsOrAnEarlierTerm_doNotExist() {
        GroupData school = returning(60, 40, 30, List.of(new Split(60, 40)), List.of(new Split(60, 30)));
        assertThat(figure(with(school, measured(school).earlier(), Optional.empty()), FigureKind.LEAVERS))
                .isEqualTo(new Figure.Structural(Absence.NOT_LINKABLE));
        assertThat(figure(
                        with(school, GroupData.Earlier.none(Absence.NO_EARLIER_TERM), Optional.empty()),
                        FigureKind.LEAVERS))
                .isEqualTo(new Figure.Structural(Absence.NO_EARLIER_TERM));
    }

    @Test
    void changeOfShare_isTheDifferenceOfTheTwoShownShares() {
        assertThat(changeOfShare(200, 51, 160, 31, Start.SHOWN)).isEqualTo(Optional.of(new BigDecimal("7")));
    }

    @Test
    void changeOfShare_fromAShareThatWasNoNumber_isWithheld() {
        assertThat(changeOfShare(200, 50, 160, 2, Start.SHOWN))
                .as("a band before")
                .isEmpty();
        assertThat(changeOfShare(200, 198, 160, 30, Start.SHOWN))
                .as("a band now")
                .isEmpty();
        assertThat(changeOfShare(200, 50, 99, 30, Start.SHOWN))
                .as("five points before")
                .isEmpty();
        assertThat(changeOfShare(99, 30, 160, 30, Start.SHOWN))
                .as("five points now")
                .isEmpty();
        assertThat(changeOfShare(200, 50, 160, 30, Start.HIDDEN))
                .as("withheld before")
                .isEmpty();
    }

    @Test
    void blankAnswers_areAShareOfTheSourcesRespondents() {
        assertThat(blank(200, 180, 170))
                .isEqualTo(new Figure.Shown(new BigDecimal("15"), Optional.empty(), BigDecimal.ONE));
        assertThat(blank(200, 199, 198))
                .isEqualTo(new Figure.Banded(Optional.empty(), Optional.of(BigDecimal.valueOf(5))));
        assertThat(blank(80, 80, 60))
                .isEqualTo(new Figure.Shown(new BigDecimal("25"), Optional.empty(), BigDecimal.valueOf(5)));
    }

    private static Figure leavers(int stayed, int left, int came) {
        return figure(
                returning(stayed, left, came, List.of(new Split(stayed, left)), List.of(new Split(stayed, came))),
                FigureKind.LEAVERS);
    }

    private static Optional<BigDecimal> changeOfShare(
            long now, long atRisk, long before, long earlierAtRisk, Start start) {
        Scale scale = scale(0, 4, Optional.of(4));
        Moments earlier =
                new Moments(before, BigInteger.valueOf(before), BigInteger.valueOf(2 * before), earlierAtRisk);
        int[] scores = new int[(int) now];
        Arrays.fill(scores, 0, (int) atRisk, 4);
        GroupData school = school(scale, scores);
        GroupData.Earlier since = new GroupData.Earlier(
                Optional.empty(), Start.SHOWN, earlier, Map.of(), Optional.empty(), Optional.empty());
        GroupData.Measured measured = measured(school);
        return shown(
                        group(
                                school.respondents(),
                                new GroupData.Measured(
                                        MEASURE,
                                        scale,
                                        scale.lattice(),
                                        measured.moments(),
                                        measured.items(),
                                        since,
                                        GroupData.SchoolParts.NONE,
                                        Optional.of(new GroupData.WholeSchool(
                                                histogram(scores), Optional.empty(), start)))),
                        FigureKind.CHANGE_OF_SHARE)
                .map(Figure.Shown::value);
    }

    private static Figure blank(long respondents, int scored, long complete) {
        Scale scale = scale(0, 4, Optional.empty());
        GroupData.Measured measured = measured(school(scale, new int[scored]));
        return figure(
                group(
                        respondents,
                        new GroupData.Measured(
                                MEASURE,
                                scale,
                                scale.lattice(),
                                measured.moments(),
                                new ItemMoments(complete, List.of(0L, 0L), List.of(0L, 0L, 0L)),
                                measured.earlier(),
                                GroupData.SchoolParts.NONE,
                                measured.school())),
                FigureKind.BLANK_ANSWERS);
    }

    /** A school of which some answered again, some did not, and some came. */
    private static GroupData returning(int stayed, int left, int came, List<Split> before, List<Split> now) {
        Scale scale = scale(0, 40, Optional.empty());
        Links links = Links.EMPTY;
        Moments earlier = Moments.EMPTY;
        for (int one = 0; one < stayed; one++) {
            links = links.plus(Links.ofOne(15 + one % 10, 16 + one % 11));
            earlier = earlier.plus(Moments.ofOne(15 + one % 10, 0));
        }
        for (int one = 0; one < left; one++) {
            earlier = earlier.plus(Moments.ofOne(14 + one % 16 - one % 2, 0));
        }
        int[] scores =
                IntStream.range(0, stayed + came).map(one -> 16 + one % 11).toArray();
        return with(
                school(scale, scores),
                new GroupData.Earlier(
                        Optional.empty(),
                        Start.SHOWN,
                        earlier,
                        Map.of(new LinkKey(MEASURE, SPRING, AUTUMN, 0, 0), links),
                        Optional.empty(),
                        Optional.empty()),
                Optional.of(new Turnover(before, now)));
    }

    private static GroupData with(GroupData school, GroupData.Earlier earlier, Optional<Turnover> turnover) {
        GroupData.Measured measured = measured(school);
        return group(
                school.respondents(),
                new GroupData.Measured(
                        MEASURE,
                        measured.scale(),
                        measured.lattice(),
                        measured.moments(),
                        measured.items(),
                        earlier,
                        GroupData.SchoolParts.NONE,
                        measured.school()
                                .map(whole -> new GroupData.WholeSchool(whole.histogram(), turnover, Start.HIDDEN))));
    }

    private static GroupData.Measured measured(GroupData school) {
        return school.measured().orElseThrow();
    }

    private static GroupData school(Direction direction, Optional<Integer> cut, int... counts) {
        int[] answers = IntStream.range(0, counts.length)
                .flatMap(value -> IntStream.range(0, counts[value]).map(one -> value))
                .toArray();
        return school(scale(0, 4, cut, direction), answers);
    }

    private static int[] answers(int... valuesAndCounts) {
        return IntStream.range(0, valuesAndCounts.length / 2)
                .flatMap(pair ->
                        IntStream.range(0, valuesAndCounts[2 * pair + 1]).map(one -> valuesAndCounts[2 * pair]))
                .toArray();
    }

    private static GroupData school(Scale scale, int... scores) {
        long units = scale.lattice().step();
        Moments moments = Moments.EMPTY;
        for (int score : scores) {
            long value = scale.lattice().lowest() + score * units;
            boolean atRisk = scale.atRisk()
                    .filter(rule -> rule.holds(value, scale.lattice().denominator()))
                    .isPresent();
            moments = moments.plus(Moments.ofOne(value, atRisk ? 1 : 0));
        }
        return group(
                scores.length,
                new GroupData.Measured(
                        MEASURE,
                        scale,
                        scale.lattice(),
                        moments,
                        ItemMoments.empty(1),
                        GroupData.Earlier.none(Absence.NO_EARLIER_TERM),
                        GroupData.SchoolParts.NONE,
                        Optional.of(new GroupData.WholeSchool(histogram(scores), Optional.empty(), Start.HIDDEN))));
    }

    private static GroupData group(long respondents, GroupData.Measured measured) {
        return new GroupData(
                MEASURE.source(),
                Period.of(AUTUMN),
                new PlannedCohort(new Grouping(List.of()), Cohort.SCHOOL, Origin.REPORTED),
                respondents,
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.of(measured));
    }

    private static Histogram histogram(int... steps) {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (int step : steps) {
            counts.merge(step, 1L, Long::sum);
        }
        return new Histogram(counts);
    }

    private static List<Integer> borders(int lowest, int highest) {
        return Fifths.of(scale(lowest, highest, Optional.empty()).lattice())
                .present()
                .orElseThrow()
                .borders();
    }

    private static List<String> values(GroupData school) {
        Release release = release(school);
        return PARTS.stream()
                .map(kind -> release.shown(kind, MEASURE, Cohort.SCHOOL)
                        .map(shown -> shown.value().toPlainString())
                        .orElse("-"))
                .toList();
    }

    private static String range(GroupData school, FigureKind kind) {
        return shown(school, kind)
                .map(figure -> figure.value()
                        + figure.range()
                                .map(range -> " [" + range.lower() + ", " + range.upper() + "]")
                                .orElse(""))
                .orElse("not shown");
    }

    private static Optional<Figure.Shown> shown(GroupData school, FigureKind kind) {
        return release(school).shown(kind, MEASURE, Cohort.SCHOOL);
    }

    private static Figure figure(GroupData school, FigureKind kind) {
        return release(school).figure(kind.keyOf(school)).orElseThrow().figure();
    }

    private static Release release(GroupData school) {
        return new Disclosure(10, FigureKind.STANDARD)
                .release(
                        ReleaseSubject.of(AUTUMN),
                        List.of(school.whole(), school),
                        CrowdsOfTest.of(List.of(school.whole(), school)));
    }

    private static Scale scale(int lowest, int highest, Optional<Integer> cut) {
        return scale(lowest, highest, cut, Direction.HIGHER_IS_WORSE);
    }

    private static Scale scale(int lowest, int highest, Optional<Integer> cut, Direction direction) {
        return new Scale(
                new ScaleId("tension"),
                new Title("Tension"),
                Theme.STRESS,
                List.of(new ItemKey("t1")),
                Set.of(),
                new AnswerRange(lowest, highest),
                0,
                Aggregate.SUM,
                1,
                1,
                direction,
                "points",
                cut.map(at -> new AtRiskRule(
                        AtRiskRule.Comparison.AT_LEAST, BigDecimal.valueOf(at), AtRiskRule.Basis.CONVENTION, "test")),
                Optional.empty());
    }
}
