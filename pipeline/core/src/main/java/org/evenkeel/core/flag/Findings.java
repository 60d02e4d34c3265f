package org.evenkeel.core.flag;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.disclosure.FigureKey;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.disclosure.Grid;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.change.PairedChanges;
import org.evenkeel.core.statistics.response.NonResponse;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.words.Messages;

/**
 * The sentences of the summary: for each theme its leading measure, its change and how sure that is. A range that holds zero is
 * never called "no change": it is "little change" only where the whole range lies within half of what matters, and otherwise the
 * sentence says which change could have been seen. A direction comes with the difference in those who did not answer that would
 * undo it, "little" and "no clear change" with the one that would make it matter, a first term with what half a standard
 * deviation would change. What weights would change, and how those who are hard to hear differ, follows where it is enough. What matters is the measure's important difference, or half the school's shown standard deviation.
 */
public final class Findings {
    /** What a change must reach, in half ranges, to be seen four times out of five: (z(.975) + z(.8)) / z(.975). */
    private static final double SEEN = 1.4294;

    private Findings() {}

    /** The findings of a publication, stress and engagement first. */
    public static List<Finding> of(ShownSoFar figures, List<ReportedMeasure> measures, Messages messages) {
        List<Finding> findings = new ArrayList<>();
        List<ReportedMeasure> headlines = Headlines.of(figures, measures);
        headlines.forEach(measure -> headline(figures, measure, messages).ifPresent(findings::add));
        findings.addAll(Weighting.of(figures, measures, messages).findings());
        headlines.forEach(measure -> NotHeardAlike.of(figures, measure)
                .forEach(group -> group.finding(measure, messages).forEach(findings::add)));
        measures.forEach(
                measure -> SameWeeks.finding(figures, measure, messages).ifPresent(findings::add));
        findings.sort(Comparator.comparing(Finding::theme));
        return List.copyOf(findings);
    }

    private static Optional<Finding> headline(ShownSoFar figures, ReportedMeasure reported, Messages messages) {
        Measure measure = reported.measure();
        return figures.shown(FigureKind.MEAN, measure, Cohort.SCHOOL).map(mean -> {
            Optional<Figure.Shown> change = figures.shown(FigureKind.CHANGE, measure, Cohort.SCHOOL);
            Optional<Figure.Shown> deviation = figures.shown(FigureKind.STANDARD_DEVIATION, measure, Cohort.SCHOOL);
            List<FigureKey> evidence = new ArrayList<>(List.of(key(figures, FigureKind.MEAN, measure)));
            if (change.isPresent()) {
                evidence.add(key(figures, FigureKind.CHANGE, measure));
                deviation.ifPresent(any -> evidence.add(key(figures, FigureKind.STANDARD_DEVIATION, measure)));
                figures.response(measure.source(), Cohort.SCHOOL)
                        .ifPresent(any -> evidence.add(
                                figures.ofSource(FigureKind.RESPONSE_RATE, measure.source(), Cohort.SCHOOL)));
            }
            Optional<NonResponse> others = ResponseSensitivity.of(figures, reported);
            others.ifPresent(any -> {
                evidence.add(key(figures, FigureKind.STANDARD_DEVIATION, measure));
                evidence.add(figures.ofSource(FigureKind.RESPONSE_RATE, measure.source(), Cohort.SCHOOL));
            });
            Optional<Figure.Shown> same = figures.shown(FigureKind.CHANGE_OF_SAME_PEOPLE, measure, Cohort.SCHOOL);
            boolean partly = change.isPresent()
                    && same.isPresent()
                    && deviation
                            .filter(spread -> PairedChanges.differ(
                                    same.get().value().doubleValue(),
                                    change.get().value().doubleValue(),
                                    spread.value().doubleValue()))
                            .isPresent();
            if (partly) {
                evidence.add(key(figures, FigureKind.CHANGE_OF_SAME_PEOPLE, measure));
            }
            String level = level(reported, mean, messages);
            String moved = change.map(shown ->
                            new Moved(reported, shown, matters(reported, deviation), others, messages).words(level))
                    .orElseGet(() -> between(messages.text("finding.first", level), mean, others, messages));
            return new Finding(
                    reported.theme(),
                    change.map(shown -> certainty(shown, matters(reported, deviation)))
                            .orElse(Finding.Certainty.OPEN),
                    partly
                            ? messages.text(
                                    "finding.partly",
                                    moved,
                                    messages.signed(same.orElseThrow().value()))
                            : moved,
                    evidence.stream().distinct().toList());
        });
    }

