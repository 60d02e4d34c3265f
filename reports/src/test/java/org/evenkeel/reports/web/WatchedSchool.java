package org.evenkeel.reports.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.InventedSchool;
import org.evenkeel.reports.OwnLook;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.reports.model.Watchlist;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseAnalysis;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseControl;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.ReleaseFigure.State;
import org.evenkeel.sql.release.ReleaseFlag;
import org.evenkeel.sql.release.ReleaseFunnel;
import org.evenkeel.sql.release.ReleaseMeasure;
import org.evenkeel.sql.release.ReleasePeriod;
import org.evenkeel.sql.release.ReleasePresentation;
import org.evenkeel.sql.release.ReleaseStanding;

/**
 * An invented school whose releases hold many flags, grey ones among them, and everything that charts say beyond the figures.
 *
 * @param latest the newest release
 * @param history the releases before it
 */
record WatchedSchool(PublishedRelease latest, List<PublishedRelease> history) {
    WatchedSchool {
        history = List.copyOf(history);
    }

    static WatchedSchool of(InventedSchool school) {
        return new WatchedSchool(
                watched(school.latest()),
                school.history().stream().map(WatchedSchool::watched).toList());
    }

    /** The same school in whose newest term no group stands out. */
    WatchedSchool withoutFlags() {
        return new WatchedSchool(with(latest, List.of(), latest.analysis()), history);
    }

    /** The same school with the first flags of each level, at most so many of each. */
    WatchedSchool withFlags(int most) {
        List<ReleaseFlag> kept = java.util.stream.Stream.of("red", "amber", "grey")
                .flatMap(level -> latest.flags().stream()
                        .filter(flag -> flag.level().equals(level))
                        .limit(most))
                .toList();
        return new WatchedSchool(with(latest, kept, latest.analysis()), history);
    }

    /** The same school with a look of its own. */
    WatchedSchool wearing(ReleasePresentation presentation) {
        return new WatchedSchool(OwnLook.of(latest, presentation), history);
    }

    /** The same school without anything beyond the figures. */
    WatchedSchool withoutAnalysis() {
        return new WatchedSchool(with(latest, latest.flags(), ReleaseAnalysis.NONE), history);
    }

    /** The same school in its first term. */
    WatchedSchool withoutHistory() {
        return new WatchedSchool(latest, List.of());
    }

    Watchlist list() {
        return Watchlist.of(TermReport.of(latest, history), latest, history);
    }

