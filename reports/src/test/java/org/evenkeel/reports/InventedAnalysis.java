package org.evenkeel.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenkeel.sql.release.ReleaseAnalysis;
import org.evenkeel.sql.release.ReleaseBand;
import org.evenkeel.sql.release.ReleaseBenchmark;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseControl;
import org.evenkeel.sql.release.ReleaseControl.Phase;
import org.evenkeel.sql.release.ReleaseControl.Signal;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.ReleaseFigure.State;
import org.evenkeel.sql.release.ReleaseFunnel;
import org.evenkeel.sql.release.ReleasePeriod;
import org.evenkeel.sql.release.ReleaseStanding;

/**
 * What charts of an invented release say beyond its figures, by fixed rules from its shown figures alone.
 *
 * @param asked what is asked
 * @param cohorts the groups
 * @param periods term and weeks
 * @param means the shown means
 * @param weeksBefore how many weeks were published before this term
 */
record InventedAnalysis(
        List<InventedSchool.Asked> asked,
        List<ReleaseCohort> cohorts,
        List<ReleasePeriod> periods,
        Map<Place, ReleaseFigure> means,
        int weeksBefore) {
    private static final int FEWEST_WEEKS = 12;

    ReleaseAnalysis release() {
        List<ReleaseStanding> standings = new ArrayList<>();
        List<ReleaseBand> bands = new ArrayList<>();
        List<ReleaseControl> controls = new ArrayList<>();
        List<ReleaseFunnel> funnels = new ArrayList<>();
        for (InventedSchool.Asked measure : asked) {
            bands(measure, bands);
            byGrouping(measure).forEach((grouping, means) -> {
                if (means.size() >= 2) {
                    compared(measure, grouping, means, standings, funnels);
                }
            });
            for (ReleaseCohort cohort : cohorts) {
                controls(measure, cohort, controls);
            }
        }
        return new ReleaseAnalysis(standings, bands, controls, funnels, benchmarks(), List.of());
    }

    /** What a mean is of. */
    record Place(String measure, String period, String cohort) {}

    /** The shown means among figures. */
    static Map<Place, ReleaseFigure> means(List<ReleaseFigure> figures) {
        return figures.stream()
                .filter(figure -> figure.kind().equals("mean") && figure.state() == State.SHOWN)
                .collect(Collectors.toMap(
                        figure -> new Place(figure.measure().orElseThrow(), figure.period(), figure.cohort()),
                        Function.identity()));
    }

    private Optional<ReleaseFigure> mean(InventedSchool.Asked measure, String period, ReleaseCohort cohort) {
        return Optional.ofNullable(means.get(new Place(measure.key(), period, cohort.key())));
    }

    private Map<String, List<ReleaseFigure>> byGrouping(InventedSchool.Asked measure) {
        Map<String, List<ReleaseFigure>> found = new LinkedHashMap<>();
        for (ReleaseCohort cohort : cohorts) {
            if (!cohort.grouping().equals("school")) {
                mean(measure, periods.get(0).key(), cohort)
                        .ifPresent(figure -> found.computeIfAbsent(cohort.grouping(), any -> new ArrayList<>())
                                .add(figure));
            }
        }
        return found;
    }

    private void bands(InventedSchool.Asked measure, List<ReleaseBand> bands) {
        double sign = measure.direction().equals("higher-is-better") ? -1 : 1;
        double step = 0.3 * measure.spread();
        for (ReleaseCohort cohort : cohorts) {
            mean(measure, periods.get(0).key(), cohort)
                    .ifPresent(figure -> bands.add(new ReleaseBand(
                            bands.size(),
                            measure.key(),
                            cohort.key(),
                            (int) Math.max(
                                    -2, Math.min(2, Math.round(sign * (value(figure) - measure.level()) / step))),
                            rounded(measure.level(), 2),
                            rounded(step, 2),
                            "mean of the school's first two terms")));
        }
    }

    private void compared(
            InventedSchool.Asked measure,
            String grouping,
            List<ReleaseFigure> means,
            List<ReleaseStanding> standings,
            List<ReleaseFunnel> funnels) {
        double centre =
                means.stream().mapToDouble(InventedAnalysis::value).average().orElseThrow();
        double margin = 0.3 * measure.spread();
        double sign = measure.direction().equals("higher-is-better") ? -1 : 1;
        for (ReleaseFigure figure : means) {
            double pooled = centre + 0.7 * (value(figure) - centre);
            double half = 0.8
                    * (figure.upper().orElseThrow().doubleValue()
                            - figure.lower().orElseThrow().doubleValue())
                    / 2;
            double worse = sign * (pooled - centre);
            int likelihood =
                    (int) Math.max(0, Math.min(95, 5 * Math.round(10 + 10 * (worse - margin) / Math.max(0.01, half))));
            standings.add(new ReleaseStanding(
                    standings.size(),
                    measure.key(),
                    figure.cohort(),
                    means.size(),
                    rounded(pooled, measure.decimals()),
                    rounded(pooled - half, measure.decimals()),
                    rounded(pooled + half, measure.decimals()),
                    measure.decimals(),
                    rounded(margin, measure.decimals()),
                    likelihood,
                    means.size() < 3
                            ? Optional.empty()
                            : Optional.of(new ReleaseStanding.Ranks(
                                    worse > half ? means.size() / 2 + 1 : 1,
                                    worse < -half ? means.size() / 2 + 1 : means.size())),
                    likelihood >= 90 ? "red" : likelihood >= 75 ? "amber" : "none"));
        }
        funnels.add(new ReleaseFunnel(
                funnels.size(),
                measure.key(),
                grouping,
                means.size(),
                rounded(centre, measure.decimals()),
                rounded(measure.spread(), 2),
                rounded(means.size() < 10 ? 0 : 0.08 * measure.spread(), 2),
                Math.max(2, measure.decimals())));
    }

    private void controls(InventedSchool.Asked measure, ReleaseCohort cohort, List<ReleaseControl> controls) {
        if (measure.asking() != InventedSchool.Asking.EVERY_WEEK
                || cohort.grouping().contains(" x ")) {
            return;
        }
        List<ReleasePeriod> weeks =
                periods.stream().filter(period -> period.week().isPresent()).toList();
        List<ReleaseFigure> shown = weeks.stream()
                .flatMap(week -> mean(measure, week.key(), cohort).stream())
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        double expected = shown.stream()
                .limit(FEWEST_WEEKS)
                .mapToDouble(InventedAnalysis::value)
                .average()
                .orElseThrow();
        double room = 0.36 * measure.spread() + (cohort.grouping().equals("school") ? 0 : 0.2 * measure.spread());
        boolean few = weeksBefore + shown.size() < FEWEST_WEEKS;
        for (int i = 0; i < shown.size(); i++) {
            ReleaseFigure figure = shown.get(i);
            double lower = Math.max(measure.lowest(), expected - room);
            double upper = Math.min(measure.highest(), expected + room);
            boolean unusual = !few && (value(figure) < lower || value(figure) > upper);
            controls.add(new ReleaseControl(
                    controls.size(),
                    measure.key(),
                    cohort.key(),
                    figure.period(),
                    few ? Phase.RUN : weeksBefore + i < FEWEST_WEEKS ? Phase.BASELINE : Phase.WATCHED,
                    rounded(expected, 2),
                    few
                            ? Optional.empty()
                            : Optional.of(new ReleaseControl.Limits(rounded(lower, 2), rounded(upper, 2))),
                    2,
                    unusual ? Signal.UNUSUAL : Signal.USUAL));
        }
    }

    private List<ReleaseBenchmark> benchmarks() {
        List<ReleaseBenchmark> benchmarks = new ArrayList<>();
        for (InventedSchool.Asked measure : asked) {
            if (measure.scale().equals("pss-10") || measure.scale().equals("who-5")) {
                benchmarks.add(new ReleaseBenchmark(
                        benchmarks.size(),
                        measure.key(),
                        rounded(measure.level() - 0.2 * measure.spread(), 1),
                        1,
                        "Medical students of twelve invented schools",
                        "2024",
                        "An invented survey of schools, volume 3, table 2",
                        LocalDate.of(2026, 3, 2)));
            }
        }
        return benchmarks;
    }

    private static double value(ReleaseFigure figure) {
        return figure.value().orElseThrow().doubleValue();
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
