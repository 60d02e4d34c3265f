package org.evenkeel.core.statistics.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.evenkeel.core.Proof;
import org.evenkeel.core.cell.Panels;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.statistics.Absence;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against R (lme4, lmerTest); the script is src/test/r/panel.R. */
class RandomInterceptTest {
    private static final Lattice TOTALS = new Lattice(36, 0, 40 * 36, 36);
    private static final Offset<Double> FIXED = within(1e-6);
    private static final Offset<Double> DEGREES = within(1e-2);
    private static final String ROWS = """
            a 0 18 1; a 1 21 1; a 2 23 1; a 3 20 1; b 0 12 0; b 1 15 0; b 2 14 0; c 0 25 1; c 2 29 1; c 3 28 1; d 1 17 0;
            e 0 9 0; e 1 10 0; e 2 16 0; e 3 11 0; f 0 20 1; f 1 19 1; g 2 31 1; g 3 27 1; h 0 14 0; h 1 19 0; h 2 20 0;
            h 3 19 0; i 3 22 1; j 0 16 0; j 1 14 0; j 2 18 0; k 1 24 1; k 2 26 1; l 0 21 0; l 1 25 0; l 2 24 0; l 3 23 0;
            m 0 13 1; m 3 17 1; n 0 19 0; n 1 22 0; n 2 25 0""";
    private static final int[] ALIKE = {
        10, 20, 12, 18, 20, 10, 15, 12, 19, 14, 15, 18, 11, 13, 19, 14, 17, 13, 18, 16, 13, 19, 12, 15, 11, 20, 15, 18,
        12, 19, 11, 17, 14, 12, 18, 20, 11, 15
    };

    private record Row(String person, int term, int points, long campus) {}

    @Test
    void trend_fourTerms_matchesTheReference() {
        PeriodTrend trend = PeriodTrend.of(terms(rows()), TOTALS).present().orElseThrow();
        RandomIntercept model = trend.model();
        assertContrast(model.coefficient(0), 17.7400208237601, 1.36895933827202, 15.8241808476259);
        assertContrast(model.coefficient(1), 2.11570860542062, 0.686396268235695, 21.4970712268143);
        assertContrast(model.coefficient(3), 2.38019410893927, 0.755053463254277, 21.7043296657523);
        assertContrast(trend.levels().get(1), 19.8557294291807, 1.36943232420666, 15.8362249044858);
        assertContrast(trend.fromPrevious().get(1), 2.3461372640035, 0.686396268235695, 21.4970712270373);
        assertThat(trend.fromFirst().get(2)).isEqualTo(model.coefficient(3));
        assertThat(trend.fromPrevious().get(1).probabilityByChance()).isCloseTo(0.00252296833604614, within(1e-6));
        assertThat(model.personVariance()).isCloseTo(22.7892176840387, within(1e-4));
        assertThat(model.residualVariance()).isCloseTo(2.08095812274233, within(1e-5));
        assertThat(model.criterion()).isCloseTo(173.22785835693, within(1e-6));
        assertThat(model.people()).isEqualTo(14);
        assertThat(model.answers()).isEqualTo(38);
    }

    @Test
    void personEffect_fewAnswers_isDrawnTowardsNobodyInParticular() {
        RandomIntercept model =
                PeriodTrend.of(terms(rows()), TOTALS).present().orElseThrow().model();
        assertThat(model.personEffect(answers("a"))).isCloseTo(0.508924147515813, FIXED);
        assertThat(model.personEffect(answers("d"))).isCloseTo(-2.6167824511546, FIXED);
        assertThat(model.personEffect(answers("i"))).isCloseTo(1.72249812107238, FIXED);
    }

    @Test
    void model_regressorBetweenPeople_matchesTheReference() {
        Map<String, List<Panels.Answer>> people = new TreeMap<>();
        for (Row row : rows()) {
            List<Long> regressors = new ArrayList<>(PeriodTrend.regressors(row.term(), 4));
            regressors.add(row.campus());
            people.computeIfAbsent(row.person(), name -> new ArrayList<>())
                    .add(new Panels.Answer(regressors, row.points() * 36L));
        }
        Panels panels = panels(people);
        RandomIntercept model = RandomIntercept.of(panels, TOTALS).present().orElseThrow();
        assertContrast(model.coefficient(4), 5.24405157435031, 2.26378563718717, 12.3236851648795);
        assertContrast(model.coefficient(2), 4.48546510564816, 0.676869463230556, 21.5221737012538);
        assertThat(model.criterion()).isCloseTo(164.982092844173, within(1e-6));
        assertThat(model.intraclassCorrelation())
                .isCloseTo(16.8840972020406 / (16.8840972020406 + 2.07494635008595), within(1e-5));
    }

