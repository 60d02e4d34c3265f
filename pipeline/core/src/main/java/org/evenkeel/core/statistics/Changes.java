package org.evenkeel.core.statistics;

import java.util.Optional;
import java.util.OptionalLong;
import org.evenkeel.core.cell.Links;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.problem.Require;

/**
 * The change of a group's mean between two terms answered by partly the same people.
 *
 * <p>Estimate: d = ȳ₂ − ȳ₁ over everyone who answered in each term. With n₁, n₂ respondents of whom n_c are linked with
 * correlation r, the variance is S₁²/n₁ + S₂²/n₂ − 2·r·S₁·S₂·n_c/(n₁·n₂), and the degrees of freedom lie between the paired
 * and Welch's. When both terms are a census of the same people, the finite-population form
 * (1−n₁/N₁)S₁²/n₁ + (1−n₂/N₂)S₂²/n₂ − 2·r·S₁·S₂·(n_c/(n₁n₂) − N_c/(N₁N₂)) is used, with N_c the smaller headcount. Fewer than
 * five linked respondents count as unlinked. In points. Source: Derrick, Russ, Toher and White, J. Modern Applied
 * Statistical Methods 16 (2017) 137–157; finite form by the same sampling argument.
 */
public final class Changes {
    /** Fewer linked respondents than this count as unlinked. */
    public static final long FEWEST_LINKS = 5;

    private Changes() {}

    /** Headcounts of the same people in both terms; given only where both terms are a census of them. */
    public record SamePeople(long earlier, long later) {
        public SamePeople {
            Require.that(earlier > 0 && later > 0, "headcounts must be above 0. Value given: %s, %s", earlier, later);
        }
    }

    /** The change from the earlier to the later term. */
    public static Estimate change(
            Moments earlier, Moments later, Links links, Lattice lattice, Optional<SamePeople> people) {
        return difference(earlier, later, links, lattice, people)
                .match(
                        difference -> difference.estimate(people.isPresent() ? Target.DESCRIPTIVE : Target.ANALYTIC),
                        Estimate::absent);
    }

    /** The change with its standard error and degrees of freedom, of which tests of it are made. */
    public static Fit<Difference> difference(
            Moments earlier, Moments later, Links links, Lattice lattice, Optional<SamePeople> people) {
        if (earlier.count() == 0 || later.count() == 0) {
            return Fit.absent(Absence.NO_RESPONDENTS);
        }
        if (earlier.count() < 2 || later.count() < 2) {
            return Fit.absent(Absence.ONE_RESPONDENT);
        }
        if (people.isPresent()
                && (people.get().earlier() < earlier.count() || people.get().later() < later.count())) {
            return Fit.absent(Absence.HEADCOUNT_BELOW_RESPONDENTS);
        }
        double change = Spread.mean(later, lattice).orElseThrow()
                - Spread.mean(earlier, lattice).orElseThrow();
        double n1 = earlier.count();
        double n2 = later.count();
        double v1 = Spread.variance(earlier, lattice).orElseThrow();
        double v2 = Spread.variance(later, lattice).orElseThrow();
        double linked = links.count() < FEWEST_LINKS ? 0 : links.count();
        double covariance = linked == 0 ? 0 : correlation(links, lattice) * Math.sqrt(v1 * v2);
        double variance = people.map(p -> Means.uncertainShare(earlier.count(), OptionalLong.of(p.earlier())) * v1 / n1
                        + Means.uncertainShare(later.count(), OptionalLong.of(p.later())) * v2 / n2
                        - 2
                                * covariance
                                * (linked / (n1 * n2)
                                        - Math.min(p.earlier(), p.later()) / ((double) p.earlier() * p.later())))
                .orElse(v1 / n1 + v2 / n2 - 2 * covariance * linked / (n1 * n2));
        return Fit.of(
                new Difference(change, Math.sqrt(Math.max(0, variance)), degreesOfFreedom(n1, n2, v1, v2, linked)));
    }

    private static double correlation(Links links, Lattice lattice) {
        double v1 = Spread.covariance(
                        links.count(), links.sumEarlier(), links.sumEarlier(), links.squaresEarlier(), lattice)
                .orElseThrow();
        double v2 = Spread.covariance(links.count(), links.sumLater(), links.sumLater(), links.squaresLater(), lattice)
                .orElseThrow();
        double both = Spread.covariance(links.count(), links.sumEarlier(), links.sumLater(), links.products(), lattice)
                .orElseThrow();
        return v1 <= 0 || v2 <= 0 ? 0 : Math.max(-1, Math.min(1, both / Math.sqrt(v1 * v2)));
    }

    private static double degreesOfFreedom(double n1, double n2, double v1, double v2, double linked) {
        double a = v1 / n1;
        double b = v2 / n2;
        double welch = a + b <= 0 ? Math.min(n1, n2) - 1 : (a + b) * (a + b) / (a * a / (n1 - 1) + b * b / (n2 - 1));
        double unlinked = n1 + n2 - 2 * linked;
        return linked == 0 ? welch : linked - 1 + (welch - linked + 1) / (n1 + n2) * unlinked;
    }
}
