package org.evenkeel.core.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.statistics.control.Side;
import org.junit.jupiter.api.Test;

class WeeklyChartTest {
    private static final boolean FULL =
            System.getProperty("evenkeel.proof", "sample").equals("full");
    private static final int SERIES = FULL ? 20_000 : 500;
    private static final int WATCHED = 18;

    private static ShownSoFar.Week teaching(double distance) {
        return new ShownSoFar.Week(distance, false);
    }

    private static ShownSoFar.Week exams(double distance) {
        return new ShownSoFar.Week(distance, true);
    }

    /** So many weeks that swing around a centre. */
    private static List<ShownSoFar.Week> swinging(int weeks, double centre) {
        return IntStream.range(0, weeks)
                .mapToObj(week -> teaching(centre + (week % 3 - 1) * 0.2))
                .toList();
    }

    private static List<WeeklyChart.Phase> phases(WeeklyChart chart) {
        return chart.weeks().stream().map(WeeklyChart.Judged::phase).toList();
    }

    @Test
    void of_fewerThanTwelveTeachingWeeks_isARunAroundTheMedianWithoutLimits() {
        List<ShownSoFar.Week> weeks = new ArrayList<>(swinging(11, 1));
        weeks.add(exams(4));
        assertThat(WeeklyChart.of(weeks, Direction.HIGHER_IS_WORSE).weeks())
                .hasSize(12)
                .allSatisfy(week -> {
                    assertThat(week.phase()).isEqualTo(WeeklyChart.Phase.RUN);
                    assertThat(week.centre()).isEqualTo(1);
                    assertThat(week.limits()).isEmpty();
                });
    }

    @Test
    void of_twelveTeachingWeeks_areTheBaselineThatStays() {
        List<ShownSoFar.Week> weeks = new ArrayList<>(swinging(12, 1));
        WeeklyChart.Judged first =
                WeeklyChart.of(weeks, Direction.HIGHER_IS_WORSE).weeks().get(0);
        weeks.addAll(swinging(30, 9));
        assertThat(WeeklyChart.of(weeks, Direction.HIGHER_IS_WORSE).weeks().get(0))
                .isEqualTo(first);
        assertThat(phases(WeeklyChart.of(weeks, Direction.HIGHER_IS_WORSE)).subList(0, 13))
                .containsOnly(WeeklyChart.Phase.BASELINE, WeeklyChart.Phase.WATCHED)
                .endsWith(WeeklyChart.Phase.BASELINE, WeeklyChart.Phase.WATCHED);
        assertThat(first.centre()).isCloseTo(1, offset(1e-12));
    }

    @Test
    void of_examWeekAmongTheFirst_isHeldAgainstTheBaselineAndNoPartOfIt() {
        List<ShownSoFar.Week> weeks = new ArrayList<>(swinging(6, 1));
        weeks.add(exams(5));
        weeks.addAll(swinging(6, 1));
        WeeklyChart chart = WeeklyChart.of(weeks, Direction.HIGHER_IS_WORSE);
        assertThat(chart.weeks().get(6).phase()).isEqualTo(WeeklyChart.Phase.WATCHED);
        assertThat(chart.weeks().get(6).signal()).contains(Side.ABOVE);
        assertThat(chart.weeks().get(0).centre()).isLessThan(1.01);
    }

    @Test
    void of_weekBeyondTheLimitsThatAreDrawn_alwaysSignals() {
        List<ShownSoFar.Week> weeks = new ArrayList<>(swinging(12, 1));
        double upper = WeeklyChart.of(weeks, Direction.HIGHER_IS_WORSE)
                .weeks()
                .get(0)
                .limits()
                .orElseThrow()
                .upper();
        weeks.add(teaching(upper + 0.01));
        assertThat(WeeklyChart.of(weeks, Direction.HIGHER_IS_WORSE)
                        .weeks()
                        .get(12)
                        .signal())
                .contains(Side.ABOVE);
        weeks.set(12, teaching(upper - 0.01));
        assertThat(WeeklyChart.of(weeks, Direction.HIGHER_IS_WORSE)
                        .weeks()
                        .get(12)
                        .signal())
                .isEmpty();
    }

