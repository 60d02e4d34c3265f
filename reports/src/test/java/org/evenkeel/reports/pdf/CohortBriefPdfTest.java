package org.evenkeel.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.text.PDFTextStripper;
import org.evenkeel.reports.BriefedSchool;
import org.evenkeel.reports.InventedSchool;
import org.evenkeel.reports.model.CohortBrief;
import org.evenkeel.reports.model.PageSize;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.reports.model.Watchlist;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleasePresentation.Contact;
import org.evenkeel.sql.release.ReleasePresentation.Purpose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

@Tag("slow")
class CohortBriefPdfTest {
    private static final boolean FULL =
            System.getProperty("evenkeel.proof", "sample").equals("full");
    private static final String LONG = "Postgraduate certificate in interprofessional rehabilitation and community"
            + " neuropsychopharmacology with Donaudampfschifffahrtsgesellschaftskapitänswitwenversicherung for visiting"
            + " scholars of the Łódź and Ouagadougou partnership programme";

    private static final List<CohortBrief> USUAL = BriefedSchool.briefs(InventedSchool.usual());

    /** Some of all: the first, the flagged ones, the last. */
    private static List<CohortBrief> some(List<CohortBrief> briefs) {
        if (FULL || briefs.size() < 4) {
            return briefs;
        }
        return List.of(
                briefs.get(0),
                briefs.stream()
                        .max(java.util.Comparator.comparingInt(
                                brief -> brief.flags().size()))
                        .orElseThrow(),
                briefs.get(briefs.size() - 1));
    }

    /** A school, and how its briefs are asked for. */
    private record Case(String name, PublishedRelease release, List<PublishedRelease> history) {
        Case(String name, InventedSchool school) {
            this(name, school.latest(), school.history());
        }

        Case with(Contact... contacts) {
            return new Case(
                    name, BriefedSchool.with(release, release.presentation().language(), contacts), history);
        }

        Case in(Locale language) {
            return new Case(name, BriefedSchool.with(release, language), history);
        }

