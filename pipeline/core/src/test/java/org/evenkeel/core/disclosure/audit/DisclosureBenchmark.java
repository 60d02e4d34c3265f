package org.evenkeel.core.disclosure.audit;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;

/** Prints how long choosing and attacking take, from 50 to 500 cohorts. Run its main method; the seeds are fixed. */
final class DisclosureBenchmark {
    private static final int THRESHOLD = 10;

    private DisclosureBenchmark() {}

    /** Measures one school of about each size. */
    public static void main(String[] arguments) {
        System.out.println("cohorts  atoms  published  choose  check  attack");
        for (int size : new int[] {50, 100, 145, 200, 300, 400, 500}) {
            SchoolOfTest school = LongStream.range(0, 2_000)
                    .mapToObj(SchoolOfTest::random)
                    .filter(one -> Math.abs(one.groups().size() - size) <= size / 10)
                    .findFirst()
                    .orElse(null);
            if (school != null) {
                measure(school);
            }
        }
    }

    private static void measure(SchoolOfTest school) {
        List<BitSet> candidates = school.groups().stream()
                .filter(group -> school.size(group) >= THRESHOLD)
                .toList();
        List<BitSet> hidden = school.groups().stream()
                .filter(group -> school.size(group) < THRESHOLD)
                .toList();
        long start = System.nanoTime();
        Selection selection = new SafePublish(THRESHOLD, SafePublish.Limits.USUAL)
                .select(new MembershipMatrix(school.respondents(), candidates), 0, hidden);
        long chosen = System.nanoTime();
        boolean holds = selection.certificate().orElseThrow().holds();
        long checked = System.nanoTime();
        Random random = new Random(1);
        double[] totals = LongStream.of(school.respondents())
                .mapToDouble(count -> count * (10 + 12 * random.nextDouble()))
                .toArray();
        List<ShownTotal> shown = selection.accepted().stream()
                .mapToObj(candidates::get)
                .map(group -> {
                    double total =
                            group.stream().mapToDouble(atom -> totals[atom]).sum();
                    double half = 0.1 * school.size(group);
                    return new ShownTotal(group, total - half, total + half);
                })
                .toList();
        boolean open = new IntervalAttack(
                        school.respondents(), 0, 40, Protection.OF_SCORES, shown, SafePublish.Limits.USUAL)
                .unprotected(hidden)
                .isPresent();
        System.out.printf(
                Locale.UK,
                "%7d %6d %10d %6.2fs %5.2fs %6.2fs %s%n",
                school.groups().size(),
                school.respondents().length,
                selection.accepted().cardinality(),
                (chosen - start) / 1e9,
                (checked - chosen) / 1e9,
                (System.nanoTime() - checked) / 1e9,
                holds && !open ? "" : "not safe");
    }
}
