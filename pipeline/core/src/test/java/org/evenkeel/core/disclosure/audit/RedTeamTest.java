package org.evenkeel.core.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.evenkeel.core.Proof;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/** Fifty random schools, three releases each, attacked with everything that was released. */
@Tag("slow")
class RedTeamTest {
    private static final int THRESHOLD = 10;

    /** A respondent: the combination of attributes, and the releases he is counted in, as bits. */
    private record Version(int profile, int releases) {}

    /** What came of attacking one school. */
    private record Attacked(
            long seed,
            long respondents,
            int versions,
            int cohorts,
            int hidden,
            long byThreshold,
            long byPairs,
            long derivable,
            double published,
            double seconds) {
        String words() {
            return String.format(
                    Locale.UK,
                    "school %d: %d respondents, %d versions, %d cohorts, %d hidden, published %.0f%%, %.1f s",
                    seed,
                    respondents,
                    versions,
                    cohorts,
                    hidden,
                    100 * published,
                    seconds);
        }
    }

    @Test
    void releases_ofRandomSchools_isolateNobody() {
        List<Attacked> schools = LongStream.rangeClosed(1, Proof.count(3, 50))
                .parallel()
                .mapToObj(place -> attack(place % 50))
                .toList();
        schools.forEach(one -> System.out.println(one.words()));
        Proof.print("schools attacked over three releases, nobody isolated", schools.size());
        double average =
                schools.stream().mapToDouble(Attacked::published).average().orElseThrow();
        System.out.printf(
                Locale.UK,
                "proof: hidden %d; derivable by threshold alone %d, with the pairwise rule %d, here %d; published %.0f%% on"
                        + " average, worst %.0f%%; slowest %s%n",
                schools.stream().mapToLong(Attacked::hidden).sum(),
                schools.stream().mapToLong(Attacked::byThreshold).sum(),
                schools.stream().mapToLong(Attacked::byPairs).sum(),
                schools.stream().mapToLong(Attacked::derivable).sum(),
                100 * average,
                100 * schools.stream().mapToDouble(Attacked::published).min().orElseThrow(),
                schools.stream()
                        .max(Comparator.comparing(Attacked::seconds))
                        .orElseThrow()
                        .words());
        assertThat(schools).allSatisfy(one -> assertThat(one.derivable()).isZero());
        assertThat(average).isGreaterThanOrEqualTo(0.75);
    }

    private static Attacked attack(long seed) {
        long start = System.nanoTime();
        SchoolOfTest school = SchoolOfTest.random(seed);
        Random random = new Random(seed);
        Map<Version, Long> versions = new LinkedHashMap<>();
        for (int profile = 0; profile < school.profiles().size(); profile++) {
            for (int one = 0; one < school.respondents()[profile]; one++) {
                double fate = random.nextDouble();
                int releases = fate < 0.02 ? 0b110 : fate < 0.03 ? 0b100 : fate < 0.04 ? 0b001 : 0b111;
                versions.merge(new Version(profile, releases), 1L, Long::sum);
            }
        }
        List<Version> atoms = List.copyOf(versions.keySet());
        long[] respondents = atoms.stream()
                .mapToLong(version -> versions.getOrDefault(version, 0L))
                .toArray();
        List<BitSet> released = new ArrayList<>();
        List<BitSet> hidden = new ArrayList<>();
        int hiddenAtFirst = 0;
        long byThreshold = 0;
        long byPairs = 0;
        double published = 0;
        for (int release = 0; release < 3; release++) {
            List<BitSet> plan = new ArrayList<>();
            for (BitSet group : school.groups()) {
                BitSet members = new BitSet();
                for (int atom = 0; atom < atoms.size(); atom++) {
                    Version version = atoms.get(atom);
                    members.set(atom, (version.releases() >> release & 1) == 1 && group.get(version.profile()));
                }
                boolean planned = release < 2 || random.nextInt(4) > 0; // the plan changes before the third release
                if (planned && !members.isEmpty()) {
                    plan.add(members);
                }
            }
            List<BitSet> candidates = plan.stream()
                    .filter(group -> size(group, respondents) >= THRESHOLD)
                    .toList();
            plan.stream().filter(group -> size(group, respondents) < THRESHOLD).forEach(hidden::add);
            List<BitSet> groups = new ArrayList<>(released);
            groups.addAll(candidates);
            Selection selection = new SafePublish(THRESHOLD, SafePublish.Limits.USUAL)
                    .select(new MembershipMatrix(respondents, groups), released.size(), hidden);
            assertThat(selection.certificate())
                    .as("school %s, release %s", seed, release)
                    .isPresent();
            assertThat(selection.certificate().orElseThrow().holds()).isTrue();
            if (release == 0) {
                hiddenAtFirst = hidden.size();
                byThreshold = derivable(hidden, candidates, respondents);
                byPairs = derivable(hidden, pairwise(candidates, respondents), respondents);
                published = selection.accepted().cardinality() / (double) candidates.size();
            }
            selection.accepted().stream().mapToObj(candidates::get).forEach(released::add);
        }
        return new Attacked(
                seed,
                size(all(respondents), respondents),
                atoms.size(),
                school.groups().size(),
                hiddenAtFirst,
                byThreshold,
                byPairs,
                derivable(hidden, released, respondents),
                published,
                (System.nanoTime() - start) / 1e9);
    }

    /** What the second solver found of one school. */
    private record Interval(long seed, int attacked, int kept, int of, double narrowest) {}

