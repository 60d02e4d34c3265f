package org.evenkeel.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.statistics.GroupData;
import org.evenkeel.reports.Reports;
import org.evenkeel.sql.Mart;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.ReleaseFinding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What counts as published is everything that can be got out of what leaves: of a school whose hidden numbers are known to the
 * digit, none is in any stream of any file or in any row of the release schema.
 */
@Tag("slow")
class CanaryTest {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    @TempDir
    static Path folder;

    private static CanarySchool school;
    private static List<PublishedRelease> releases;
    private static OddNumbers drawn;
    private static OddNumbers read;
    private static final Map<String, List<OpenedFile.Part>> OPENED = new TreeMap<>();

    @BeforeAll
    static void release() throws IOException {
        school = CanarySchool.in(folder.resolve("this"), CanarySchool.Behind.THIS);
        releases = school.released();
        SortedSet<BigDecimal> shown = shown(releases);
        List<BigDecimal> hidden = hidden(school.groups());
        drawn = OddNumbers.of(
                OddNumbers.Hand.DRAWING,
                hidden.stream()
                        .filter(number -> number.abs().compareTo(THOUSAND) >= 0)
                        .toList(),
                shown);
        read = OddNumbers.of(OddNumbers.Hand.PEOPLE, hidden, shown);
        for (Path file : school.reports()) {
            byte[] bytes = Files.readAllBytes(file);
            String name = school.configuration().folder().relativize(file).toString();
            OPENED.put(name, name.endsWith(".pdf") ? OpenedFile.pdf(bytes) : OpenedFile.archive(bytes));
        }
        OPENED.put("release schema", rows());
    }

    /** Every number that may be seen. */
    private static SortedSet<BigDecimal> shown(List<PublishedRelease> releases) {
        SortedSet<BigDecimal> shown = new TreeSet<>();
        releases.stream()
                .flatMap(release -> release.figures().stream())
                .forEach(figure -> Stream.of(
                                figure.value(), figure.lower(), figure.upper(), figure.bandLower(), figure.bandUpper())
                        .forEach(number -> number.ifPresent(some -> shown.add(some.abs()))));
        return shown;
    }

    /** Every number behind the figures of every group, shown or not, before it was put on a grid; and how many they are. */
    private static List<BigDecimal> hidden(List<GroupData> groups) {
        List<Double> hidden = new ArrayList<>();
        for (GroupData group : groups) {
            hidden.add((double) group.support());
            group.measured().ifPresent(measured -> {
                double unit = measured.lattice().denominator();
                hidden.add((double) measured.moments().atRisk());
                hidden.add(measured.moments().sum().doubleValue());
                hidden.add(measured.moments().sum().doubleValue() / unit);
                hidden.add(measured.moments().sumOfSquares().doubleValue() / unit / unit);
            });
            for (FigureKind kind : FigureKind.STANDARD) {
                double scale = kind.unit() == FigureKind.Unit.PERCENT ? 100 : 1;
                kind.estimator().apply(group).present().ifPresent(estimate -> {
                    hidden.add(scale * estimate.value());
                    estimate.interval().ifPresent(ends -> {
                        hidden.add(scale * ends.lower());
                        hidden.add(scale * ends.upper());
                    });
                });
            }
        }
        return hidden.stream().map(BigDecimal::new).distinct().toList();
    }

    /** Every table of the release schema, row by row. */
    private static List<OpenedFile.Part> rows() {
        try (Mart mart = Marts.open(school.configuration().file().mart(), Map.of())) {
            return mart.reading(sql -> {
                List<OpenedFile.Part> tables = new ArrayList<>();
                for (Object table : sql.fetchValues(
                        "select table_name from information_schema.tables where table_schema = 'release'")) {
                    tables.add(new OpenedFile.Part(
                            String.valueOf(table),
                            OpenedFile.Numbers.READ,
                            sql.fetch("select * from release." + table).formatCSV('\t')));
                }
                return tables;
            });
        }
    }

    private static List<String> found(List<OpenedFile.Part> parts) {
        return parts.stream()
                .flatMap(part -> (part.numbers() == OpenedFile.Numbers.READ ? read : drawn)
                        .in(part.text()).stream().map(form -> part.name() + ": " + form))
                .toList();
    }

    @Test
    void everythingThatLeaves_holdsNoHiddenAndNoUnroundedNumber() {
        assertThat(OPENED).hasSize(11);
        OPENED.forEach((file, parts) -> assertThat(found(parts)).as(file).isEmpty());
        System.out.println("proof: canary " + read.count() + " values searched in "
                + OPENED.values().stream().mapToInt(List::size).sum() + " streams");
    }

