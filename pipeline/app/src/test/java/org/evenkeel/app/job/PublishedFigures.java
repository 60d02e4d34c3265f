package org.evenkeel.app.job;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.evenkeel.core.disclosure.FigureKey;
import org.evenkeel.core.flag.Analysis;
import org.evenkeel.core.flag.Finding;
import org.evenkeel.core.flag.Findings;
import org.evenkeel.core.flag.Flag;
import org.evenkeel.core.flag.Flags;
import org.evenkeel.core.flag.ReportedMeasure;
import org.evenkeel.core.flag.ShownFigures;
import org.evenkeel.core.flag.ShownSoFar;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.instrument.Theme;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.words.Messages;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseAnalysis;
import org.evenkeel.sql.release.ReleaseFinding;
import org.evenkeel.sql.release.ReleaseFlag;
import org.evenkeel.sql.release.ReleaseMeasure;

/**
 * A published release as an outsider reads it, who has the rows of this and all earlier releases and nothing else, and what he
 * makes of them: the same flags and findings, or they would say more than the rows.
 */
final class PublishedFigures {
    private static final Messages ENGLISH = Messages.of(Locale.UK);
    private final PublishedRelease release;
    private final ShownRows rows;
    private final ShownSoFar shown;

    PublishedFigures(PublishedRelease release, List<PublishedRelease> before) {
        this.release = release;
        this.rows = new ShownRows(release);
        this.shown = new ShownSoFar(
                rows, before.stream().<ShownFigures>map(ShownRows::new).toList());
    }

    private List<ReportedMeasure> measures() {
        return release.measures().stream().map(PublishedFigures::measure).toList();
    }

    private static ReportedMeasure measure(ReleaseMeasure row) {
        return new ReportedMeasure(
                Measure.parse(row.key()),
                row.title(),
                ShownRows.constant(Theme.class, row.theme()),
                ShownRows.constant(Direction.class, row.direction()),
                row.lowest(),
                row.highest(),
                row.atRiskCut(),
                row.importantDifference());
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<String> ids(List<FigureKey> evidence) {
        return evidence.stream()
                .map(key -> rows.row(key).orElseThrow().id())
                .distinct()
                .toList();
    }

    /** The flags that follow from the rows. */
    List<ReleaseFlag> flags() {
        List<Flag> flags = Flags.of(shown, measures(), ENGLISH).flags();
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
        List<Finding> findings = Findings.of(shown, measures(), ENGLISH);
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

    /** What charts say beyond the figures, as it follows from the rows; values of others do not. */
    ReleaseAnalysis analysis() {
        return AnalysisRows.of(
                Analysis.of(shown, measures(), Flags.of(shown, measures(), ENGLISH), ENGLISH),
                release.analysis().benchmarks());
    }
}
