package org.evenkeel.reports.pdf;

import java.util.Map;
import org.evenkeel.reports.model.PageSize;
import org.evenkeel.reports.model.TermReport;

/** Draws a term report as PDF/UA-1 and PDF/A-3a. The same report gives the same bytes on every machine. */
public final class TermReportPdf {
    private TermReportPdf() {}

    /** The report as the bytes of a PDF file, on A4. */
    public static byte[] render(TermReport report) {
        return render(report, PageSize.A4);
    }

    /** The report as the bytes of a PDF file, laid out for the paper. */
    public static byte[] render(TermReport report, PageSize size) {
        Layout.ready();
        PageView view = PageView.of(report, size);
        return Layout.pdf(
                xhtml(view),
                view.drawings(),
                "Evenkeel " + report.cover().version(),
                document -> Finisher.finish(document, report));
    }

    /** The page source that is laid out, before it becomes a PDF. */
    static String xhtml(PageView view) {
        return Layout.xhtml("termReport.jte", Map.of("view", view));
    }
}
