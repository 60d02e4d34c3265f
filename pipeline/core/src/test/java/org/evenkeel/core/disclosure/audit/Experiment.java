package org.evenkeel.core.disclosure.audit;

import java.util.*;

final class Experiment {
    static long[] row(BitSet members, int atoms) { long[] row = new long[atoms]; members.stream().forEach(a -> row[a] = 1); return row; }
    public static void main(String[] args) {
        int seeds = Integer.parseInt(args[0]);
        double shares = 0;
        for (int seed = args.length > 1 ? Integer.parseInt(args[1]) : 0; seed < seeds; seed++) {
            Random random = new Random(seed);
            int students = 300 + random.nextInt(601);
            int attributes = 3 + random.nextInt(4);
            int[] sizes = new int[attributes];
            double[][] cum = new double[attributes][];
            for (int i = 0; i < attributes; i++) {
                sizes[i] = 2 + random.nextInt(i == 0 ? 5 : 4);
                cum[i] = new double[sizes[i]];
                double s = 0;
                for (int v = 0; v < sizes[i]; v++) { s += i == 0 ? 1 : 0.1 + random.nextDouble() * random.nextDouble(); cum[i][v] = s; }
                for (int v = 0; v < sizes[i]; v++) cum[i][v] /= s;
            }
            SortedMap<String, Integer> profiles = new TreeMap<>();
            for (int s = 0; s < students; s++) {
                StringBuilder b = new StringBuilder();
                for (int i = 0; i < attributes; i++) {
                    double u = random.nextDouble(); int v = 0; while (u > cum[i][v]) v++;
                    b.append((char) ('0' + v));
                }
                if (random.nextDouble() < 0.6) profiles.merge(b.toString(), 1, Integer::sum);
            }
            List<String> names = new ArrayList<>(profiles.keySet());
            long[] n = names.stream().mapToLong(profiles::get).toArray();
            List<BitSet> cohorts = new ArrayList<>();
            BitSet all = new BitSet(); all.set(0, n.length); cohorts.add(all);
            for (int i = 0; i < attributes; i++) for (int v = 0; v < sizes[i]; v++) { BitSet c = new BitSet(); for (int a = 0; a < n.length; a++) if (names.get(a).charAt(i) == '0' + v) c.set(a); if (!c.isEmpty()) cohorts.add(c); }
            List<BitSet> two = new ArrayList<>();
            for (int i = 0; i < attributes; i++) for (int j = i + 1; j < attributes; j++) for (int v = 0; v < sizes[i]; v++) for (int w = 0; w < sizes[j]; w++) { BitSet c = new BitSet(); for (int a = 0; a < n.length; a++) if (names.get(a).charAt(i) == '0' + v && names.get(a).charAt(j) == '0' + w) c.set(a); if (!c.isEmpty()) two.add(c); }
            cohorts.addAll(two);
            List<BitSet> eligible = new ArrayList<>(), hidden = new ArrayList<>();
            for (BitSet c : cohorts) { if (c.stream().mapToLong(a -> n[a]).sum() >= 10) eligible.add(c); else hidden.add(c); }
            long t0 = System.nanoTime();
            Selection selection = new SafePublish(10, SafePublish.Limits.USUAL).select(new MembershipMatrix(n, eligible), 0, hidden);
            BitSet published = selection.accepted(); int t0s = 0, cuts = 0; long nodes = 0, maxNodes = 0;
            System.out.println(selection.doubts() + " " + selection.certificate().isPresent());
            double share = published.cardinality() / (double) eligible.size(); shares += share;
            System.out.printf("seed %d students %d attrs %d atoms %d cohorts %d eligible %d hidden %d targets %d published %d = %.0f%% cuts %d nodes %d max %d time %d ms%n", seed, students, attributes, n.length, cohorts.size(), eligible.size(), hidden.size(), t0s, published.cardinality(), 100 * share, cuts, nodes, maxNodes, (System.nanoTime() - t0) / 1000000);
        }
        System.out.printf("average %.1f%%%n", 100 * shares / seeds);
    }
}
