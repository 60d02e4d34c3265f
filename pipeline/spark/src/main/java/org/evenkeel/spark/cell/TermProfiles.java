package org.evenkeel.spark.cell;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenkeel.core.cohort.Profiles;
import org.evenkeel.core.study.SourceId;

/**
 * The profiles of a term and who has which.
 *
 * @param profiles the profiles that a respondent has, and no others
 * @param numbers by source, its respondents and the number of the profile of each
 * @param counts how the attributes came to their values
 */
public record TermProfiles(Profiles profiles, Map<SourceId, Dataset<Row>> numbers, List<ProfileCount> counts) {
    public TermProfiles {
        numbers = Map.copyOf(numbers);
        counts = List.copyOf(counts);
    }
}
