package org.evenkeel.core.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.evenkeel.core.Proof;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SafePublishTest {
    private static final int THRESHOLD = 10;

    /** Atoms: year 1 at A, year 1 at B, year 2 at A, year 2 at B without repeaters, repeaters of year 2 at B. */
    private static final long[] MINI = {32, 18, 28, 18, 4};

    private static final List<BitSet> MINI_PUBLISHED = List.of(
            atoms(0, 1, 2, 3, 4),
            atoms(0, 1),
            atoms(2, 3, 4),
            atoms(0, 2),
            atoms(1, 3, 4),
            atoms(0),
            atoms(2),
            atoms(1));

    @Test
    void select_derivableGroupOfTheThreshold_mayBePublished() {
        assertThat(select(MINI, MINI_PUBLISHED).accepted().cardinality()).isEqualTo(8);
    }

    @Test
    void select_groupThatLeavesFourRepeatersAfterThreeSubtractions_isRefused() {
        List<BitSet> groups = new ArrayList<>(MINI_PUBLISHED);
        groups.add(atoms(3));
        Selection selection = select(MINI, groups);
        assertThat(selection.accepted().get(8)).isFalse();
        assertThat(selection.accepted().cardinality()).isEqualTo(8);
    }

    @Test
    void select_twoGroupsThatDifferByOneComerAndOneGoer_areNotBothPublished() {
        assertThat(select(new long[] {40, 1, 1}, List.of(atoms(0, 1), atoms(0, 2)))
                        .accepted()
                        .cardinality())
                .isEqualTo(1);
    }

    @Test
    void select_lateAnswer_keepsTheOldFigure() {
        // Released before: the school without the late respondent. Candidate: the school with him.
        Selection selection = new SafePublish(THRESHOLD, SafePublish.Limits.USUAL)
                .select(new MembershipMatrix(new long[] {60, 1}, List.of(atoms(0), atoms(0, 1))), 1, List.of());
        assertThat(selection.accepted().isEmpty()).isTrue();
        assertThat(selection.certificate()).isPresent();
    }

    @Test
    void select_tenLateAnswers_mayBeShown() {
        Selection selection = new SafePublish(THRESHOLD, SafePublish.Limits.USUAL)
                .select(new MembershipMatrix(new long[] {60, 10}, List.of(atoms(0), atoms(0, 1))), 1, List.of());
        assertThat(selection.accepted().cardinality()).isEqualTo(1);
    }

    @Test
    void select_erasureAndLateAnswerTogether_keepTheOldFigure() {
        Selection selection = new SafePublish(THRESHOLD, SafePublish.Limits.USUAL)
                .select(new MembershipMatrix(new long[] {60, 1, 1}, List.of(atoms(0, 1), atoms(0, 2))), 1, List.of());
        assertThat(selection.accepted().isEmpty()).isTrue();
    }

    @Test
    void select_releasedBeforeUnderALowerThreshold_publishesNothingMore() {
        Selection selection = new SafePublish(20, SafePublish.Limits.USUAL)
                .select(new MembershipMatrix(new long[] {12, 40}, List.of(atoms(0), atoms(0, 1))), 1, List.of());
        assertThat(selection.certificate()).isEmpty();
        assertThat(selection.accepted().isEmpty()).isTrue();
    }

    @Tag("school")
    @Test
    void select_limitReached_isNotSafe() {
        SchoolOfTest school = SchoolOfTest.random(1);
        Selection selection = new SafePublish(THRESHOLD, new SafePublish.Limits(1))
                .select(new MembershipMatrix(school.respondents(), eligible(school)), 0, List.of());
        assertThat(selection.accepted().cardinality())
                .isLessThan(select(school.respondents(), eligible(school))
                        .accepted()
                        .cardinality());
        assertThat(selection.doubts()).isNotEmpty();
    }

    /** The proof by exhaustion: every combination with coefficients −1, 0, 1 at the atoms that is computable rests on enough. */
    @Tag("school")
    @Test
    void certificate_allSmallInstances_agreesWithEnumeration() {
        int instances = Proof.count(150, 3_000);
        int refused = 0;
        for (int seed = 0; seed < instances; seed++) {
            Random random = new Random(seed);
            int atoms = 3 + random.nextInt(seed % 10 == 0 ? 12 : 7);
            long[] respondents = random.longs(atoms, 1, 13).toArray();
            List<BitSet> groups = randomGroups(random, respondents, 3 + random.nextInt(8));
            Selection selection = select(respondents, groups);
            List<BitSet> published =
                    selection.accepted().stream().mapToObj(groups::get).toList();
            MembershipMatrix matrix = new MembershipMatrix(respondents, published);
            assertThat(selection.certificate().orElseThrow().holds()).isTrue();
            assertThat(smallestByEnumeration(matrix, atoms > 10 ? 0 : -1))
                    .as("instance %s", seed)
                    .isGreaterThanOrEqualTo(THRESHOLD);
            refused += published.size() < groups.size() ? 1 : 0;
        }
        assertThat(refused).isPositive();
        Proof.print("certificates agree with enumeration of all groups and differences", instances);
    }

    /** Where enumeration finds a group below the threshold, no certificate can be had. */
    @Tag("school")
    @Test
    void hidingPlaces_derivableSmallGroup_areNeverComplete() {
        int instances = Proof.count(150, 3_000);
        int exposed = 0;
        for (int seed = 0; seed < instances; seed++) {
            Random random = new Random(seed);
            long[] respondents = random.longs(4 + random.nextInt(5), 1, 8).toArray();
            MembershipMatrix matrix =
                    new MembershipMatrix(respondents, randomGroups(random, respondents, 3 + random.nextInt(6)));
            if (smallestByEnumeration(matrix, -1) < THRESHOLD) {
                exposed++;
                HidingPlaces places = new HidingPlaces(matrix, THRESHOLD, 1_000);
                boolean complete = true;
                for (int atom = 0; atom < matrix.atoms(); atom++) {
                    complete &= places.of(atom) instanceof Hiding.Hidden;
                }
                assertThat(complete).as("instance %s", seed).isFalse();
            }
        }
        assertThat(exposed).isGreaterThan(instances / 10);
        Proof.print("exposed instances that were refused a certificate", exposed);
    }

    @Tag("school")
    @Test
    void select_sameInput_choosesTheSame() {
        SchoolOfTest school = SchoolOfTest.random(3);
        assertThat(select(school.respondents(), eligible(school)).accepted())
                .isEqualTo(select(school.respondents(), eligible(school)).accepted());
    }

    static Selection select(long[] respondents, List<BitSet> groups) {
        return new SafePublish(THRESHOLD, SafePublish.Limits.USUAL)
                .select(new MembershipMatrix(respondents, groups), 0, List.of());
    }

    private static List<BitSet> eligible(SchoolOfTest school) {
        return school.groups().stream()
                .filter(group -> school.size(group) >= THRESHOLD)
                .toList();
    }

    private static List<BitSet> randomGroups(Random random, long[] respondents, int count) {
        List<BitSet> groups = new ArrayList<>();
        for (int tries = 0; groups.size() < count && tries < 200; tries++) {
            BitSet group = new BitSet();
            for (int atom = 0; atom < respondents.length; atom++) {
                group.set(atom, random.nextBoolean());
            }
            if (group.stream().mapToLong(atom -> respondents[atom]).sum() >= THRESHOLD) {
                groups.add(group);
            }
        }
        return groups;
    }

    /** By orthogonal projection in floating point, which shares nothing with the code under test. */
    private static long smallestByEnumeration(MembershipMatrix matrix, int leastCoefficient) {
        int atoms = matrix.atoms();
        int choices = 2 - leastCoefficient;
        long all = (long) Math.pow(choices, atoms);
        double[][] basis = orthonormal(matrix);
        long smallest = Long.MAX_VALUE;
        for (long code = 1; code < all; code++) {
            double[] vector = new double[atoms];
            long weight = 0;
            long rest = code;
            for (int atom = 0; atom < atoms; atom++) {
                long digit = rest % choices;
                rest /= choices;
                vector[atom] = digit == 2 ? -1 : digit;
                weight += digit == 0 ? 0 : matrix.respondents(atom);
            }
            if (weight > 0 && weight < smallest && inSpan(basis, vector)) {
                smallest = weight;
            }
        }
        return smallest;
    }

    private static double[][] orthonormal(MembershipMatrix matrix) {
        List<double[]> basis = new ArrayList<>();
        for (int group = 0; group < matrix.groups(); group++) {
            double[] vector = new double[matrix.atoms()];
            matrix.row(group).stream().forEach(atom -> vector[atom] = 1);
            project(basis, vector);
            project(basis, vector);
            double length = Math.sqrt(dot(vector, vector));
            if (length > 1e-9) {
                double[] unit = vector.clone();
                for (int atom = 0; atom < unit.length; atom++) {
                    unit[atom] /= length;
                }
                basis.add(unit);
            }
        }
        return basis.toArray(new double[0][]);
    }

    private static boolean inSpan(double[][] basis, double[] vector) {
        double[] rest = vector.clone();
        project(List.of(basis), rest);
        return dot(rest, rest) < 1e-14;
    }

    private static void project(List<double[]> basis, double[] vector) {
        for (double[] unit : basis) {
            double share = dot(unit, vector);
            for (int atom = 0; atom < vector.length; atom++) {
                vector[atom] -= share * unit[atom];
            }
        }
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int place = 0; place < left.length; place++) {
            sum += left[place] * right[place];
        }
        return sum;
    }

    static BitSet atoms(int... atoms) {
        BitSet set = new BitSet();
        for (int atom : atoms) {
            set.set(atom);
        }
        return set;
    }
}