    @Test
    void model_peopleAlike_isLeastSquares() {
        List<Row> rows = rows();
        List<Row> alike = IntStream.range(0, rows.size())
                .mapToObj(i -> new Row(rows.get(i).person(), rows.get(i).term(), ALIKE[i], 0))
                .toList();
        RandomIntercept model =
                PeriodTrend.of(terms(alike), TOTALS).present().orElseThrow().model();
        assertThat(model.personVariance()).isZero();
        assertThat(model.residualVariance()).isCloseTo(11.2352941176471, within(1e-9));
        assertContrast(model.coefficient(3), 0.8, 1.58995005470945, 34);
        assertThat(model.criterion()).isCloseTo(187.723059934254, within(1e-6));
    }

    @Test
    void sameWeek_ofTwoYears_isWelch() {
        List<SameWeek> weeks = SameWeek.of(
                List.of(new SameWeek.Week(3, 18.2, 4.2, 30), new SameWeek.Week(4, 18, 4, 30)),
                List.of(new SameWeek.Week(3, 16.9, 5.1, 26), new SameWeek.Week(5, 17, 4, 30)));
        assertThat(weeks).hasSize(1);
        assertContrast(weeks.get(0).difference(), 1.3, 1.26031131685176, 48.5624806720515);
        assertThat(weeks.get(0).difference().interval().lower()).isCloseTo(-1.23326771039394, within(1e-9));
    }

    @Test
    void model_nobodyTwice_isAbsentAndSaysWhy() {
        Panels panels = Panels.empty(2);
        for (int person = 0; person < 9; person++) {
            panels = panels.plus(PeriodTrend.ofOne(List.of(new PeriodTrend.Value(person % 2, 10 + person)), 2));
        }
        assertThat(PeriodTrend.of(panels, TOTALS).absence()).contains(Absence.NOBODY_TWICE);
    }

    @Test
    void model_termWithoutAnswers_isAbsentAndSaysWhy() {
        Panels panels = Panels.empty(3);
        for (int person = 0; person < 9; person++) {
            panels = panels.plus(PeriodTrend.ofOne(
                    List.of(new PeriodTrend.Value(0, 10 + person), new PeriodTrend.Value(1, 12 + person % 4)), 3));
        }
        assertThat(PeriodTrend.of(panels, TOTALS).absence()).contains(Absence.EFFECTS_NOT_SEPARABLE);
    }

    @Test
    void model_whereItCannotBe_isAbsentAndSaysWhy() {
        assertThat(PeriodTrend.of(Panels.empty(3), TOTALS).absence()).contains(Absence.NO_RESPONDENTS);
        assertThat(PeriodTrend.of(Panels.empty(1), TOTALS).absence()).contains(Absence.NO_EARLIER_TERM);
        assertThat(PeriodTrend.of(
                                PeriodTrend.ofOne(List.of(new PeriodTrend.Value(0, 3), new PeriodTrend.Value(1, 5)), 2),
                                TOTALS)
                        .absence())
                .contains(Absence.TOO_FEW_ANSWERS);
        Panels same = Panels.empty(2);
        Panels steady = Panels.empty(2);
        for (int person = 0; person < 9; person++) {
            same = same.plus(PeriodTrend.ofOne(List.of(new PeriodTrend.Value(0, 7), new PeriodTrend.Value(1, 7)), 2));
            steady = steady.plus(
                    PeriodTrend.ofOne(List.of(new PeriodTrend.Value(0, person), new PeriodTrend.Value(1, person)), 2));
        }
        assertThat(PeriodTrend.of(same, TOTALS).absence()).contains(Absence.NO_SPREAD);
        assertThat(PeriodTrend.of(steady, TOTALS).absence()).contains(Absence.NO_CONVERGENCE);
    }

