package org.evenkeel.core.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Attacks hidden totals with inequalities. The attacker knows who is in which group, how many respondents each atom has, between which
 * values every answer lies, and everything that is shown on its grid. What he cannot rule out are the assignments of totals to atoms
 * that would be shown the same. Two assignments in which a hidden group's total is far apart prove that he does not know it.
 *
 * <p>Assignments are looked for where they cost least: first among those found for other groups; then by letting one in the middle
 * {@link Drift drift} along the reshufflings of the certificate; last by linear programming. Each is made of fixed-point numbers and
 * checked against every shown figure in whole numbers, so that a rounding error can only make a group count as unprotected.
 */
public final class IntervalAttack {
    /** How near the edge of what is shown an assignment may come. */
    private static final double INWARD = 0.999;

    private static final double[] FIRST_INWARD = {0.9, 0.99, INWARD};

    private final Knowledge knowledge;
    private final Protection protection;
    private final SafePublish.Limits limits;
    private final List<Reshuffling> reshufflings;
    private final Proposals proposals;
    private final List<long[]> possible = new ArrayList<>();
    private Optional<double[]> middle = Optional.empty();
    private Optional<Drift> drift = Optional.empty();
    private Start start = Start.AHEAD;

    /** Whether an assignment to start from was looked for. */
    private enum Start {
        AHEAD,
        MADE
    }

    /**
     * An attack on one measure.
     *
     * @param respondents respondents of each atom
     * @param lowest the lowest value of one respondent
     * @param highest the highest value of one respondent
     * @param protection what must stay unknown
     * @param shown what is shown
     * @param limits what may be spent
     */
    public IntervalAttack(
            long[] respondents,
            double lowest,
            double highest,
            Protection protection,
            List<ShownTotal> shown,
            SafePublish.Limits limits) {
        this(new Knowledge(respondents, lowest, highest, shown), protection, limits, List.of());
    }

    private IntervalAttack(
            Knowledge knowledge, Protection protection, SafePublish.Limits limits, List<Reshuffling> reshufflings) {
        this.knowledge = knowledge;
        this.protection = protection;
        this.limits = limits;
        this.reshufflings = reshufflings.stream().filter(this::isUnseen).toList();
        this.proposals = new Proposals(knowledge, limits.stepsForAnAtom());
    }

