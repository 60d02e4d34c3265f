package org.evenkeel.core.statistics.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.statistics.Difference;
import org.evenkeel.core.statistics.Spread;
import org.evenkeel.core.statistics.Target;

class ResponsePropertiesTest {
    private static final Lattice POINTS = new Lattice(10, 0, 2000, 10);

    @Property
    void rake_whereItSucceeds_meetsEveryMargin(
            @ForAll @Size(6) List<@IntRange(min = 1, max = 40) Integer> respondents,
            @ForAll @Size(6) List<@IntRange(max = 60) Integer> silent) {
        List<Margin> margins = margins(respondents, silent);
        Raking.rake(cells(respondents, 0), margins).present().ifPresent(weights -> {
            for (int place = 0; place < margins.size(); place++) {
                Map<String, Double> sums = new TreeMap<>();
                for (int c = 0; c < weights.cells().size(); c++) {
                    WeightingCell cell = weights.cells().get(c);
                    sums.merge(
                            cell.categories().get(place),
                            cell.count() * weights.each().get(c),
                            Double::sum);
                }
                Margin margin = margins.get(place);
                sums.forEach((category, sum) ->
                        assertThat(sum / margin.of(category)).isCloseTo(1, within(Raking.AGREEMENT)));
            }
        });
    }

    @Property
    void weightedMean_cellsInAnyOrder_isTheSame(
            @ForAll @Size(6) List<@IntRange(min = 6, max = 40) Integer> respondents, @ForAll long seed) {
        List<Margin> margins = margins(respondents, List.of(3, 9, 14, 2, 20, 11));
        List<WeightingCell> shuffled = new ArrayList<>(cells(respondents, 0));
        Collections.shuffle(shuffled, new Random(seed));
        Difference straight = mean(cells(respondents, 0), margins);
        Difference mixed = mean(shuffled, margins);
        assertThat(mixed.value()).isCloseTo(straight.value(), within(1e-9));
        assertThat(mixed.standardError()).isCloseTo(straight.standardError(), within(1e-9));
    }

    @Property
    void weightedMean_constantAdded_movesByItAndKeepsItsError(
            @ForAll @Size(6) List<@IntRange(min = 6, max = 40) Integer> respondents,
            @ForAll @IntRange(max = 1000) int constant) {
        List<Margin> margins = margins(respondents, List.of(3, 9, 14, 2, 20, 11));
        Difference still = mean(cells(respondents, 0), margins);
        Difference moved = mean(cells(respondents, constant), margins);
        assertThat(moved.value() - constant / 10.0).isCloseTo(still.value(), within(1e-9));
        assertThat(moved.standardError()).isCloseTo(still.standardError(), within(1e-9));
    }

    @Property
    void rake_oneMargin_countsEveryGroupWithItsStudents(
            @ForAll @Size(3) List<@IntRange(min = 12, max = 15) Integer> respondents) {
        List<WeightingCell> cells = new ArrayList<>();
        Map<String, Double> students = new TreeMap<>();
        double expected = 0;
        for (int h = 0; h < respondents.size(); h++) {
            cells.add(cell(List.of("h" + h), moments(respondents.get(h), h * 31)));
            students.put("h" + h, 16.0 + h);
            expected += (16.0 + h) / 51 * cells.get(h).mean();
        }
        Margin margin = new Margin("h", new TreeMap<>(students));
        assertThat(mean(cells, List.of(margin)).value()).isCloseTo(expected, within(1e-9));
    }

    @Property
    void tippingGap_ofThoseWhoAreSilent_reachesTheValue(
            @ForAll @IntRange(min = 1, max = 99) int silent, @ForAll @IntRange(min = -200, max = 200) int aim) {
        NonResponse others = new NonResponse(100, 20, silent / 100.0, 0, 200);
        double value = 100 + aim / 10.0;
        others.tippingGap(value)
                .present()
                .ifPresent(gap -> assertThat(others.mean() + others.unanswered() * gap.value())
                        .isCloseTo(value, within(1e-9)));
    }

    private static Difference mean(List<WeightingCell> cells, List<Margin> margins) {
        Weights weights = Raking.rake(cells, margins).present().orElseThrow();
        return WeightedEstimates.of(weights, Sampling.simple(Target.DESCRIPTIVE))
                .mean()
                .present()
                .orElseThrow()
                .estimate();
    }

    private static List<WeightingCell> cells(List<Integer> respondents, int constant) {
        List<WeightingCell> cells = new ArrayList<>();
        for (int c = 0; c < respondents.size(); c++) {
            cells.add(cell(List.of("y" + c % 3, "s" + c / 3), moments(respondents.get(c), 17 * c + constant)));
        }
        return cells;
    }

    private static WeightingCell cell(List<String> categories, Moments moments) {
        return new WeightingCell(
                categories,
                moments.count(),
                Spread.mean(moments, POINTS).orElseThrow(),
                Spread.variance(moments, POINTS).orElse(0));
    }

    private static Moments moments(int respondents, int from) {
        Moments moments = Moments.EMPTY;
        for (int i = 0; i < respondents; i++) {
            moments = moments.plus(Moments.ofOne(from + 37L * i * i % 101, 0));
        }
        return moments;
    }

    private static List<Margin> margins(List<Integer> respondents, List<Integer> silent) {
        Map<String, Double> years = new TreeMap<>();
        Map<String, Double> sites = new TreeMap<>();
        for (int c = 0; c < respondents.size(); c++) {
            double students = (double) respondents.get(c) + silent.get(c);
            years.merge("y" + c % 3, students, Double::sum);
            sites.merge("s" + c / 3, students, Double::sum);
        }
        return List.of(new Margin("year", new TreeMap<>(years)), new Margin("site", new TreeMap<>(sites)));
    }
}
