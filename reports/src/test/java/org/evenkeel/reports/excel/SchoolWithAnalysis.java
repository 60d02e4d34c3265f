package org.evenkeel.reports.excel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.evenkeel.reports.InventedSchool;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseAnalysis;
import org.evenkeel.sql.release.ReleaseBand;
import org.evenkeel.sql.release.ReleaseBenchmark;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseControl;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.ReleaseFigure.State;
import org.evenkeel.sql.release.ReleaseFunnel;
import org.evenkeel.sql.release.ReleaseMeasure;
import org.evenkeel.sql.release.ReleaseStanding;

/** Invented analyses beside the figures of an invented school: where groups stand, bands, weeks beside what was to be expected. */
final class SchoolWithAnalysis {
    /** The measure for which no average is stated, so that only the likelihood as published tells. */
    private static final int WITHOUT_AVERAGE = 1;

    private final PublishedRelease plain;
    private final Map<String, ReleaseFigure> means;
    private final SplittableRandom random = new SplittableRandom(20_260_907);

    private SchoolWithAnalysis(PublishedRelease plain) {
        this.plain = plain;
        this.means = plain.figures().stream()
                .filter(figure -> figure.kind().equals("mean") && figure.state() == State.SHOWN)
                .collect(Collectors.toMap(
                        figure -> key(figure.measure().orElseThrow(), figure.cohort(), figure.period()),
                        figure -> figure));
    }

    private static String key(String measure, String cohort, String period) {
        return measure + "|" + cohort + "|" + period;
    }

    static TermReport report(InventedSchool school) {
        return TermReport.of(release(school), school.history());
    }

    static PublishedRelease release(InventedSchool school) {
        SchoolWithAnalysis analysis = new SchoolWithAnalysis(school.latest());
        return with(
                school.latest(),
                new ReleaseAnalysis(
                        analysis.standings(),
                        analysis.bands(),
                        analysis.controls(),
                        analysis.funnels(),
                        analysis.benchmarks(),
                        List.of()));
    }

    static PublishedRelease with(PublishedRelease release, ReleaseAnalysis analysis) {
        return new PublishedRelease(
                release.header(),
                release.presentation(),
                release.terms(),
                release.exams(),
                release.periods(),
                release.sources(),
                release.measures(),
                release.cohorts(),
                release.conditions(),
                release.kinds(),
                release.figures(),
                release.flags(),
                release.findings(),
                analysis,
                release.audits(),
                release.facts());
    }

    private Optional<ReleaseFigure> mean(ReleaseMeasure measure, ReleaseCohort cohort) {
        return Optional.ofNullable(
                means.get(key(measure.key(), cohort.key(), plain.header().term())));
    }

    private static double half(ReleaseFigure mean) {
        return (mean.upper().orElseThrow().doubleValue()
                        - mean.lower().orElseThrow().doubleValue())
                / 2;
    }

    private double spread(ReleaseMeasure measure) {
        return measure.highest().subtract(measure.lowest()).doubleValue() / 6;
    }

    private double centre(ReleaseMeasure measure, String grouping) {
        return plain.cohorts().stream()
                .filter(cohort -> cohort.grouping().equals(grouping))
                .flatMap(cohort -> mean(measure, cohort).stream())
                .mapToDouble(figure -> figure.value().orElseThrow().doubleValue())
                .average()
                .orElse(0);
    }

