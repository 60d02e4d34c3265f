package org.evenkeel.core.statistics.change;

import org.evenkeel.core.problem.Require;

/**
 * Linked respondents by whether they were at risk in each of two terms.
 *
 * @param both at risk in both
 * @param earlierOnly at risk in the earlier alone
 * @param laterOnly at risk in the later alone
 * @param neither at risk in neither
 */
public record LinkedRisk(long both, long earlierOnly, long laterOnly, long neither) {
    /** Nobody is linked. */
    public static final LinkedRisk NOBODY = new LinkedRisk(0, 0, 0, 0);

    public LinkedRisk {
        Require.that(
                both >= 0 && earlierOnly >= 0 && laterOnly >= 0 && neither >= 0,
                "counts must be 0 or more. Value given: %s, %s, %s, %s",
                both,
                earlierOnly,
                laterOnly,
                neither);
    }

    /** Linked respondents. */
    public long count() {
        return both + earlierOnly + laterOnly + neither;
    }

    /** The correlation of being at risk in the two terms (φ); 0 where it cannot be told. */
    public double correlation() {
        double earlier = (double) both + earlierOnly;
        double later = (double) both + laterOnly;
        double n = count();
        double scale = Math.sqrt(earlier * (n - earlier) * later * (n - later));
        return scale > 0 ? ((double) both * neither - (double) earlierOnly * laterOnly) / scale : 0;
    }
}
