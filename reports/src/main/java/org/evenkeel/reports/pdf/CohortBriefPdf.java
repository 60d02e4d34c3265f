package org.evenkeel.reports.pdf;

import java.util.Map;
import java.util.Optional;
import org.evenkeel.reports.model.CohortBrief;
import org.evenkeel.reports.model.PageSize;

/** Draws a cohort brief as PDF/UA-1 and PDF/A-3a, on two pages whatever it has to say. The same brief gives the same bytes on every machine. */
public final class CohortBriefPdf {
    private static final int PAGES = 2;
    private static final int TRIES = 8;
    private static final double MOST = 1.01;
    private static final double LESS = 0.93;

    private CohortBriefPdf() {}

    /** The brief as the bytes of a PDF file, on the school's paper. What does not fit is counted and left to the term report. */
    public static byte[] render(CohortBrief brief) {
        return render(brief, brief.cover().appearance().paper());
    }

    /** The brief, laid out for this paper. */
    static byte[] render(CohortBrief brief, PageSize size) {
        Layout.ready();
        double share = MOST;
        for (int i = 0; i < TRIES; i++) {
            CohortBriefView view = new CohortBriefView(brief, size, share);
            Optional<byte[]> pdf = Layout.pdf(
                    new Layout.Source(
                            Layout.xhtml("cohortBrief.jte", Map.of("view", view)),
                            view.drawings(),
                            brief.words().locale(),
                            "Evenkeel " + brief.cover().program()),
                    PAGES,
                    document -> Finisher.finish(document, brief));
            if (pdf.isPresent()) {
                return pdf.orElseThrow();
            }
            share *= LESS;
        }
        throw new IllegalStateException("A brief of release " + brief.cover().release() + " does not fit on two pages");
    }
}