    @Test
    void intervals_independentAttacker_findsNothingNarrower() {
        List<Interval> found = LongStream.rangeClosed(1, Proof.count(3, 50))
                .parallel()
                .mapToObj(place -> interval(place % 50))
                .toList();
        Proof.print(
                "hidden groups attacked by a second solver",
                found.stream().mapToLong(Interval::attacked).sum());
        System.out.printf(
                Locale.UK,
                "proof: %d schools, means kept %d of %d, narrowest interval %.2f of what is required%n",
                found.size(),
                found.stream().mapToInt(Interval::kept).sum(),
                found.stream().mapToInt(Interval::of).sum(),
                found.stream().mapToDouble(Interval::narrowest).min().orElseThrow());
    }

    private static Interval interval(long seed) {
        SchoolOfTest school = SchoolOfTest.random(seed);
        List<BitSet> candidates = school.groups().stream()
                .filter(group -> school.size(group) >= THRESHOLD)
                .toList();
        List<BitSet> hidden = school.groups().stream()
                .filter(group -> school.size(group) < THRESHOLD)
                .toList();
        Selection selection = SafePublishTest.select(school.respondents(), candidates);
        double[] totals = totals(school, seed);
        List<ShownTotal> proposed = selection.accepted().stream()
                .mapToObj(candidates::get)
                .map(group -> shown(group, school, totals))
                .toList();
        IntervalAttack attack = new IntervalAttack(
                        school.respondents(), 0, 40, Protection.OF_SCORES, List.of(), SafePublish.Limits.USUAL)
                .along(selection.certificate().orElseThrow());
        List<ShownTotal> shown =
                attack.safe(proposed, hidden).stream().mapToObj(proposed::get).toList();
        double narrowest = Double.POSITIVE_INFINITY;
        List<BitSet> largest = hidden.stream()
                .sorted(Comparator.comparing(group -> -school.size(group)))
                .limit(2)
                .toList();
        for (BitSet group : largest) {
            double width = attack.showing(shown).widest(group).orElseThrow().width();
            double independent = width(school, shown, group);
            assertThat(independent).as("school %s", seed).isGreaterThanOrEqualTo(width - 1e-6);
            assertThat(width).as("school %s", seed).isGreaterThanOrEqualTo(0.99 * independent - 1e-6);
            double ratio = independent / Protection.OF_SCORES.least(school.size(group), 40);
            assertThat(ratio).as("school %s", seed).isGreaterThanOrEqualTo(1);
            narrowest = Math.min(narrowest, ratio);
        }
        return new Interval(seed, largest.size(), shown.size(), proposed.size(), narrowest);
    }

    private static double[] totals(SchoolOfTest school, long seed) {
        Random random = new Random(seed);
        double[] totals = new double[school.respondents().length];
        for (int atom = 0; atom < totals.length; atom++) {
            for (int one = 0; one < school.respondents()[atom]; one++) {
                totals[atom] += Math.max(0, Math.min(40, Math.round(16 + 7 * random.nextGaussian())));
            }
        }
        return totals;
    }

    private static ShownTotal shown(BitSet group, SchoolOfTest school, double[] totals) {
        double n = school.size(group);
        double step = n >= 50 ? 0.1 : n >= 25 ? 0.2 : 0.5;
        double mean = Math.rint(group.stream().mapToDouble(atom -> totals[atom]).sum() / n / step) * step;
        return new ShownTotal(group, n * (mean - step / 2), n * (mean + step / 2));
    }

    private static double width(SchoolOfTest school, List<ShownTotal> shown, BitSet group) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        List<Variable> variables = new ArrayList<>();
        for (int atom = 0; atom < school.respondents().length; atom++) {
            variables.add(model.addVariable("x" + atom)
                    .lower(0)
                    .upper(40 * school.respondents()[atom])
                    .weight(group.get(atom) ? 1 : 0));
        }
        for (int row = 0; row < shown.size(); row++) {
            Expression expression = model.addExpression("c" + row)
                    .lower(shown.get(row).lowest())
                    .upper(shown.get(row).highest());
            shown.get(row).atoms().stream().forEach(atom -> expression.set(variables.get(atom), 1));
        }
        double highest = model.maximise().getValue();
        double lowest = model.minimise().getValue();
        return highest - lowest;
    }

    /** Hidden groups that are combinations of published ones. */
    private static long derivable(List<BitSet> hidden, List<BitSet> published, long[] respondents) {
        MembershipMatrix matrix = new MembershipMatrix(respondents, published);
        Echelon space = Echelon.of(matrix.residues(), Echelon.inOrder(respondents.length));
        return hidden.stream()
                .filter(group -> space.contains(matrix.residues(group)))
                .count();
    }

    /** The rule of the trade: hide a group also when what it leaves of a larger published one is too small. */
    private static List<BitSet> pairwise(List<BitSet> candidates, long[] respondents) {
        List<BitSet> published = new ArrayList<>();
        for (BitSet candidate : candidates) {
            boolean remainder = published.stream().anyMatch(wider -> {
                BitSet rest = (BitSet) wider.clone();
                rest.andNot(candidate);
                BitSet inside = (BitSet) candidate.clone();
                inside.andNot(wider);
                return inside.isEmpty() && !rest.isEmpty() && size(rest, respondents) < THRESHOLD;
            });
            if (!remainder) {
                published.add(candidate);
            }
        }
        return published;
    }

    private static BitSet all(long[] respondents) {
        BitSet all = new BitSet();
        all.set(0, respondents.length);
        return all;
    }

    private static long size(BitSet group, long[] respondents) {
        return group.stream().mapToLong(atom -> respondents[atom]).sum();
    }
}
