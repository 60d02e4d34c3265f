package org.evenkeel.core.flag;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortName;
import org.evenkeel.core.cohort.CohortPlan.Origin;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.cohort.Grouping;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.disclosure.FigureKey;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.words.Messages;

/**
 * The school cut into shown groups on one measure: every respondent is in exactly one of them. Where a group is not shown, the
 * shown roll-up that holds it stands for all it holds.
 *
 * @param grouping how the school is divided
 * @param parts the groups, in the order of the plan
 * @param gap why these groups are not the whole school, where they are not
 */
record Division(Grouping grouping, List<Part> parts, Optional<String> gap) {
    /**
     * A group of the division.
     *
     * @param planned the group
     * @param mean its mean as shown
     * @param respondents its respondents on the measure
     * @param deviation its standard deviation, or the school's where that of the group is not shown
     * @param students its students, where they can be counted
     * @param evidence the shown figures this rests on
     */
    record Part(
            PlannedCohort planned,
            Figure.Shown mean,
            long respondents,
            double deviation,
            Optional<CountedStudents> students,
            List<FigureKey> evidence) {
        Part {
            evidence = List.copyOf(evidence);
        }

        /** Its name within the division. */
        String key() {
            return planned.cohort().key();
        }

        private boolean holds(PlannedCohort other) {
            return Division.holds(planned.cohort(), other.cohort());
        }
    }

    Division {
        parts = List.copyOf(parts);
    }

    /** The division of the school on a measure. */
    static Division of(ShownSoFar figures, Measure measure, Grouping grouping, Messages messages) {
        List<PlannedCohort> planned = figures.now().cohorts().stream()
                .filter(cohort -> cohort.grouping().equals(grouping))
                .toList();
        List<Part> shown = planned.stream()
                .flatMap(cohort -> part(figures, measure, cohort).stream())
                .toList();
        List<Part> parts = new ArrayList<>(shown.stream()
                .filter(part -> part.planned().origin() == Origin.REPORTED)
                .toList());
        for (PlannedCohort cohort : planned) {
            if (cohort.origin() == Origin.REPORTED && parts.stream().noneMatch(part -> part.holds(cohort))) {
                Optional<Part> joined = shown.stream()
                        .filter(part -> part.planned().origin() == Origin.ROLL_UP && part.holds(cohort))
                        .findFirst();
                if (joined.isEmpty()) {
                    return new Division(
                            grouping,
                            parts,
                            Optional.of(messages.text("weighting.hidden.group", CohortName.of(cohort, messages))));
                }
                parts.removeIf(part -> joined.get().holds(part.planned()));
                parts.add(joined.get());
            }
        }
        long everybody = figures.shown(FigureKind.RESPONDENTS, measure, Cohort.SCHOOL)
                .map(people -> people.value().longValueExact())
                .orElse(0L);
        boolean whole = parts.stream().mapToLong(Part::respondents).sum() == everybody;
        return new Division(
                grouping,
                parts,
                parts.size() < 2
                        ? Optional.of(messages.text("weighting.too-few"))
                        : whole ? Optional.empty() : Optional.of(messages.text("weighting.incomplete")));
    }

    private static Optional<Part> part(ShownSoFar figures, Measure measure, PlannedCohort planned) {
        Cohort cohort = planned.cohort();
        List<FigureKey> evidence = new ArrayList<>();
        Optional<Figure.Shown> mean = figures.shown(FigureKind.MEAN, measure, cohort);
        Optional<Figure.Shown> people = figures.shown(FigureKind.RESPONDENTS, measure, cohort);
        evidence.add(key(figures, FigureKind.MEAN, measure, cohort));
        evidence.add(key(figures, FigureKind.RESPONDENTS, measure, cohort));
        Optional<Figure.Shown> own = figures.shown(FigureKind.STANDARD_DEVIATION, measure, cohort);
        own.ifPresent(any -> evidence.add(key(figures, FigureKind.STANDARD_DEVIATION, measure, cohort)));
        Optional<Figure.Shown> deviation =
                own.or(() -> figures.shown(FigureKind.STANDARD_DEVIATION, measure, Cohort.SCHOOL));
        Optional<CountedStudents> students = CountedStudents.of(figures, measure.source(), cohort);
        students.ifPresent(any -> {
            evidence.add(figures.ofSource(FigureKind.RESPONDENTS, measure.source(), cohort));
            evidence.add(figures.ofSource(FigureKind.RESPONSE_RATE, measure.source(), cohort));
        });
        return mean.flatMap(shown -> people.flatMap(count -> deviation.map(spread -> new Part(
                planned, shown, count.value().longValueExact(), spread.value().doubleValue(), students, evidence))));
    }

    private static FigureKey key(ShownSoFar figures, FigureKind kind, Measure measure, Cohort cohort) {
        return ShownSoFar.key(kind, measure, Period.of(figures.now().term()), cohort);
    }

    private static boolean holds(Cohort whole, Cohort part) {
        return whole.conditions().entrySet().stream()
                .allMatch(condition ->
                        condition.getValue().containsAll(part.asked().getOrDefault(condition.getKey(), Set.of())));
    }

    /** Why its students cannot be counted, where they cannot. */
    Optional<String> uncounted(Messages messages) {
        return gap.or(() -> parts.stream()
                .filter(part -> part.students().isEmpty())
                .findFirst()
                .map(part ->
                        messages.text("weighting.hidden.group-response", CohortName.of(part.planned(), messages))));
    }

    /** The group of this division that holds a group of a finer one, where one does. */
    Optional<Part> holding(Part finer) {
        return parts.stream().filter(part -> part.holds(finer.planned())).findFirst();
    }

    /** What it divides by, in words: {@code year and campus}. */
    String words(Messages messages) {
        return messages.listed(attributes(messages));
    }

    /** Its groups one by one, in words: {@code every year and every campus}. */
    String each(Messages messages) {
        return messages.listed(attributes(messages).stream()
                .map(attribute -> messages.text("weighting.every", attribute))
                .toList());
    }

    private List<String> attributes(Messages messages) {
        return grouping.attributes().stream()
                .map(attribute -> CohortName.of(attribute, messages).toLowerCase(Locale.ROOT))
                .toList();
    }
}
