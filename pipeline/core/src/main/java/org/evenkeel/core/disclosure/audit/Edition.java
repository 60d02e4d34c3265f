package org.evenkeel.core.disclosure.audit;

import java.util.List;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.Profiles;

/**
 * What one release published of a source or measure in a period.
 *
 * @param profiles the profiles as they were numbered then
 * @param published the cohorts of which figures were shown
 */
public record Edition(Profiles profiles, List<Cohort> published) {
    public Edition {
        published = List.copyOf(published);
    }
}
