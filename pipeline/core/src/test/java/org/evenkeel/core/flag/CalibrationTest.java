package org.evenkeel.core.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.words.Messages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a calibration promises, held against schools that are invented by other means than its own. */
@Tag("slow")
class CalibrationTest {
    private static final Messages ENGLISH = Messages.of(Locale.UK);
    private static final List<ReportedMeasure> MEASURES = InventedFigures.measures(Direction.HIGHER_IS_WORSE);
    private static final boolean FULL =
            System.getProperty("evenkeel.proof", "sample").equals("full");
    private static final int SCHOOLS = FULL ? 400 : 10;

    /**
     * A school whose groups truly differ with a standard deviation of so many points, none by more than the material margin, but
     * for one that is worse by so much; 8 points lie between students.
     */
    private static ShownSoFar school(long seed, double between, double worse) {
        Random random = new Random(seed);
        InventedFigures figures = new InventedFigures("2026-autumn").school(20);
        for (int i = 0; i < 12; i++) {
            double truth = between * random.nextGaussian();
            while (truth > 2.4) {
                truth = between * random.nextGaussian();
            }
            int asked = 30 + random.nextInt(60);
            int answered = (int) Math.round(asked * (0.35 + 0.3 * random.nextDouble()));
            double error = 8 * Math.sqrt((1 - (double) answered / asked) / answered);
            double mean = 20 + (i == 0 && worse > 0 ? worse : truth) + error * random.nextGaussian();
            figures.group("campus", "C" + i, mean, answered, Math.round(100f * answered / asked));
            figures.change(InventedFigures.cohort("campus", "C" + i), 1.2 * random.nextGaussian(), 2.4);
        }
        return ShownSoFar.first(figures);
    }

    @Test
    void of_schoolsWithoutAWorseGroup_atMostOneInTwentyHoldsARedFlag() {
        for (double between : List.of(0.0, 0.8, 1.6)) {
            int red = 0;
            double promised = 0;
            for (long seed = 1; seed <= SCHOOLS; seed++) {
                Flags flags = Flags.of(school(seed, between, 0), MEASURES, ENGLISH);
                red += flags.flags().stream().anyMatch(flag -> flag.level() == Flag.Level.RED) ? 1 : 0;
                promised += flags.calibration().falseRed() / SCHOOLS;
                assertThat(flags.calibration().falseRed()).isLessThanOrEqualTo(Calibration.MOST_FALSE_RED);
            }
            System.out.printf(
                    Locale.ROOT,
                    "proof: red flags in %d of %d schools without a worse group, between %.1f; promised %.1f%%%n",
                    red,
                    SCHOOLS,
                    between,
                    100 * promised);
            assertThat(red).isLessThanOrEqualTo(SCHOOLS / 20);
        }
    }

    @Test
    void of_groupWorseByHalfAStandardDeviation_isFoundAsOftenAsPromised() {
        int found = 0;
        double promised = 0;
        for (long seed = 1; seed <= SCHOOLS; seed++) {
            Flags flags = Flags.of(school(seed, 0.8, 0.5 * 8), MEASURES, ENGLISH);
            found += flags.flags().stream()
                            .anyMatch(flag -> flag.cohort().equals(InventedFigures.cohort("campus", "C0")))
                    ? 1
                    : 0;
            promised += flags.calibration().power().get(0).flagged() / SCHOOLS;
        }
        System.out.printf(
                Locale.ROOT,
                "proof: a group worse by 0.5 standard deviations flagged in %d of %d schools; promised %.0f%%%n",
                found,
                SCHOOLS,
                100 * promised);
        assertThat((double) found / SCHOOLS).isBetween(promised - (FULL ? 0.08 : 0.4), promised + (FULL ? 0.08 : 0.4));
    }

    @Test
    void of_nothingToCompare_countsNobody() {
        Flags flags = Flags.of(ShownSoFar.first(new InventedFigures("2026-autumn").school(20)), MEASURES, ENGLISH);
        assertThat(flags.flags()).isEmpty();
        assertThat(flags.calibration().groups()).isZero();
    }

    @Test
    void of_moreGroups_asksMoreOfAnAmberFlag() {
        InventedFigures few = new InventedFigures("2026-autumn").school(20);
        InventedFigures many = new InventedFigures("2026-autumn").school(20);
        for (int i = 0; i < 60; i++) {
            if (i < 4) {
                few.group("campus", "C" + i, 20 + i % 7, 100, 40);
            }
            many.group("campus", "C" + i, 20 + i % 7, 100, 40);
        }
        Cutoffs mild =
                Flags.of(ShownSoFar.first(few), MEASURES, ENGLISH).calibration().cutoffs();
        Cutoffs strict = Flags.of(ShownSoFar.first(many), MEASURES, ENGLISH)
                .calibration()
                .cutoffs();
        assertThat(strict.amber()).isGreaterThan(mild.amber());
    }
}