    /** Otherwise the search would find nothing because it looks in the wrong places. */
    @Test
    void everyPlaceWhereNumbersAreRead_holdsThoseThatAreShown() {
        for (PublishedRelease release : releases.subList(1, 3)) {
            List<BigDecimal> means = release.figures().stream()
                    .filter(figure -> figure.kind().equals(FigureKind.MEAN.code()))
                    .filter(figure -> !figure.measure().equals(Optional.of("survey/pss-10")))
                    .flatMap(figure -> figure.value().stream())
                    .distinct()
                    .toList();
            assertThat(means).hasSizeGreaterThan(5);
            OddNumbers shown = OddNumbers.whole(means);
            for (String place : List.of("words of page", "attachment", "strings of", "xl/worksheets/", "xl/charts/")) {
                assertThat(in(release, place).flatMap(part -> shown.valuesIn(part.text()).stream()))
                        .as(release.header().id() + " " + place)
                        .hasSizeGreaterThan(5);
            }
            for (String place : List.of("attachment", "xl/worksheets/")) {
                assertThat(in(release, place).flatMap(part -> shown.valuesIn(part.text()).stream()))
                        .as(release.header().id() + " " + place)
                        .containsAll(means);
            }
        }
    }

    private static Stream<OpenedFile.Part> in(PublishedRelease release, String place) {
        return OPENED.entrySet().stream()
                .filter(file -> file.getKey().contains("/" + release.header().id() + "/"))
                .flatMap(file -> file.getValue().stream())
                .filter(part -> part.name().startsWith(place));
    }