    @Test
    void of_weeksTurnedAround_signalOnTheOtherSide() {
        List<ShownSoFar.Week> weeks = new ArrayList<>(swinging(12, 1));
        weeks.addAll(swinging(6, 2));
        WeeklyChart chart = WeeklyChart.of(weeks, Direction.HIGHER_IS_WORSE);
        WeeklyChart turned = WeeklyChart.of(
                weeks.stream().map(week -> teaching(-week.distance())).toList(), Direction.HIGHER_IS_BETTER);
        assertThat(chart.worseLately()).isTrue();
        assertThat(turned.worseLately()).isFalse();
        for (int i = 0; i < weeks.size(); i++) {
            Optional<Side> other =
                    turned.weeks().get(i).signal().map(side -> side == Side.ABOVE ? Side.BELOW : Side.ABOVE);
            assertThat(chart.weeks().get(i).signal()).isEqualTo(other);
        }
    }

    @Test
    void of_weeksThatKeepALittleWorse_signalByTheirSum() {
        List<ShownSoFar.Week> weeks = new ArrayList<>();
        for (int week = 0; week < 12; week++) {
            weeks.add(teaching(week % 2 == 0 ? 0.5 : -0.5));
        }
        for (int week = 0; week < 15; week++) {
            weeks.add(teaching(week == 7 ? -0.09 : 0.88));
        }
        for (Direction other : List.of(Direction.NEUTRAL, Direction.HIGHER_IS_BETTER)) {
            assertThat(WeeklyChart.of(weeks, other).weeks())
                    .as(other.name())
                    .noneMatch(week -> week.signal().isPresent());
        }
        assertThat(WeeklyChart.of(weeks, Direction.HIGHER_IS_WORSE).weeks().subList(20, 27))
                .anyMatch(week -> week.signal().equals(Optional.of(Side.ABOVE)));
    }

    @Test
    void of_oneStrangeWeek_isNotHeldAgainstThoseAfterIt() {
        List<ShownSoFar.Week> weeks = new ArrayList<>();
        for (int week = 0; week < 12; week++) {
            weeks.add(teaching(week % 2 == 0 ? -0.5 : 0.5));
        }
        weeks.add(teaching(20));
        for (int week = 0; week < 30; week++) {
            weeks.add(teaching(week % 2 == 0 ? -0.5 : 0.5));
        }
        assertThat(WeeklyChart.of(weeks, Direction.HIGHER_IS_WORSE).worseLately())
                .isFalse();
    }

    @Test
    void of_weeksInControl_seldomSignal() {
        for (double alike : List.of(0.0, 0.3, 0.5, 0.7)) {
            Random random = new Random(7);
            int weeks = 0;
            int lately = 0;
            int looked = 0;
            int any = 0;
            for (int i = 0; i < SERIES; i++) {
                List<ShownSoFar.Week> series = new ArrayList<>();
                double before = random.nextGaussian();
                for (int week = 0; week < 12 + WATCHED; week++) {
                    series.add(teaching(before));
                    before = alike * before + Math.sqrt(1 - alike * alike) * random.nextGaussian();
                }
                List<WeeklyChart.Judged> judged =
                        WeeklyChart.of(series, Direction.HIGHER_IS_WORSE).weeks();
                long signals = judged.stream()
                        .filter(week -> week.signal().isPresent())
                        .count();
                weeks += (int) signals;
                any += signals > 0 ? 1 : 0;
                for (int end = 16; end <= series.size(); end += 4) {
                    looked++;
                    lately += WeeklyChart.of(series.subList(0, end), Direction.HIGHER_IS_WORSE)
                                    .worseLately()
                            ? 1
                            : 0;
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "proof: weeks in control, likeness of neighbours %.1f: %.1f%% of weeks signal, %.0f%% of charts of %d weeks hold one, %.1f%% of looks"
                            + " at the last four raise a flag's reason%n",
                    alike,
                    100.0 * weeks / (SERIES * WATCHED),
                    100.0 * any / SERIES,
                    WATCHED,
                    100.0 * lately / looked);
            assertThat((double) lately / looked).isLessThan(alike < 0.2 ? 0.05 : 0.15);
        }
    }
}
