package org.evenkeel.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenkeel.app.config.Configuration;
import org.evenkeel.app.config.MartLocation;
import org.evenkeel.app.config.StudyFile;
import org.evenkeel.app.demo.Demo;
import org.evenkeel.core.study.Term;
import org.evenkeel.reports.Judged;
import org.evenkeel.reports.Reports;
import org.evenkeel.reports.pdf.PdfConformance;
import org.evenkeel.sql.Mart;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.ReleaseFlag;
import org.evenkeel.sql.release.ReleaseHeader;
import org.evenkeel.sql.release.Releases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** One simulated school, taken the whole way once; each test looks at what came of it or goes on from there. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeWayTest {
    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("[Mm]\\d{8}");
    private static final Instant NOW = Instant.parse("2027-02-01T08:00:00Z");

    @TempDir
    static Path temporary;

    private static Path study;
    private static List<JobOutcome> outcomes;

    @BeforeAll
    static void runTheDemo() throws IOException {
        study = temporary.resolve("school");
        outcomes = demo(study);
    }

    private static List<JobOutcome> demo(Path folder) throws IOException {
        return new DemoJob(job(), HOME, line -> {}).run(Demo.prepare(folder, 7, "test"));
    }

    private static BatchJob job() {
        return new BatchJob(new Surroundings(HOME, "test", Clock.fixed(NOW, ZoneOffset.UTC), Map.of(), 2, line -> {}));
    }

    private static Configuration configuration() {
        return Configuration.load(HOME, study);
    }

    @Test
    @Order(1)
    void demo_threeTerms_areThreeReleasesWithTheirReports() {
        assertThat(outcomes).hasSize(3);
        for (JobOutcome outcome : outcomes) {
            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.releases())
                    .singleElement()
                    .satisfies(release -> assertThat(release.reports())
                            .hasSizeGreaterThan(3 + 4)
                            .allSatisfy(file -> assertThat(file).isNotEmptyFile())
                            .filteredOn(file -> !isBrief(file))
                            .hasSize(3));
        }
    }

    @Test
    @Order(2)
    void demo_worseCohort_isFlaggedRedForStressInEveryTerm() {
        for (PublishedRelease release : releases()) {
            assertThat(release.flags()).as(release.header().term()).anySatisfy(flag -> {
                assertThat(flag.cohort()).isEqualTo("campus=South,year=3");
                assertThat(flag.measure()).isEqualTo("term-survey/pss-10");
                assertThat(flag.level()).isEqualTo("red");
            });
        }
    }

    @Test
    @Order(3)
    void release_everyShownGroup_hasAtLeastTheThresholdOfRespondents() {
        for (PublishedRelease release : releases()) {
            Map<String, ReleaseFigure> respondents = new TreeMap<>();
            release.figures().stream()
                    .filter(figure -> figure.kind().equals("respondents"))
                    .forEach(figure -> respondents.put(subject(figure), figure));
            release.figures().stream()
                    .filter(figure ->
                            figure.state() == ReleaseFigure.State.SHOWN || figure.state() == ReleaseFigure.State.BANDED)
                    .forEach(figure -> assertThat(respondents.get(subject(figure)))
                            .as(figure.id())
                            .satisfies(people -> {
                                assertThat(people.state()).isEqualTo(ReleaseFigure.State.SHOWN);
                                assertThat(people.value().orElseThrow().intValueExact())
                                        .isGreaterThanOrEqualTo(10);
                            }));
            assertThat(release.figures()).anyMatch(figure -> figure.state() == ReleaseFigure.State.WITHHELD);
        }
    }

    /** Of the newest release, which rests on the others; of each with {@code -Pproof}. */
    @Test
    @Order(4)
    void flagsAndFindings_followFromTheReleaseSchemaAlone() {
        List<PublishedRelease> all = releases();
        boolean full = System.getProperty("evenkeel.proof", "sample").equals("full");
        for (int place = full ? 0 : all.size() - 1; place < all.size(); place++) {
            PublishedRelease release = all.get(place);
            PublishedFigures outside = new PublishedFigures(release, all.subList(0, place));
            assertThat(outside.flags()).isEqualTo(release.flags()).isNotEmpty();
            assertThat(outside.findings()).isEqualTo(release.findings()).isNotEmpty();
            assertThat(outside.analysis()).isEqualTo(release.analysis());
        }
    }

    @Test
    @Order(4)
    void change_acrossTheYearBoundary_followsTheClassAndSaysSo() {
        PublishedRelease autumn = releases().get(2);
        assertThat(autumn.figures())
                .filteredOn(figure -> figure.kind().equals("change")
                        && figure.cohort().equals("year=2")
                        && figure.measure().equals(Optional.of("term-survey/pss-10")))
                .singleElement()
                .satisfies(figure -> assertThat(figure.note().orElseThrow()).contains("class"));
        assertThat(autumn.figures())
                .filteredOn(figure -> figure.kind().equals("change")
                        && figure.cohort().equals("year=1")
                        && figure.measure().equals(Optional.of("term-survey/pss-10")))
                .singleElement()
                .satisfies(figure -> assertThat(figure.state()).isEqualTo(ReleaseFigure.State.ABSENT));
    }

    @Test
    @Order(4)
    void flags_acrossTheYearBoundary_followTheClassByTheRows() {
        List<PublishedRelease> releases = releases();
        PublishedRelease autumn = releases.get(2);
        assertThat(autumn.conditions())
                .filteredOn(condition -> condition.cohort().equals("campus=South,year=3")
                        && condition.attribute().equals("year"))
                .singleElement()
                .satisfies(condition -> assertThat(condition.formerly()).contains("2"));
        assertThat(autumn.conditions())
                .filteredOn(condition -> condition.cohort().equals("year=1"))
                .singleElement()
                .satisfies(condition -> assertThat(condition.formerly()).isEmpty());
        assertThat(sentence(autumn.flags()))
                .as("the label was red, but on other people")
                .doesNotContain("it was flagged red before");
        assertThat(sentence(releases.get(1).flags()))
                .as("within the academic year the label stays")
                .contains("it was flagged red before");
        PublishedRelease spring = withRed("campus=South,year=2", releases.get(1));
        assertThat(sentence(new PublishedFigures(autumn, List.of(releases.get(0), spring)).flags()))
                .contains("it was flagged red before");
    }

    private static String sentence(List<ReleaseFlag> flags) {
        return flags.stream()
                .filter(flag -> flag.cohort().equals("campus=South,year=3")
                        && flag.measure().equals("term-survey/pss-10"))
                .map(ReleaseFlag::sentence)
                .findFirst()
                .orElseThrow();
    }

    private static PublishedRelease withRed(String cohort, PublishedRelease release) {
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
                release.figures(),
                List.of(new ReleaseFlag(0, cohort, "term-survey/pss-10", "red", "", List.of())),
                release.findings(),
                release.analysis(),
                release.audits(),
                release.facts());
    }

    @Test
    @Order(4)
    void changes_areSizedInPointsMultiplesAndHedges() {
        PublishedRelease autumn = releases().get(2);
        assertThat(releases().get(0).analysis().changes()).isEmpty();
        List<ReleaseFigure> shown = autumn.figures().stream()
                .filter(figure -> figure.state() == ReleaseFigure.State.SHOWN
                        && Set.of("change", "change-of-same-people", "modelled-change")
                                .contains(figure.kind()))
                .toList();
        assertThat(autumn.analysis().changes()).hasSameSizeAs(shown).isNotEmpty();
        assertThat(autumn.analysis().changes())
                .filteredOn(change ->
                        change.cohort().equals("year=2") && change.measure().equals("term-survey/pss-10"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.matters()).isPresent();
                    assertThat(change.effect()).isPresent();
                });
    }

    @Test
    @Order(5)
    void everythingWritten_holdsNoStudentNumber() throws IOException {
        Set<String> numbers = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\bM\\d{8}\\b").matcher(Files.readString(study.resolve("roster.csv")));
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        assertThat(numbers).hasSizeGreaterThan(800);
        List<Path> written = new ArrayList<>();
        for (String place : List.of("lake", "reports", "log")) {
            Path folder = study.resolve(place);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(Files::isRegularFile).forEach(written::add);
                }
            }
        }
        written.add(study.resolve("mart.mv.db"));
        assertThat(written).hasSizeGreaterThan(30);
        for (Path file : written) {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            Matcher found = LIKE_A_NUMBER.matcher(bytes);
            while (found.find()) {
                assertThat(numbers)
                        .as("a student number in %s", file.getFileName())
                        .doesNotContain(found.group().toUpperCase(Locale.ROOT));
            }
        }
    }

    /**
     * Every document and brief, as one that everybody can read and as one to keep, where a change is judged (the profiles ci and
     * proof); elsewhere the first term's document as the one and a brief as both.
     */
    @ParameterizedTest
    @EnumSource(names = {"PDFUA_1", "PDFA_3_A"})
    @Order(6)
    void reports_asPdf_veraPdfFindsNothing(PDFAFlavour flavour) throws Exception {
        List<Path> documents = reports(study).stream()
                .filter(report -> report.endsWith("term-report.pdf"))
                .toList();
        assertThat(documents).hasSize(3);
        List<Path> briefs =
                reports(study).stream().filter(WholeWayTest::isBrief).toList();
        assertThat(briefs).isNotEmpty();
        int sampled = flavour == PDFAFlavour.PDFUA_1 ? 1 : 0;
        List<Path> held = Stream.concat(Judged.firstOf(documents, sampled).stream(), Judged.firstOf(briefs, 1).stream())
                .toList();
        for (Path document : held) {
            assertThat(PdfConformance.failures(Files.readAllBytes(document), flavour))
                    .as(document.toString())
                    .isEmpty();
        }
        System.out.println("proof: veraPDF " + flavour + " finds nothing in " + held.size() + " of "
                + (documents.size() + briefs.size()) + " documents and briefs of the demo");
    }

    /** Every brief and every file of the newest release where a change is judged; elsewhere the brief of a group flagged twice. */
    @Test
    @Order(6)
    void verify_reportsOfTheDemo_findsNoDifference() throws IOException {
        String twice = outcomes.get(1).releases().get(0).id() + "/" + Reports.BRIEFS + "/campus-south-year-3.pdf";
        String newest = outcomes.get(2).releases().get(0).id();
        List<Path> all = Stream.concat(
                        Stream.of(study.resolve("reports").resolve(twice)),
                        reports(study).stream()
                                .filter(report ->
                                        isBrief(report) || report.toString().contains(newest)))
                .toList();
        VerifyOutcome outcome = job().verify(configuration(), Judged.firstOf(all, 1));
        assertThat(outcome.lines()).isNotEmpty().allMatch(line -> line.startsWith("agrees"));
        assertThat(outcome.refusals()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        System.out.println(
                "proof: " + outcome.lines().size() + " files of the demo agree with the mart in every number");
    }

    @Test
    @Order(7)
    void run_again_changesNothing() {
        List<ReleaseHeader> before = headers();
        JobOutcome outcome = job().run(configuration(), Optional.empty());
        assertThat(outcome.exports()).isEmpty();
        assertThat(outcome.known()).isEqualTo(9);
        assertThat(outcome.releases()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(headers()).isEqualTo(before);
    }

    /** In every build the small study says the same, in {@link LifeTest}. */
    @Test
    @Tag("proof")
    @Order(8)
    void run_otherKeyAndFolder_givesTheSameReportsToTheByte() throws IOException {
        Path other = temporary.resolve("another");
        Demo demo = Demo.prepare(other, 7, "test");
        Term first = demo.terms().get(0);
        demo.reach(first);
        job().run(Configuration.load(HOME, other), Optional.of(dueOf(other, first)));
        assertThat(Files.readString(StudyFile.key(other))).isNotEqualTo(Files.readString(StudyFile.key(study)));
        List<Path> twins = reports(other);
        assertThat(twins).hasSameSizeAs(outcomes.get(0).releases().get(0).reports());
        for (Path twin : twins) {
            Path report =
                    study.resolve("reports").resolve(other.resolve("reports").relativize(twin));
            assertThat(Files.readAllBytes(twin)).as(twin.toString()).isEqualTo(Files.readAllBytes(report));
        }
    }

    @Test
    @Order(9)
    void run_badExportBesideAGoodOne_takesTheGoodOneAndSaysWhatIsWrong() throws IOException {
        Path surveys = study.resolve("exports/term-survey");
        Path broken = surveys.resolve("login.csv");
        Files.writeString(broken, "<!DOCTYPE html><html><body>Please log in</body></html>");
        JobOutcome outcome = job().run(configuration(), Optional.empty());
        Files.delete(broken);
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.refusals()).singleElement().asString().contains("login.csv");
        assertThat(job().status(configuration())).anyMatch(line -> line.startsWith("refused"));
    }

    private static String subject(ReleaseFigure figure) {
        return figure.source() + " " + figure.measure() + " " + figure.period() + " " + figure.cohort();
    }

    private static Mart mart(Configuration configuration) {
        MartLocation location = configuration.file().mart();
        return Marts.open(location, Map.of());
    }

    private static List<ReleaseHeader> headers() {
        try (Mart mart = mart(configuration())) {
            return mart.reading(sql -> new Releases(sql).list());
        }
    }

    private static List<PublishedRelease> releases() {
        try (Mart mart = mart(configuration())) {
            return mart.reading(sql -> new Releases(sql)
                    .list().stream()
                            .map(header -> new Releases(sql).find(header.id()).orElseThrow())
                            .toList());
        }
    }

    private static Instant dueOf(Path folder, Term term) {
        return Configuration.load(HOME, folder).study().calendar().due(term);
    }

    private static List<Path> reports(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("reports"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isBrief(Path file) {
        return Objects.requireNonNull(file.getParent()).endsWith(Reports.BRIEFS);
    }
}
