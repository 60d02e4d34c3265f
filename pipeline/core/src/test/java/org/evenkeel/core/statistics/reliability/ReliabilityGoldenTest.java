package org.evenkeel.core.statistics.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.evenkeel.core.Proof;
import org.evenkeel.core.cell.ItemMoments;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.Reliability;
import org.junit.jupiter.api.Test;

/** Against R (psych, lavaan); the script is src/test/r/reliability.R. */
class ReliabilityGoldenTest {
    private static final double DIGITS = 1e-9;
    private static final double[] LOADING = {1, .8, .6, .9, .4};
    private static final double[] NOISE = {.8, 1, 1.1, .7, 1.3};

    @Test
    void items_againstTheRest_match() {
        ItemAnalysis analysis = ItemAnalysis.of(moments(sheets(120))).present().orElseThrow();
        double[] rest = {0.783175746806054, 0.687187693917867, 0.577074196895844, 0.780855828735064, 0.599013783111164};
        double[] dropped = {
            0.795852380421452, 0.822441453184168, 0.850541799050449, 0.796028173466449, 0.853952233517801
        };
        for (int i = 0; i < 5; i++) {
            ItemAnalysis.Item item = analysis.items().get(i);
            assertThat(item.restCorrelation().orElseThrow()).isCloseTo(rest[i], within(DIGITS));
            assertThat(item.alphaIfDropped().orElseThrow()).isCloseTo(dropped[i], within(DIGITS));
        }
        assertThat(analysis.items().get(4).mean()).isCloseTo(2.88333333333333, within(DIGITS));
        assertThat(analysis.items().get(4).standardDeviation()).isCloseTo(0.650576129073215, within(DIGITS));
        assertThat(analysis.keys()).isEqualTo(ItemAnalysis.Keys.PASSED);
        assertThat(analysis.against()).isEmpty();
    }

    @Test
    void alpha_ofTheSameSheets_matchesWithFeldtInterval() {
        Estimate.Present alpha =
                Reliability.alpha(moments(sheets(120))).present().orElseThrow();
        assertThat(alpha.value()).isCloseTo(0.856311607104086, within(DIGITS));
        assertThat(alpha.interval().orElseThrow().lower()).isCloseTo(0.811241139636878, within(1e-7));
        assertThat(alpha.interval().orElseThrow().upper()).isCloseTo(0.893285739193365, within(1e-7));
    }

    @Test
    void omega_matchesMaximumLikelihoodAndItsDeltaInterval() {
        Omega omega = Omega.of(moments(sheets(120))).present().orElseThrow();
        assertThat(omega.value()).isCloseTo(0.875022214790331, within(1e-8));
        assertThat(omega.loadings().get(0)).isCloseTo(1.08273420255013, within(1e-7));
        assertThat(omega.interval().lower()).isCloseTo(0.834910603249564, within(1e-7));
        assertThat(omega.interval().upper()).isCloseTo(0.906479607133297, within(1e-7));
    }

    @Test
    void keys_oneItemTheWrongWayRound_looksReverseCoded() {
        ItemAnalysis analysis =
                ItemAnalysis.of(moments(reversed(sheets(120), 1))).present().orElseThrow();
        assertThat(analysis.items().get(1).restCorrelation().orElseThrow())
                .isCloseTo(-0.687187693917867, within(DIGITS));
        assertThat(analysis.keys()).isEqualTo(ItemAnalysis.Keys.LOOKS_REVERSE_CODED);
        assertThat(analysis.against()).containsExactly(1);
    }

    @Test
    void keys_twoItemsTheWrongWayRound_lookReverseCoded() {
        ItemAnalysis analysis = ItemAnalysis.of(moments(reversed(reversed(sheets(60), 1), 4)))
                .present()
                .orElseThrow();
        assertThat(analysis.keys()).isEqualTo(ItemAnalysis.Keys.LOOKS_REVERSE_CODED);
        assertThat(analysis.against()).contains(1, 4);
    }

