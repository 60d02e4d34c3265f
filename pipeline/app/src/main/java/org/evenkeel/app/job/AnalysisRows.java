package org.evenkeel.app.job;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.flag.AbsoluteBand;
import org.evenkeel.core.flag.Analysis;
import org.evenkeel.core.flag.ChangeSize;
import org.evenkeel.core.flag.ExpectedWeek;
import org.evenkeel.core.flag.Flag;
import org.evenkeel.core.flag.FunnelBounds;
import org.evenkeel.core.flag.Standing;
import org.evenkeel.sql.release.ReleaseAnalysis;
import org.evenkeel.sql.release.ReleaseBand;
import org.evenkeel.sql.release.ReleaseBenchmark;
import org.evenkeel.sql.release.ReleaseChangeSize;
import org.evenkeel.sql.release.ReleaseControl;
import org.evenkeel.sql.release.ReleaseFunnel;
import org.evenkeel.sql.release.ReleaseStanding;

/** What charts say beyond the figures, as the mart stores it. */
final class AnalysisRows {
    private AnalysisRows() {}

    /** The rows of an analysis and of the values of others. */
    static ReleaseAnalysis of(Analysis analysis, List<ReleaseBenchmark> benchmarks) {
        return new ReleaseAnalysis(
                IntStream.range(0, analysis.standings().size())
                        .mapToObj(order -> row(order, analysis.standings().get(order)))
                        .toList(),
                IntStream.range(0, analysis.bands().size())
                        .mapToObj(order -> row(order, analysis.bands().get(order)))
                        .toList(),
                IntStream.range(0, analysis.weeks().size())
                        .mapToObj(order -> row(order, analysis.weeks().get(order)))
                        .toList(),
                IntStream.range(0, analysis.funnels().size())
                        .mapToObj(order -> row(order, analysis.funnels().get(order)))
                        .toList(),
                benchmarks,
                IntStream.range(0, analysis.changes().size())
                        .mapToObj(order -> row(order, analysis.changes().get(order)))
                        .toList());
    }

    private static ReleaseChangeSize row(int order, ChangeSize change) {
        return new ReleaseChangeSize(
                order,
                change.kind().code(),
                change.measure().key(),
                change.cohort().key(),
                size(change.change()),
                change.matters()
                        .flatMap(matters -> change.multiple()
                                .map(multiple -> new ReleaseChangeSize.Multiple(
                                        matters.points(), matters.basis(), size(multiple)))),
                change.effect().map(AnalysisRows::size),
                change.without());
    }

    private static ReleaseChangeSize.Size size(Figure.Shown shown) {
        return new ReleaseChangeSize.Size(
                shown.value(),
                shown.range().map(Figure.Range::lower),
                shown.range().map(Figure.Range::upper),
                shown.value().scale());
    }

    private static ReleaseStanding row(int order, Standing standing) {
        var range = standing.pooled().range().orElseThrow();
        return new ReleaseStanding(
                order,
                standing.measure().key(),
                standing.cohort().key(),
                standing.groups(),
                standing.pooled().value(),
                range.lower(),
                range.upper(),
                standing.pooled().value().scale(),
                standing.margin().value(),
                standing.likelihoodWorse(),
                standing.places().map(places -> new ReleaseStanding.Ranks(places.best(), places.worst())),
                standing.level().map(AnalysisRows::code).orElse("none"));
    }

    private static ReleaseBand row(int order, AbsoluteBand band) {
        return new ReleaseBand(
                order,
                band.measure().key(),
                band.cohort().key(),
                band.band(),
                band.reference(),
                band.step(),
                band.basis());
    }

    private static ReleaseControl row(int order, ExpectedWeek week) {
        return new ReleaseControl(
                order,
                week.measure().key(),
                week.cohort().key(),
                week.week().key(),
                ReleaseControl.Phase.valueOf(week.phase().name()),
                week.expected(),
                week.limits().map(limits -> new ReleaseControl.Limits(limits.lower(), limits.upper())),
                week.expected().scale(),
                ReleaseControl.Signal.valueOf(week.signal().name()));
    }

    private static ReleaseFunnel row(int order, FunnelBounds funnel) {
        return new ReleaseFunnel(
                order,
                funnel.measure().key(),
                funnel.grouping().key(),
                funnel.groups(),
                funnel.centre(),
                funnel.deviation(),
                funnel.overdispersion(),
                funnel.centre().scale());
    }

    private static String code(Flag.Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
