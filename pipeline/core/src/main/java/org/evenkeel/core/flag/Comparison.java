package org.evenkeel.core.flag;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.cohort.Grouping;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.statistics.Interval;
import org.evenkeel.core.statistics.pooling.GroupMean;
import org.evenkeel.core.statistics.pooling.PooledMeans;
import org.evenkeel.core.study.Coverage;
import org.evenkeel.core.study.Period;

/**
 * The shown groups of one way to divide the school on one measure: no two of them overlap, and none is special before it is looked
 * at, so each can be judged by the others. All numbers are turned so that higher is worse.
 *
 * @param measure the measure
 * @param period the term
 * @param grouping how the school is divided
 * @param candidates the groups, in the order of the plan
 * @param within the variance of scores within the groups
 * @param importantDifference what matters, in points
 * @param reference the score beyond which a group stands out by itself, where there is one
 */
record Comparison(
        ReportedMeasure measure,
        Period period,
        Grouping grouping,
        List<Candidate> candidates,
        double within,
        double importantDifference,
        OptionalDouble reference) {
    /** A group is materially worse when it is worse than the average by this share of the standard deviation within groups. */
    static final double MATERIAL = 0.3;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double QUANTILE = NORMAL.inverseSurvivalProbability((1 - Interval.LEVEL) / 2);

    /** What rounding to a grid adds to a variance, in squared steps. */
    private static final double ROUNDING = 1.0 / 12;

    Comparison {
        candidates = List.copyOf(candidates);
    }

    /** Everything that is compared on the measures; neutral measures have no worse side. */
    static List<Comparison> of(ShownSoFar figures, List<ReportedMeasure> measures) {
        List<Comparison> comparisons = new ArrayList<>();
        for (ReportedMeasure measure : measures) {
            if (measure.direction() != Direction.NEUTRAL) {
                Map<Grouping, List<PlannedCohort>> divisions = new LinkedHashMap<>();
                for (PlannedCohort planned : figures.now().cohorts()) {
                    boolean shown = figures.shown(FigureKind.MEAN, measure.measure(), planned.cohort())
                            .isPresent();
                    if (shown && !planned.cohort().equals(Cohort.SCHOOL)) {
                        List<PlannedCohort> beside =
                                divisions.computeIfAbsent(planned.grouping(), any -> new ArrayList<>());
                        if (beside.stream().allMatch(other -> disjoint(other.cohort(), planned.cohort()))) {
                            beside.add(planned);
                        }
                    }
                }
                divisions.forEach((grouping, cohorts) -> new Building(figures, measures, measure)
                        .of(grouping, cohorts)
                        .ifPresent(comparisons::add));
            }
        }
        return comparisons;
    }

    private static boolean disjoint(Cohort one, Cohort other) {
        return one.asked().entrySet().stream()
                .anyMatch(condition -> Collections.disjoint(
                        condition.getValue(), other.asked().getOrDefault(condition.getKey(), condition.getValue())));
    }

    /** How much worse than the average is materially worse, in points. */
    double margin() {
        return MATERIAL * Math.sqrt(within);
    }

    /** The evidence about each group, in their order; none where the groups cannot be compared. */
    List<Evidence> evidence() {
        return evidence(candidates.stream().map(Candidate::mean).toList(), new Signals() {
            @Override
            public double change(int candidate, Candidate.Change shown) {
                return shown.value();
            }

            @Override
            public boolean weekly(int candidate) {
                return candidates.get(candidate).weeks().stream().anyMatch(Candidate.Series::worseLately);
            }
        });
    }

    /** The average the groups are judged by; absent where they cannot be compared. */
    Optional<PooledMeans> pooled() {
        return PooledMeans.of(candidates.stream().map(Candidate::mean).toList(), within)
                .present();
    }

    /** What is seen of groups beside their means. */
    interface Signals {
        /** The change that is seen where one is shown. */
        double change(int candidate, Candidate.Change shown);

        /** Whether the group's weeks signal. */
        boolean weekly(int candidate);
    }

    /** The evidence there would be if these means and signals were seen. */
    List<Evidence> evidence(List<GroupMean> means, Signals signals) {
        return PooledMeans.of(means, within)
                .present()
                .map(pooled -> {
                    List<Evidence> evidence = new ArrayList<>();
                    for (int i = 0; i < candidates.size(); i++) {
                        evidence.add(evidence(pooled, i, signals));
                    }
                    return List.copyOf(evidence);
                })
                .orElse(List.of());
    }

    private Evidence evidence(PooledMeans pooled, int i, Signals signals) {
        Candidate candidate = candidates.get(i);
        OptionalDouble absolute = reference.isPresent()
                ? OptionalDouble.of(pooled.groups().get(i).probabilityAbove(reference.getAsDouble()))
                : OptionalDouble.empty();
        OptionalDouble change = candidate
                .change()
                .map(shown -> OptionalDouble.of(NORMAL.survivalProbability(
                        (importantDifference / 2 - signals.change(i, shown)) / shown.error())))
                .orElse(OptionalDouble.empty());
        return new Evidence(
                pooled.probabilityMateriallyWorse(i, margin(), Direction.HIGHER_IS_WORSE),
                absolute,
                change,
                signals.weekly(i),
                candidate.wasRed());
    }

    /** The making of comparisons on one measure. */
    private record Building(ShownSoFar figures, List<ReportedMeasure> measures, ReportedMeasure measure) {
        Optional<Comparison> of(Grouping grouping, List<PlannedCohort> cohorts) {
            Optional<Double> within = within(cohorts);
            return within.filter(variance -> fineEnough(cohorts, variance))
                    .map(variance -> new Comparison(
                            measure,
                            Period.of(figures.now().term()),
                            grouping,
                            cohorts.stream()
                                    .map(cohort -> candidate(cohort, variance))
                                    .toList(),
                            variance,
                            importantDifference(variance),
                            reference(importantDifference(variance))));
        }

        /** Whether the grid that means are shown on leaves a material difference to be seen. */
        private boolean fineEnough(List<PlannedCohort> cohorts, double variance) {
            double margin = MATERIAL * Math.sqrt(variance);
            return cohorts.stream()
                    .allMatch(planned -> shown(FigureKind.MEAN, planned.cohort())
                            .filter(mean -> mean.step().doubleValue() < margin)
                            .isPresent());
        }

        /** The shown standard deviations of the groups, pooled; where one is not shown, the school's, which is no smaller. */
        private Optional<Double> within(List<PlannedCohort> cohorts) {
            Optional<Figure.Shown> school = shown(FigureKind.STANDARD_DEVIATION, Cohort.SCHOOL);
            double squares = 0;
            double freedom = 0;
            for (PlannedCohort planned : cohorts) {
                Optional<Figure.Shown> deviation =
                        shown(FigureKind.STANDARD_DEVIATION, planned.cohort()).or(() -> school);
                double more = respondents(planned) - 1;
                if (deviation.isEmpty()) {
                    return Optional.empty();
                }
                double value = deviation.get().value().doubleValue();
                squares += more * value * value;
                freedom += more;
            }
            return freedom <= 0 ? Optional.empty() : Optional.of(squares / freedom);
        }

        private double importantDifference(double variance) {
            return measure.importantDifference()
                    .map(points -> points.doubleValue())
                    .orElse(Math.sqrt(variance) / 2);
        }

        /** The published cut, or what matters beyond the school's mean in the study's first term. */
        private OptionalDouble reference(double important) {
            return measure.atRiskCut()
                    .map(cut -> OptionalDouble.of(turned(cut.doubleValue())))
                    .or(() -> figures.schoolInFirstTerm(FigureKind.MEAN, measure.measure())
                            .map(mean -> OptionalDouble.of(
                                    turned(mean.figure().value().doubleValue()) + important)))
                    .orElse(OptionalDouble.empty());
        }

        private Candidate candidate(PlannedCohort planned, double variance) {
            Figure.Shown mean = shown(FigureKind.MEAN, planned.cohort()).orElseThrow();
            long respondents = respondents(planned);
            GroupMean sampled = GroupMean.of(
                    turned(mean.value().doubleValue()), variance, respondents, population(planned, respondents));
            double step = mean.step().doubleValue();
            return new Candidate(
                    planned,
                    mean,
                    new GroupMean(sampled.value(), sampled.variance() + step * step * ROUNDING),
                    respondents,
                    change(planned),
                    weeks(planned),
                    figures.wasRed(measure.measure(), planned.cohort()),
                    response(planned));
        }

        private long respondents(PlannedCohort planned) {
            return shown(FigureKind.RESPONDENTS, planned.cohort())
                    .map(people -> people.value().longValueExact())
                    .orElse(1L);
        }

        /** The students of the group, as the shown response rate lets them be counted; given only where all were asked. */
        private OptionalLong population(PlannedCohort planned, long respondents) {
            if (figures.now().coverage() == Coverage.SAMPLE) {
                return OptionalLong.empty();
            }
            Optional<Double> students = response(planned)
                    .filter(share -> share > 0)
                    .flatMap(share -> figures.now()
                            .shown(figures.ofSource(
                                    FigureKind.RESPONDENTS, measure.measure().source(), planned.cohort()))
                            .map(people -> people.value().doubleValue() / share));
            return students.map(count -> OptionalLong.of(Math.max(respondents, Math.round(count))))
                    .orElse(OptionalLong.empty());
        }

        private Optional<Double> response(PlannedCohort planned) {
            return figures.response(measure.measure().source(), planned.cohort());
        }

        private Optional<Candidate.Change> change(PlannedCohort planned) {
            return shown(FigureKind.CHANGE, planned.cohort())
                    .flatMap(change -> change.range()
                            .map(range -> new Candidate.Change(
                                    change,
                                    turned(change.value().doubleValue()),
                                    Math.max(
                                                    range.upper()
                                                            .subtract(range.lower())
                                                            .doubleValue(),
                                                    change.step().doubleValue())
                                            / 2
                                            / QUANTILE)));
        }

        /** The weeks of every measure of the same theme that is asked often. */
        private List<Candidate.Series> weeks(PlannedCohort planned) {
            return measures.stream()
                    .filter(other -> other.theme() == measure.theme() && other.direction() != Direction.NEUTRAL)
                    .map(other -> {
                        List<ShownSoFar.ShownWeek> shown = figures.weeks(other.measure(), planned.cohort());
                        return new Candidate.Series(
                                other.measure(),
                                shown,
                                shown.stream()
                                        .map(week -> new ShownSoFar.Week(other.turned(week.distance()), week.exams()))
                                        .toList());
                    })
                    .filter(series -> !series.weeks().isEmpty())
                    .toList();
        }

        private Optional<Figure.Shown> shown(FigureKind kind, Cohort cohort) {
            return figures.shown(kind, measure.measure(), cohort);
        }

        private double turned(double value) {
            return measure.turned(value);
        }
    }
}