    private static FigureKey key(ShownSoFar figures, FigureKind kind, Measure measure) {
        return ShownSoFar.key(kind, measure, Period.of(figures.now().term()), Cohort.SCHOOL);
    }

    private static String level(ReportedMeasure reported, Figure.Shown mean, Messages messages) {
        String title = reported.title();
        String value = messages.number(mean.value());
        String lowest = messages.plain(reported.lowest());
        String highest = messages.plain(reported.highest());
        return mean.range()
                .map(range -> messages.text(
                        "finding.level.range",
                        title,
                        value,
                        lowest,
                        highest,
                        messages.number(range.lower()),
                        messages.number(range.upper())))
                .orElseGet(() -> messages.text("finding.level", title, value, lowest, highest));
    }

    /** The smallest difference that matters; absent where neither it nor the standard deviation is known. */
    private static Optional<Double> matters(ReportedMeasure reported, Optional<Figure.Shown> deviation) {
        return reported.importantDifference()
                .map(BigDecimal::doubleValue)
                .or(() -> deviation.map(shown -> shown.value().doubleValue() / 2));
    }

    /** Between which means the school is if those who did not answer are half a standard deviation away from those who did. */
    private static String between(String said, Figure.Shown mean, Optional<NonResponse> others, Messages messages) {
        return others.filter(silent -> silent.unanswered() > 0)
                .map(silent -> {
                    List<NonResponse.Row> table = silent.table();
                    Grid grid = new Grid(mean.step());
                    return messages.text(
                            "finding.silent",
                            said,
                            messages.number(grid.nearest(table.get(0).mean())),
                            messages.number(
                                    grid.nearest(table.get(table.size() - 1).mean())));
                })
                .orElse(said);
    }

    /** What is said of a change. */
    private record Moved(
            ReportedMeasure reported,
            Figure.Shown change,
            Optional<Double> matters,
            Optional<NonResponse> others,
            Messages messages) {
        /** The sentence that begins with how the school stands. */
        String words(String level) {
            String points = points();
            String worse = direction(reported, change.value(), messages);
            return switch (certainty(change, matters)) {
                case CLEAR ->
                    isLittle(change, matters)
                            ? messages.text("finding.little", level, enough(withinHalf(points)))
                            : messages.text("finding.clear", level, worse, undone(size(points)));
                case PROBABLE -> messages.text("finding.probable", level, worse, undone(size(points)));
                case OPEN -> messages.text("finding.open", level, enough(unseen(points)));
            };
        }

        private String points() {
            String points = messages.signed(change.value());
            return change.range()
                    .map(ends -> messages.text(
                            "finding.points.range",
                            points,
                            messages.signed(ends.lower()),
                            messages.signed(ends.upper())))
                    .orElseGet(() -> messages.text("finding.points", points));
        }

        private String withinHalf(String said) {
            return messages.text("finding.within-half", said, onGrid(matters.orElse(0.0)));
        }

        private String size(String said) {
            return matters.map(enough -> {
                        double share = Math.abs(change.value().doubleValue()) / enough;
                        String key = share < 0.5
                                ? "finding.size.small"
                                : share < 1 ? "finding.size.less" : "finding.size.enough";
                        return messages.text(key, said, onGrid(enough));
                    })
                    .orElse(said);
        }

        /** How different those who did not answer this term would have to be for the change to vanish. */
        private String undone(String said) {
            return gap(0).map(gap -> gap.match(
                            points -> messages.text(
                                    higher(points.value()) ? "finding.undone.higher" : "finding.undone.lower",
                                    said,
                                    onGrid(Math.abs(points.value()))),
                            absence -> messages.text("finding.undone.never", said)))
                    .orElse(said);
        }

        /** How different they would have to be for the change to matter. */
        private String enough(String said) {
            return matters.flatMap(enough -> gap(change.value().signum() < 0 ? -enough : enough)
                            .map(gap -> gap.match(
                                    points -> messages.text(
                                            higher(points.value())
                                                    ? "finding.mattering.higher"
                                                    : "finding.mattering.lower",
                                            said,
                                            onGrid(Math.abs(points.value())),
                                            onGrid(enough)),
                                    absence -> messages.text("finding.mattering.never", said, onGrid(enough)))))
                    .orElse(said);
        }

        private static boolean higher(double gap) {
            return gap > 0;
        }

        /** How different they would have to be for the change to be another one, where anybody did not answer. */
        private Optional<Estimate> gap(double other) {
            return others.filter(silent -> silent.unanswered() > 0)
                    .map(silent -> silent.tippingGap(
                            silent.mean() + other - change.value().doubleValue()));
        }

        private String unseen(String said) {
            return change.range()
                    .map(ends -> messages.text(
                            "finding.unseen",
                            said,
                            onGrid(SEEN * ends.upper().subtract(ends.lower()).doubleValue() / 2)))
                    .orElse(said);
        }

        private String onGrid(double points) {
            return messages.plain(new Grid(change.step()).nearest(points));
        }
    }

