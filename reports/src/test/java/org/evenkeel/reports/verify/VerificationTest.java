package org.evenkeel.reports.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.evenkeel.reports.InventedSchool;
import org.evenkeel.reports.excel.TermReportWorkbook;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.reports.pdf.TermReportPdf;
import org.evenkeel.reports.verify.Difference.Kind;
import org.evenkeel.sql.release.PublishedRelease;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class VerificationTest {
    private static final PublishedRelease RELEASE = InventedSchool.openPoll().latest();
    private static final List<PublishedRelease> HISTORY = List.of();
    private static final byte[] PDF = TermReportPdf.render(TermReport.of(RELEASE, HISTORY));

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

    private static Verdict verify(byte[] content) {
        return verification(RELEASE, HISTORY).verify("report", "", content);
    }

    private interface Change {
        void to(PDDocument document) throws IOException;
    }

    private static byte[] changed(Change change) throws IOException {
        try (PDDocument document = Loader.loadPDF(PDF)) {
            change.to(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void untouchedReports_agreeInEveryNumber() {
        InventedSchool school = InventedSchool.usual().sampled();
        TermReport report = TermReport.of(school.latest(), school.history());
        Verification verification = verification(school.latest(), school.history());
        Verdict document = verification.verify("term-report.pdf", "", TermReportPdf.render(report));
        assertThat(document.differences()).isEmpty();
        assertThat(document.numbers()).isGreaterThan(2_000);
        Verdict workbook = verification.verify("term-report.xlsx", "", TermReportWorkbook.render(report));
        assertThat(workbook.differences()).isEmpty();
        assertThat(workbook.figures()).isEqualTo(report.figures().size());
    }

    @Test
    void alteredMetadata_isNoPartOfThePage() throws IOException {
        assertThat(verify(changed(document -> document.getDocumentInformation().setTitle("Report 99")))
                        .differences())
                .isEmpty();
    }

    @Test
    void alteredAttachment_isSaidApartFromThePage() throws IOException {
        Verdict verdict = verify(changed(document -> {
            var tree = document.getDocumentCatalog().getNames().getEmbeddedFiles();
            PDComplexFileSpecification file =
                    Objects.requireNonNull(tree.getNames().get("figures.csv"));
            String csv = new String(file.getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8);
            PDEmbeddedFile other = new PDEmbeddedFile(
                    document,
                    new ByteArrayInputStream(csv.replaceFirst("24\\.", "25.").getBytes(StandardCharsets.UTF_8)),
                    COSName.FLATE_DECODE);
            file.setEmbeddedFile(other);
            file.setEmbeddedFileUnicode(other);
            tree.setNames(Map.of("figures.csv", file));
        }));
        assertThat(verdict.differences())
                .isNotEmpty()
                .allMatch(difference -> difference.kind() == Kind.ATTACHMENT
                        && !difference.figures().isEmpty());
    }

    @Test
    void noteAddedToAPage_isADifference() throws IOException {
        Verdict verdict = verify(changed(document -> {
            var note = new org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText();
            note.setContents("The mean is 31.5");
            document.getPage(0).setAnnotations(List.of(note));
        }));
        assertThat(verdict.differences())
                .anyMatch(difference -> difference.found().contains("31.5"));
    }

    @Test
    void brokenOrForeignFiles_areRefusedInASentence() {
        assertThatThrownBy(() -> verify(Arrays.copyOf(PDF, PDF.length - 2_000)))
                .isInstanceOfSatisfying(
                        VerifyProblem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(VerifyProblem.Cause.DATA))
                .hasMessageContaining("not whole");
        byte[] workbook = TermReportWorkbook.render(TermReport.of(RELEASE, HISTORY));
        assertThatThrownBy(() -> verify(Arrays.copyOf(workbook, workbook.length / 2)))
                .hasMessageContaining("not whole");
        assertThatThrownBy(() -> verify("18.5".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        VerifyProblem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(VerifyProblem.Cause.USAGE));
        Shelf other = new Shelf() {
            @Override
            public List<String> releases() {
                return List.of("2020-spring-000000000000");
            }

            @Override
            public Optional<Held> find(String id) {
                throw new AssertionError("the other release was asked for");
            }
        };
        assertThatThrownBy(() -> new Verification(other, "0.1.0").verify("report", "", PDF))
                .hasMessageContaining(RELEASE.header().id())
                .hasMessageContaining("does not hold");
    }
}
