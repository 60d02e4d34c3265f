package org.evenkeel.spark.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.evenkeel.core.cell.Cells;
import org.evenkeel.core.cell.LinkKey;
import org.evenkeel.core.cell.Links;
import org.evenkeel.core.cell.Panels;
import org.evenkeel.core.cell.TermPanels;
import org.evenkeel.core.cohort.Profiles;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Term;
import org.evenkeel.intake.ExportResponse;
import org.evenkeel.intake.PseudonymKey;
import org.evenkeel.spark.GeneratedStudy;
import org.evenkeel.spark.Proof;
import org.evenkeel.spark.ResponseLines;
import org.evenkeel.spark.SharedSession;
import org.evenkeel.spark.lake.BatchName;
import org.evenkeel.spark.lake.CurrentResponses;
import org.evenkeel.spark.lake.Export;
import org.evenkeel.spark.lake.Lake;
import org.evenkeel.spark.lake.LakeFolder;
import org.evenkeel.spark.lake.TakeIn;
import org.evenkeel.spark.lake.TermView;
import org.evenkeel.spark.score.SourceScales;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class CellReadingTest {
    private static final PseudonymKey KEY = PseudonymKey.of(new byte[PseudonymKey.BYTES]);
    private static final PseudonymKey OTHER_KEY =
            PseudonymKey.of("another key of thirty-two bytes.".getBytes(StandardCharsets.US_ASCII));
    private static final long FIRST_SEED = 3;

    @TempDir
    Path folder = Path.of("unset");

    private record Outcome(
            List<TermProfiles> profiles,
            List<Cells> cells,
            Map<LinkKey, Links> links,
            Map<Measure, TermPanels> panels) {}

    @Test
    void term_generatedStudies_equalsTheOracleWhateverTheRowOrderPartitionsAndKey() {
        int studies = Proof.count(1, 10);
        long responses = 0;
        for (int seed = 0; seed < studies; seed++) {
            GeneratedStudy study = new GeneratedStudy(FIRST_SEED + seed);
            // Every other study is seen as it was in the middle of the second term.
            Instant middle = study.calendar()
                    .terms()
                    .get(1)
                    .days()
                    .from()
                    .plusDays(10)
                    .atStartOfDay(GeneratedStudy.ZONE)
                    .toInstant();
            Optional<Instant> asOf = seed % 2 == 1 ? Optional.empty() : Optional.of(middle);
            Outcome small = outcome(study, SharedSession.session(), KEY, asOf, "small-" + seed, 0);
            Outcome divided = outcome(study, inManyParts(), OTHER_KEY, asOf, "divided-" + seed, 99);

            agrees(small, study, asOf);
            assertThat(divided.cells()).isEqualTo(small.cells());
            assertThat(divided.links()).isEqualTo(small.links());
            assertThat(divided.panels()).isEqualTo(small.panels());
            assertThat(divided.profiles().stream().map(TermProfiles::counts))
                    .isEqualTo(
                            small.profiles().stream().map(TermProfiles::counts).toList());
            readsBack(small, new CellStore(new Lake(SharedSession.session(), folder.resolve("lake-small-" + seed))));
            responses += study.size();
        }
        Proof.print("cells equal to the oracle's: %,d responses of %d generated studies", responses, studies);
    }

    /** With {@code -Pproof} plans are compiled, as they are for millions of rows; compiling takes most of the time this needs. */
    private static SparkSession inManyParts() {
        SparkSession session = SharedSession.session().newSession();
        session.conf().set("spark.sql.shuffle.partitions", "5");
        session.conf().set("spark.sql.adaptive.enabled", "true");
        session.conf().set("spark.sql.autoBroadcastJoinThreshold", "-1");
        boolean compiled = Proof.count(0, 1) == 1;
        session.conf().set("spark.sql.codegen.wholeStage", compiled ? "true" : "false");
        session.conf().set("spark.sql.codegen.factoryMode", compiled ? "FALLBACK" : "NO_CODEGEN");
        return session;
    }

    private static void agrees(Outcome found, GeneratedStudy study, Optional<Instant> asOf) {
        List<Oracle> expected =
                views(study, asOf).stream().map(view -> new Oracle(study, view)).toList();
        for (int term = 0; term < expected.size(); term++) {
            Oracle oracle = expected.get(term);
            assertThat(found.profiles().get(term).profiles()).isEqualTo(oracle.profiles());
            assertThat(found.profiles().get(term).counts()).containsExactlyInAnyOrderElementsOf(oracle.counts());
            Cells cells = found.cells().get(term);
            assertThat(cells.respondents()).isEqualTo(oracle.cells().respondents());
            assertThat(cells.moments()).isEqualTo(oracle.cells().moments());
            assertThat(cells.histograms()).isEqualTo(oracle.cells().histograms());
            assertThat(cells.items()).isEqualTo(oracle.cells().items()).isNotEmpty();
            assertThat(cells.early()).isEqualTo(oracle.cells().early()).isNotEmpty();
            assertThat(cells.marked()).isEqualTo(oracle.cells().marked());
        }
        assertThat(found.links())
                .isEqualTo(expected.get(1).linksFrom(expected.get(0)))
                .isNotEmpty();
        Map<Measure, Panels> panels = new HashMap<>();
        found.panels().forEach((measure, ofTerms) -> panels.put(measure, ofTerms.panels()));
        assertThat(panels).isEqualTo(Oracle.panels(study, expected)).isNotEmpty();
    }

    private static void readsBack(Outcome made, CellStore store) {
        Cells cells = made.cells().get(1).tied(made.links(), made.panels());
        Profiles profiles = made.profiles().get(1).profiles();

        LakeFolder written = store.write(cells, profiles.term(), new BatchName("cells-1"));
        LakeFolder numbers = store.write(profiles, new BatchName("cells-1"));

        assertThat(store.cells(written)).isEqualTo(cells);
        assertThat(store.profiles(numbers)).isEqualTo(profiles);
    }

    private static List<TermView> views(GeneratedStudy study, Optional<Instant> asOf) {
        return study.calendar().terms().stream()
                .map(Term::id)
                .map(term -> TermView.of(study.calendar(), term, asOf))
                .toList();
    }

    private Outcome outcome(
            GeneratedStudy study,
            SparkSession session,
            PseudonymKey key,
            Optional<Instant> asOf,
            String name,
            long shuffle) {
        Lake small = new Lake(session, folder.resolve("lake-" + name));
        // A shuffled study is also a divided one: what is the same in one task must be the same in many.
        Lake lake = shuffle == 0 ? small : small.dividingAbove(0);
        CurrentResponses responses = new CurrentResponses(lake, takenIn(study, lake, key, name, shuffle));
        ProfileReading profileReading = new ProfileReading(
                lake,
                study.attributes(),
                study.roster(),
                study.sources().stream().map(SourceScales::source).toList(),
                study.entries().stream()
                        .map(entry -> new org.evenkeel.intake.RosterEntry(
                                ResponseLines.under(key, entry.respondent()),
                                ResponseLines.under(key, entry.respondentCheck()),
                                entry.term(),
                                entry.attributes()))
                        .toList());
        List<TermProfiles> profiles = new ArrayList<>();
        List<TermCells> cells = new ArrayList<>();
        for (TermView view : views(study, asOf)) {
            TermProfiles ofTerm = profileReading.term(view, responses);
            profiles.add(ofTerm);
            cells.add(new CellReading(lake)
                    .term(view, study.sources(), responses, ofTerm, new BatchName("made-" + view.term())));
        }
        Map<LinkKey, Links> links = new LinkReading(lake)
                .between(cells.get(0).scores(), cells.get(1).scores(), study.sources());
        Map<Measure, TermPanels> panels = new PanelReading(lake)
                .over(
                        study.calendar().terms().stream().map(Term::id).toList(),
                        cells.stream()
                                .flatMap(ofTerm -> ofTerm.scores().stream())
                                .toList(),
                        study.sources());
        return new Outcome(profiles, cells.stream().map(TermCells::cells).toList(), links, panels);
    }

    private List<LakeFolder> takenIn(GeneratedStudy study, Lake lake, PseudonymKey key, String name, long shuffle) {
        List<LakeFolder> folders = new ArrayList<>();
        for (int batch = 0; batch < 2; batch++) {
            List<Export> exports = new ArrayList<>();
            for (SourceScales source : study.sources()) {
                List<List<ExportResponse>> files =
                        study.exports(source.source().id()).get(batch);
                for (int file = 0; file < files.size(); file++) {
                    List<ExportResponse> rows = new ArrayList<>(files.get(file));
                    Collections.shuffle(rows, new Random(shuffle));
                    Path path = folder.resolve(name + "-" + source.source().id() + "-" + batch + "-" + file);
                    exports.add(Export.of(ResponseLines.write(path, rows), path, study.plan(source)));
                }
            }
            folders.addAll(new TakeIn(lake, ResponseLines::new)
                    .takeIn(exports, key, new BatchName("batch-" + batch))
                    .folders());
        }
        return folders;
    }
}
