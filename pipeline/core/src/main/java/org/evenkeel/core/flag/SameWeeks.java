package org.evenkeel.core.flag;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.disclosure.FigureKey;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.disclosure.Grid;
import org.evenkeel.core.statistics.Interval;
import org.evenkeel.core.statistics.panel.SameWeek;
import org.evenkeel.core.study.IsoWeek;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.TermId;
import org.evenkeel.core.words.Messages;

/**
 * The school's weeks held against the same weeks of an earlier term: the one that began closest to a year before, where one lies within
 * eight weeks of it, else the term before. Weeks are counted from the term's first day, and an exam week is held against an exam week only.
 *
 * <p>What is said is the average difference. Its error is the average error of the weeks, as if the same people had answered in
 * all of them: sixteen weeks of one school are far from sixteen times the evidence.
 */
final class SameWeeks {
    private static final int FEWEST = 4;
    private static final long YEAR = 52;
    private static final long NEAR = 8;
    private static final double Z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - Interval.LEVEL) / 2);

    private SameWeeks() {}

    /** The finding, where the difference has a clear or probable direction. */
    static Optional<Finding> finding(ShownSoFar figures, ReportedMeasure reported, Messages messages) {
        if (figures.now().weeks().isEmpty()) {
            return Optional.empty();
        }
        return earlier(figures).flatMap(term -> {
            List<Week> now = weeks(figures, figures.now().term(), reported.measure());
            List<SameWeek> both = compared(now, weeks(figures, term, reported.measure()));
            return both.size() < FEWEST ? Optional.empty() : said(figures, reported, term, now, both, messages);
        });
    }

    private static Optional<Finding> said(
            ShownSoFar figures,
            ReportedMeasure reported,
            TermId term,
            List<Week> now,
            List<SameWeek> both,
            Messages messages) {
        double difference = both.stream()
                .mapToDouble(week -> week.difference().value())
                .average()
                .orElseThrow();
        double half = Z
                * both.stream()
                        .mapToDouble(week -> week.difference().standardError())
                        .average()
                        .orElseThrow();
        Figure.Shown shown = new Grid(now.get(0).shown().mean().step())
                .show(difference, Optional.of(new Interval(difference - half, difference + half)));
        Finding.Certainty certainty = Findings.sureness(shown);
        if (certainty == Finding.Certainty.OPEN) {
            return Optional.empty();
        }
        long sameSide = both.stream()
                .filter(week -> week.difference().value() * difference > 0)
                .count();
        List<FigureKey> evidence = now.stream()
                .filter(week -> both.stream().anyMatch(pair -> pair.weekOfTerm() == week.number()))
                .map(week -> ShownSoFar.key(
                        FigureKind.MEAN, reported.measure(), week.shown().period(), Cohort.SCHOOL))
                .filter(key -> figures.now().shown(key).isPresent())
                .toList();
        return Optional.of(new Finding(
                reported.theme(),
                certainty,
                messages.text(
                        certainty == Finding.Certainty.CLEAR ? "finding.weeks.clear" : "finding.weeks.probable",
                        reported.title(),
                        Findings.direction(reported, shown.value(), messages),
                        term.value(),
                        messages.signed(shown.value()),
                        messages.signed(shown.range().orElseThrow().lower()),
                        messages.signed(shown.range().orElseThrow().upper()),
                        messages.number(BigDecimal.valueOf(sameSide)),
                        messages.number(BigDecimal.valueOf(both.size()))),
                evidence));
    }

    /** The term to be held against. */
    private static Optional<TermId> earlier(ShownSoFar figures) {
        List<ShownFigures> others = figures.before().stream()
                .filter(one -> !one.term().equals(figures.now().term()))
                .toList();
        return others.stream()
                .filter(one -> fromAYearBefore(figures, one) <= NEAR)
                .min(Comparator.comparingLong(one -> fromAYearBefore(figures, one)))
                .or(() -> others.stream().reduce((one, later) -> later))
                .map(ShownFigures::term);
    }

    private static long fromAYearBefore(ShownSoFar figures, ShownFigures earlier) {
        return Math.abs(
                YEAR - ChronoUnit.WEEKS.between(earlier.begins(), figures.now().begins()));
    }

    /**
     * A week of the school.
     *
     * @param number counted from the first of the term
     * @param shown its mean
     * @param respondents how many answered
     */
    private record Week(int number, ShownSoFar.ShownWeek shown, long respondents) {
        /** What Welch's difference needs of it: the deviation that leads to the range that is shown. */
        Optional<SameWeek.Week> compared() {
            return shown.mean()
                    .range()
                    .filter(range -> respondents > 1)
                    .map(range -> new SameWeek.Week(
                            number,
                            shown.mean().value().doubleValue(),
                            range.upper().subtract(range.lower()).doubleValue()
                                    / 2
                                    / TDistribution.of(respondents - 1.0)
                                            .inverseSurvivalProbability((1 - Interval.LEVEL) / 2)
                                    * Math.sqrt((double) respondents),
                            respondents));
        }
    }

    private static List<Week> weeks(ShownSoFar figures, TermId term, Measure measure) {
        return figures.weeks(measure, Cohort.SCHOOL).stream()
                .filter(week -> week.shownIn().term().equals(term))
                .flatMap(week -> week
                        .shownIn()
                        .shown(ShownSoFar.key(FigureKind.RESPONDENTS, measure, week.period(), Cohort.SCHOOL))
                        .map(people ->
                                new Week(number(week), week, people.value().longValueExact()))
                        .stream())
                .toList();
    }

    private static int number(ShownSoFar.ShownWeek week) {
        LocalDate first = IsoWeek.of(week.shownIn().begins()).monday();
        return week.period()
                .week()
                .map(own -> 1 + (int) ChronoUnit.WEEKS.between(first, own.monday()))
                .orElseThrow();
    }

    /** Teaching weeks are held against teaching weeks, exam weeks against exam weeks. */
    private static List<SameWeek> compared(List<Week> now, List<Week> then) {
        Map<Boolean, List<SameWeek.Week>> earlier = then.stream()
                .collect(Collectors.partitioningBy(
                        week -> week.shown().exams(),
                        Collectors.flatMapping(week -> week.compared().stream(), Collectors.toList())));
        List<SameWeek> both = new ArrayList<>();
        for (Week week : now) {
            both.addAll(SameWeek.of(
                    week.compared().stream().toList(),
                    earlier.getOrDefault(week.shown().exams(), List.of())));
        }
        return both;
    }
}
