package org.evenkeel.app.demo;

import java.util.List;
import java.util.stream.Collectors;
import org.evenkeel.core.problem.Require;

/**
 * How large a simulated school is.
 *
 * @param students students in the first term, all years together
 * @param years years of study, which is also how many classes are there at once
 * @param campuses its campuses; the first takes up peer support, the last has the cohort that is worse off
 * @param terms how many terms are simulated, autumn and spring in turn
 */
public record SchoolShape(int students, int years, List<Campus> campuses, int terms) {
    /** The school of the demo. */
    public static final SchoolShape DEMO =
            new SchoolShape(900, 4, List.of(new Campus("North", 0.6), new Campus("South", 0.4)), 3);

    private static final int MOST_STUDENTS_OF_A_CLASS = 1_000_000;

    /** A campus and its share of the students. */
    public record Campus(String name, double share) {
        public Campus {
            Require.that(!name.isBlank(), "a campus needs a name. Value given: '%s'", name);
            Require.that(
                    share > 0 && share <= 1, "a campus's share must be above 0 and at most 1. Value given: %s", share);
        }
    }

    public SchoolShape {
        campuses = List.copyOf(campuses);
        Require.that(years >= 2, "a simulated school needs at least %s years. Value given: %s", 2, years);
        Require.that(
                campuses.size() >= 2,
                "a simulated school needs at least %s campuses. Value given: %s",
                2,
                campuses.size());
        Require.that(terms >= 1, "a simulated school needs at least %s term. Value given: %s", 1, terms);
        Require.that(
                students >= 40 * years && students / years < MOST_STUDENTS_OF_A_CLASS,
                "a class must have 40 to %s students. Value given: %s students in %s years",
                MOST_STUDENTS_OF_A_CLASS,
                students,
                years);
        double shares = campuses.stream().mapToDouble(Campus::share).sum();
        Require.that(Math.abs(shares - 1) < 1e-9, "the campuses' shares must add up to 1. Value given: %s", shares);
        Require.that(
                campuses.stream().map(Campus::name).distinct().count() == campuses.size(),
                "campuses must have different names. Value given: %s",
                campuses.stream().map(Campus::name).collect(Collectors.joining(", ")));
    }

    /** The same school with another number of students. */
    public SchoolShape withStudents(int number) {
        return new SchoolShape(number, years, campuses, terms);
    }

    /** The same school over another number of terms. */
    public SchoolShape withTerms(int number) {
        return new SchoolShape(students, years, campuses, number);
    }
}