        List<CohortBrief> briefs() {
            return BriefedSchool.briefs(release, history);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        InventedSchool usual = InventedSchool.usual();
        List<InventedSchool.Asked> many = IntStream.range(0, 5)
                .boxed()
                .flatMap(again -> usual.measures().stream()
                        .map(asked -> BriefedSchool.renamed(asked, asked.scale() + again, asked.title() + " " + again)))
                .toList();
        List<InventedSchool.Asked> wordy = usual.measures().stream()
                .map(asked -> BriefedSchool.renamed(asked, asked.scale(), LONG))
                .toList();
        List<String> years = List.of(LONG, LONG + " 2", LONG + " 3", "Année préparatoire");
        Contact crisis = new Contact(Purpose.CRISIS, LONG, LONG);
        return Stream.of(
                new Case("usual", usual),
                new Case("twelve terms", usual.afterTerms(12)),
                new Case("first term", usual.afterTerms(1)),
                BriefedSchool.oneFigure(usual)
                        .map(release -> new Case("one figure", release, List.of()))
                        .orElseThrow(),
                new Case("long names", usual.named(LONG).withYears(years)),
                new Case(
                                "long names everywhere",
                                usual.named(LONG).withYears(years).asking(wordy))
                        .with(crisis, crisis, crisis, crisis, crisis, crisis, crisis),
                new Case("many measures", usual.asking(many)),
                new Case(
                        "twenty programmes",
                        usual.withYears(IntStream.rangeClosed(1, 20)
                                .mapToObj(number -> "Programme " + number)
                                .toList())),
                new Case(
                        "other letters",
                        usual.withYears(List.of("Première année", "Второй курс", "السنة الثالثة", "Τρίτο έτος"))),
                new Case(
                        "markup",
                        usual.named("School \"of\" <Medicine> & \\ Dentistry").withoutHeadcounts()),
                new Case("open poll", InventedSchool.openPoll()),
                new Case("Spanish", usual).in(Locale.forLanguageTag("es")),
                new Case("American", usual).in(Locale.US));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void render_anyCase_twoPagesOnEitherPaper(Case asked) throws IOException {
        List<CohortBrief> briefs = asked.briefs();
        assertThat(briefs).isNotEmpty();
        for (CohortBrief brief : some(briefs)) {
            for (PageSize size : FULL ? PageSize.values() : new PageSize[] {sizeFor(brief)}) {
                byte[] pdf = CohortBriefPdf.render(brief, size);
                show(asked.name(), brief, pdf);
                try (PDDocument document = Loader.loadPDF(pdf)) {
                    assertThat(document.getNumberOfPages())
                            .as("%s, %s", asked, brief.slug())
                            .isEqualTo(2);
                }
            }
        }
    }

    private static PageSize sizeFor(CohortBrief brief) {
        return brief.rows().size() % 2 == 1 ? PageSize.A4 : PageSize.LETTER;
    }

    /** Where to keep what is drawn, for somebody who wants to look at it. */
    private static void show(String name, CohortBrief brief, byte[] pdf) throws IOException {
        String folder = System.getProperty("evenkeel.look", "");
        if (!folder.isEmpty()) {
            Files.createDirectories(Path.of(folder));
            Files.write(Path.of(folder).resolve(name.replace(' ', '-') + "_" + brief.slug() + ".pdf"), pdf);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PDFUA_1", "PDFA_3_A"})
    void render_usualSchool_veraPdfFindsNothing(PDFAFlavour flavour) throws Exception {
        for (CohortBrief brief : FULL ? USUAL : USUAL.subList(1, 2)) {
            assertThat(PdfConformance.failures(CohortBriefPdf.render(brief), flavour))
                    .as(brief.slug())
                    .isEmpty();
        }
    }

    @Test
    void render_twice_sameBytes() {
        byte[] once = CohortBriefPdf.render(USUAL.get(0));
        assertThat(CohortBriefPdf.render(
                        BriefedSchool.briefs(InventedSchool.usual()).get(0)))
                .isEqualTo(once);
    }

    @Test
    void render_usualGroup_saysWhoHowManyAndInWhichLanguage() throws IOException {
        CohortBrief brief = USUAL.get(1);
        try (PDDocument document = Loader.loadPDF(CohortBriefPdf.render(brief))) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(document.getDocumentInformation().getTitle())
                    .contains("Northfield School of Medicine", brief.name(), "Autumn 2026");
            assertThat(document.getDocumentInformation().getKeywords()).isEqualTo(brief.cohort());
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains(
                            brief.name(),
                            "Autumn 2026",
                            "Simulated data",
                            "people answered",
                            brief.flags().get(0).word(),
                            "What cannot be said",
                            brief.cover().release());
        }
    }

    @Test
    void render_usualGroup_dataFileHoldsItsFiguresAndThoseItIsComparedWith() throws IOException {
        CohortBrief brief = USUAL.get(1);
        try (PDDocument document = Loader.loadPDF(CohortBriefPdf.render(brief))) {
            Map<String, PDComplexFileSpecification> files = Objects.requireNonNull(
                            Objects.requireNonNull(document.getDocumentCatalog().getNames())
                                    .getEmbeddedFiles())
                    .getNames();
            byte[] csv = Objects.requireNonNull(files.get(Finisher.DATA_FILE))
                    .getEmbeddedFile()
                    .toByteArray();
            List<String> lines = new String(csv, StandardCharsets.UTF_8).lines().toList();
            long own = InventedSchool.usual().latest().figures().stream()
                    .filter(figure -> figure.cohort().equals(brief.cohort()))
                    .count();
            assertThat(lines.stream()
                            .filter(line -> line.contains("\"" + brief.cohort() + "\""))
                            .filter(line -> line.startsWith("\"" + brief.cover().release()))
                            .count())
                    .isEqualTo(own);
            Set<String> drawn = new TreeSet<>();
            brief.charts()
                    .forEach(chart -> chart.table()
                            .rows()
                            .forEach(row -> drawn.add(row.reading().id())));
            brief.rows()
                    .forEach(row -> Stream.of(row.mean(), row.school(), row.change())
                            .flatMap(Optional::stream)
                            .forEach(reading -> drawn.add(reading.id())));
            String all = String.join("\n", lines);
            assertThat(drawn).isNotEmpty().allMatch(id -> all.contains("\"" + id + "\""));
        }
    }

    @Test
    void briefs_nothingShown_none() {
        InventedSchool school = InventedSchool.usual().withNothingShown();
        assertThat(BriefedSchool.briefs(school)).isEmpty();
    }

    @Test
    void briefs_usualSchool_oneForEveryShownGroupAndNoneForTheSchool() {
        List<String> shown = new ArrayList<>();
        PublishedRelease release = InventedSchool.usual().latest();
        release.cohorts().stream()
                .filter(cohort -> !cohort.key().equals("school"))
                .filter(cohort -> release.figures().stream()
                        .anyMatch(figure -> figure.cohort().equals(cohort.key())
                                && figure.kind().equals("mean")
                                && figure.value().isPresent()))
                .forEach(cohort -> shown.add(cohort.key()));
        assertThat(USUAL).extracting(CohortBrief::cohort).containsExactlyElementsOf(shown);
        assertThat(USUAL).extracting(CohortBrief::slug).doesNotHaveDuplicates();
    }

    @Test
    void brief_flaggedGroup_saysSoAsTheWatchlistDoes() {
        InventedSchool school = InventedSchool.usual();
        TermReport report = TermReport.of(school.latest(), school.history());
        Watchlist watchlist = Watchlist.of(report, school.latest(), school.history());
        assertThat(USUAL.stream()
                        .flatMap(brief -> brief.flags().stream())
                        .filter(flag -> !flag.status().isEmpty())
                        .count())
                .isEqualTo(watchlist.entries().size());
    }
}