    @Test
    void search_numberPlantedInACopyOfAPdf_isFoundWhereverItIs() throws IOException {
        try (PDDocument document =
                Loader.loadPDF(Files.readAllBytes(file("2027-spring-cccccccccccc/term-report.pdf")))) {
            stream(document, null, "0.5 0 0 0.5 10 " + secret(2, ".") + " cm");
            stream(document, COSName.METADATA, "<rdf:li>" + secret(3, ",") + "</rdf:li>");
            stream(document, COSName.EMBEDDED_FILE, "year=2,\"South\"," + secret(1, ".") + ",95");
            document.getDocumentCatalog()
                    .getStructureTreeRoot()
                    .getCOSObject()
                    .setString(COSName.ALT, "Year 2, South: " + secret(4, "."));
            try (PDPageContentStream page = new PDPageContentStream(
                    document, document.getPage(2), PDPageContentStream.AppendMode.APPEND, true, true)) {
                page.beginText();
                page.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 9);
                page.newLineAtOffset(100, 100);
                page.showText("5," + secret(2, ".").substring(1));
                page.endText();
            }
            ByteArrayOutputStream planted = new ByteArrayOutputStream();
            document.save(planted, CompressParameters.DEFAULT_COMPRESSION);
            assertThat(planted.toString(StandardCharsets.ISO_8859_1)).doesNotContain(secret(2, "."));
            assertThat(found(OpenedFile.pdf(planted.toByteArray())))
                    .extracting(
                            found -> found.replaceAll("\\d+ 0 R|: [\\d.,]+", "").trim())
                    .contains("stream", "attachment", "strings of", "words of page 3")
                    .hasSizeGreaterThanOrEqualTo(5);
        }
    }

    /** A mean that is withheld, with so many decimals. */
    private static String secret(int decimals, String point) {
        BigDecimal mean = school.groups().stream()
                .filter(group -> group.cohort().cohort().key().equals("campus=South,year=2"))
                .filter(group -> group.period().key().equals("2027-spring"))
                .filter(group -> group.measured()
                        .filter(measured -> measured.measure().key().equals("survey/odd"))
                        .isPresent())
                .map(group -> new BigDecimal(FigureKind.MEAN
                        .estimator()
                        .apply(group)
                        .present()
                        .orElseThrow()
                        .value()))
                .findFirst()
                .orElseThrow();
        return mean.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString().replace(".", point);
    }

    /** A stream of its own, deflated, that the document's own dictionary refers to. */
    private static void stream(PDDocument document, @Nullable COSName type, String content) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        if (type != null) {
            stream.setItem(COSName.TYPE, type);
        }
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        document.getDocumentCatalog().getCOSObject().setItem("Planted" + content.hashCode(), stream);
    }

    @Test
    void search_numberPlantedInEveryEntryOfAWorkbook_isFoundInEach() throws IOException {
        ByteArrayOutputStream planted = new ByteArrayOutputStream();
        int entries = 0;
        try (ZipInputStream in =
                        new ZipInputStream(Files.newInputStream(file("2027-spring-cccccccccccc/term-report.xlsx")));
                ZipOutputStream out = new ZipOutputStream(planted)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(in.readAllBytes());
                out.write(("<!-- " + secret(1 + entries % 4, entries % 2 == 0 ? "." : ",") + " -->")
                        .getBytes(StandardCharsets.UTF_8));
                entries++;
            }
        }
        assertThat(found(OpenedFile.archive(planted.toByteArray()))).hasSize(entries);
    }

    /** The same figures are shown of two schools; what is behind them differs. Not a byte of what is drawn does. */
    @Test
    void twoSchoolsThatDifferBehindTheWallAlone_leaveTheSameBytes() throws IOException {
        CanarySchool other = CanarySchool.in(folder.resolve("that"), CanarySchool.Behind.THAT);
        List<PublishedRelease> others = other.released();
        for (int i = 0; i < releases.size(); i++) {
            assertThat(others.get(i).figures())
                    .containsExactlyElementsOf(releases.get(i).figures());
        }
        assertThat(others).isEqualTo(releases);
        List<BigDecimal> here = hidden(school.groups());
        List<BigDecimal> there = hidden(other.groups());
        assertThat(there.stream().filter(number -> !here.contains(number)).count())
                .isGreaterThan(here.size() / 2);
        assertThat(bytes(other)).isEqualTo(bytes(school)).hasSize(10);
        System.out.println("proof: two schools of which "
                + there.stream().filter(number -> !here.contains(number)).count() + " of " + there.size()
                + " numbers behind the wall differ and no shown figure, "
                + bytes(other).size()
                + " reports equal to the byte");
    }

    /** And a byte differs when a shown figure does, by one step of its grid, in a week of one year. */
    @Test
    void oneShownFigureThatMovesOneStep_changesTheReports() throws IOException {
        PublishedRelease weekly = releases.get(1);
        Path still = school.configuration()
                .folder()
                .resolve("reports")
                .resolve(weekly.header().id());
        Reports.write(moved(weekly), List.of(), folder.resolve("moved"), CanarySchool.DRAWING);
        for (String report : List.of("weekly-report.pdf", "weekly-report.xlsx")) {
            assertThat(Files.readAllBytes(folder.resolve("moved").resolve(report)))
                    .isNotEqualTo(Files.readAllBytes(still.resolve(report)));
        }
    }

    private static PublishedRelease moved(PublishedRelease release) {
        List<ReleaseFigure> figures = new ArrayList<>(release.figures());
        figures.replaceAll(figure -> figure.kind().equals("mean")
                        && figure.cohort().equals("year=1")
                        && figure.period().equals("2027-spring/2027-W06")
                ? with(figure, figure.value().map(value -> value.add(BigDecimal.valueOf(50))))
                : figure);
        assertThat(figures).isNotEqualTo(release.figures());
        return with(release, figures);
    }

    @Test
    void flagsAndFindings_followFromTheReleaseSchemaAlone() {
        for (PublishedRelease release : releases) {
            PublishedFigures outside = new PublishedFigures(release, List.of());
            assertThat(outside.flags()).isEqualTo(release.flags());
            assertThat(outside.findings()).isEqualTo(release.findings());
        }
        PublishedRelease term = releases.get(2);
        assertThat(term.flags()).isNotEmpty();
        assertThat(term.findings()).extracting(ReleaseFinding::certainty).contains("clear");
        // A flag that rests on another mean is another flag: nothing is copied from one side to the other.
        List<ReleaseFigure> figures = new ArrayList<>(term.figures());
        figures.replaceAll(figure -> figure.kind().equals("mean")
                ? with(figure, figure.value().map(value -> value.add(BigDecimal.ONE)))
                : figure);
        assertThat(new PublishedFigures(with(term, figures), List.of()).flags()).isNotEqualTo(term.flags());
    }

    private static ReleaseFigure with(ReleaseFigure figure, Optional<BigDecimal> value) {
        return new ReleaseFigure(
                figure.id(),
                figure.order(),
                figure.kind(),
                figure.source(),
                figure.measure(),
                figure.period(),
                figure.cohort(),
                figure.state(),
                value,
                figure.lower(),
                figure.upper(),
                figure.bandLower(),
                figure.bandUpper(),
                figure.step(),
                figure.decimals(),
                figure.note(),
                figure.target());
    }

    private static PublishedRelease with(PublishedRelease release, List<ReleaseFigure> figures) {
        return new PublishedRelease(
                release.header(),
                release.presentation(),
                release.terms(),
                release.exams(),
                release.periods(),
                release.sources(),
                release.measures(),
                release.cohorts(),
                release.conditions(),
                release.kinds(),
                figures,
                release.flags(),
                release.findings(),
                release.analysis(),
                release.audits(),
                release.facts());
    }

    private static Path file(String name) {
        return school.configuration().folder().resolve("reports").resolve(name);
    }

    private static Map<String, String> bytes(CanarySchool of) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        for (Path file : of.reports()) {
            bytes.put(
                    of.configuration().folder().relativize(file).toString(),
                    new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
        return bytes;
    }
}
