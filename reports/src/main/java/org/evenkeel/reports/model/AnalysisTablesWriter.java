package org.evenkeel.reports.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenkeel.reports.model.AnalysisTables.BandCell;
import org.evenkeel.reports.model.AnalysisTables.BandRow;
import org.evenkeel.reports.model.AnalysisTables.BandTable;
import org.evenkeel.reports.model.AnalysisTables.Reference;
import org.evenkeel.reports.model.AnalysisTables.Standing;
import org.evenkeel.reports.model.AnalysisTables.Thresholds;
import org.evenkeel.reports.model.AnalysisTables.Week;
import org.evenkeel.reports.model.AnalysisTables.WeekRun;
import org.evenkeel.reports.model.AnalysisTables.WorseSide;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseAnalysis;
import org.evenkeel.sql.release.ReleaseBand;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseControl;
import org.evenkeel.sql.release.ReleaseControl.Phase;
import org.evenkeel.sql.release.ReleaseControl.Signal;
import org.evenkeel.sql.release.ReleaseFact;
import org.evenkeel.sql.release.ReleaseFunnel;
import org.evenkeel.sql.release.ReleaseMeasure;
import org.evenkeel.sql.release.ReleasePeriod;
import org.evenkeel.sql.release.ReleaseStanding;

/** Puts what a release says beyond its figures beside these figures. Whatever speaks of a mean that is not shown is left out. */
final class AnalysisTablesWriter {
    private static final Pattern PROBABILITY = Pattern.compile("(\\d+(?:\\.\\d+)?)%");
    private static final Thresholds USUAL =
            new Thresholds(BigDecimal.valueOf(50), new BigDecimal("97.5"), BigDecimal.valueOf(30));

    /** More than any likelihood in 100, so that nothing is enough. */
    private static final BigDecimal NEVER = BigDecimal.valueOf(101);

    private final ReleaseIndex now;
    private final Words words;
    private final List<ReleaseIndex> parts;
    private final ReleaseAnalysis analysis;

    /**
     * @param now the release to be reported
     * @param parts releases of earlier weeks of the same term
     */
    AnalysisTablesWriter(ReleaseIndex now, List<ReleaseIndex> parts) {
        this.now = now;
        this.words = now.words();
        this.parts = List.copyOf(parts);
        this.analysis = now.release().analysis();
    }

    AnalysisTables write() {
        return new AnalysisTables(
                now.measures(),
                analysis.standings().stream()
                        .flatMap(standing -> standing(standing).stream())
                        .toList(),
                thresholds(),
                bands(),
                runs(),
                analysis.benchmarks());
    }

    // ---- where groups stand

    private Optional<Standing> standing(ReleaseStanding standing) {
        Optional<ReleaseMeasure> measure = now.measure(standing.measure());
        Optional<ReleaseCohort> cohort = now.cohort(standing.cohort());
        if (measure.isEmpty() || cohort.isEmpty()) {
            return Optional.empty();
        }
        Optional<WorseSide> worse = switch (measure.orElseThrow().direction()) {
            case "higher-is-worse" -> Optional.of(WorseSide.HIGHER);
            case "higher-is-better" -> Optional.of(WorseSide.LOWER);
            default -> Optional.empty();
        };
        return worse.flatMap(side -> shownMean(measure.orElseThrow(), standing.cohort())
                .map(mean -> standing(standing, measure.orElseThrow(), cohort.orElseThrow(), side, mean)));
    }

    private Standing standing(
            ReleaseStanding standing, ReleaseMeasure measure, ReleaseCohort cohort, WorseSide worse, Reading mean) {
        return new Standing(
                measure.title(),
                worse,
                cohort.name(),
                words.grouping(cohort.grouping()),
                standing.groups(),
                mean,
                now.reading(FigureKinds.RESPONDENTS, measure, now.period(), cohort.key()),
                now.sourceReading(FigureKinds.RESPONSE_RATE, measure.source(), now.period(), cohort.key()),
                analysis.funnels().stream()
                        .filter(funnel -> funnel.measure().equals(measure.key())
                                && funnel.grouping().equals(cohort.grouping()))
                        .map(ReleaseFunnel::centre)
                        .findFirst(),
                standing.pooled(),
                standing.lower(),
                standing.upper(),
                standing.decimals(),
                standing.margin(),
                standing.likelihoodWorse(),
                standing.level());
    }

    private Optional<Reading> shownMean(ReleaseMeasure measure, String cohort) {
        return now.reading(FigureKinds.MEAN, measure, now.period(), cohort).filter(Reading::isShown);
    }

    /** The cut-offs that the release states; of a release that has them in English words alone, those; the usual ones where it has none. */
    private Thresholds thresholds() {
        Optional<String> red = fact(ReleaseFact.THRESHOLD, ReleaseFact.RED);
        BigDecimal amber = fact(ReleaseFact.THRESHOLD, ReleaseFact.AMBER)
                .map(BigDecimal::new)
                .or(() -> inWords("Amber"))
                .orElse(USUAL.amber());
        boolean neverRed = red.map(ReleaseFact.NEVER::equals)
                .orElseGet(() -> fact("calibration", "Red")
                        .filter(words -> words.startsWith("none"))
                        .isPresent());
        return new Thresholds(
                amber,
                neverRed
                        ? NEVER
                        : red.map(BigDecimal::new)
                                .or(() -> inWords("Red"))
                                .orElse(USUAL.red())
                                .max(amber),
                USUAL.leastAnswered());
    }

