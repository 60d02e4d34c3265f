package org.evenkeel.reports.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.InventedSchool;
import org.evenkeel.reports.excel.TermReportWorkbook;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.reports.pdf.TermReportPdf;
import org.evenkeel.sql.release.PublishedRelease;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class VerificationTest {
    private static final PublishedRelease RELEASE = InventedSchool.usual().latest();
    private static final List<PublishedRelease> HISTORY = InventedSchool.usual().history();

    static Verification verification(PublishedRelease release, List<PublishedRelease> history) {
        return new Verification(
                new Shelf() {
                    @Override
                    public List<String> releases() {
                        return List.of(release.header().id());
                    }

                    @Override
                    public Optional<Held> find(String id) {
                        return Optional.of(new Held(release, List.of(history)));
                    }
                },
                release.header().version());
    }

    @Test
    void untouchedDocument_agrees() {
        byte[] pdf = TermReportPdf.render(TermReport.of(RELEASE, HISTORY));
        long t=System.nanoTime();
        Verdict verdict = verification(RELEASE, HISTORY).verify("term-report.pdf", "", pdf);
        System.out.println((System.nanoTime()-t)/1e6);
        verdict.lines().forEach(System.out::println);
        assertThat(verdict.differences()).isEmpty();
    }

    @Test
    void untouchedWorkbook_agrees() {
        byte[] pdf = TermReportWorkbook.render(TermReport.of(RELEASE, HISTORY));
        long t=System.nanoTime();
        Verdict verdict = verification(RELEASE, HISTORY).verify("term-report.xlsx", "", pdf);
        System.out.println((System.nanoTime()-t)/1e6);
        verdict.lines().forEach(System.out::println);
        assertThat(verdict.differences()).isEmpty();
    }
}
