package org.evenkeel.core.statistics.panel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.evenkeel.core.cell.TermPanels;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.Fit;

/**
 * The change of the last of several terms since the one before, with people held fixed.
 *
 * <p>Estimate: the contrast of the two terms in a {@link PeriodTrend} over the answers of all terms, everyone's, with an interval by
 * Satterthwaite's degrees of freedom. Assumes that who answered when depends on nothing beyond the terms and a person's other answers.
 * Speaks of the process, not of these very people. In points. Sources: as {@link RandomIntercept}; methods of fixed people over
 * changing samples: Verbeke and Molenberghs, Linear Mixed Models for Longitudinal Data, ch. 20.
 */
public final class ModelledChange {
    private ModelledChange() {}

    /** The change with its interval. The last two terms must both have answers. */
    public static Estimate of(TermPanels panels, Lattice lattice) {
        int terms = panels.terms().size();
        if (terms < 2) {
            return Estimate.absent(Absence.NO_EARLIER_TERM);
        }
        if (!panels.answered().containsAll(panels.terms().subList(terms - 2, terms))) {
            return Estimate.absent(Absence.NOBODY_LINKED);
        }
        Fit<PeriodTrend> trend = PeriodTrend.of(panels.panels(), lattice);
        return trend.match(
                fitted -> fitted.fromPrevious()
                        .get(fitted.fromPrevious().size() - 1)
                        .estimate(),
                Estimate::absent);
    }

    /** How many people answered in both of the last two terms. */
    public static long linked(TermPanels panels) {
        int last = panels.terms().size() - 1;
        return last < 1
                ? 0
                : panels.people().entrySet().stream()
                        .filter(attended -> attended(attended.getKey(), last) && attended(attended.getKey(), last - 1))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
    }

    /**
     * The crowds that the change tells apart beside the means of all terms and the change of the same people.
     *
     * <p>The change is one weighted sum of all answers. Those who answered in the same terms have the same weights, and generally nobody
     * else has. Taking away multiples of the terms' means and of the change of the same people can strike out whole attendances only: of
     * those with both last terms one, of those with one of them one each, of the others one for each term they hold. What at least is
     * left is one crowd; where nothing is left every attendance is a crowd of its own.
     */
    public static List<Long> parts(TermPanels panels) {
        Map<Long, Long> people = panels.people();
        int last = panels.terms().size() - 1;
        if (last < 1) {
            return List.of();
        }
        Set<Long> struck = new LinkedHashSet<>();
        strike(people, struck, attended -> attended(attended, last) && attended(attended, last - 1));
        strike(people, struck, attended -> attended(attended, last) && !attended(attended, last - 1));
        strike(people, struck, attended -> !attended(attended, last) && attended(attended, last - 1));
        IntStream.range(0, last - 1)
                .forEach(term -> strike(
                        people,
                        struck,
                        attended -> attended(attended, term)
                                && !attended(attended, last)
                                && !attended(attended, last - 1)));
        long left = people.entrySet().stream()
                .filter(attendance -> !struck.contains(attendance.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return left > 0 ? List.of(left) : List.copyOf(people.values());
    }

    private static void strike(Map<Long, Long> people, Set<Long> struck, LongPredicate some) {
        people.entrySet().stream()
                .filter(attendance -> some.test(attendance.getKey()))
                .max(Map.Entry.<Long, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .ifPresent(largest -> struck.add(largest.getKey()));
    }

    private static boolean attended(long terms, int place) {
        return TermPanels.attended(terms, place);
    }
}
