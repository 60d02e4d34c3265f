package org.evenkeel.core.statistics.change;

import java.util.List;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Fit;
import org.evenkeel.core.statistics.Spread;

/**
 * A change of an overall mean, taken apart into change within groups and change of how large the groups are: Kitagawa's
 * Σp̄_h·(y₂h−y₁h) + Σȳ_h·(p₂h−p₁h), with p the groups' shares of people. The two add up to the change exactly. In points,
 * without intervals. Source: Kitagawa, JASA 50 (1955) 1168–1194.
 *
 * @param withinGroups change within the groups
 * @param composition change of their sizes
 */
public record Composition(double withinGroups, double composition) {
    /**
     * One of the groups in both terms.
     *
     * @param earlier sums over its respondents in the earlier term
     * @param later sums over its respondents in the later term
     * @param earlierPeople what it counts with in the earlier term: students, or respondents
     * @param laterPeople what it counts with in the later term
     */
    public record Group(Moments earlier, Moments later, long earlierPeople, long laterPeople) {
        public Group {
            Require.that(
                    earlierPeople >= 0 && laterPeople >= 0,
                    "people must be 0 or more. Value given: %s, %s",
                    earlierPeople,
                    laterPeople);
        }

        /** A group that counts with its respondents. */
        public static Group ofRespondents(Moments earlier, Moments later) {
            return new Group(earlier, later, earlier.count(), later.count());
        }
    }

    /** The change taken apart; absent where a group has nobody who answered in one of the terms. */
    public static Fit<Composition> of(List<Group> groups, Lattice lattice) {
        double earlierPeople = groups.stream().mapToLong(Group::earlierPeople).sum();
        double laterPeople = groups.stream().mapToLong(Group::laterPeople).sum();
        boolean empty = groups.stream()
                .anyMatch(group -> group.earlier().count() == 0 || group.later().count() == 0);
        if (earlierPeople == 0 || laterPeople == 0 || empty) {
            return Fit.absent(Absence.NO_RESPONDENTS);
        }
        double within = 0;
        double composition = 0;
        for (Group group : groups) {
            double before = Spread.mean(group.earlier(), lattice).orElseThrow();
            double after = Spread.mean(group.later(), lattice).orElseThrow();
            double shareBefore = group.earlierPeople() / earlierPeople;
            double shareAfter = group.laterPeople() / laterPeople;
            within += (shareBefore + shareAfter) / 2 * (after - before);
            composition += (before + after) / 2 * (shareAfter - shareBefore);
        }
        return Fit.of(new Composition(within, composition));
    }

    /** The change of the overall mean. */
    public double total() {
        return withinGroups + composition;
    }
}
