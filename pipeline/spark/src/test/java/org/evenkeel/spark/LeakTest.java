package org.evenkeel.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.evenkeel.core.cell.Cells;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.instrument.Catalogue;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.NinthDropped;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Columns;
import org.evenkeel.core.study.DateRange;
import org.evenkeel.core.study.DuplicateRule;
import org.evenkeel.core.study.InstrumentUse;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.core.study.Rhythm;
import org.evenkeel.core.study.Roster;
import org.evenkeel.core.study.SchoolCalendar;
import org.evenkeel.core.study.Source;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.Term;
import org.evenkeel.core.study.TermId;
import org.evenkeel.intake.Intake;
import org.evenkeel.intake.PseudonymKey;
import org.evenkeel.intake.RosterFile;
import org.evenkeel.intake.SourcePlan;
import org.evenkeel.spark.cell.CellReading;
import org.evenkeel.spark.cell.CellStore;
import org.evenkeel.spark.cell.ProfileReading;
import org.evenkeel.spark.cell.TermCells;
import org.evenkeel.spark.cell.TermProfiles;
import org.evenkeel.spark.lake.BatchName;
import org.evenkeel.spark.lake.CurrentResponses;
import org.evenkeel.spark.lake.Export;
import org.evenkeel.spark.lake.Lake;
import org.evenkeel.spark.lake.LakeFolder;
import org.evenkeel.spark.lake.TakeIn;
import org.evenkeel.spark.lake.TakenIn;
import org.evenkeel.spark.lake.TermView;
import org.evenkeel.spark.score.SourceScales;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes recognisable people through the lake to cells, and looks for them in everything that was written on the way. */
@Tag("slow")
class LeakTest {
    private static final int PEOPLE = 60;
    private static final String HEADER = "student,email,ip,remark,submitted,campus,"
            + String.join(",", NinthDropped.ITEMS.stream().map(ItemKey::value).toList());
    private static final SourceId SURVEY = new SourceId("survey");
    private static final TermId TERM = new TermId("2026-autumn");
    private static final AttributeId CAMPUS = new AttributeId("campus");
    private static final AttributeId YEAR = new AttributeId("year");
    private static final List<Charset> WRITTEN_AS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final SchoolCalendar calendar = new SchoolCalendar(
            GeneratedStudy.ZONE,
            List.of(new Term(
                    TERM,
                    new DateRange(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 12, 18)),
                    LocalDate.of(2027, 1, 8),
                    List.of())));
    private final Source source = new Source(
            SURVEY,
            Rhythm.SURVEY,
            List.of("*.csv"),
            new Respondents.Identified("student", "students"),
            List.of(new InstrumentUse(
                    NinthDropped.instrument().id(), Optional.empty(), new Columns.NamedLikeItems(), Map.of())),
            Map.of(),
            Map.of(CAMPUS, "campus"),
            DuplicateRule.LAST,
            Optional.empty());
    private final SourceScales scales = SourceScales.of(source, Catalogue.of(List.of(NinthDropped.instrument())));
    private final byte[] secret = secret();
    private final List<Path> exports = new ArrayList<>();

    @TempDir
    Path folder = Path.of("unset");

    private Lake lake = new Lake(SharedSession.session(), folder);
    private List<LakeFolder> folders = List.of();
    private TermCells cells = new TermCells(new Cells(Map.of(), Map.of(), Map.of(), Map.of(), Map.of()), List.of());

    @BeforeEach
    void takeThrough() {
        // Rows change places between tasks, so that what is written on the side is looked through as well.
        lake = new Lake(SharedSession.session(), folder.resolve("lake")).dividingAbove(0);
        PseudonymKey key = PseudonymKey.of(secret);
        BatchName batch = new BatchName("batch-1");
        TakenIn taken = new TakeIn(lake).takeIn(List.of(export(0), export(1)), key, batch);
        Path roster = write("roster.csv", roster());
        ProfileReading profileReading = new ProfileReading(
                lake,
                List.of(CAMPUS, YEAR),
                new Roster.FromFile("roster.csv", "students"),
                List.of(source),
                RosterFile.read(roster, List.of(CAMPUS, YEAR), "students", calendar, key)
                        .entries());
        TermView view = TermView.of(calendar, TERM, Optional.empty());
        CurrentResponses responses = new CurrentResponses(lake, taken.folders());
        TermProfiles profiles = profileReading.term(view, responses);
        cells = new CellReading(lake).term(view, List.of(scales), responses, profiles, batch);
        CellStore store = new CellStore(lake);
        folders = new ArrayList<>(taken.folders());
        folders.addAll(cells.scores());
        folders.add(store.write(cells.cells(), TERM, batch));
        folders.add(store.write(profiles.profiles(), batch));
    }

    @Test
    void lakeAndScratch_holdNoIdentifierInAnyForm() {
        Set<String> written = new TreeSet<>();
        for (Path root : List.of(folder.resolve("lake"), SharedSession.scratch())) {
            files(root).forEach(file -> {
                written.add(root.getFileName() + "/" + file.getFileName());
                assertThat(traces(file)).as("%s", file.getFileName()).isEmpty();
                assertThat(traces(file.getFileName().toString())).isEmpty();
            });
        }
        for (Row row : rows()) {
            assertThat(traces(row.toString())).isEmpty();
        }
        assertThat(written).anyMatch(name -> name.endsWith(".parquet")).anyMatch(name -> name.endsWith(".crc"));
        assertThat(traces(exports.get(0))).as("the same search in the export").hasSize(4);
        assertThat(rows())
                .as("the same search of a value that is kept")
                .anyMatch(row -> row.toString().contains("North"));
    }

    @Test
    void whatSpills_isNotReadable() {
        Dataset<Row> people = SharedSession.session()
                .createDataset(
                        IntStream.rangeClosed(1, PEOPLE).mapToObj(LeakTest::id).toList(), Encoders.STRING())
                .toDF("person")
                .repartition(3)
                .persist(StorageLevel.DISK_ONLY());

        assertThat(people.count()).isEqualTo(PEOPLE);
        List<Path> spilled = files(SharedSession.scratch()).stream()
                .filter(file -> file.getFileName().toString().matches("(shuffle|rdd)_.*"))
                .toList();
        assertThat(spilled)
                .anyMatch(file -> file.getFileName().toString().startsWith("rdd_"))
                .anyMatch(file -> file.getFileName().toString().matches("shuffle_.*\\.data"));
        spilled.forEach(
                file -> assertThat(traces(file)).as("%s", file.getFileName()).isEmpty());
        assertThat(SharedSession.session().conf().get("spark.io.encryption.enabled"))
                .isEqualTo("true");
        assertThat(SharedSession.session().conf().get("spark.eventLog.enabled")).isEqualTo("false");
        people.unpersist(true);
    }

    @Test
    void everyRefusal_namesNobody() {
        SourcePlan plan = export(0).plan();
        Throwable found = catchThrowable(() -> new Intake().inspect(exports.get(0), plan));
        assertThat(found).isInstanceOf(DataProblem.class);
        assertThat(found).hasMessageContaining("column 'email' holds e-mail addresses (30 cells)");
        assertThat(found).hasMessageContaining("column 'ip' holds IP addresses (30 cells)");
        assertThat(traces(String.valueOf(found.getMessage()))).isEmpty();

        String row = String.join(",", id(1), "", "", "", "2026-10-01 09:00:00", "North", String.join(",", answers(1)));
        int refused = 0;
        for (String broken : List.of(
                row + "," + id(2),
                id(1) + ",\"" + id(2),
                "\"" + id(1) + "\"x" + row.substring(3),
                row.replace("North", "Nor\u0000th") + "\n" + id(3))) {
            Path file = write("broken-" + refused + ".csv", List.of(HEADER, row, broken));
            Export export = Export.of(ResponseLines.writeLines(file, List.of(HEADER, row, broken)), file, plan);
            BatchName batch = new BatchName("broken-" + refused);
            Throwable thrown =
                    catchThrowable(() -> new TakeIn(lake).takeIn(List.of(export), PseudonymKey.of(secret), batch));
            if (thrown != null) {
                refused++;
                StringWriter said = new StringWriter();
                thrown.printStackTrace(new PrintWriter(said));
                assertThat(traces(said.toString())).as("refusal %d", refused).isEmpty();
            }
        }
        assertThat(refused).isGreaterThanOrEqualTo(3);
    }

    @Test
    void lake_holdsTheTotalAndNoItem() {
        long units = NinthDropped.SCALE.denominator();
        List<String> columns = new ArrayList<>();
        List<Long> totals = new ArrayList<>();
        for (LakeFolder written : folders) {
            var stored =
                    SharedSession.session().read().parquet(lake.path(written).toString());
            columns.addAll(List.of(stored.columns()));
            if (List.of(stored.columns()).contains("units_nine")) {
                stored.select("units_nine").collectAsList().forEach(row -> totals.add(row.getLong(0)));
            }
        }

        assertThat(columns)
                .contains("item_nine", "units_nine")
                .noneMatch(column -> NinthDropped.ITEMS.stream().anyMatch(item -> column.contains(item.value())));
        assertThat(totals)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, PEOPLE)
                        .mapToObj(person -> total(person) * units)
                        .toList());
        assertThat(cells.cells().items()).isEmpty();
        assertThat(cells.cells().moments().values().stream()
                        .mapToLong(Moments::count)
                        .sum())
                .isEqualTo(PEOPLE);
    }

    private Export export(int number) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int person = 1; person <= PEOPLE; person++) {
            if (person % 2 == number) {
                lines.add(String.join(
                        ",",
                        id(person),
                        id(person) + "@example.org",
                        "192.0.2." + person,
                        "call me " + id(person),
                        String.format(Locale.ROOT, "2026-10-%02d 09:00:00", 1 + person % 28),
                        person % 3 == 0 ? "North" : "South",
                        String.join(",", answers(person))));
            }
        }
        Path file = write("export-" + number + ".csv", lines);
        exports.add(file);
        return Export.of(
                ResponseLines.writeLines(file, lines),
                file,
                new SourcePlan(
                        SURVEY,
                        Rhythm.SURVEY,
                        "",
                        source.respondents(),
                        List.of(new SourcePlan.Questionnaire(
                                "nine",
                                NinthDropped.ITEMS,
                                NinthDropped.instrument().dropped(),
                                Set.of(),
                                NinthDropped.RANGE,
                                new Columns.NamedLikeItems(),
                                Map.of(),
                                Map.of(),
                                NinthDropped.instrument().readerScores(Optional.empty()),
                                List.of())),
                        List.of(new SourcePlan.AttributeColumn(CAMPUS, "campus", SourcePlan.Need.REQUIRED)),
                        calendar,
                        SourcePlan.Consent.NONE,
                        ""));
    }

    private static List<String> roster() {
        List<String> lines = new ArrayList<>(List.of("respondent,term,campus,year"));
        for (int person = 1; person <= PEOPLE; person++) {
            lines.add(id(person) + "," + TERM + ",North," + (1 + person % 4));
        }
        return lines;
    }

    private static String id(int person) {
        return String.format(Locale.ROOT, "ZQX-LEAK-%04d", person);
    }

    private static List<String> answers(int person) {
        return IntStream.range(0, 9)
                .mapToObj(item -> Integer.toString((person + item * person) % 4))
                .toList();
    }

    private static long total(int person) {
        return answers(person).stream().mapToLong(Long::parseLong).sum();
    }

    private static byte[] secret() {
        byte[] bytes = new byte[PseudonymKey.BYTES];
        IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) (i * 37 + 11));
        return bytes;
    }

    private Path write(String name, List<String> lines) {
        Path file = folder.resolve(name);
        ResponseLines.writeLines(file, lines);
        return file;
    }

    /** Every row of every folder written, with every column its files have. */
    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (LakeFolder written : folders) {
            rows.addAll(SharedSession.session()
                    .read()
                    .parquet(lake.path(written).toString())
                    .collectAsList());
        }
        return rows;
    }

    /** The forms in which people are found in a file, whatever its characters are written as; the key's bytes too. */
    private Set<String> traces(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            // Spark removes what it no longer needs when it likes to.
            return Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Set<String> found = new TreeSet<>();
        WRITTEN_AS.forEach(characters -> found.addAll(traces(new String(bytes, characters))));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.contains(new String(secret, StandardCharsets.ISO_8859_1))) {
            found.add("the key");
        }
        return found;
    }

    private Set<String> traces(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        Set<String> found = new TreeSet<>();
        for (String planted :
                List.of("zqx-leak", "@example.org", "192.0.2.", HexFormat.of().formatHex(secret))) {
            if (folded.contains(planted)) {
                found.add(planted);
            }
        }
        if (folded.replaceAll("[^a-z0-9]+", "").contains("zqxleak")) {
            found.add("zqxleak");
        }
        return found;
    }

    private static List<Path> files(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