    /** Which way a difference goes: a word for {@code worse}, {@code better}, {@code higher} or {@code lower}. */
    static String direction(ReportedMeasure reported, BigDecimal change, Messages messages) {
        boolean up = change.signum() > 0;
        return messages.text(
                switch (reported.direction()) {
                    case HIGHER_IS_WORSE -> up ? "finding.direction.worse" : "finding.direction.better";
                    case HIGHER_IS_BETTER -> up ? "finding.direction.better" : "finding.direction.worse";
                    case NEUTRAL -> up ? "finding.direction.higher" : "finding.direction.lower";
                });
    }

    /**
     * Clear when the shown range excludes zero, or lies within half of what matters; probable when zero lies in its outer sixth;
     * else open.
     */
    private static Finding.Certainty certainty(Figure.Shown change, Optional<Double> matters) {
        if (isLittle(change, matters)) {
            return Finding.Certainty.CLEAR;
        }
        return sureness(change);
    }

    /** How sure the direction of a difference is. */
    static Finding.Certainty sureness(Figure.Shown change) {
        if (change.range().isEmpty() || change.value().signum() == 0) {
            return Finding.Certainty.OPEN;
        }
        Figure.Range range = change.range().get();
        if (range.lower().signum() > 0 || range.upper().signum() < 0) {
            return Finding.Certainty.CLEAR;
        }
        BigDecimal width = range.upper().subtract(range.lower());
        BigDecimal beyond = change.value().signum() > 0 ? range.lower().negate() : range.upper();
        return beyond.multiply(BigDecimal.valueOf(6)).compareTo(width) <= 0
                ? Finding.Certainty.PROBABLE
                : Finding.Certainty.OPEN;
    }

    /** Whether the whole range holds zero and lies within half of what matters on either side of it: a test of equivalence. */
    private static boolean isLittle(Figure.Shown change, Optional<Double> matters) {
        return change.range()
                .filter(range -> range.lower().signum() <= 0 && range.upper().signum() >= 0)
                .flatMap(range -> matters.map(enough -> range.lower().doubleValue() >= -enough / 2
                        && range.upper().doubleValue() <= enough / 2))
                .orElse(false);
    }

    static String lowerFirst(String title) {
        boolean acronym = title.length() > 1 && Character.isUpperCase(title.charAt(1));
        return acronym ? title : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }
}
