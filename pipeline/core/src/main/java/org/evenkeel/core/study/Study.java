package org.evenkeel.core.study;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.cohort.CohortPlan;
import org.evenkeel.core.problem.Require;

/**
 * One configuration: a school, or several schools as an attribute.
 *
 * @param name the school's name as reports print it
 * @param calendar its terms, in its own zone
 * @param coverage whom the headcounts cover
 * @param cadence when something is published
 * @param roster where attributes come from
 * @param cohorts whom the study reports on
 * @param headcounts how many students there were
 * @param sources what was asked
 * @param threshold fewest respondents a shown figure rests on; at least {@link #LEAST_THRESHOLD}
 * @param simulated the sentence that marks everything shown as simulated, where it is
 */
public record Study(
        String name,
        SchoolCalendar calendar,
        Coverage coverage,
        ReleaseCadence cadence,
        Roster roster,
        CohortPlan cohorts,
        Headcounts headcounts,
        List<Source> sources,
        int threshold,
        Optional<String> simulated) {
    /** No study may show a figure about fewer respondents than this. */
    public static final int LEAST_THRESHOLD = 10;

    public Study {
        sources = List.copyOf(sources);
        Require.that(!name.isBlank(), "a study needs a name. Value given: '%s'", name);
        Require.that(!sources.isEmpty(), "a study needs at least %s source. Value given: none", 1);
        Require.that(
                threshold >= LEAST_THRESHOLD,
                "the threshold may be raised above %s respondents, never lowered. Value given: %s",
                LEAST_THRESHOLD,
                threshold);
    }

    /** The source with this id. */
    public Source source(SourceId id) {
        return sources.stream()
                .filter(source -> source.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no source '" + id + "' in the study"));
    }
}