    @Test
    void panels_twoValuesInOnePeriod_areRefused() {
        assertThatThrownBy(
                        () -> PeriodTrend.ofOne(List.of(new PeriodTrend.Value(1, 3), new PeriodTrend.Value(1, 5)), 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 30)
    void panels_anyOrderAndPartition_giveTheSameModelToTheLastBit(
            @ForAll long seed, @ForAll @IntRange(min = 6, max = 40) int people) {
        Random random = new Random(seed);
        List<Panels> single = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            single.add(person(random, 3, 0));
        }
        Panels whole = single.stream().reduce(Panels.empty(3), Panels::plus);
        Collections.shuffle(single, random);
        int cut = random.nextInt(people);
        Panels left = single.subList(0, cut).stream().reduce(Panels.empty(3), Panels::plus);
        Panels right = single.subList(cut, people).stream().reduce(Panels.empty(3), Panels::plus);
        assertThat(right.plus(left)).isEqualTo(whole);
        assertThat(PeriodTrend.of(right.plus(left), TOTALS)
                        .present()
                        .map(trend -> trend.model().coefficients()))
                .isEqualTo(PeriodTrend.of(whole, TOTALS)
                        .present()
                        .map(trend -> trend.model().coefficients()));
    }

    @Property(tries = 30)
    void model_constantAdded_movesTheInterceptAlone(
            @ForAll long seed, @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int constant) {
        PeriodTrend trend = random(seed, 0);
        PeriodTrend moved = random(seed, constant);
        assertThat(moved.model().coefficients().get(0))
                .isCloseTo(trend.model().coefficients().get(0) + constant / 36.0, within(1e-7));
        for (int i = 0; i < 2; i++) {
            assertThat(moved.fromFirst().get(i).value())
                    .isCloseTo(trend.fromFirst().get(i).value(), within(1e-7));
            assertThat(moved.fromFirst().get(i).standardError())
                    .isCloseTo(trend.fromFirst().get(i).standardError(), within(1e-7));
        }
    }

    @Test
    @Tag("slow")
    void model_intervals_coverTheTrueEffects() {
        int draws = Proof.count(1_000, 10_000);
        for (int people : new int[] {12, 40}) {
            for (double spread : new double[] {1, 5}) {
                Random random = new Random(20_260_305);
                int within = 0;
                int between = 0;
                int fitted = 0;
                for (int draw = 0; draw < draws; draw++) {
                    Panels panels = Panels.empty(4);
                    for (int person = 0; person < people; person++) {
                        double level = spread * random.nextGaussian();
                        List<Panels.Answer> answers = new ArrayList<>();
                        for (int term = 0; term < 3; term++) {
                            long units = Math.round(
                                    360 * (20 + 2 * (person % 2) + 1.5 * term + level + 3 * random.nextGaussian()));
                            if (random.nextDouble() < 0.75) {
                                answers.add(new Panels.Answer(
                                        List.of(1L, term == 1 ? 1L : 0L, term == 2 ? 1L : 0L, (long) person % 2),
                                        units));
                            }
                        }
                        panels = answers.isEmpty() ? panels : panels.plus(Panels.ofOne(answers));
                    }
                    RandomIntercept model = RandomIntercept.of(panels, new Lattice(360, 0, 36_000, 1))
                            .present()
                            .orElse(null);
                    if (model != null) {
                        fitted++;
                        within += model.coefficient(2).interval().contains(3) ? 1 : 0;
                        between += model.coefficient(3).interval().contains(2) ? 1 : 0;
                    }
                }
                String what = people + " people, deviation between " + (int) spread + " and within 3";
                System.out.printf(
                        Locale.UK,
                        "proof: coverage of a change of terms %.2f%%, of a difference between people %.2f%%, fitted %.2f%%: %s%n",
                        100.0 * within / fitted,
                        100.0 * between / fitted,
                        100.0 * fitted / draws,
                        what);
                Proof.print("panels of " + what, draws);
                assertThat((double) within / fitted).isBetween(0.93, 0.97);
                assertThat((double) between / fitted).isBetween(0.92, 0.98);
            }
        }
    }

    private static PeriodTrend random(long seed, int constant) {
        Random random = new Random(seed);
        Panels panels = Panels.empty(3);
        for (int person = 0; person < 25; person++) {
            panels = panels.plus(person(random, 3, constant));
        }
        return PeriodTrend.of(panels, TOTALS).present().orElseThrow();
    }

    private static Panels person(Random random, int periods, int constant) {
        List<PeriodTrend.Value> values = new ArrayList<>();
        long level = Math.round(120 * random.nextGaussian());
        for (int period = 0; period < periods; period++) {
            long units = 700 + level + Math.round(90 * random.nextGaussian()) + constant;
            if (period == 0 || random.nextBoolean()) {
                values.add(new PeriodTrend.Value(period, units));
            }
        }
        return PeriodTrend.ofOne(values, periods);
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String line : ROWS.split(";", -1)) {
            String[] fields = line.strip().split(" ", -1);
            rows.add(new Row(
                    fields[0], Integer.parseInt(fields[1]), Integer.parseInt(fields[2]), Long.parseLong(fields[3])));
        }
        return rows;
    }

    private static List<Panels.Answer> answers(String person) {
        return rows().stream()
                .filter(row -> row.person().equals(person))
                .map(row -> new Panels.Answer(PeriodTrend.regressors(row.term(), 4), row.points() * 36L))
                .toList();
    }

    private static Panels terms(List<Row> rows) {
        Map<String, List<Panels.Answer>> people = new TreeMap<>();
        rows.forEach(row -> people.computeIfAbsent(row.person(), name -> new ArrayList<>())
                .add(new Panels.Answer(PeriodTrend.regressors(row.term(), 4), row.points() * 36L)));
        return panels(people);
    }

    private static Panels panels(Map<String, List<Panels.Answer>> people) {
        return people.values().stream().map(Panels::ofOne).reduce(Panels::plus).orElseThrow();
    }

    private static void assertContrast(Contrast contrast, double value, double error, double degrees) {
        assertThat(contrast.value()).isCloseTo(value, FIXED);
        assertThat(contrast.standardError()).isCloseTo(error, FIXED);
        assertThat(contrast.degreesOfFreedom()).isCloseTo(degrees, DEGREES);
    }
}
