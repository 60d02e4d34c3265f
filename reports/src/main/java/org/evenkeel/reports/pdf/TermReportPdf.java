package org.evenkeel.reports.pdf;

import java.util.Map;
import java.util.function.Consumer;
import org.evenkeel.reports.chart.LostLetters;
import org.evenkeel.reports.model.PageSize;
import org.evenkeel.reports.model.TermReport;

/** Draws a term report as PDF/UA-1 and PDF/A-3a. The same report gives the same bytes on every machine. */
public final class TermReportPdf {
    private TermReportPdf() {}

    /** The report as the bytes of a PDF file, on the school's paper. */
    public static byte[] render(TermReport report) {
        return render(report, warning -> {});
    }

    /** The same; a warning is given where letters of the report cannot be printed. */
    public static byte[] render(TermReport report, Consumer<LostLetters> warnings) {
        PageSize size = report.cover().appearance().paper();
        Layout.ready();
        PageView view = PageView.of(report, size);
        String source = xhtml(view);
        LostLetters lost = LostLetters.in(source);
        if (!lost.isNone()) {
            warnings.accept(lost);
            view = PageView.of(
                    report.noting(lost.fact(report.cover().appearance().words())), size);
            source = xhtml(view);
        }
        return Layout.pdf(
                new Layout.Source(
                        source,
                        view.drawings(),
                        report.words().locale(),
                        "Evenkeel " + report.cover().program()),
                document -> Finisher.finish(document, report));
    }

    /** The page source that is laid out, before it becomes a PDF. */
    static String xhtml(PageView view) {
        return Layout.xhtml("termReport.jte", Map.of("view", view));
    }
}
