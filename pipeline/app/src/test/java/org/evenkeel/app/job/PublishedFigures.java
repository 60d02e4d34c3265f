package org.evenkeel.app.job;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortPlan.Origin;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.cohort.Grouping;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.disclosure.FigureKey;
import org.evenkeel.core.flag.Finding;
import org.evenkeel.core.flag.Findings;
import org.evenkeel.core.flag.Flag;
import org.evenkeel.core.flag.Flags;
import org.evenkeel.core.flag.ReportedMeasure;
import org.evenkeel.core.flag.ShownFigures;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.instrument.Theme;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.TermId;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.ReleaseFinding;
import org.evenkeel.sql.release.ReleaseFlag;
import org.evenkeel.sql.release.ReleaseMeasure;

/**
 * A published release as an outsider reads it, who has the rows of the release schema and nothing else, and what he makes of
 * them: the same flags and findings, or they would say more than the rows. For labels without commas, plus and equals signs.
 */
final class PublishedFigures implements ShownFigures {
    private final PublishedRelease release;
    private final Map<String, ReleaseFigure> rows = new TreeMap<>();

    PublishedFigures(PublishedRelease release) {
        this.release = release;
        release.figures()
                .forEach(
                        row -> rows.put(key(row.kind(), row.source(), row.measure(), row.period(), row.cohort()), row));
    }

    private static String key(String kind, String source, Optional<String> measure, String period, String cohort) {
        return String.join(" ", kind, source, measure.orElse("-"), period, cohort);
    }

    private Optional<ReleaseFigure> row(FigureKey key) {
        return Optional.ofNullable(rows.get(key(
                key.kind(),
                key.source().value(),
                key.measure().map(Measure::key),
                key.period().key(),
                key.cohort().key())));
    }

    @Override
    public TermId term() {
        return new TermId(release.header().term());
    }

    @Override
    public List<PlannedCohort> cohorts() {
        return release.cohorts().stream().map(PublishedFigures::cohort).toList();
    }

    @Override
    public Optional<Figure.Shown> shown(FigureKey key) {
        return row(key).filter(row -> row.state() == ReleaseFigure.State.SHOWN)
                .map(row -> new Figure.Shown(
                        row.value().orElseThrow(),
                        row.lower()
                                .map(lower ->
                                        new Figure.Range(lower, row.upper().orElseThrow())),
                        row.step().orElseThrow()));
    }

    private static PlannedCohort cohort(ReleaseCohort row) {
        List<AttributeId> attributes = row.grouping().equals("school")
                ? List.of()
                : Arrays.stream(row.grouping().split(" x ", -1))
                        .map(AttributeId::new)
                        .toList();
        Map<AttributeId, Set<String>> conditions = new LinkedHashMap<>();
        if (!attributes.isEmpty()) {
            for (String condition : row.key().split(",", -1)) {
                String[] sides = condition.split("=", -1);
                conditions.put(new AttributeId(sides[0]), Set.of(sides[1].split("\\+", -1)));
            }
        }
        return new PlannedCohort(new Grouping(attributes), Cohort.of(conditions), constant(Origin.class, row.origin()));
    }

    private List<ReportedMeasure> measures() {
        return release.measures().stream().map(PublishedFigures::measure).toList();
    }

    private static ReportedMeasure measure(ReleaseMeasure row) {
        return new ReportedMeasure(
                Measure.parse(row.key()),
                row.title(),
                constant(Theme.class, row.theme()),
                constant(Direction.class, row.direction()),
                row.lowest(),
                row.highest());
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<String> ids(List<FigureKey> evidence) {
        return evidence.stream()
                .map(key -> row(key).orElseThrow().id())
                .distinct()
                .toList();
    }

    /** The flags that follow from the rows. */
    List<ReleaseFlag> flags() {
        List<Flag> flags = Flags.of(this, measures());
        return IntStream.range(0, flags.size())
                .mapToObj(place -> {
                    Flag flag = flags.get(place);
                    return new ReleaseFlag(
                            place,
                            flag.cohort().key(),
                            flag.measure().key(),
                            code(flag.level()),
                            flag.sentence(),
                            ids(flag.evidence()));
                })
                .toList();
    }

    /** The findings that follow from the rows. */
    List<ReleaseFinding> findings() {
        List<Finding> findings = Findings.of(this, measures());
        return IntStream.range(0, findings.size())
                .mapToObj(place -> {
                    Finding finding = findings.get(place);
                    return new ReleaseFinding(
                            place,
                            code(finding.theme()),
                            code(finding.certainty()),
                            finding.sentence(),
                            ids(finding.evidence()));
                })
                .toList();
    }
}
