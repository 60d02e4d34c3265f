package org.evenkeel.core.disclosure.audit;

import java.util.*;

final class IntervalExperiment {
    public static void main(String[] args) {
        for (int seed = 0; seed < Integer.parseInt(args[0]); seed++) {
            SchoolOfTest school = SchoolOfTest.random(seed);
            List<BitSet> eligible = school.groups().stream().filter(g -> school.size(g) >= 10).toList();
            List<BitSet> hidden = school.groups().stream().filter(g -> school.size(g) < 10).toList();
            Selection selection = new SafePublish(10, SafePublish.Limits.USUAL).select(new MembershipMatrix(school.respondents(), eligible), 0, hidden);
            Random random = new Random(seed);
            int atoms = school.respondents().length;
            double[] s = new double[atoms]; long[] r = new long[atoms];
            for (int a = 0; a < atoms; a++) for (int i = 0; i < school.respondents()[a]; i++) { double v = Math.max(0, Math.min(40, Math.round(16 + 7 * random.nextGaussian()))); s[a] += v; if (v >= 20) r[a]++; }
            List<ShownTotal> means = new ArrayList<>(), shares = new ArrayList<>();
            selection.accepted().stream().forEach(g -> { BitSet c = eligible.get(g); double n = school.size(c); double h = n >= 50 ? .1 : n >= 25 ? .2 : .5; double m = Math.rint(c.stream().mapToDouble(a -> s[a]).sum() / n / h) * h; means.add(new ShownTotal(c, n * (m - h / 2), n * (m + h / 2)));
                double rr = c.stream().mapToLong(a -> r[a]).sum(); double lo, hi; if (rr < 3) { lo = 0; hi = Math.ceil(Math.ceil(300 / n) / 5) * 5 * n / 100; } else if (n < 20) { double q = Math.min(3, Math.floor(4 * rr / n)); lo = q * n / 4; hi = (q + 1) * n / 4; } else { double st = n < 100 ? 5 : 1; double p = Math.rint(100 * rr / n / st) * st; lo = (p - st / 2) * n / 100; hi = (p + st / 2) * n / 100; } shares.add(new ShownTotal(c, lo, hi)); });
            long t = System.nanoTime();
            IntervalAttack a = new IntervalAttack(school.respondents(), 0, 40, Protection.OF_SCORES, means, SafePublish.Limits.USUAL);
            long bad = hidden.stream().filter(g -> !a.isProtected(g)).count();
            double narrowest = hidden.stream().mapToDouble(g -> a.widest(g).orElse(new IntervalAttack.Range(0, 0)).width() / school.size(g)).min().orElse(-1);
            long t1 = System.nanoTime();
            IntervalAttack b = new IntervalAttack(school.respondents(), 0, 1, Protection.OF_COUNTS, shares, SafePublish.Limits.USUAL);
            long badr = hidden.stream().filter(g -> !b.isProtected(g)).count();
            System.out.printf("seed %d hidden %d shown %d means unprotected %d narrowest %.1f (%d ms) shares unprotected %d (%d ms)%n", seed, hidden.size(), means.size(), bad, narrowest, (t1 - t) / 1000000, badr, (System.nanoTime() - t1) / 1000000);
        }
    }
}
