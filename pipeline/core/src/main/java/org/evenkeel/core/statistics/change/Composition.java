package org.evenkeel.core.statistics.change;

import java.util.List;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Fit;

/**
 * A change of an overall mean, taken apart into change within groups and change of how large the groups are: Kitagawa's
 * Σp̄_h·(y₂h−y₁h) + Σȳ_h·(p₂h−p₁h), with p the groups' shares of people. The two add up to the change exactly. In points,
 * without intervals. It is linear in the groups' means, so it is made of shown means and numbers only. Source: Kitagawa, JASA 50
 * (1955) 1168–1194.
 *
 * @param withinGroups change within the groups
 * @param composition change of their sizes
 */
public record Composition(double withinGroups, double composition) {
    /**
     * One of the groups in both terms, as it is shown.
     *
     * @param earlierMean its mean in the earlier term
     * @param laterMean its mean in the later term
     * @param earlierPeople what it counts with in the earlier term: students, or respondents
     * @param laterPeople what it counts with in the later term
     */
    public record Group(double earlierMean, double laterMean, long earlierPeople, long laterPeople) {
        public Group {
            Require.that(
                    earlierPeople >= 0 && laterPeople >= 0,
                    "people must be 0 or more. Value given: %s, %s",
                    earlierPeople,
                    laterPeople);
        }
    }

    /** The change taken apart; absent where a term has nobody. */
    public static Fit<Composition> of(List<Group> groups) {
        double earlierPeople = groups.stream().mapToLong(Group::earlierPeople).sum();
        double laterPeople = groups.stream().mapToLong(Group::laterPeople).sum();
        if (earlierPeople == 0 || laterPeople == 0) {
            return Fit.absent(Absence.NO_RESPONDENTS);
        }
        double within = 0;
        double composition = 0;
        for (Group group : groups) {
            double shareBefore = group.earlierPeople() / earlierPeople;
            double shareAfter = group.laterPeople() / laterPeople;
            within += (shareBefore + shareAfter) / 2 * (group.laterMean() - group.earlierMean());
            composition += (group.earlierMean() + group.laterMean()) / 2 * (shareAfter - shareBefore);
        }
        return Fit.of(new Composition(within, composition));
    }

    /** The change of the overall mean. */
    public double total() {
        return withinGroups + composition;
    }
}