    @Test
    void keys_oneItemBarelyAgainst_isDoubtful() {
        Random random = new Random(3);
        List<int[]> sheets = sheets(120);
        sheets.forEach(sheet -> sheet[2] = random.nextInt(5));
        ItemAnalysis analysis = ItemAnalysis.of(moments(sheets)).present().orElseThrow();
        double rest = analysis.items().get(2).restCorrelation().orElseThrow();
        assertThat(rest).isBetween(-0.15, 0.0);
        assertThat(analysis.keys()).isEqualTo(ItemAnalysis.Keys.ONE_ITEM_DOUBTFUL);
    }

    @Test
    void keys_underFiftySheets_areNotChecked() {
        ItemAnalysis analysis =
                ItemAnalysis.of(moments(reversed(sheets(49), 1))).present().orElseThrow();
        assertThat(analysis.keys()).isEqualTo(ItemAnalysis.Keys.TOO_FEW_SHEETS);
    }

    @Test
    void items_whereTheyCannotBe_areAbsentAndSayWhy() {
        assertThat(ItemAnalysis.of(ItemMoments.empty(0)).absence()).contains(Absence.ITEMS_NOT_KEPT);
        assertThat(ItemAnalysis.of(ItemMoments.empty(1)).absence()).contains(Absence.SINGLE_ITEM);
        assertThat(ItemAnalysis.of(ItemMoments.empty(4)).absence()).contains(Absence.TOO_FEW_COMPLETE);
        List<int[]> same = Collections.nCopies(60, new int[] {2, 2, 2});
        ItemAnalysis flat = ItemAnalysis.of(moments(same)).present().orElseThrow();
        assertThat(flat.items().get(0).restCorrelation()).isEmpty();
        assertThat(flat.items().get(0).alphaIfDropped()).isEmpty();
        assertThat(flat.keys()).isEqualTo(ItemAnalysis.Keys.PASSED);
    }

    @Test
    void omega_whereItCannotBe_isAbsentAndSaysWhy() {
        assertThat(Omega.of(ItemMoments.empty(0)).absence()).contains(Absence.ITEMS_NOT_KEPT);
        assertThat(Omega.of(ItemMoments.empty(1)).absence()).contains(Absence.SINGLE_ITEM);
        assertThat(Omega.of(ItemMoments.empty(2)).absence()).contains(Absence.TOO_FEW_ITEMS);
        assertThat(Omega.of(moments(sheets(99))).absence()).contains(Absence.TOO_FEW_COMPLETE);
        assertThat(Omega.of(moments(Collections.nCopies(120, new int[] {2, 2, 2})))
                        .absence())
                .contains(Absence.NO_SPREAD);
        List<int[]> twice = sheets(120);
        twice.forEach(sheet -> sheet[1] = sheet[0]);
        assertThat(Omega.of(moments(twice)).absence()).contains(Absence.EFFECTS_NOT_SEPARABLE);
    }

