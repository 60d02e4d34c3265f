package org.evenkeel.core.disclosure.audit;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Prints how long each step of choosing and attacking takes, from 50 to 500 cohorts. Run its main method, with sizes of its own if wanted; the seeds are fixed. */
final class DisclosureBenchmark {
    private static final int THRESHOLD = 10;
    private static final double POINTS = 40;

    private DisclosureBenchmark() {}

    /** Measures one school of about each size; the first one twice, because the first run also warms up. */
    public static void main(String[] arguments) {
        System.out.println("cohorts  atoms  published  selection  hiding places  add back  check  scores  counts");
        int[] sizes = arguments.length == 0
                ? new int[] {50, 50, 100, 145, 200, 250, 300, 400, 500}
                : Stream.of(arguments).mapToInt(Integer::parseInt).toArray();
        for (int size : sizes) {
            LongStream.range(0, 2_000)
                    .mapToObj(SchoolOfTest::random)
                    .filter(one -> Math.abs(one.groups().size() - size) <= size / 10)
                    .findFirst()
                    .ifPresent(DisclosureBenchmark::measure);
        }
    }

    private static void measure(SchoolOfTest school) {
        List<BitSet> candidates = school.groups().stream()
                .filter(group -> school.size(group) >= THRESHOLD)
                .toList();
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
        List<BitSet> shown =
                selection.accepted().stream().mapToObj(candidates::get).toList();
        Random random = new Random(1);
        double[] scores = LongStream.of(school.respondents())
                .mapToDouble(count -> count * (10 + 12 * random.nextDouble()))
                .toArray();
        double[] atRisk = LongStream.of(school.respondents())
                .mapToDouble(count -> LongStream.range(0, count)
                        .filter(one -> random.nextDouble() < 0.3)
                        .count())
                .toArray();
        Attacked ofScores = attack(school, hidden, shown, scores, POINTS, 0.1, Protection.OF_SCORES);
        Attacked ofCounts = attack(school, hidden, shown, atRisk, 1, 0.025, Protection.OF_COUNTS);
        System.out.printf(
                Locale.UK,
                "%7d %6d %10d %9.2fs %13.2fs %8.2fs %5.2fs %6.2fs %6.2fs %s%n",
                school.groups().size(),
                school.respondents().length,
                shown.size(),
                selecting,
                hiding,
                adding,
                checking,
                ofScores.seconds(),
                ofCounts.seconds(),
                ofScores.open().isPresent() || ofCounts.open().isPresent() ? "a hidden group is open" : "");
    }

    private record Attacked(double seconds, Optional<BitSet> open) {}

    private static Attacked attack(
            SchoolOfTest school,
            List<BitSet> hidden,
            List<BitSet> groups,
            double[] totals,
            double highest,
            double half,
            Protection protection) {
        List<ShownTotal> shown = groups.stream()
                .map(group -> {
                    double size = school.size(group);
                    double mean =
                            group.stream().mapToDouble(atom -> totals[atom]).sum() / size;
                    double middle = Math.rint(mean / (2 * half)) * 2 * half;
                    return new ShownTotal(group, size * (middle - half), size * (middle + half));
                })
                .toList();
        IntervalAttack attack =
                new IntervalAttack(school.respondents(), 0, highest, protection, shown, SafePublish.Limits.USUAL);
        long start = System.nanoTime();
        Optional<BitSet> open = attack.unprotected(hidden);
        return new Attacked((System.nanoTime() - start) / 1e9, open);
    }

    private static double seconds(Runnable step) {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
