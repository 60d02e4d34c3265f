package org.evenkeel.core.flag;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.cohort.Grouping;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.disclosure.FigureKey;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.disclosure.Grid;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Difference;
import org.evenkeel.core.statistics.Fit;
import org.evenkeel.core.statistics.Interval;
import org.evenkeel.core.statistics.Target;
import org.evenkeel.core.statistics.response.Margin;
import org.evenkeel.core.statistics.response.Raking;
import org.evenkeel.core.statistics.response.Representativity;
import org.evenkeel.core.statistics.response.Sampling;
import org.evenkeel.core.statistics.response.WeightedEstimates;
import org.evenkeel.core.statistics.response.WeightingCell;
import org.evenkeel.core.statistics.response.Weights;
import org.evenkeel.core.study.Coverage;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.words.Messages;

/**
 * What each headline would be had every group of the school answered alike. A weighted mean is a sum of shown means of groups in
 * shares that follow from shown respondents and response rates, so it says nothing that they do not. Weights are raked to two
 * attributes where all their combinations are shown; else the school is post-stratified by the one attribute whose groups
 * differ most in response. The weighted mean is the school's shown mean, moved by what the weights change in the shown means of
 * the groups, which the rounding of those hardly touches.
 */
public final class Weighting {
    /** Weighted and unweighted means that differ by no more than this many standard deviations count as the same. */
    public static final double WORTH_SAYING = 0.1;

    /** What rounding to a grid adds to a variance, in squared steps. */
    private static final double ROUNDING = 1.0 / 12;

    private final List<Headline> headlines;
    private final Messages messages;

    private Weighting(List<Headline> headlines, Messages messages) {
        this.headlines = List.copyOf(headlines);
        this.messages = messages;
    }

    /** The headlines of a publication under weights. */
    public static Weighting of(ShownSoFar figures, List<ReportedMeasure> measures, Messages messages) {
        return new Weighting(
                Headlines.of(figures, measures).stream()
                        .map(measure -> new Weighing(figures, measure, messages).headline())
                        .toList(),
                messages);
    }

    /** A sentence for every headline that weights change by more than {@link #WORTH_SAYING} standard deviations. */
    public List<Finding> findings() {
        return headlines.stream()
                .filter(Headline::differs)
                .flatMap(headline ->
                        headline.weighted().map(weighted -> weighted.finding(headline.measure(), messages)).stream())
                .toList();
    }

