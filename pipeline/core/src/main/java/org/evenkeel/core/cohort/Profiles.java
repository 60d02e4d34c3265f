package org.evenkeel.core.cohort;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.study.TermId;

/**
 * The distinct profiles of one term; a profile's number is its place in this list. The list is sorted, so that numbers
 * depend on the profiles alone, never on the order rows came in.
 */
public record Profiles(TermId term, List<Profile> profiles) {
    public Profiles {
        profiles = List.copyOf(profiles);
        Require.that(
                profiles.equals(profiles.stream().sorted().distinct().toList()),
                "the profiles of %s must be sorted and distinct",
                term);
    }

    /** The numbers of the profiles that belong to the cohort. */
    public Set<Integer> members(Cohort cohort) {
        return IntStream.range(0, profiles.size())
                .filter(number -> cohort.contains(profiles.get(number)))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }
}
