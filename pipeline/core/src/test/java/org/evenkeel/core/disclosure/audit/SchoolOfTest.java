package org.evenkeel.core.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** A random school: respondents by combination of attributes, and its one- and two-way groups. */
final class SchoolOfTest {
    private final int students;
    private final List<int[]> profiles;
    private final long[] respondents;
    private final List<BitSet> groups;

    private SchoolOfTest(int students, List<int[]> profiles, long[] respondents, List<BitSet> groups) {
        this.students = students;
        this.profiles = profiles;
        this.respondents = respondents;
        this.groups = groups;
    }

    int students() {
        return students;
    }

    List<int[]> profiles() {
        return profiles;
    }

    long[] respondents() {
        return respondents.clone();
    }

    List<BitSet> groups() {
        return groups;
    }

    /** A school of any size: 300 to 900 students, three to six attributes. */
    static SchoolOfTest random(long seed) {
        Random random = new Random(seed);
        int students = 300 + random.nextInt(601);
        int[] values = new int[3 + random.nextInt(4)];
        double[][] steps = new double[values.length][];
        for (int attribute = 0; attribute < values.length; attribute++) {
            values[attribute] = 2 + random.nextInt(attribute == 0 ? 5 : 4);
            steps[attribute] = steps(random, attribute, values[attribute]);
        }
        return school(random, students, steps);
    }

    /** A school of about this many one- and two-way groups; the number of values grows evenly over three to six attributes. */
    static SchoolOfTest about(int groups, long seed) {
        int[] values = new int[groups < 60 ? 3 : groups < 120 ? 4 : groups < 260 ? 5 : 6];
        Arrays.fill(values, 1);
        for (int place = 0; groups(values) < groups; place++) {
            values[place % values.length]++;
        }
        Random random = new Random(seed);
        double[][] steps = new double[values.length][];
        for (int attribute = 0; attribute < values.length; attribute++) {
            steps[attribute] = steps(random, attribute, values[attribute]);
        }
        return school(random, 300 + 600 * Math.min(groups, 400) / 400, steps);
    }

    /** The school, and every value and pair of values of attributes with so many. */
    private static int groups(int... values) {
        int groups = 1;
        for (int one = 0; one < values.length; one++) {
            groups += values[one];
            for (int other = one + 1; other < values.length; other++) {
                groups += values[one] * values[other];
            }
        }
        return groups;
    }

    /** Where the values of an attribute end when people are spread over them; those of the first are equally frequent. */
    private static double[] steps(Random random, int attribute, int values) {
        double[] steps = new double[values];
        double sum = 0;
        for (int value = 0; value < values; value++) {
            sum += attribute == 0 ? 1 : 0.1 + random.nextDouble() * random.nextDouble();
            steps[value] = sum;
        }
        return steps;
    }

    private static SchoolOfTest school(Random random, int students, double[][] steps) {
        TreeMap<List<Integer>, Long> counts = new TreeMap<>(java.util.Comparator.comparing(Object::toString));
        for (int student = 0; student < students; student++) {
            List<Integer> profile = new ArrayList<>();
            for (double[] step : steps) {
                double point = random.nextDouble() * step[step.length - 1];
                int value = 0;
                while (point > step[value]) {
                    value++;
                }
                profile.add(value);
            }
            if (random.nextDouble() < 0.6) {
                counts.merge(profile, 1L, Long::sum);
            }
        }
        List<int[]> profiles = counts.keySet().stream()
                .map(profile -> profile.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        return new SchoolOfTest(
                students,
                profiles,
                counts.values().stream().mapToLong(Long::longValue).toArray(),
                groups(profiles, steps));
    }

    private static List<BitSet> groups(List<int[]> profiles, double[][] steps) {
        Set<BitSet> groups = new LinkedHashSet<>();
        BitSet school = new BitSet();
        school.set(0, profiles.size());
        groups.add(school);
        for (int one = 0; one < steps.length; one++) {
            for (int value = 0; value < steps[one].length; value++) {
                groups.add(members(profiles, one, value, one, value));
            }
        }
        for (int one = 0; one < steps.length; one++) {
            for (int other = one + 1; other < steps.length; other++) {
                for (int value = 0; value < steps[one].length; value++) {
                    for (int second = 0; second < steps[other].length; second++) {
                        groups.add(members(profiles, one, value, other, second));
                    }
                }
            }
        }
        groups.removeIf(BitSet::isEmpty);
        return List.copyOf(groups);
    }

    private static BitSet members(List<int[]> profiles, int one, int value, int other, int second) {
        BitSet members = new BitSet();
        for (int atom = 0; atom < profiles.size(); atom++) {
            members.set(atom, profiles.get(atom)[one] == value && profiles.get(atom)[other] == second);
        }
        return members;
    }

    long size(BitSet group) {
        return group.stream().mapToLong(atom -> respondents[atom]).sum();
    }

    int attributes() {
        return profiles.get(0).length;
    }
}