    String page() {
        return new String(WatchlistPage.render(list()), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static PublishedRelease watched(PublishedRelease release) {
        return with(release, flags(release), analysis(release));
    }

    private static PublishedRelease with(PublishedRelease whole, List<ReleaseFlag> flags, ReleaseAnalysis analysis) {
        return new PublishedRelease(
                whole.header(),
                whole.presentation(),
                whole.terms(),
                whole.exams(),
                whole.periods(),
                whole.sources(),
                whole.measures(),
                whole.cohorts(),
                whole.conditions(),
                whole.kinds(),
                whole.figures(),
                flags,
                whole.findings(),
                analysis,
                whole.audits(),
                whole.facts());
    }

    // ---- flags

    private static List<ReleaseFlag> flags(PublishedRelease release) {
        List<ReleaseFlag> red = new ArrayList<>();
        List<ReleaseFlag> amber = new ArrayList<>();
        List<ReleaseFlag> grey = new ArrayList<>();
        for (ReleaseMeasure measure : release.measures()) {
            Optional<ReleaseFigure> school = mean(release, measure, "school");
            for (ReleaseCohort cohort : release.cohorts()) {
                Optional<ReleaseFigure> own = mean(release, measure, cohort.key());
                if (cohort.key().equals("school") || school.isEmpty() || own.isEmpty()) {
                    continue;
                }
                double gap = worse(measure, own.orElseThrow(), school.orElseThrow());
                if (gap > 0.08) {
                    red.add(flag(release, measure, cohort, "red"));
                } else if (gap > 0.055) {
                    amber.add(flag(release, measure, cohort, "amber"));
                }
            }
        }
        release.cohorts().stream()
                .filter(cohort -> cohort.grouping().contains(" x "))
                .skip(6)
                .limit(2)
                .forEach(cohort -> grey.add(new ReleaseFlag(
                        0,
                        cohort.key(),
                        release.measures().get(0).key(),
                        "grey",
                        cohort.name() + ": too few answered to say whether the group stands out (response 22%).",
                        release.figures().stream()
                                .filter(figure -> figure.kind().equals("response-rate")
                                        && figure.cohort().equals(cohort.key()))
                                .map(ReleaseFigure::id)
                                .limit(1)
                                .toList())));
        List<ReleaseFlag> all = new ArrayList<>();
        for (List<ReleaseFlag> some : List.of(red, amber, grey)) {
            some.forEach(flag -> all.add(new ReleaseFlag(
                    all.size(), flag.cohort(), flag.measure(), flag.level(), flag.sentence(), flag.evidence())));
        }
        return all;
    }

    private static ReleaseFlag flag(
            PublishedRelease release, ReleaseMeasure measure, ReleaseCohort cohort, String level) {
        ReleaseFigure own = mean(release, measure, cohort.key()).orElseThrow();
        List<String> evidence = new ArrayList<>(List.of(own.id()));
        release.figures().stream()
                .filter(figure -> figure.measure().equals(Optional.of(measure.key()))
                        && figure.period().equals(release.header().term())
                        && figure.cohort().equals(cohort.key())
                        && (figure.kind().equals("respondents") || figure.kind().equals("change")))
                .forEach(figure -> evidence.add(figure.id()));
        release.cohorts().stream()
                .filter(other -> other.grouping().equals(cohort.grouping()) && !other.equals(cohort))
                .flatMap(other -> mean(release, measure, other.key()).stream())
                .forEach(figure -> evidence.add(figure.id()));
        return new ReleaseFlag(
                0,
                cohort.key(),
                measure.key(),
                level,
                cohort.name() + ": " + measure.title() + " " + own.value().orElseThrow() + " (95% range "
                        + own.lower().orElseThrow() + " to " + own.upper().orElseThrow()
                        + "), apart from the groups beside it by more than matters; at least 95% likely worse (response 61%).",
                evidence);
    }

    private static double worse(ReleaseMeasure measure, ReleaseFigure own, ReleaseFigure school) {
        double gap =
                own.value().orElseThrow().subtract(school.value().orElseThrow()).doubleValue()
                        / measure.highest().subtract(measure.lowest()).doubleValue();
        return measure.direction().equals("higher-is-worse") ? gap : -gap;
    }

    private static Optional<ReleaseFigure> mean(PublishedRelease release, ReleaseMeasure measure, String cohort) {
        return release.figures().stream()
                .filter(figure -> figure.kind().equals("mean")
                        && figure.measure().equals(Optional.of(measure.key()))
                        && figure.cohort().equals(cohort)
                        && figure.period().equals(release.header().term())
                        && figure.state() == State.SHOWN)
                .findFirst();
    }

    // ---- what charts say beyond the figures

    private static ReleaseAnalysis analysis(PublishedRelease release) {
        List<ReleaseStanding> standings = new ArrayList<>();
        List<ReleaseFunnel> funnels = new ArrayList<>();
        List<ReleaseControl> controls = new ArrayList<>();
        for (ReleaseMeasure measure : release.measures()) {
            for (String grouping : release.cohorts().stream()
                    .map(ReleaseCohort::grouping)
                    .distinct()
                    .skip(1)
                    .toList()) {
                standings(release, measure, grouping, standings, funnels);
            }
            for (ReleaseCohort cohort : release.cohorts()) {
                controls(release, measure, cohort, controls);
            }
        }
        return new ReleaseAnalysis(standings, List.of(), controls, funnels, List.of(), List.of());
    }

    private static void standings(
            PublishedRelease release,
            ReleaseMeasure measure,
            String grouping,
            List<ReleaseStanding> standings,
            List<ReleaseFunnel> funnels) {
        List<ReleaseFigure> means = release.cohorts().stream()
                .filter(cohort -> cohort.grouping().equals(grouping))
                .flatMap(cohort -> mean(release, measure, cohort.key()).stream())
                .toList();
        if (means.size() < 2) {
            return;
        }
        int decimals = means.get(0).decimals();
        BigDecimal centre = means.stream()
                .map(figure -> figure.value().orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(means.size()), decimals, RoundingMode.HALF_EVEN);
        BigDecimal margin = measure.highest()
                .subtract(measure.lowest())
                .divide(BigDecimal.valueOf(40), decimals, RoundingMode.HALF_EVEN);
        funnels.add(new ReleaseFunnel(
                funnels.size(),
                measure.key(),
                grouping,
                means.size(),
                centre,
                margin.multiply(BigDecimal.valueOf(6)),
                BigDecimal.ZERO,
                decimals));
        for (ReleaseFigure own : means) {
            BigDecimal shrink = new BigDecimal("0.2");
            standings.add(new ReleaseStanding(
                    standings.size(),
                    measure.key(),
                    own.cohort(),
                    means.size(),
                    towards(own.value().orElseThrow(), centre, shrink, decimals),
                    towards(own.lower().orElseThrow(), centre, shrink, decimals),
                    towards(own.upper().orElseThrow(), centre, shrink, decimals),
                    decimals,
                    margin,
                    85,
                    Optional.of(new ReleaseStanding.Ranks(Math.max(1, means.size() - 1), means.size())),
                    "amber"));
        }
    }

    private static BigDecimal towards(BigDecimal value, BigDecimal centre, BigDecimal share, int decimals) {
        return value.add(centre.subtract(value).multiply(share)).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private static void controls(
            PublishedRelease release, ReleaseMeasure measure, ReleaseCohort cohort, List<ReleaseControl> controls) {
        List<ReleaseFigure> weeks = release.periods().stream()
                .filter(period -> period.week().isPresent())
                .map(ReleasePeriod::key)
                .flatMap(period -> release.figures().stream()
                        .filter(figure -> figure.kind().equals("mean")
                                && figure.measure().equals(Optional.of(measure.key()))
                                && figure.cohort().equals(cohort.key())
                                && figure.period().equals(period)
                                && figure.state() == State.SHOWN))
                .toList();
        if (weeks.size() < 12) {
            return;
        }
        BigDecimal centre = weeks.stream()
                .limit(12)
                .map(figure -> figure.value().orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(12), 1, RoundingMode.HALF_EVEN);
        for (int i = 0; i < weeks.size(); i++) {
            BigDecimal half = new BigDecimal("0.8");
            boolean beyond =
                    weeks.get(i).value().orElseThrow().subtract(centre).abs().compareTo(half) > 0;
            controls.add(new ReleaseControl(
                    controls.size(),
                    measure.key(),
                    cohort.key(),
                    weeks.get(i).period(),
                    i < 12 ? ReleaseControl.Phase.BASELINE : ReleaseControl.Phase.WATCHED,
                    centre,
                    Optional.of(new ReleaseControl.Limits(centre.subtract(half), centre.add(half))),
                    1,
                    beyond ? ReleaseControl.Signal.UNUSUAL : ReleaseControl.Signal.USUAL));
        }
    }
}
