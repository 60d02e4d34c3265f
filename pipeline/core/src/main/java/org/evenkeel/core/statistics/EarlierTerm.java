package org.evenkeel.core.statistics;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenkeel.core.cell.CellKey;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.statistics.GroupData.Earlier.Start;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;

/**
 * The term that changes are measured from.
 *
 * @param cells its cells, as they were at its release
 * @param shown the groups of which its release shows the mean, by measure
 * @param shares the groups of which its release shows the share at risk, by measure
 */
public record EarlierTerm(TermCells cells, Map<Measure, Set<Cohort>> shown, Map<Measure, Set<Cohort>> shares) {
    public EarlierTerm {
        shown = Map.copyOf(shown);
        shares = Map.copyOf(shares);
    }

    /** Whether the school's share at risk was published. */
    Start shareOfSchool(Measure measure) {
        return shares.getOrDefault(measure, Set.of()).contains(Cohort.SCHOOL) ? Start.SHOWN : Start.HIDDEN;
    }

    /** Whether the mean of those with these profiles was published: under whatever name, as long as it is about the same respondents. */
    Start start(Measure measure, Set<Integer> profiles) {
        Set<Integer> respondents = respondents(measure, profiles);
        return shown.getOrDefault(measure, Set.of()).stream()
                        .map(cohort -> respondents(measure, cells.profiles().members(cohort)))
                        .anyMatch(respondents::equals)
                ? Start.SHOWN
                : Start.HIDDEN;
    }

    private Set<Integer> respondents(Measure measure, Set<Integer> profiles) {
        Period term = Period.of(cells.term().id());
        return profiles.stream()
                .filter(profile -> cells.cells().moments().containsKey(new CellKey(measure, term, profile)))
                .collect(Collectors.toSet());
    }
}
