package org.evenkeel.sql.release;

import java.util.Optional;

/**
 * A line of the audit that let a release pass: what holds for the shown figures of one source or measure in one period. It says nothing
 * that could not be computed from what is shown.
 *
 * @param order where it stands
 * @param source the source's id
 * @param measure the measure's key; absent for the respondents of the source as a whole
 * @param period the period's key
 * @param shownCohorts how many cohorts are shown
 * @param fewestRespondents fewest respondents that any computable number was proved to rest on
 * @param computableGroups how many groups that are not shown  can be computed from those that are
 */
public record ReleaseAudit(
        int order,
        String source,
        Optional<String> measure,
        String period,
        int shownCohorts,
        int fewestRespondents,
        int computableGroups) {
    public ReleaseAudit {
        Require.that(shownCohorts > 0, "An audit is of shown cohorts. Provided number: %s", shownCohorts);
        Require.that(
                computableGroups >= 0, "Computable groups must be 0 or more. Provided number: %s", computableGroups);
    }
}
