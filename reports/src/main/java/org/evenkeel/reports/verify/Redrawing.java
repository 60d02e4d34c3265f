package org.evenkeel.reports.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.reports.excel.TermReportWorkbook;
import org.evenkeel.reports.model.CohortBrief;
import org.evenkeel.reports.model.CohortBriefs;
import org.evenkeel.reports.model.FigureLine;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.reports.model.Watchlist;
import org.evenkeel.reports.pdf.CohortBriefPdf;
import org.evenkeel.reports.pdf.TermReportPdf;
import org.evenkeel.reports.web.WatchlistPage;
import org.evenkeel.sql.release.PublishedRelease;
import org.jspecify.annotations.Nullable;

/**
 * The reports of one release with one history as they should be. What they have in common is built once, when it is first asked for: a
 * folder of briefs costs one report's model, not one for each of them.
 */
final class Redrawing {
    private final PublishedRelease release;
    private final List<PublishedRelease> history;
    private final String program;
    private final TermReport report;
    private @Nullable Watchlist watchlist;
    private @Nullable CohortBriefs briefs;
    private @Nullable Part whole;

    Redrawing(PublishedRelease release, List<PublishedRelease> history, String program) {
        this.release = release;
        this.history = history;
        this.program = program;
        this.report = TermReport.of(release, history).drawnBy(program);
    }

    /** Whether this is about the release, with whatever history. */
    boolean isAbout(PublishedRelease other) {
        return release.equals(other);
    }

    /** Whether this is about the release with that history, drawn by that version of the program. */
    boolean isOf(PublishedRelease other, List<PublishedRelease> others, String otherProgram) {
        return isAbout(other) && history.equals(others) && program.equals(otherProgram);
    }

    /**
     * What a file should be held against.
     *
     * @param brief the brief it is; empty where it is about the whole school
     * @param figures the figures it may name
     * @param faults where its model says otherwise than the mart
     */
    record Part(Optional<CohortBrief> brief, MartFigures figures, List<Difference> faults) {
        Part {
            faults = List.copyOf(faults);
        }
    }

    /** What a file about the group of this key should be, or about all of them where the release has no brief about it. */
    Part part(Optional<String> cohort) {
        return cohort.filter(key -> release.header().month().isEmpty())
                .flatMap(key -> briefs().find(key))
                .map(this::part)
                .orElseGet(this::whole);
    }

    private Part part(CohortBrief brief) {
        MartFigures figures = MartFigures.of(report.with(together(brief)), brief.charts(), release, history);
        return new Part(Optional.of(brief), figures, ModelCheck.differences(brief, figures));
    }

    private Part whole() {
        Part built = whole;
        if (built == null) {
            MartFigures figures = MartFigures.of(report, release, history);
            built = new Part(Optional.empty(), figures, ModelCheck.differences(report, figures));
            whole = built;
        }
        return built;
    }

    private Watchlist watchlist() {
        Watchlist built = watchlist;
        if (built == null) {
            built = Watchlist.of(report, release, history);
            watchlist = built;
        }
        return built;
    }

    private CohortBriefs briefs() {
        CohortBriefs built = briefs;
        if (built == null) {
            built = CohortBriefs.of(report, watchlist(), release, history);
            briefs = built;
        }
        return built;
    }

    /** The file drawn afresh. */
    byte[] drawn(Part part, Edition edition) {
        return part.brief().map(CohortBriefPdf::render).orElseGet(() -> switch (edition) {
            case DOCUMENT -> TermReportPdf.render(report);
            case WORKBOOK -> TermReportWorkbook.render(report);
            case PAGE -> WatchlistPage.render(watchlist());
        });
    }

    /** The figures of the report, then those that only the brief has. */
    private List<FigureLine> together(CohortBrief brief) {
        Map<String, FigureLine> lines = new LinkedHashMap<>();
        Stream.concat(report.figures().stream(), brief.figures().stream())
                .forEach(line -> lines.putIfAbsent(line.reading().id(), line));
        return List.copyOf(lines.values());
    }
}
