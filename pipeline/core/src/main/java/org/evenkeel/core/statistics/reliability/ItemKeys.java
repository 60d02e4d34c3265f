package org.evenkeel.core.statistics.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.statistics.GroupData;

/**
 * Whether the items of every scale run with the rest of it in the school as a whole. A scale some of whose items are read the
 * wrong way round gives scores that mean nothing, so a term with such a scale is refused.
 */
public final class ItemKeys {
    private ItemKeys() {}

    /** Refuses groups of which a scale looks reverse-coded, all such scales at once. */
    public static void check(List<GroupData> groups) {
        List<String> problems = new ArrayList<>();
        for (GroupData group : groups) {
            boolean school = group.cohort().cohort().conditions().isEmpty();
            if (school && group.period().week().isEmpty()) {
                group.measured()
                        .filter(measured -> measured.items().sums().size() > 2)
                        .ifPresent(measured -> ItemAnalysis.of(measured.items())
                                .present()
                                .filter(analysis -> analysis.keys() == ItemAnalysis.Keys.LOOKS_REVERSE_CODED)
                                .ifPresent(analysis -> problems.add(problem(group, measured, analysis))));
            }
        }
        if (!problems.isEmpty()) {
            throw new DataProblem(
                    "Answers of a scale look reverse-coded, so its scores would mean nothing. Check how the survey numbers"
                            + " its answers, then declare it as the source's 'coding', or correct the instrument's 'reversed'"
                            + " items:\n  " + String.join("\n  ", problems));
        }
    }

    private static String problem(GroupData group, GroupData.Measured measured, ItemAnalysis analysis) {
        return String.format(
                Locale.ROOT,
                "%s, %s: over %d complete answer sheets these items run against the rest of their scale: %s",
                measured.measure().key(),
                group.period(),
                analysis.count(),
                analysis.against().stream()
                        .map(place -> measured.scale().items().get(place).value())
                        .collect(Collectors.joining(", ")));
    }
}
