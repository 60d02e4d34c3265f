package org.evenkeel.reports.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.evenkeel.reports.InventedSchool;
import org.evenkeel.reports.OwnLook;
import org.evenkeel.reports.excel.TermReportWorkbook;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.reports.pdf.TermReportPdf;
import org.evenkeel.reports.verify.Difference.Kind;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleasePresentation.Paper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One digit is altered in each place where a report can hold one; what is altered is found, and the figure named. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlteredDigitTest {
    private static final boolean FULL =
            System.getProperty("evenkeel.proof", "sample").equals("full");

    /** Places that hold numbers of figures and nothing else; elsewhere a digit may belong to a date, a count or a name. */
    private static final Set<AlteredWorkbook.Place> FIGURES_ONLY =
            EnumSet.of(AlteredWorkbook.Place.DATA_CELL, AlteredWorkbook.Place.ERROR_BAR);

    private final PublishedRelease release =
            OwnLook.of(InventedSchool.usual().sampled().latest(), OwnLook.whole(language(), Paper.A4));
    private final List<PublishedRelease> history =
            InventedSchool.usual().sampled().history();
    private final TermReport report = TermReport.of(release, history);
    private final MartFigures figures = MartFigures.of(report, release, history);

    /** How many digits of each place are altered. */
    int tries() {
        return FULL ? 25 : 3;
    }

    /** What the report is written in. */
    Locale language() {
        return Locale.UK;
    }

    private record Counted(String place, int altered, int found, int named, List<String> missed) {
        void print() {
            System.out.printf(
                    "proof: %s: %,d altered digits, %,d found, %,d with their figure%n", place, altered, found, named);
            missed.stream().limit(8).forEach(miss -> System.out.println("       " + miss));
        }
    }

    private interface Altering {
        ReportFile at(int site, int by) throws IOException;
    }

    private Counted count(String place, int sites, List<Block> fresh, Altering altering) throws IOException {
        SplittableRandom chance = new SplittableRandom(place.hashCode());
        int found = 0;
        int named = 0;
        List<String> missed = new ArrayList<>();
        int tries = Math.min(tries(), sites);
        for (int i = 0; i < tries; i++) {
            int site = chance.nextInt(sites);
            try (ReportFile file = altering.at(site, 1 + chance.nextInt(9))) {
                Comparison comparison = new Comparison(figures);
                comparison.compare(file.blocks(), fresh.iterator());
                List<Difference> numbers = comparison.differences().stream()
                        .filter(difference -> difference.kind() == Kind.NUMBER)
                        .toList();
                found += numbers.isEmpty() ? 0 : 1;
                boolean isNamed = numbers.stream().anyMatch(this::namesTheFigure);
                named += isNamed ? 1 : 0;
                if (!isNamed) {
                    missed.add(
                            numbers.isEmpty() ? "site " + site : numbers.get(0).text());
                }
            }
        }
        Counted counted = new Counted(place, tries, found, named, missed);
        counted.print();
        return counted;
    }

    /** Whether every figure named is one that has the number that should stand there, or whose id should; all of a chart for its scale. */
    private boolean namesTheFigure(Difference difference) {
        if (difference.chart().isPresent() && difference.told().isEmpty()) {
            return !difference.figures().isEmpty();
        }
        return !difference.figures().isEmpty()
                && difference.figures().stream()
                        .map(id -> figures.find(id).orElseThrow())
                        .allMatch(entry -> difference.expected().contains(entry.id())
                                || Numbers.in(difference.expected()).stream().anyMatch(entry::isSaidAs)
                                || Numbers.plain(difference.expected())
                                        .filter(entry::hasNumber)
                                        .isPresent());
    }

    private static List<Block> all(Iterator<Block> blocks) {
        List<Block> all = new ArrayList<>();
        blocks.forEachRemaining(all::add);
        return all;
    }

    /** A document with a digit altered, which is put back when it is closed: it is parsed once for all of them. */
    private record Altered(ReportFile file, AlteredPdf.Undo undo) implements ReportFile {
        @Override
        public Iterator<Block> blocks() {
            return file.blocks();
        }

        @Override
        public Iterator<Block> attachments() {
            return file.attachments();
        }

        @Override
        public Optional<String> maker() {
            return file.maker();
        }

        @Override
        public void close() {
            try {
                undo.undo();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void digitOfAPdf_isFoundAndItsFigureNamed() throws IOException {
        byte[] pdf = TermReportPdf.render(report);
        try (AlteredPdf document = AlteredPdf.of(pdf)) {
            List<Block> fresh = all(PdfFile.of("fresh", document.document()).blocks());
            for (AlteredPdf.Place place : AlteredPdf.Place.values()) {
                Counted counted = count("PDF " + place, document.count(place), fresh, (site, by) -> {
                    AlteredPdf.Undo undo = document.alter(new AlteredPdf.Site(place, site), by);
                    return new Altered(PdfFile.of("altered", document.document()), undo);
                });
                assertThat(counted.found()).isEqualTo(counted.altered());
                if (place != AlteredPdf.Place.PAGE) {
                    assertThat(counted.named()).isEqualTo(counted.altered());
                }
            }
            Comparison untouched = new Comparison(figures);
            untouched.compare(PdfFile.of("put back", document.document()).blocks(), fresh.iterator());
            assertThat(untouched.differences()).allMatch(difference -> difference.kind() == Kind.LOOK);
        }
    }

    @Test
    void digitOfAWorkbook_isFoundAndItsFigureNamed() throws IOException {
        byte[] workbook = TermReportWorkbook.render(report);
        List<Block> fresh = all(WorkbookFile.open("fresh", workbook).blocks());
        Map<String, byte[]> parts = AlteredWorkbook.parts(workbook);
        for (AlteredWorkbook.Place place : AlteredWorkbook.Place.values()) {
            List<AlteredWorkbook.Site> sites = AlteredWorkbook.sites(parts, place);
            assertThat(sites).as(place.name()).isNotEmpty();
            Counted counted = count(
                    "workbook " + place,
                    sites.size(),
                    fresh,
                    (site, by) -> WorkbookFile.open("altered", AlteredWorkbook.altered(parts, sites.get(site), by)));
            assertThat(counted.found()).isEqualTo(counted.altered());
            if (FIGURES_ONLY.contains(place)) {
                assertThat(counted.named()).isEqualTo(counted.altered());
            }
        }
    }
}
