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
import org.evenkeel.core.statistics.change.PairedChanges;
import org.evenkeel.core.statistics.response.NonResponse;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;

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
    public static List<Finding> of(ShownSoFar figures, List<ReportedMeasure> measures) {
        List<Finding> findings = new ArrayList<>();
        List<ReportedMeasure> headlines = Headlines.of(figures, measures);
        headlines.forEach(measure -> headline(figures, measure).ifPresent(findings::add));
        findings.addAll(Weighting.of(figures, measures).findings());
        headlines.forEach(measure -> NotHeardAlike.of(figures, measure)
                .forEach(group -> group.finding(measure).forEach(findings::add)));
        measures.forEach(measure -> SameWeeks.finding(figures, measure).ifPresent(findings::add));
        findings.sort(Comparator.comparing(Finding::theme));
        return List.copyOf(findings);
    }

    private static Optional<Finding> headline(ShownSoFar figures, ReportedMeasure reported) {
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
            String after = change.map(shown -> new Moved(reported, shown, matters(reported, deviation), others).words())
                    .orElseGet(() -> "; there is no earlier term to compare with." + between(mean, others));
            return new Finding(
                    reported.theme(),
                    change.map(shown -> certainty(shown, matters(reported, deviation)))
                            .orElse(Finding.Certainty.OPEN),
                    level(reported, mean)
                            + after
                            + (partly
                                    ? " The change is partly due to who answered: of those who answered both times it is "
                                            + signed(same.orElseThrow().value()) + "."
                                    : ""),
                    evidence.stream().distinct().toList());
        });
    }

    private static FigureKey key(ShownSoFar figures, FigureKind kind, Measure measure) {
        return ShownSoFar.key(kind, measure, Period.of(figures.now().term()), Cohort.SCHOOL);
    }

    private static String level(ReportedMeasure reported, Figure.Shown mean) {
        return String.format(
                "%s averages %s on a scale from %s to %s%s",
                reported.title(),
                mean.value().toPlainString(),
                plain(reported.lowest()),
                plain(reported.highest()),
                mean.range()
                        .map(range -> String.format(
                                " (95%% range %s to %s)",
                                range.lower().toPlainString(), range.upper().toPlainString()))
                        .orElse(""));
    }

    /** The smallest difference that matters; absent where neither it nor the standard deviation is known. */
    private static Optional<Double> matters(ReportedMeasure reported, Optional<Figure.Shown> deviation) {
        return reported.importantDifference()
                .map(BigDecimal::doubleValue)
                .or(() -> deviation.map(shown -> shown.value().doubleValue() / 2));
    }

    /** Between which means the school is if those who did not answer are half a standard deviation away from those who did. */
    private static String between(Figure.Shown mean, Optional<NonResponse> others) {
        return others.filter(silent -> silent.unanswered() > 0)
                .map(silent -> {
                    List<NonResponse.Row> table = silent.table();
                    Grid grid = new Grid(mean.step());
                    return String.format(
                            " If those who did not answer were half a standard deviation lower or higher than those who did, it would be"
                                    + " %s or %s.",
                            grid.nearest(table.get(0).mean()).toPlainString(),
                            grid.nearest(table.get(table.size() - 1).mean()).toPlainString());
                })
                .orElse("");
    }

    /** What is said of a change. */
    private record Moved(
            ReportedMeasure reported, Figure.Shown change, Optional<Double> matters, Optional<NonResponse> others) {
        String words() {
            String points = signed(change.value()) + " points"
                    + change.range()
                            .map(ends ->
                                    String.format(" (95%% range %s to %s)", signed(ends.lower()), signed(ends.upper())))
                            .orElse("");
            return switch (certainty(change, matters)) {
                case CLEAR ->
                    little()
                            ? "; little change since the term before: " + points
                                    + ", all of it within half of what matters (" + onGrid(matters.orElse(0.0)) + ")"
                                    + enough() + "."
                            : "; " + direction(reported, change.value()) + " since the term before: " + points + size()
                                    + undone() + ".";
                case PROBABLE ->
                    "; probably " + direction(reported, change.value()) + " since the term before: " + points + size()
                            + undone() + ".";
                case OPEN -> "; no clear change since the term before: " + points + unseen() + enough() + ".";
            };
        }

        private boolean little() {
            return isLittle(change, matters);
        }

        private String size() {
            return matters.map(enough -> {
                        double share = Math.abs(change.value().doubleValue()) / enough;
                        return share < 0.5
                                ? ", less than half of what matters (" + onGrid(enough) + ")"
                                : share < 1
                                        ? ", less than what matters (" + onGrid(enough) + ")"
                                        : ", at least what matters (" + onGrid(enough) + ")";
                    })
                    .orElse("");
        }

        /** How different those who did not answer this term would have to be for the change to vanish. */
        private String undone() {
            return tipped(0, "it would vanish", "; no answers of those who did not answer could undo it");
        }

        /** How different they would have to be for the change to matter. */
        private String enough() {
            return matters.map(points -> tipped(
                            change.value().signum() < 0 ? -points : points,
                            "it would be what matters (" + onGrid(points) + ")",
                            "; no answers of those who did not answer could make it what matters (" + onGrid(points)
                                    + ")"))
                    .orElse("");
        }

        /** How different they would have to be for the change to be another one. */
        private String tipped(double other, String then, String never) {
            return others.filter(silent -> silent.unanswered() > 0)
                    .map(silent -> silent.tippingGap(
                                    silent.mean() + other - change.value().doubleValue())
                            .match(
                                    gap -> String.format(
                                            "; %s if those who did not answer were %s points %s than those who did",
                                            then, onGrid(Math.abs(gap.value())), gap.value() > 0 ? "higher" : "lower"),
                                    absence -> never))
                    .orElse("");
        }

        private String unseen() {
            return change.range()
                    .map(ends -> "; a change below "
                            + onGrid(SEEN * ends.upper().subtract(ends.lower()).doubleValue() / 2)
                            + " points would probably have gone unseen")
                    .orElse("");
        }

        private String onGrid(double points) {
            return plain(new Grid(change.step()).nearest(points));
        }
    }

    static String direction(ReportedMeasure reported, BigDecimal change) {
        boolean up = change.signum() > 0;
        return switch (reported.direction()) {
            case HIGHER_IS_WORSE -> up ? "worse" : "better";
            case HIGHER_IS_BETTER -> up ? "better" : "worse";
            case NEUTRAL -> up ? "higher" : "lower";
        };
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

    static String signed(BigDecimal value) {
        return (value.signum() > 0 ? "+" : "") + value.toPlainString().replace('-', '\u2212');
    }

    private static String plain(BigDecimal points) {
        return points.stripTrailingZeros().toPlainString();
    }
}