    private Optional<BigDecimal> inWords(String name) {
        return fact("calibration", name)
                .map(PROBABILITY::matcher)
                .filter(Matcher::find)
                .map(found -> new BigDecimal(found.group(1)));
    }

    private Optional<String> fact(String section, String name) {
        return now.release().facts().stream()
                .filter(fact -> fact.section().equals(section) && fact.name().equals(name))
                .map(ReleaseFact::content)
                .findFirst();
    }

    // ---- absolute bands

    private record Place(String measure, String cohort) {}

    private BandTable bands() {
        Map<Place, ReleaseBand> found = new LinkedHashMap<>();
        for (ReleaseBand band : analysis.bands()) {
            if (now.measure(band.measure())
                    .flatMap(measure -> shownMean(measure, band.cohort()))
                    .isPresent()) {
                found.putIfAbsent(new Place(band.measure(), band.cohort()), band);
            }
        }
        List<ReleaseMeasure> columns = now.measures().stream()
                .filter(measure -> found.keySet().stream()
                        .anyMatch(place -> place.measure().equals(measure.key())))
                .toList();
        List<BandRow> rows = now.cohorts().stream()
                .filter(cohort ->
                        found.keySet().stream().anyMatch(place -> place.cohort().equals(cohort.key())))
                .map(cohort -> new BandRow(
                        cohort.name(),
                        ReleaseIndex.isSchool(cohort) ? "" : words.grouping(cohort.grouping()),
                        columns.stream()
                                .map(measure -> new BandCell(
                                        now.reading(FigureKinds.MEAN, measure, now.period(), cohort.key()),
                                        Optional.ofNullable(found.get(new Place(measure.key(), cohort.key())))
                                                .map(ReleaseBand::band)))
                                .toList()))
                .toList();
        List<Reference> references = columns.stream()
                .flatMap(measure -> found.values().stream()
                        .filter(band -> band.measure().equals(measure.key()))
                        .map(band -> new Reference(measure.title(), band.reference(), band.step(), band.basis()))
                        .distinct())
                .toList();
        return new BandTable(columns.stream().map(ReleaseMeasure::title).toList(), rows, references);
    }

    // ---- weeks beside what was to be expected

    private record Expected(ReleaseIndex index, ReleasePeriod period, ReleaseControl control, Reading mean) {}

    private List<WeekRun> runs() {
        Map<Place, Map<String, Expected>> runs = new LinkedHashMap<>();
        Stream.concat(Stream.of(now), parts.stream())
                .forEach(index -> index.release()
                        .analysis()
                        .controls()
                        .forEach(control -> index.period(control.period())
                                .flatMap(period -> expected(index, period, control))
                                .ifPresent(expected -> runs.computeIfAbsent(
                                                new Place(control.measure(), control.cohort()),
                                                place -> new LinkedHashMap<>())
                                        .putIfAbsent(control.period(), expected))));
        List<WeekRun> drawn = new ArrayList<>();
        for (ReleaseMeasure measure : now.measures()) {
            for (ReleaseCohort cohort : now.cohorts()) {
                Map<String, Expected> weeks = runs.get(new Place(measure.key(), cohort.key()));
                if (weeks != null) {
                    drawn.add(run(measure, cohort, weeks));
                }
            }
        }
        return drawn;
    }

    private static Optional<Expected> expected(ReleaseIndex index, ReleasePeriod period, ReleaseControl control) {
        return index.measure(control.measure())
                .flatMap(measure -> index.reading(FigureKinds.MEAN, measure, control.period(), control.cohort()))
                .filter(Reading::isShown)
                .map(mean -> new Expected(index, period, control, mean));
    }

    private WeekRun run(ReleaseMeasure measure, ReleaseCohort cohort, Map<String, Expected> weeks) {
        return new WeekRun(
                measure.title(),
                words.direction(measure),
                new Axis(measure.lowest(), measure.highest(), "points"),
                cohort.name(),
                ReleaseIndex.isSchool(cohort),
                weeks.values().stream()
                        .sorted(Comparator.comparing(
                                (Expected week) -> week.period().from()))
                        .map(week -> week(measure, week))
                        .toList());
    }

    private Week week(ReleaseMeasure measure, Expected week) {
        ReleaseControl control = week.control();
        return new Week(
                words.shortDay(week.period().from()),
                week.mean(),
                week.index()
                        .reading(FigureKinds.RESPONDENTS, measure, control.period(), control.cohort())
                        .filter(shown()),
                control.expected(),
                control.limits().map(ReleaseControl.Limits::lower),
                control.limits().map(ReleaseControl.Limits::upper),
                control.decimals(),
                phase(control.phase()),
                control.signal() == Signal.UNUSUAL);
    }

    private static Predicate<Reading> shown() {
        return Reading::isShown;
    }

    private String phase(Phase phase) {
        return switch (phase) {
            case RUN -> words.text("model.control.run-phase");
            case BASELINE -> words.text("model.control.baseline-phase");
            case WATCHED -> words.text("model.control.watched");
        };
    }
}