    @Test
    void omega_oneItemTakesTheWholeFactor_isAbsentAndSaysWhy() {
        List<int[]> sheets = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            double c = random.nextGaussian();
            sheets.add(new int[] {
                (int) Math.round(1000 * (a + b)),
                (int) Math.round(1000 * (a + c / 10)),
                (int) Math.round(1000 * (b + c / 10))
            });
        }
        assertThat(Omega.of(moments(sheets)).absence()).contains(Absence.IMPROPER_FACTOR);
    }

    @Property(tries = 20)
    void sheets_anyOrderAndPartition_giveTheSameStatistics(
            @ForAll long seed, @ForAll @IntRange(min = 100, max = 140) int count) {
        List<int[]> sheets = sheets(count);
        ItemMoments whole = moments(sheets);
        Collections.shuffle(sheets, new Random(seed));
        ItemMoments parts = moments(sheets.subList(50, count)).plus(moments(sheets.subList(0, 50)));
        assertThat(ItemAnalysis.of(parts)).isEqualTo(ItemAnalysis.of(whole));
        assertThat(Omega.of(parts)).isEqualTo(Omega.of(whole));
    }

    @Property(tries = 20)
    void items_constantAdded_changesMeansAlone(@ForAll @IntRange(min = -50, max = 50) int constant) {
        List<int[]> moved = sheets(120);
        moved.forEach(sheet -> {
            for (int i = 0; i < sheet.length; i++) {
                sheet[i] += constant;
            }
        });
        ItemAnalysis analysis = ItemAnalysis.of(moments(moved)).present().orElseThrow();
        ItemAnalysis plain = ItemAnalysis.of(moments(sheets(120))).present().orElseThrow();
        for (int i = 0; i < 5; i++) {
            assertThat(analysis.items().get(i).restCorrelation())
                    .isEqualTo(plain.items().get(i).restCorrelation());
            assertThat(analysis.items().get(i).mean())
                    .isCloseTo(plain.items().get(i).mean() + constant, within(1e-9));
        }
        assertThat(Omega.of(moments(moved))).isEqualTo(Omega.of(moments(sheets(120))));
    }

    @Test
    void alpha_feldtInterval_coversTheTrueAlpha() {
        int draws = Proof.count(1_000, 10_000);
        for (int count : new int[] {20, 60}) {
            Random random = new Random(20_260_306);
            int covered = 0;
            for (int draw = 0; draw < draws; draw++) {
                covered += Reliability.alpha(normal(random, count, new double[] {1, 1, 1, 1, 1}))
                                .present()
                                .orElseThrow()
                                .interval()
                                .orElseThrow()
                                .contains(5.0 / 6)
                        ? 1
                        : 0;
            }
            print("alpha, " + count + " sheets", (double) covered / draws, draws);
            assertThat((double) covered / draws).isBetween(0.935, 0.965);
        }
    }

    @Test
    void omega_interval_coversTheTrueOmega() {
        int draws = Proof.count(500, 10_000);
        double[] loadings = {1.2, 1, .8, .6, 1};
        double truth = 4.6 * 4.6 / (4.6 * 4.6 + 5);
        for (int count : new int[] {100, 250}) {
            Random random = new Random(20_260_307);
            int covered = 0;
            for (int draw = 0; draw < draws; draw++) {
                covered += Omega.of(normal(random, count, loadings))
                                .present()
                                .orElseThrow()
                                .interval()
                                .contains(truth)
                        ? 1
                        : 0;
            }
            print("omega, " + count + " sheets", (double) covered / draws, draws);
            assertThat((double) covered / draws).isBetween(0.925, 0.97);
        }
    }

    private static void print(String what, double coverage, int draws) {
        System.out.printf(Locale.UK, "proof: coverage of %s: %.2f%%%n", what, 100 * coverage);
        Proof.print("batches for " + what, draws);
    }

    /** Items with these loadings on one factor and a unique variance of 1, in thousandths. */
    private static ItemMoments normal(Random random, int count, double[] loadings) {
        List<int[]> sheets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double factor = random.nextGaussian();
            int[] sheet = new int[loadings.length];
            for (int item = 0; item < sheet.length; item++) {
                sheet[item] = (int) Math.round(1000 * (loadings[item] * factor + random.nextGaussian()));
            }
            sheets.add(sheet);
        }
        return moments(sheets);
    }

    private static List<int[]> sheets(int count) {
        List<int[]> sheets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double factor = 1.3 * Math.sin(i * 0.77) + 0.9 * Math.cos(i * 2.13);
            int[] sheet = new int[5];
            for (int j = 1; j <= 5; j++) {
                double value = 2 + LOADING[j - 1] * factor + NOISE[j - 1] * Math.sin(i * (1.31 + j) + j * j);
                sheet[j - 1] = (int) Math.max(0, Math.min(4, Math.rint(value)));
            }
            sheets.add(sheet);
        }
        return sheets;
    }

    private static List<int[]> reversed(List<int[]> sheets, int item) {
        sheets.forEach(sheet -> sheet[item] = 4 - sheet[item]);
        return sheets;
    }

    private static ItemMoments moments(List<int[]> sheets) {
        int size = sheets.get(0).length;
        long[] sums = new long[size];
        long[] products = new long[size * (size + 1) / 2];
        for (int[] sheet : sheets) {
            int place = 0;
            for (int i = 0; i < size; i++) {
                sums[i] += sheet[i];
                for (int j = i; j < size; j++) {
                    products[place++] += (long) sheet[i] * sheet[j];
                }
            }
        }
        List<Long> listed = new ArrayList<>();
        for (long sum : sums) {
            listed.add(sum);
        }
        List<Long> pairs = new ArrayList<>();
        for (long product : products) {
            pairs.add(product);
        }
        return new ItemMoments(sheets.size(), listed, pairs);
    }
}
