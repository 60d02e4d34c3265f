package org.evenkeel.core.statistics.response;

import java.util.List;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Estimate;

/**
 * How alike the response rates of the strata are: the R-indicator 1 − 2·S(ρ), with S the standard deviation of the strata's
 * response rates over all students (divisor N−1). 1 means the same rate everywhere; lower values mean that some groups are
 * heard less. Small strata lower it by chance alone. Source: Schouten, Cobben and Bethlehem, Survey Methodology 35 (2009)
 * 101–113.
 */
public final class Representativity {
    private Representativity() {}

    /** The indicator of these strata. */
    public static Estimate indicator(List<Stratum> strata) {
        long students = strata.stream().mapToLong(Stratum::students).sum();
        long respondents = strata.stream().mapToLong(Stratum::count).sum();
        if (students < 2) {
            return Estimate.absent(Absence.NO_HEADCOUNT);
        }
        if (strata.stream().anyMatch(stratum -> stratum.count() > stratum.students())) {
            return Estimate.absent(Absence.HEADCOUNT_BELOW_RESPONDENTS);
        }
        double overall = (double) respondents / students;
        double squares = 0;
        for (Stratum stratum : strata) {
            if (stratum.students() > 0) {
                double distance = (double) stratum.count() / stratum.students() - overall;
                squares += stratum.students() * distance * distance;
            }
        }
        return Estimate.exactly(1 - 2 * Math.sqrt(squares / (students - 1)));
    }
}
