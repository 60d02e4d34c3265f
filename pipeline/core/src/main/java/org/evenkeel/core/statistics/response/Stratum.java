package org.evenkeel.core.statistics.response;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.problem.Require;

/**
 * A group of students within which those who answered stand for those who did not.
 *
 * @param names what it is made of: one name, or those of the strata it was merged of
 * @param moments sums over its respondents
 * @param students its headcount
 */
public record Stratum(List<String> names, Moments moments, long students) {
    public Stratum {
        names = List.copyOf(names);
        Require.that(!names.isEmpty(), "a stratum needs at least %s name", 1);
        Require.that(students >= 0, "a headcount must be 0 or more. Value given: %s", students);
    }

    /** A stratum as it was declared. */
    public static Stratum of(String name, Moments moments, long students) {
        return new Stratum(List.of(name), moments, students);
    }

    /** Its respondents. */
    public long count() {
        return moments.count();
    }

    /** This stratum and the one after it in the declared order. */
    Stratum plus(Stratum next) {
        List<String> both = new ArrayList<>(names);
        both.addAll(next.names);
        return new Stratum(both, moments.plus(next.moments), students + next.students);
    }
}
