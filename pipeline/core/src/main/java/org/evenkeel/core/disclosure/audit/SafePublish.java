package org.evenkeel.core.disclosure.audit;

import java.util.BitSet;
import java.util.List;

/**
 * Chooses which groups may be published: in the order of their usefulness, as many as can be proved to isolate nobody when everything
 * published is combined in every possible way.
 *
 * <p>First what is known to be too small is kept out of reach: groups below the threshold and differences of two groups that rest on
 * fewer. Then every atom must find its hiding place. An atom that finds none is leant on by a combination of published groups; the least
 * useful of these is withdrawn, and the atom looks again. At last every group left out is tried once more. The result is maximal in that
 * no single group can be added to it.
 */
public final class SafePublish {
    private final int threshold;
    private final Limits limits;

    /** What may be spent, in steps, never in time. */
    public record Limits(int stepsForAnAtom) {
        /** Enough for a school many times the usual size. */
        public static final Limits USUAL = new Limits(20_000);
    }

    /** Chooses so that nothing computable rests on fewer respondents than the threshold. */
    public SafePublish(int threshold, Limits limits) {
        this.threshold = threshold;
        this.limits = limits;
    }

    /**
     * The choice.
     *
     * @param groups who is in which group: first everything published before, then the candidates, the most useful first
     * @param before how many groups were published before
     * @param hidden groups that must stay hidden
     */
    public Selection select(MembershipMatrix groups, int before, List<BitSet> hidden) {
        Choice choice = new Choice(groups, before, hidden, threshold, limits);
        choice.keepTargetsOutOfReach();
        if (choice.hideEveryAtom()) {
            choice.addBack();
        }
        return choice.selection();
    }
}
