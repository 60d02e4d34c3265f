package org.evenkeel.core.disclosure.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Prints how long each step of choosing and attacking takes, from 50 to 500 cohorts, and then how long everything takes for one school of
 * 145 cohorts with eight measures and three releases. Run its main method, with sizes of its own if wanted; the seeds are fixed.
 */
final class DisclosureBenchmark {
    private static final int THRESHOLD = 10;
    private static final double POINTS = 40;
    private static final int MEASURES = 8;
    private static final int RELEASES = 3;

    private DisclosureBenchmark() {}

    /** Measures one school of about each size; the first one twice, because the first run also warms up. */
    public static void main(String[] arguments) {
        System.out.println(
                "wanted cohorts  atoms  respondents  published  selection  hiding places  add back  check  scores  counts");
        int[] sizes = arguments.length == 0
                ? new int[] {50, 50, 100, 145, 200, 300, 400, 500}
                : Stream.of(arguments).mapToInt(Integer::parseInt).toArray();
        for (int size : sizes) {
            SchoolOfTest school = SchoolOfTest.about(size, 1);
            System.out.printf(Locale.UK, "%6d ", size);
            steps(school);
            if (Math.abs(school.groups().size() - size) > size / 10) {
                System.out.println("       that is as near as the generator comes to " + size);
            }
        }
        if (arguments.length == 0) {
            wholeSchool();
        }
    }

    private static void steps(SchoolOfTest school) {
        List<BitSet> candidates = candidates(school);
        List<BitSet> hidden = school.groups().stream()
                .filter(group -> school.size(group) < THRESHOLD)
                .toList();
        Choice choice = new Choice(
                new MembershipMatrix(school.respondents(), candidates), 0, hidden, THRESHOLD, SafePublish.Limits.USUAL);
        double selecting = seconds(choice::keepTargetsOutOfReach);
        double hiding = seconds(choice::hideEveryAtom);
        double adding = seconds(choice::addBack);
        Selection selection = choice.selection();
        double checking = seconds(() -> selection.certificate().orElseThrow().holds());
        List<BitSet> groups =
                selection.accepted().stream().mapToObj(candidates::get).toList();
        Attack attack = new Attack(school.respondents(), selection.certificate().orElseThrow(), hidden);
        double scores = seconds(() -> attack.on(groups, Protection.OF_SCORES));
        double counts = seconds(() -> attack.on(groups, Protection.OF_COUNTS));
        System.out.printf(
                Locale.UK,
                "%7d %6d %12d %10d %9.2fs %13.2fs %8.2fs %5.2fs %6.2fs %6.2fs%n",
                school.groups().size(),
                school.respondents().length,
                LongStream.of(school.respondents()).sum(),
                groups.size(),
                selecting,
                hiding,
                adding,
                checking,
                scores,
                counts);
    }

