package org.evenkeel.core.statistics.response;

import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Estimate;

/**
 * How alike the response rates of groups are: the R-indicator 1 − 2·S(ρ), with S the standard deviation of the groups'
 * response rates over all students (divisor N−1). 1 means the same rate everywhere; lower values mean that some groups are
 * heard less. Small groups lower it by chance alone. Source: Schouten, Cobben and Bethlehem, Survey Methodology 35 (2009)
 * 101–113.
 */
public final class Representativity {
    private Representativity() {}

    /** The indicator of the groups of a headcount, with how many of each answered. */
    public static Estimate indicator(Margin headcount, Margin respondents) {
        double students = headcount.total();
        if (students < 2) {
            return Estimate.absent(Absence.NO_HEADCOUNT);
        }
        double overall = respondents.total() / students;
        double squares = 0;
        for (String group : headcount.students().keySet()) {
            double counted = headcount.of(group);
            if (respondents.of(group) > counted) {
                return Estimate.absent(Absence.HEADCOUNT_BELOW_RESPONDENTS);
            }
            if (counted > 0) {
                double distance = respondents.of(group) / counted - overall;
                squares += counted * distance * distance;
            }
        }
        return Estimate.exactly(1 - 2 * Math.sqrt(squares / (students - 1)));
    }
}
