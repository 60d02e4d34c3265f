package org.evenkeel.core.disclosure.audit;

import java.util.List;
import org.evenkeel.core.problem.Require;

/**
 * The proof that every number that can be computed from published totals, however they are combined, rests on at least the
 * threshold of respondents. It holds one reshuffling for each atom, and can be checked by adding whole numbers: nothing that
 * found it has to be trusted.
 *
 * <p>Why it proves that: a combination of published totals that is not always 0 has a largest coefficient at some atom; the
 * reshuffling that hides this atom shows that the combination rests on enough respondents.
 */
public final class Certificate {
    private final MembershipMatrix published;
    private final int threshold;
    private final List<Reshuffling> hidingPlaces;

    Certificate(MembershipMatrix published, int threshold, List<Reshuffling> hidingPlaces) {
        Require.that(
                hidingPlaces.size() == published.atoms(),
                "a certificate holds a reshuffling for each of %s atoms. Value given: %s",
                published.atoms(),
                hidingPlaces.size());
        this.published = published;
        this.threshold = threshold;
        this.hidingPlaces = List.copyOf(hidingPlaces);
    }

    /** Whether it proves what it claims. An overflow proves nothing. */
    public boolean holds() {
        try {
            for (int atom = 0; atom < published.atoms(); atom++) {
                Reshuffling reshuffling = hidingPlaces.get(atom);
                if (!reshuffling.isUnseenBy(published) || !reshuffling.hides(atom, published, threshold)) {
                    return false;
                }
            }
            return true;
        } catch (ArithmeticException overflow) {
            return false;
        }
    }

    /** What proves it: a reshuffling for each atom. */
    List<Reshuffling> hidingPlaces() {
        return hidingPlaces;
    }

    /** Fewest respondents any computable number rests on. */
    public int threshold() {
        return threshold;
    }

    /** How many atoms the published groups divide the respondents into. */
    public int atoms() {
        return published.atoms();
    }

    /** How many groups are published. */
    public int groups() {
        return published.groups();
    }
}