    private boolean isUnseen(Reshuffling reshuffling) {
        for (int place = 0; place < knowledge.shown(); place++) {
            if (reshuffling.shift(knowledge.shown(place).atoms()) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The same attack with the help of a certificate over the same atoms: its reshufflings show the way to other assignments. */
    public IntervalAttack along(Certificate certificate) {
        return certificate.atoms() == knowledge.atoms()
                ? new IntervalAttack(knowledge, protection, limits, certificate.hidingPlaces())
                : this;
    }

    /** The same attack where other totals are shown. Assignments found so far are kept where they would still be shown the same. */
    public IntervalAttack showing(List<ShownTotal> shown) {
        IntervalAttack other = new IntervalAttack(knowledge.showing(shown), protection, limits, reshufflings);
        possible.stream().filter(other.knowledge::allows).forEach(other.possible::add);
        return other;
    }

    /** The range of totals of a group that the attack could not rule out. It may be wider in truth, never narrower. */
    public record Range(double lowest, double highest) {
        /** How much is unknown. */
        public double width() {
            return highest - lowest;
        }
    }

    /** The first of the hidden groups that is not proved to be protected, if there is one. */
    public Optional<BitSet> unprotected(List<BitSet> hidden) {
        return hidden.stream().filter(group -> !isProtected(group)).findFirst();
    }

    /**
     * Which of these totals may be shown together, by their places, so that every hidden group keeps its protection. While one is
     * open, the least useful total of a group that touches it is withdrawn; what fits comes back, the most useful first.
     *
     * @param useful totals, the most useful first
     * @param hidden groups that must stay hidden
     */
    public BitSet safe(List<ShownTotal> useful, List<BitSet> hidden) {
        BitSet kept = new BitSet();
        kept.set(0, useful.size());
        IntervalAttack attack = showing(useful);
        Optional<BitSet> open = attack.unprotected(hidden);
        while (open.isPresent() && !kept.isEmpty()) {
            BitSet target = open.get();
            kept.clear(kept.stream()
                    .filter(place -> useful.get(place).atoms().intersects(target))
                    .max()
                    .orElse(kept.length() - 1));
            attack = attack.showing(at(useful, kept));
            open = attack.unprotected(hidden);
        }
        for (int place = 0; place < useful.size(); place++) {
            if (!kept.get(place)) {
                kept.set(place);
                IntervalAttack more = attack.showing(at(useful, kept));
                if (more.unprotected(hidden).isEmpty()) {
                    attack = more;
                } else {
                    kept.clear(place);
                }
            }
        }
        return kept;
    }

    private static List<ShownTotal> at(List<ShownTotal> totals, BitSet places) {
        return places.stream().mapToObj(totals::get).toList();
    }

    /** Whether enough stays unknown about a hidden group. */
    public boolean isProtected(BitSet group) {
        long size = knowledge.respondents(group);
        double least = protection.least(size, knowledge.highest() - knowledge.lowest());
        if (enough(known(group), least)) {
            return true;
        }
        makeStart();
        drift.ifPresent(from -> {
            keep(knowledge.parts(from.towards(group, 1)));
            keep(knowledge.parts(from.towards(group, -1)));
        });
        return enough(known(group), least) || enough(widened(group, least), least);
    }

    /** For numbers at risk this is at least one person, so that neither nobody nor everybody is certain. */
    private boolean enough(Optional<Range> range, double least) {
        return range.map(protection::possible)
                .filter(ends -> ends.width() >= least)
                .isPresent();
    }

    /** The range of a group's total in the assignments found so far. */
    private Optional<Range> known(BitSet group) {
        long lowest = Long.MAX_VALUE;
        long highest = Long.MIN_VALUE;
        for (long[] totals : possible) {
            long total = total(totals, group);
            lowest = Math.min(lowest, total);
            highest = Math.max(highest, total);
        }
        return possible.isEmpty()
                ? Optional.empty()
                : Optional.of(new Range(lowest / (double) Knowledge.PARTS, highest / (double) Knowledge.PARTS));
    }

    /** The widest range of a group's total that can be found. Absent when no assignment at all was found. */
    public Optional<Range> widest(BitSet group) {
        return widened(group, Double.POSITIVE_INFINITY);
    }

    private Optional<Range> widened(BitSet group, double least) {
        makeStart();
        middle.ifPresent(from -> {
            keep(fixed(proposals.extreme(from, group, 1, least)));
            keep(fixed(proposals.extreme(from, group, -1, least)));
        });
        return known(group);
    }

    /** Looks for an assignment to start from, once: by raking, or else by linear programming. */
    private void makeStart() {
        if (start == Start.MADE) {
            return;
        }
        start = Start.MADE;
        middle = Optional.of(new Raking(knowledge).middle())
                .filter(totals -> knowledge.allows(knowledge.parts(totals)))
                .or(() -> DoubleStream.of(FIRST_INWARD)
                        .mapToObj(proposals::feasible)
                        .flatMap(Optional::stream)
                        .filter(totals -> knowledge.allows(knowledge.parts(totals)))
                        .findFirst());
        middle.ifPresent(totals -> {
            possible.add(knowledge.parts(totals));
            drift = Optional.of(new Drift(knowledge, reshufflings, totals));
        });
    }

    /** Keeps an assignment if it stands up to every shown figure. */
    private void keep(long[] totals) {
        if (knowledge.allows(totals)) {
            possible.add(totals);
        }
    }

    /** A little towards the middle, so that rounding does not push it over an edge. */
    private long[] fixed(double[] proposed) {
        double[] centre = middle.orElse(proposed);
        double[] inside = new double[proposed.length];
        Arrays.setAll(inside, atom -> centre[atom] + INWARD * (proposed[atom] - centre[atom]));
        return knowledge.parts(inside);
    }

    private static long total(long[] totals, BitSet group) {
        long sum = 0;
        for (int atom = group.nextSetBit(0); atom >= 0; atom = group.nextSetBit(atom + 1)) {
            sum += totals[atom];
        }
        return sum;
    }
}
