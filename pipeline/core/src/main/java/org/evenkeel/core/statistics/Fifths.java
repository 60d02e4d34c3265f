package org.evenkeel.core.statistics;

import java.util.List;
import java.util.stream.IntStream;
import org.evenkeel.core.cell.Histogram;
import org.evenkeel.core.instrument.Lattice;

/**
 * Respondents by the fifth of the scale's range in which their score lies: what diverging bars are drawn of.
 *
 * <p>Every possible score stands for the step around it, so the range reaches half a step beyond both ends; a score belongs to the fifth
 * of that range in which it lies. No score lies on a border, and turning a scale round turns its fifths round. The five answers of a single item,
 * and means of check-ins to the nearest answer, are the five fifths. A scale of fewer than five scores has none. Fifths are parts of the
 * scale, not of the respondents, and no norms: the cut above which a score is at risk is a publication's and falls where it falls, on a border
 * (the fourth of five answers) or inside a fifth (10 of 0 to 27). How many are at risk is another figure, and the two need not add up.
 *
 * @param borders the first step of each fifth but the lowest, steps counted from 0 at the lowest score
 */
public record Fifths(List<Integer> borders) {
    /** How many parts there are. */
    public static final int PARTS = 5;

    public Fifths {
        borders = List.copyOf(borders);
    }

    /** The fifths of a scale. */
    public static Fit<Fifths> of(Lattice lattice) {
        long values = values(lattice);
        return values < PARTS
                ? Fit.absent(Absence.TOO_FEW_VALUES)
                : Fit.of(new Fifths(IntStream.range(1, PARTS)
                        .map(fifth -> first(fifth, values))
                        .boxed()
                        .toList()));
    }

    /** How many different scores complete answers can make. */
    public static long values(Lattice lattice) {
        return (lattice.highest() - lattice.lowest()) / lattice.step() + 1;
    }

    /** The first step whose middle lies at or beyond this many fifths of the range: (i + 1/2)·5 ≥ fifth·values. */
    private static int first(int fifth, long values) {
        return Math.toIntExact(-Math.floorDiv(-(2L * fifth * values - PARTS), 2L * PARTS));
    }

    /** The step at which a fifth begins, from 0 for the lowest; of {@link #PARTS}, the step beyond the highest score. */
    public int start(int fifth) {
        return fifth == 0 ? 0 : fifth == PARTS ? Integer.MAX_VALUE : borders.get(fifth - 1);
    }

    /** Respondents from one fifth up to, and without, another. */
    public long respondents(Histogram histogram, int from, int to) {
        return within(histogram, start(from), start(to));
    }

    /** Respondents from one step up to, and without, another. */
    public static long within(Histogram histogram, int from, int to) {
        return histogram.counts().subMap(from, to).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
