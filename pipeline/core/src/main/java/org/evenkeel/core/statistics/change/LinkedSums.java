package org.evenkeel.core.statistics.change;

import java.math.BigInteger;
import org.evenkeel.core.cell.Links;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Spread;

/** Links read as the moments of one term, of the differences, or of those who are not linked. Nobody counts as at risk. */
final class LinkedSums {
    private LinkedSums() {}

    static Moments earlier(Links links) {
        return new Moments(links.count(), links.sumEarlier(), links.squaresEarlier(), 0);
    }

    static Moments later(Links links) {
        return new Moments(links.count(), links.sumLater(), links.squaresLater(), 0);
    }

    static Moments differences(Links links) {
        BigInteger squares = links.squaresEarlier()
                .add(links.squaresLater())
                .subtract(links.products().shiftLeft(1));
        return new Moments(links.count(), links.sumLater().subtract(links.sumEarlier()), squares, 0);
    }

    /** All without those who are linked. */
    static Moments without(Moments all, Moments linked) {
        Require.that(
                linked.count() <= all.count(),
                "linked respondents must be 0..%s. Value given: %s",
                all.count(),
                linked.count());
        return new Moments(
                all.count() - linked.count(),
                all.sum().subtract(linked.sum()),
                all.sumOfSquares().subtract(linked.sumOfSquares()),
                0);
    }

    static double mean(BigInteger sum, long count, Lattice lattice) {
        return Spread.mean(new Moments(count, sum, BigInteger.ZERO, 0), lattice).orElseThrow();
    }
}