    private static BigDecimal points(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    /** Levels as the likelihood alone gives them with the usual thresholds, with every ninth as something else decided. */
    private List<ReleaseStanding> standings() {
        List<ReleaseStanding> standings = new ArrayList<>();
        for (ReleaseMeasure measure : plain.measures()) {
            for (ReleaseCohort cohort : plain.cohorts()) {
                if (!cohort.grouping().equals("school")) {
                    mean(measure, cohort)
                            .ifPresent(figure -> standings.add(standing(standings.size(), measure, cohort, figure)));
                }
            }
        }
        return standings;
    }

    private ReleaseStanding standing(int order, ReleaseMeasure measure, ReleaseCohort cohort, ReleaseFigure figure) {
        int decimals = figure.decimals();
        double centre = centre(measure, cohort.grouping());
        double pooled = points(centre + 0.8 * (figure.value().orElseThrow().doubleValue() - centre), decimals)
                .doubleValue();
        double half = points(half(figure) * 0.9, decimals).doubleValue();
        double margin = points(0.3 * spread(measure), decimals).doubleValue();
        double side = measure.direction().equals("higher-is-worse") ? 1 : -1;
        double likely = StandardNormal.below(
                (side * (pooled - points(centre, 2).doubleValue()) - margin) / Math.max(half / 1.96, 1e-6));
        int steps = (int) Math.floor(Math.min(likely, 0.95) / 0.05 + 1e-9) * 5;
        String alone = likely >= 0.976 && measure.order() != WITHOUT_AVERAGE ? "red" : steps >= 50 ? "amber" : "none";
        return new ReleaseStanding(
                order,
                measure.key(),
                cohort.key(),
                (int) plain.cohorts().stream()
                        .filter(other -> other.grouping().equals(cohort.grouping()))
                        .count(),
                points(pooled, decimals),
                points(pooled - half, decimals),
                points(pooled + half, decimals),
                decimals,
                points(margin, decimals),
                steps,
                Optional.of(new ReleaseStanding.Ranks(1, 2)),
                order % 9 == 8 ? "amber" : alone);
    }

    private List<ReleaseBand> bands() {
        List<ReleaseBand> bands = new ArrayList<>();
        for (ReleaseMeasure measure : plain.measures()) {
            double side = measure.direction().equals("higher-is-worse") ? 1 : -1;
            BigDecimal reference = points(centre(measure, "school"), 2);
            BigDecimal step = points(spread(measure) / 5, 2);
            for (ReleaseCohort cohort : plain.cohorts()) {
                mean(measure, cohort).ifPresent(figure -> {
                    double steps = side
                            * figure.value().orElseThrow().subtract(reference).doubleValue()
                            / step.doubleValue();
                    bands.add(new ReleaseBand(
                            bands.size(),
                            measure.key(),
                            cohort.key(),
                            (int) Math.max(-2, Math.min(2, Math.rint(steps))),
                            reference,
                            step,
                            "the school's mean in the study's first term, Spring 2026"));
                });
            }
        }
        return bands;
    }

    private List<ReleaseControl> controls() {
        List<ReleaseControl> controls = new ArrayList<>();
        for (ReleaseMeasure measure : plain.measures()) {
            for (ReleaseCohort cohort : plain.cohorts()) {
                int[] week = {0};
                plain.periods().stream()
                        .filter(period -> period.week().isPresent())
                        .flatMap(period ->
                                Optional.ofNullable(means.get(key(measure.key(), cohort.key(), period.key()))).stream())
                        .forEach(figure -> {
                            int decimals = figure.decimals() + 1;
                            double value = figure.value().orElseThrow().doubleValue();
                            double expected = centre(measure, "school") + random.nextDouble() * 0.1;
                            double reach = 1.5 * half(figure) + 0.2;
                            boolean limits = ++week[0] > 1;
                            controls.add(new ReleaseControl(
                                    controls.size(),
                                    measure.key(),
                                    cohort.key(),
                                    figure.period(),
                                    week[0] <= 12 ? ReleaseControl.Phase.BASELINE : ReleaseControl.Phase.WATCHED,
                                    points(expected, decimals),
                                    limits
                                            ? Optional.of(new ReleaseControl.Limits(
                                                    points(expected - reach, decimals),
                                                    points(expected + reach, decimals)))
                                            : Optional.empty(),
                                    decimals,
                                    Math.abs(value - expected) > reach
                                            ? ReleaseControl.Signal.UNUSUAL
                                            : ReleaseControl.Signal.USUAL));
                        });
            }
        }
        return controls;
    }

    private List<ReleaseFunnel> funnels() {
        List<ReleaseFunnel> funnels = new ArrayList<>();
        for (ReleaseMeasure measure : plain.measures()) {
            List<String> groupings = plain.cohorts().stream()
                    .map(ReleaseCohort::grouping)
                    .filter(grouping -> !grouping.equals("school"))
                    .distinct()
                    .toList();
            for (String grouping : measure.order() == WITHOUT_AVERAGE ? List.<String>of() : groupings) {
                funnels.add(new ReleaseFunnel(
                        funnels.size(),
                        measure.key(),
                        grouping,
                        4,
                        points(centre(measure, grouping), 2),
                        points(spread(measure), 2),
                        BigDecimal.ZERO,
                        2));
            }
        }
        return funnels;
    }

    private List<ReleaseBenchmark> benchmarks() {
        return plain.measures().stream()
                .limit(1)
                .map(measure -> new ReleaseBenchmark(
                        0,
                        measure.key(),
                        points(centre(measure, "school"), 1),
                        1,
                        "Students of an invented faculty, n = 1,204",
                        "2019",
                        "An invented journal 12, 34–56",
                        LocalDate.of(2026, 1, 2)))
                .toList();
    }
}
