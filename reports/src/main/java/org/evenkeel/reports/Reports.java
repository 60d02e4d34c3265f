package org.evenkeel.reports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.reports.excel.TermReportWorkbook;
import org.evenkeel.reports.model.CohortBriefs;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.reports.model.Watchlist;
import org.evenkeel.reports.pdf.CohortBriefPdf;
import org.evenkeel.reports.pdf.TermReportPdf;
import org.evenkeel.reports.web.WatchlistPage;
import org.evenkeel.reports.words.Messages;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseHeader;

/** Writes the files of a release. A file appears whole or not at all. */
public final class Reports {
    private Reports() {}

    /**
     * Who draws reports.
     *
     * @param program the program's version; reports of a release that another one made say so
     * @param warnings is told what of the school's own could not be drawn as it was given
     */
    public record Drawing(String program, Consumer<String> warnings) {}

    /** The name of the report as a document. */
    public static String document(ReleaseHeader header) {
        return name(header) + ".pdf";
    }

    /** The name of the workbook with the same numbers. */
    public static String workbook(ReleaseHeader header) {
        return name(header) + ".xlsx";
    }

    /** The name of the page with the groups that need a conversation. Weeks name no groups, so only a release about a term has one. */
    public static Optional<String> watchlist(ReleaseHeader header) {
        return header.month().isPresent() ? Optional.empty() : Optional.of("watchlist.html");
    }

    /** The folder, beside a report about a term, that holds a brief for each group shown in it. */
    public static final String BRIEFS = "briefs";

    private static String name(ReleaseHeader header) {
        return header.month().isPresent() ? "weekly-report" : "term-report";
    }

    /** Whether every report of the release stands in the folder. */
    public static boolean complete(ReleaseHeader header, Path folder) {
        return Files.isRegularFile(folder.resolve(document(header)))
                && Files.isRegularFile(folder.resolve(workbook(header)))
                && watchlist(header)
                        .map(page -> Files.isRegularFile(folder.resolve(page))
                                && BriefFolder.in(folder).isComplete())
                        .orElse(true);
    }

    /**
     * Writes every report of the release into the folder, replacing what stood there under the same names.
     *
     * @param release the release to be reported
     * @param history the latest published release of each earlier term, and those of earlier weeks of the same term
     * @param folder where to; made if it is not there
     * @param drawing who draws, and who is told of it
     * @return the files written, in the order a reader would open them
     * @throws ReportProblem where the folder cannot be written
     */
    public static List<Path> write(
            PublishedRelease release, List<PublishedRelease> history, Path folder, Drawing drawing) {
        Consumer<String> warnings = drawing.warnings();
        TermReport report = TermReport.of(release, history).drawnBy(drawing.program());
        Messages words = Messages.of(Locale.UK);
        report.cover()
                .appearance()
                .scheme()
                .corrections()
                .forEach(correction -> warnings.accept(correction.warning(words)));
        ReportFolder reports = new ReportFolder(folder);
        List<Path> written = new ArrayList<>();
        written.add(reports.store(
                document(release.header()),
                TermReportPdf.render(report, lost -> warnings.accept(lost.warning(words)))));
        written.add(reports.store(workbook(release.header()), TermReportWorkbook.render(report)));
        watchlist(release.header()).ifPresent(page -> {
            Watchlist watchlist = Watchlist.of(report, release, history);
            written.add(reports.store(page, WatchlistPage.render(watchlist)));
            written.addAll(BriefFolder.in(folder).write(drawn(CohortBriefs.of(report, watchlist, release, history))));
        });
        return List.copyOf(written);
    }

    private static List<BriefFolder.Brief> drawn(CohortBriefs briefs) {
        List<BriefFolder.Brief> drawn = new ArrayList<>();
        briefs.slugs()
                .forEach((cohort, slug) -> drawn.add(new BriefFolder.Brief(
                        slug + ".pdf",
                        () -> CohortBriefPdf.render(briefs.find(cohort).orElseThrow()))));
        return drawn;
    }
}