    /** Every measure has respondents of its own; every release has late answers and erasures, and is made beside those before it. */
    private static void wholeSchool() {
        SchoolOfTest school = LongStream.range(0, 100)
                .mapToObj(seed -> SchoolOfTest.about(145, seed))
                .min(Comparator.comparing(one -> Math.abs(one.respondents().length - 225)))
                .orElseThrow();
        long start = System.nanoTime();
        List<Measured> measures = IntStream.range(0, MEASURES)
                .parallel()
                .mapToObj(measure -> measure(school, measure))
                .toList();
        double all = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.UK,
                "one school: %d cohorts, %d atoms (%d to %d with versions), %d measures, %d releases, %d processors: %.1f s"
                        + " (certificates %.1f s, attacks %.1f s of processor time); shown %d cohorts, %d means, %d shares%n",
                school.groups().size(),
                school.respondents().length,
                measures.stream().mapToInt(Measured::versions).min().orElseThrow(),
                measures.stream().mapToInt(Measured::versions).max().orElseThrow(),
                MEASURES,
                RELEASES,
                Runtime.getRuntime().availableProcessors(),
                all,
                measures.stream().mapToDouble(Measured::certificates).sum(),
                measures.stream().mapToDouble(Measured::attacks).sum(),
                measures.stream().mapToInt(Measured::cohorts).sum(),
                measures.stream().mapToInt(Measured::means).sum(),
                measures.stream().mapToInt(Measured::shares).sum());
    }

    private record Version(int profile, int releases) {}

    private record Measured(int versions, int cohorts, int means, int shares, double certificates, double attacks) {}

    private static Measured measure(SchoolOfTest school, int measure) {
        Random random = new Random(measure);
        Map<Version, Long> versions = new LinkedHashMap<>();
        for (int profile = 0; profile < school.profiles().size(); profile++) {
            for (int one = 0; one < school.respondents()[profile]; one++) {
                double fate = random.nextDouble();
                int releases =
                        fate < 0.02 ? 0b110 : fate < 0.03 ? 0b100 : fate < 0.04 ? 0b001 : fate < 0.07 ? 0 : 0b111;
                if (releases > 0) {
                    versions.merge(new Version(profile, releases), 1L, Long::sum);
                }
            }
        }
        List<Version> atoms = List.copyOf(versions.keySet());
        long[] respondents =
                versions.values().stream().mapToLong(Long::longValue).toArray();
        List<BitSet> released = new ArrayList<>();
        List<BitSet> hidden = new ArrayList<>();
        int means = 0;
        int shares = 0;
        double certificates = 0;
        double attacks = 0;
        for (int release = 0; release < RELEASES; release++) {
            List<BitSet> candidates = new ArrayList<>();
            for (BitSet group : school.groups()) {
                BitSet members = new BitSet();
                for (int atom = 0; atom < atoms.size(); atom++) {
                    Version version = atoms.get(atom);
                    members.set(atom, (version.releases() >> release & 1) == 1 && group.get(version.profile()));
                }
                long size =
                        members.stream().mapToLong(atom -> respondents[atom]).sum();
                (size < THRESHOLD ? hidden : candidates).add(members);
            }
            hidden.removeIf(BitSet::isEmpty);
            List<BitSet> groups = new ArrayList<>(released);
            groups.addAll(candidates);
            long start = System.nanoTime();
            Selection selection = new SafePublish(THRESHOLD, SafePublish.Limits.USUAL)
                    .select(new MembershipMatrix(respondents, groups), released.size(), hidden);
            certificates += (System.nanoTime() - start) / 1e9;
            selection.accepted().stream().mapToObj(candidates::get).forEach(released::add);
            long attacking = System.nanoTime();
            Attack attack = new Attack(respondents, selection.certificate().orElseThrow(), hidden);
            means = attack.on(released, Protection.OF_SCORES);
            shares = attack.on(released, Protection.OF_COUNTS);
            attacks += (System.nanoTime() - attacking) / 1e9;
        }
        return new Measured(atoms.size(), released.size(), means, shares, certificates, attacks);
    }

    /** The attack with inequalities, and what it leaves shown. */
    private static final class Attack {
        private final long[] respondents;
        private final Certificate certificate;
        private final List<BitSet> hidden;

        Attack(long[] respondents, Certificate certificate, List<BitSet> hidden) {
            this.respondents = respondents.clone();
            this.certificate = certificate;
            this.hidden = hidden;
        }

        int on(List<BitSet> groups, Protection protection) {
            boolean scores = protection == Protection.OF_SCORES;
            Random random = new Random(1);
            double[] totals = LongStream.of(respondents)
                    .mapToDouble(count -> LongStream.range(0, count)
                            .mapToDouble(one -> scores ? 10 + 12 * random.nextDouble() : random.nextInt(10) < 3 ? 1 : 0)
                            .sum())
                    .toArray();
            List<ShownTotal> shown =
                    groups.stream().map(group -> shown(group, totals, scores)).toList();
            return new IntervalAttack(
                            respondents, 0, scores ? POINTS : 1, protection, List.of(), SafePublish.Limits.USUAL)
                    .along(certificate)
                    .safe(shown, hidden)
                    .cardinality();
        }

        private ShownTotal shown(BitSet group, double[] totals, boolean scores) {
            double size = group.stream().mapToLong(atom -> respondents[atom]).sum();
            double step = scores ? (size >= 50 ? 0.1 : size >= 25 ? 0.2 : 0.5) : size >= 100 ? 0.01 : 0.05;
            double mean = group.stream().mapToDouble(atom -> totals[atom]).sum() / size;
            double middle = Math.rint(mean / step) * step;
            return new ShownTotal(group, size * (middle - step / 2), size * (middle + step / 2));
        }
    }

    private static List<BitSet> candidates(SchoolOfTest school) {
        return school.groups().stream()
                .filter(group -> school.size(group) >= THRESHOLD)
                .toList();
    }

    private static double seconds(Runnable step) {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
