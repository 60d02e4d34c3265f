package org.evenkeel.core.statistics;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.core.cell.LinkKey;
import org.evenkeel.core.cell.Links;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.Profile;
import org.evenkeel.core.cohort.Profiles;
import org.evenkeel.core.statistics.Predecessor.Kind;

/**
 * What the groups of a term are measured from in the term before. Across a year boundary the label {@code year} moves to other
 * people; a group by year is then measured from the group that most of its people were published as, so that a change tells nothing
 * that the two publications do not.
 */
final class Predecessors {
    private enum Boundary {
        SAME_YEAR,
        YEARS_MOVED
    }

    private final Profiles earlier;
    private final LabelClasses then;
    private final LabelClasses now;
    private final YearLabels labels;
    private final Boundary boundary;

    Predecessors(TermCells earlier, TermCells now) {
        this.earlier = earlier.profiles();
        this.then = LabelClasses.of(earlier);
        this.now = LabelClasses.of(now);
        this.labels = YearLabels.of(this.then, this.now);
        boolean replaced =
                then.labels().stream().anyMatch(label -> this.now.labels().contains(label) && isNew(label));
        this.boundary =
                labels.moved() || replaced || mostMoved(earlier, now) ? Boundary.YEARS_MOVED : Boundary.SAME_YEAR;
    }

    /** The group in the earlier term that this cohort of the later term came from. */
    Predecessor of(Cohort cohort) {
        Set<String> years = cohort.asked().getOrDefault(YearLabels.YEAR, Set.of());
        if (!years.isEmpty()) {
            return ofYears(cohort, years);
        }
        Set<String> classes = cohort.asked().getOrDefault(YearLabels.CLASS, Set.of());
        if (!classes.isEmpty()) {
            boolean there = earlier.profiles().stream()
                    .map(profile -> profile.value(YearLabels.CLASS))
                    .anyMatch(classes::contains);
            return new Predecessor(there ? Kind.SAME_GROUP : Kind.NEW_CLASS, cohort);
        }
        return new Predecessor(
                switch (boundary) {
                    case SAME_YEAR -> Kind.SAME_GROUP;
                    case YEARS_MOVED -> Kind.SAME_LABEL;
                },
                cohort);
    }

    private Predecessor ofYears(Cohort cohort, Set<String> years) {
        Optional<Cohort> known = labels.of(cohort);
        if (known.isPresent()) {
            return new Predecessor(known.get().equals(cohort) ? Kind.SAME_GROUP : Kind.SAME_CLASS, known.get());
        }
        if (years.stream().allMatch(this::isNew)) {
            return new Predecessor(Kind.NEW_CLASS, cohort);
        }
        boolean classed = !then.labels().isEmpty() && years.stream().anyMatch(now.labels()::contains);
        return new Predecessor(classed || boundary == Boundary.YEARS_MOVED ? Kind.UNKNOWN : Kind.SAME_GROUP, cohort);
    }

    private boolean isNew(String label) {
        return now.isNew(label, then);
    }

    /** Whether most of those who answered both times carry another label: all that is known where no class is declared. */
    private static boolean mostMoved(TermCells earlier, TermCells later) {
        long same = 0;
        long moved = 0;
        for (Map.Entry<LinkKey, Links> link : later.cells().links().entrySet()) {
            String from = label(earlier, link.getKey().earlierProfile());
            String to = label(later, link.getKey().laterProfile());
            boolean stated = !from.equals(Profile.NOT_STATED) && !to.equals(Profile.NOT_STATED);
            same += stated && from.equals(to) ? link.getValue().count() : 0;
            moved += stated && !from.equals(to) ? link.getValue().count() : 0;
        }
        return moved > same;
    }

    private static String label(TermCells term, int profile) {
        return term.profiles().profiles().get(profile).value(YearLabels.YEAR);
    }
}