    /** What the release says of weights: of all headlines together, then of each. */
    public List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        if (!headlines.isEmpty()) {
            notes.add(new Note(messages.text("weighting.all"), summary()));
            headlines.forEach(headline -> notes.add(new Note(headline.measure().title(), headline.words())));
            if (headlines.stream().anyMatch(headline -> headline.weighted().isPresent())) {
                notes.add(new Note(messages.text("weighting.reading"), messages.text("weighting.reading.words")));
            }
        }
        return List.copyOf(notes);
    }

    private String summary() {
        List<String> moved = headlines.stream()
                .filter(Headline::differs)
                .map(headline -> headline.measure().title())
                .toList();
        long weighted = headlines.stream()
                .filter(headline -> headline.weighted().isPresent())
                .count();
        if (weighted == 0) {
            return messages.text("weighting.summary.none");
        }
        String most = messages.number(BigDecimal.valueOf(WORTH_SAYING));
        if (!moved.isEmpty()) {
            return messages.text("weighting.summary.changed", most, String.join(", ", moved));
        }
        return weighted == headlines.size()
                ? messages.text("weighting.summary.same", most)
                : messages.text(
                        "weighting.summary.same-of",
                        most,
                        messages.number(BigDecimal.valueOf(weighted)),
                        messages.number(BigDecimal.valueOf(headlines.size())));
    }

    /**
     * A headline and what became of weighting it.
     *
     * @param measure the measure
     * @param weighted the weighted mean, where there is one
     * @param words what is said of it, or why it is not weighted
     */
    private record Headline(ReportedMeasure measure, Optional<Weighted> weighted, String words) {
        boolean differs() {
            return weighted.filter(Weighted::differs).isPresent();
        }
    }

    /**
     * A weighted mean.
     *
     * @param unweighted the school's mean as shown
     * @param shown the weighted mean on the same grid
     * @param moved what the weights change, in standard deviations
     * @param each the groups that are taken to have answered alike, in words
     * @param evidence the shown figures it rests on
     */
    private record Weighted(
            Figure.Shown unweighted, Figure.Shown shown, double moved, String each, List<FigureKey> evidence) {
        boolean differs() {
            return Math.abs(moved) > WORTH_SAYING;
        }

        Finding finding(ReportedMeasure measure, Messages messages) {
            String mean = messages.number(shown.value());
            return new Finding(
                    measure.theme(),
                    Finding.Certainty.PROBABLE,
                    messages.text(
                            "weighting.finding",
                            each,
                            Findings.lowerFirst(measure.title()),
                            shown.range()
                                    .map(range -> messages.text(
                                            "weighting.value.range",
                                            mean,
                                            messages.number(range.lower()),
                                            messages.number(range.upper())))
                                    .orElse(mean),
                            messages.number(unweighted.value())),
                    evidence);
        }
    }

    /**
     * Weights and where they come from.
     *
     * @param divisions the divisions whose headcounts they agree with
     * @param weights the weights of the cells
     * @param parts the groups they rest on
     */
    private record Fitted(List<Division> divisions, Weights weights, List<Division.Part> parts) {
        String words(Messages messages) {
            return messages.text(
                    "weighting.by",
                    messages.listed(divisions.stream()
                            .map(division -> division.words(messages))
                            .toList()));
        }

        String each(Messages messages) {
            return messages.listed(
                    divisions.stream().map(division -> division.each(messages)).toList());
        }

        /** The representativity of response over the division in which it differs most. */
        double representativity() {
            double lowest = 1;
            for (int place = 0; place < divisions.size(); place++) {
                lowest = Math.min(
                        lowest,
                        indicator(divisions.get(place), weights.margins().get(place)));
            }
            return lowest;
        }
    }

    private static double indicator(Division division, Margin headcount) {
        return Representativity.indicator(headcount, margin(division, part -> answered(part)))
                .present()
                .map(present -> present.value())
                .orElse(1.0);
    }

    private static double answered(Division.Part part) {
        return part.students().map(students -> (double) students.answered()).orElse(0.0);
    }

    private static Margin margin(Division division, ToDoubleFunction<Division.Part> people) {
        SortedMap<String, Double> counts = new TreeMap<>();
        division.parts().forEach(part -> counts.put(part.key(), people.applyAsDouble(part)));
        return new Margin(division.grouping().key(), counts);
    }

    /** The weighing of one headline. */
    private record Weighing(ShownSoFar figures, ReportedMeasure reported, Messages messages) {
        Headline headline() {
            Measure measure = reported.measure();
            Optional<Figure.Shown> deviation = figures.shown(FigureKind.STANDARD_DEVIATION, measure, Cohort.SCHOOL);
            Optional<CountedStudents> school = CountedStudents.of(figures, measure.source(), Cohort.SCHOOL);
            if (deviation.isEmpty() || deviation.get().value().signum() == 0) {
                return refused(messages.text("weighting.hidden.deviation"));
            }
            if (school.isEmpty()) {
                return refused(messages.text("weighting.hidden.response"));
            }
            List<Division> divisions = figures.now().cohorts().stream()
                    .map(PlannedCohort::grouping)
                    .filter(grouping -> !grouping.equals(Grouping.SCHOOL))
                    .distinct()
                    .map(grouping -> Division.of(figures, measure, grouping, messages))
                    .toList();
            List<Division> counted = divisions.stream()
                    .filter(division -> division.grouping().attributes().size() == 1)
                    .filter(division -> division.uncounted(messages).isEmpty())
                    .toList();
            if (counted.isEmpty()) {
                return refused(
                        divisions.isEmpty()
                                ? messages.text("weighting.undivided")
                                : divisions.stream()
                                        .filter(division ->
                                                division.grouping().attributes().size() == 1)
                                        .map(division -> messages.text(
                                                "weighting.refused.division",
                                                messages.text("weighting.by", division.words(messages)),
                                                division.uncounted(messages).orElse("")))
                                        .collect(Collectors.joining("; ")));
            }
            return fit(divisions, counted, school.get())
                    .match(
                            fitted -> weighed(fitted, deviation.get()),
                            absence -> refused(messages.text("absence." + absence.name())));
        }

        private Headline refused(String why) {
            return new Headline(reported, Optional.empty(), messages.text("weighting.refused", why));
        }

        /** Raked to two attributes where every combination is shown, else by the attribute that divides response most. */
        private Fit<Fitted> fit(List<Division> divisions, List<Division> counted, CountedStudents school) {
            for (Division joint : divisions) {
                List<Division> margins = joint.grouping().attributes().stream()
                        .flatMap(attribute -> counted.stream()
                                .filter(one -> one.grouping().attributes().equals(List.of(attribute))))
                        .toList();
                boolean whole = joint.gap().isEmpty()
                        && margins.size() == 2
                        && joint.parts().stream()
                                .allMatch(part -> margins.stream()
                                        .allMatch(margin -> margin.holding(part).isPresent()));
                if (whole) {
                    Fit<Fitted> raked = fit(joint, margins, school);
                    if (raked.present().isPresent()) {
                        return raked;
                    }
                }
            }
            List<Fit<Fitted>> single = counted.stream()
                    .map(division -> fit(division, List.of(division), school))
                    .toList();
            return single.stream()
                    .flatMap(fitted -> fitted.present().stream())
                    .min(Comparator.comparingDouble(Fitted::representativity))
                    .map(Fit::of)
                    .orElse(single.get(0));
        }

        private static Fit<Fitted> fit(Division cells, List<Division> margins, CountedStudents school) {
            return headcounts(margins, school)
                    .then(headcounts -> Raking.rake(
                            cells.parts().stream()
                                    .map(part -> cell(part, margins))
                                    .toList(),
                            headcounts))
                    .then(weights -> Fit.of(new Fitted(margins, weights, cells.parts())));
        }

        private static WeightingCell cell(Division.Part part, List<Division> margins) {
            return new WeightingCell(
                    margins.stream()
                            .map(margin -> margin.holding(part).orElseThrow().key())
                            .toList(),
                    part.respondents(),
                    part.mean().value().doubleValue(),
                    part.deviation() * part.deviation());
        }

        /** Headcounts within what the shown rates allow, with one total; refused where no total is possible. */
        private static Fit<List<Margin>> headcounts(List<Division> divisions, CountedStudents school) {
            double fewest = school.fewest();
            double most = school.most();
            for (Division division : divisions) {
                fewest = Math.max(fewest, sum(division, CountedStudents::fewest));
                most = Math.min(most, sum(division, CountedStudents::most));
            }
            if (fewest > most) {
                return Fit.absent(Absence.CONTRADICTORY_MARGINS);
            }
            double total = Math.max(fewest, Math.min(most, school.likeliest()));
            return Fit.of(divisions.stream()
                    .map(division -> headcount(division, total))
                    .toList());
        }

        private static Margin headcount(Division division, double total) {
            double missing = total - sum(division, CountedStudents::likeliest);
            ToDoubleFunction<CountedStudents> slack = missing > 0
                    ? students -> students.most() - students.likeliest()
                    : students -> students.likeliest() - students.fewest();
            double all = sum(division, slack);
            double share = all > 0 ? missing / all : 0;
            return margin(
                    division,
                    part -> part.students()
                            .map(students -> Math.max(
                                    (double) students.answered(),
                                    students.likeliest() + share * slack.applyAsDouble(students)))
                            .orElse(0.0));
        }

        private static double sum(Division division, ToDoubleFunction<CountedStudents> number) {
            return division.parts().stream()
                    .flatMap(part -> part.students().stream())
                    .mapToDouble(number)
                    .sum();
        }

        private Headline weighed(Fitted fitted, Figure.Shown deviation) {
            Weights weights = fitted.weights();
            if (!weights.warnings().isEmpty()) {
                return refused(messages.text(
                        "weighting.refused.division",
                        fitted.words(messages),
                        weights.warnings().stream()
                                .map(warning -> messages.text("weighting.warning." + warning.name()))
                                .reduce((one, other) -> messages.text("weighting.refused.and", one, other))
                                .orElse("")));
            }
            Target target = figures.now().coverage() == Coverage.CENSUS ? Target.DESCRIPTIVE : Target.ANALYTIC;
            Sampling sampling =
                    new Sampling(target, fitted.divisions().size() == 1 ? OptionalInt.of(0) : OptionalInt.empty());
            return WeightedEstimates.of(weights, sampling)
                    .mean()
                    .match(
                            mean -> weighed(fitted, mean.forIntervals(), deviation),
                            absence -> refused(messages.text("absence." + absence.name())));
        }

        private Headline weighed(Fitted fitted, Difference estimate, Figure.Shown deviation) {
            Figure.Shown school = figures.shown(FigureKind.MEAN, reported.measure(), Cohort.SCHOOL)
                    .orElseThrow();
            double moved = moved(fitted.weights());
            double step = school.step().doubleValue();
            double lowest = reported.lowest().doubleValue();
            double highest = reported.highest().doubleValue();
            double weighted = Math.max(lowest, Math.min(highest, school.value().doubleValue() + moved));
            double error = Math.hypot(estimate.standardError(), step * Math.sqrt(ROUNDING));
            Interval range = new Difference(weighted, error, estimate.degreesOfFreedom())
                    .interval(Interval.LEVEL)
                    .within(lowest, highest);
            double inDeviations = moved / deviation.value().doubleValue();
            Weighted result = new Weighted(
                    school,
                    new Grid(school.step()).show(weighted, Optional.of(range)),
                    inDeviations,
                    fitted.each(messages),
                    evidence(fitted));
            return new Headline(
                    reported,
                    Optional.of(result),
                    messages.text(
                            "weighting.done",
                            fitted.words(messages),
                            messages.number(result.shown().value()),
                            messages.number(school.value()),
                            messages.rounded(Math.abs(inDeviations), 2),
                            messages.rounded(fitted.weights().designEffect(), 2),
                            messages.rounded(fitted.representativity(), 2)));
        }

        /** The weighted mean less the unweighted one, both of the shown means of the groups. */
        private static double moved(Weights weights) {
            double people = weights.respondents();
            double students = weights.sum();
            double moved = 0;
            for (int place = 0; place < weights.cells().size(); place++) {
                WeightingCell cell = weights.cells().get(place);
                moved += cell.count() * (weights.each().get(place) / students - 1 / people) * cell.mean();
            }
            return moved;
        }

        private List<FigureKey> evidence(Fitted fitted) {
            List<FigureKey> keys = new ArrayList<>();
            Period term = Period.of(figures.now().term());
            keys.add(ShownSoFar.key(FigureKind.MEAN, reported.measure(), term, Cohort.SCHOOL));
            keys.add(ShownSoFar.key(FigureKind.STANDARD_DEVIATION, reported.measure(), term, Cohort.SCHOOL));
            fitted.parts().forEach(part -> keys.addAll(part.evidence()));
            fitted.divisions().forEach(division -> division.parts().forEach(part -> keys.addAll(part.evidence())));
            return keys.stream().distinct().toList();
        }
    }
}
