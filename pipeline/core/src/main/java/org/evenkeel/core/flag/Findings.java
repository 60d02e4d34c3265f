package org.evenkeel.core.flag;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.disclosure.FigureKey;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.instrument.Theme;
import org.evenkeel.core.study.Period;

/**
 * The sentences of the summary: for each theme its leading measure, its change and how sure that is. A range that holds zero
 * is never called "no change", only "no clear change".
 */
public final class Findings {
    private Findings() {}

    /** The findings of a publication, stress and engagement first. */
    public static List<Finding> of(ShownFigures figures, List<ReportedMeasure> measures) {
        List<Finding> findings = new ArrayList<>();
        Set<Theme> spoken = EnumSet.noneOf(Theme.class);
        for (ReportedMeasure measure : measures) {
            Theme theme = measure.theme();
            if (!spoken.contains(theme)) {
                headline(figures, measure).ifPresent(finding -> {
                    findings.add(finding);
                    spoken.add(theme);
                });
            }
        }
        findings.sort(java.util.Comparator.comparing(Finding::theme));
        return List.copyOf(findings);
    }

    private static Optional<Finding> headline(ShownFigures figures, ReportedMeasure reported) {
        FigureKey ofMean = key(figures, FigureKind.MEAN, reported, Cohort.SCHOOL);
        FigureKey ofChange = key(figures, FigureKind.CHANGE, reported, Cohort.SCHOOL);
        return figures.shown(ofMean).map(mean -> {
            Optional<Figure.Shown> change = figures.shown(ofChange);
            List<FigureKey> evidence = new ArrayList<>(List.of(ofMean));
            change.ifPresent(shown -> evidence.add(ofChange));
            return new Finding(
                    reported.theme(),
                    change.map(Findings::certainty).orElse(Finding.Certainty.OPEN),
                    sentence(reported, mean, change),
                    evidence);
        });
    }

    private static String sentence(ReportedMeasure reported, Figure.Shown mean, Optional<Figure.Shown> change) {
        String level = String.format(
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
        return level
                + change.map(shown -> moved(reported, shown)).orElse("; there is no earlier term to compare with.");
    }

    private static String moved(ReportedMeasure reported, Figure.Shown change) {
        String range = change.range()
                .map(ends -> String.format(" (95%% range %s to %s)", signed(ends.lower()), signed(ends.upper())))
                .orElse("");
        String points = signed(change.value()) + " points" + range + ".";
        return switch (certainty(change)) {
            case CLEAR -> "; " + direction(reported, change.value()) + " since the term before: " + points;
            case PROBABLE -> "; probably " + direction(reported, change.value()) + " since the term before: " + points;
            case OPEN -> "; no clear change since the term before: " + points;
        };
    }

    private static String direction(ReportedMeasure reported, BigDecimal change) {
        boolean up = change.signum() > 0;
        return switch (reported.direction()) {
            case HIGHER_IS_WORSE -> up ? "worse" : "better";
            case HIGHER_IS_BETTER -> up ? "better" : "worse";
            case NEUTRAL -> up ? "higher" : "lower";
        };
    }

    /** Clear when the shown range excludes zero; probable when zero lies in its outer sixth; else open. */
    private static Finding.Certainty certainty(Figure.Shown change) {
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

    static FigureKey key(ShownFigures figures, FigureKind kind, ReportedMeasure reported, Cohort cohort) {
        return new FigureKey(
                kind.code(),
                reported.measure().source(),
                Optional.of(reported.measure()),
                Period.of(figures.term()),
                cohort);
    }

    static String lowerFirst(String title) {
        boolean acronym = title.length() > 1 && Character.isUpperCase(title.charAt(1));
        return acronym ? title : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }

    private static String signed(BigDecimal value) {
        return (value.signum() > 0 ? "+" : "") + value.toPlainString().replace('-', '\u2212');
    }

    private static String plain(BigDecimal points) {
        return points.stripTrailingZeros().toPlainString();
    }
}
