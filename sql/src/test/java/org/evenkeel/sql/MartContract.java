package org.evenkeel.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.evenkeel.sql.ledger.Export;
import org.evenkeel.sql.ledger.LakeFolder;
import org.evenkeel.sql.ledger.LakeVersion;
import org.evenkeel.sql.ledger.Ledger;
import org.evenkeel.sql.ledger.Run;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseHeader;
import org.evenkeel.sql.release.Releases;
import org.evenkeel.sql.release.SeededRelease;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

/** What every mart promises, whatever database it is. */
abstract class MartContract {
    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00.123456Z");

    private static final List<String> FORBIDDEN = List.of(
            "update release.figure set shown_value = 1 where state = 'withheld'",
            "update release.figure set shown_value = 1 where state = 'absent'",
            "update release.figure set shown_value = 1 where state = 'banded'",
            "update release.figure set interval_lower = 1 where state = 'withheld'",
            "update release.figure set interval_upper = 1 where state = 'banded'",
            "update release.figure set band_upper = 1 where state = 'withheld'",
            "update release.figure set band_lower = 1 where state = 'shown'",
            "update release.figure set shown_value = null where state = 'shown'",
            "update release.figure set state = 'withheld' where state = 'shown'",
            "update release.figure set band_lower = null, band_upper = null where state = 'banded'",
            "update release.figure set state = 'secret'",
            "update release.figure set kind_code = 'unheard-of'",
            "update release.figure set kind_code = 'kind-0', measure_key = 'survey/scale-0'",
            "update release.publication set threshold = 9",
            "delete from release.cohort");

    /** Opens the mart of this test. */
    abstract Mart open() throws Exception;

    /** The database of this test and its version, as a proof names it. */
    abstract String database() throws Exception;

    /** How a second process names the mart of this test. */
    abstract List<String> place() throws Exception;

    @Test
    void open_emptyPlace_makesAMartThatOpensAgain() throws Exception {
        for (int time = 0; time < 3; time++) {
            try (Mart mart = open()) {
                assertThat(releases(mart)).isEmpty();
            }
        }
    }

    @Test
    void open_migrationTornBeforeItWasRecorded_completesIt() throws Exception {
        try (Mart mart = open()) {
            execute(mart, "delete from ledger.schema_history where version >= '20260901.0930'");
        }
        try (Mart mart = open()) {
            publish(mart, SeededRelease.of(1, "r", 0));
            assertThat(releases(mart)).hasSize(1);
        }
    }

    @Test
    void open_schemasThatAreNotAMart_areRefused() throws Exception {
        try (Mart mart = open()) {
            execute(mart, "drop table ledger.schema_history");
        }
        assertThatThrownBy(this::open)
                .asInstanceOf(type(MartProblem.class))
                .extracting(MartProblem::kind)
                .isEqualTo(MartProblem.Kind.UNSUITABLE);
    }

    @Test
    void open_martOfANewerProgram_isRefusedAndUnchanged() throws Exception {
        try (Mart mart = open()) {
            publish(mart, SeededRelease.of(1, "r", 0));
            execute(
                    mart,
                    "insert into ledger.schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) values (999, '20990101.0900', 'from the future', 'SQL', 'V20990101_0900__from_the_future.sql', 1, 'x', 1, true)");
        }
        List<Byte> before = bytes();
        assertThatThrownBy(this::open)
                .hasMessageContaining("newer version of Evenkeel")
                .hasMessageContaining("20990101.0900")
                .asInstanceOf(type(MartProblem.class))
                .extracting(MartProblem::kind)
                .isEqualTo(MartProblem.Kind.NEWER_THAN_PROGRAM);
        assertThat(bytes().equals(before)).as("same bytes").isTrue();
    }

    /** What can be compared byte by byte of this mart; nothing for a server. */
    List<Byte> bytes() throws IOException {
        return List.of();
    }

    @Test
    void open_whileAnotherProcessHoldsIt_namesThatRunAndLeavesIt() throws Exception {
        Process holder = secondProcess();
        try {
            assertThat(holder.getInputStream().read()).isEqualTo('\n');
            assertThatThrownBy(this::open)
                    .hasMessageContaining("in use by another process (run 1, started 2026-10-01T08:00:00Z)")
                    .asInstanceOf(type(MartProblem.class))
                    .extracting(MartProblem::kind)
                    .isEqualTo(MartProblem.Kind.IN_USE);
        } finally {
            holder.destroyForcibly().waitFor();
        }
        try (Mart mart = openOnceReleased()) {
            Run next = mart.inTransaction(sql -> new Ledger(sql).begin("run", "0.1.0", "c", NOON));
            assertThat(next.runNo()).isEqualTo(2);
            List<Run> runs = mart.reading(sql -> new Ledger(sql).runs());
            assertThat(runs).extracting(Run::status).containsExactly(Run.Status.RUNNING, Run.Status.FAILED);
            assertThat(runs.get(1).problem()).contains("The program was stopped before it had finished.");
        }
    }

    /** A server notices after a moment that the process which held the mart is gone. */
    private Mart openOnceReleased() throws Exception {
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                return open();
            } catch (MartProblem stillHeld) {
                assertThat(stillHeld.kind()).isEqualTo(MartProblem.Kind.IN_USE);
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        return open();
    }

    private Process secondProcess() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                MartHolder.class.getName()));
        command.addAll(place());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void publish_anyRelease_isReadBackExactly() throws Exception {
        int count = System.getProperty("evenkeel.proof", "sample").equals("full") ? 500 : 25;
        int figures = 0;
        try (Mart mart = open()) {
            for (int seed = 0; seed < count; seed++) {
                PublishedRelease release = SeededRelease.of(seed, "release-" + seed, seed % 3);
                assertThat(publish(mart, release)).isEqualTo(Releases.Publication.ADDED);
                Optional<PublishedRelease> read = mart.reading(
                        sql -> new Releases(sql).find(release.header().id()));
                assertThat(read).contains(release);
                figures += release.figures().size();
            }
        }
        System.out.printf("proof: release round trip, %,d releases, %,d figures on %s%n", count, figures, database());
    }

    @Test
    void publish_sameReleaseTwice_isThereOnce() throws Exception {
        try (Mart mart = open()) {
            publish(mart, SeededRelease.of(1, "r", 0));
            assertThat(publish(mart, SeededRelease.of(1, "r", 0))).isEqualTo(Releases.Publication.ALREADY_THERE);
            assertThat(releases(mart)).hasSize(1);
        }
    }

    @Test
    void publish_otherContentUnderAPublishedId_isRefused() throws Exception {
        try (Mart mart = open()) {
            PublishedRelease first = SeededRelease.of(1, "r", 0);
            publish(mart, first);
            assertThatThrownBy(() -> publish(mart, SeededRelease.of(2, "r", 0)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Release r is published already");
            Optional<PublishedRelease> kept = mart.reading(sql -> new Releases(sql).find("r"));
            assertThat(kept).contains(first);
        }
    }

    @Test
    void inTransaction_failureBetweenReleaseAndLedger_leavesNeither() throws Exception {
        try (Mart mart = open()) {
            Run run = mart.inTransaction(sql -> new Ledger(sql).begin("run", "0.1.0", "c", NOON));
            assertThatThrownBy(() -> mart.inTransaction(sql -> {
                        new Releases(sql).publish(SeededRelease.of(1, "r", 0));
                        new Ledger(sql).commitLake(run.runNo(), NOON, List.of(folder("a")));
                        throw new IllegalStateException("pulled the plug");
                    }))
                    .hasMessage("pulled the plug");
            assertThat(releases(mart)).isEmpty();
            assertThat(mart.<Optional<LakeVersion>>reading(sql -> new Ledger(sql).currentLake()))
                    .isEmpty();
            Object figures = mart.reading(sql -> sql.fetchValue("select count(*) from release.figure"));
            assertThat(figures).hasToString("0");
            publish(mart, SeededRelease.of(1, "r", 0));
            assertThat(releases(mart)).hasSize(1);
        }
    }

    /** What is refused leaves no trace, so one mart can be asked for everything that it must refuse. */
    @Test
    void tables_whatARuleForbids_isRefused() throws Exception {
        try (Mart mart = open()) {
            PublishedRelease release = SeededRelease.of(7, "r", 0);
            publish(mart, release);
            for (String statement : FORBIDDEN) {
                assertThatExceptionOfType(DataAccessException.class)
                        .as(statement)
                        .isThrownBy(() -> execute(mart, statement));
            }
            assertThat(mart.<Optional<PublishedRelease>>reading(sql -> new Releases(sql).find("r")))
                    .contains(release);
        }
    }

    @Test
    void history_severalTermsAndReleases_isTheLatestOfEachEarlierTerm() throws Exception {
        try (Mart mart = open()) {
            publish(mart, SeededRelease.of(1, "second-term", 1));
            publish(mart, SeededRelease.of(2, "first-term", 0));
            publish(mart, SeededRelease.of(3, "first-term-again", 0));
            publish(mart, SeededRelease.of(4, "third-term", 2));
            List<PublishedRelease> history =
                    mart.reading(sql -> new Releases(sql).history("Northfield", SeededRelease.firstDay(2)));
            assertThat(history)
                    .extracting(release -> release.header().id())
                    .containsExactly("first-term-again", "second-term");
            Optional<PublishedRelease> latest =
                    mart.reading(sql -> new Releases(sql).latest("Northfield", SeededRelease.termId(0)));
            assertThat(latest).contains(SeededRelease.of(3, "first-term-again", 0));
            assertThat(releases(mart))
                    .extracting(ReleaseHeader::id)
                    .containsExactly("second-term", "first-term", "first-term-again", "third-term");
        }
    }

    @Test
    void months_weeksOfATermPublishedByMonth_areKeptApartFromTheTerm() throws Exception {
        try (Mart mart = open()) {
            PublishedRelease october = SeededRelease.ofMonth(5, "october", 1, YearMonth.of(2026, 10));
            PublishedRelease november = SeededRelease.ofMonth(6, "november", 1, YearMonth.of(2026, 11));
            publish(mart, SeededRelease.of(1, "term", 1));
            publish(mart, november);
            publish(mart, october);
            assertThat(mart.<List<PublishedRelease>>reading(
                            sql -> new Releases(sql).months("Northfield", SeededRelease.termId(1))))
                    .containsExactly(october, november);
            assertThat(mart.<List<PublishedRelease>>reading(
                            sql -> new Releases(sql).history("Northfield", SeededRelease.firstDay(2))))
                    .extracting(release -> release.header().id())
                    .containsExactly("term");
            assertThat(mart.<Optional<PublishedRelease>>reading(
                            sql -> new Releases(sql).latest("Northfield", SeededRelease.termId(1))))
                    .contains(SeededRelease.of(1, "term", 1));
        }
    }

    @Test
    void shownFigure_latestRelease_hasEveryShownFigureAndNoOther() throws Exception {
        try (Mart mart = open()) {
            publish(mart, SeededRelease.of(1, "old", 0));
            PublishedRelease latest = SeededRelease.of(2, "new", 0);
            publish(mart, latest);
            List<String> seen = mart.reading(
                    sql -> sql.fetch("select figure_id, release_id from release.shown_figure order by figure_order")
                            .map(row -> row.get(0) + " " + row.get(1)));
            List<String> shown = latest.figures().stream()
                    .filter(figure -> figure.value().isPresent()
                            || figure.bandLower().isPresent()
                            || figure.bandUpper().isPresent())
                    .map(figure -> figure.id() + " new")
                    .toList();
            assertThat(seen).isEqualTo(shown).isNotEmpty();
        }
    }

    @Test
    void ledger_runsAndExports_areKeptWithTheirFate() throws Exception {
        try (Mart mart = open()) {
            Run run = mart.inTransaction(sql -> new Ledger(sql).begin("run", "0.1.0", "c", NOON));
            Export refused = export("h1", Export.Fate.REFUSED, Optional.of("No header."), 0, 0, run.runNo());
            Export taken = export("h1", Export.Fate.TAKEN, Optional.empty(), 10, 7, run.runNo());
            Export other = export("h2", Export.Fate.TAKEN, Optional.empty(), 3, 3, run.runNo());
            List<Export> exports = mart.inTransaction(sql -> {
                Ledger ledger = new Ledger(sql);
                ledger.decide(refused);
                ledger.decide(other);
                ledger.decide(taken);
                ledger.finish(run.runNo(), NOON.plusSeconds(5));
                return ledger.exports();
            });
            assertThat(exports).containsExactly(taken, other);
            assertThat(mart.<Optional<Export>>reading(sql -> new Ledger(sql).export("survey", "h2")))
                    .contains(other);
            assertThat(mart.<Optional<Export>>reading(sql -> new Ledger(sql).export("poll", "h2")))
                    .isEmpty();
            Run ended = mart.<List<Run>>reading(sql -> new Ledger(sql).runs()).get(0);
            assertThat(ended.status()).isEqualTo(Run.Status.DONE);
            assertThat(ended.started()).isEqualTo(NOON);
            assertThat(ended.ended()).contains(NOON.plusSeconds(5));
            assertThatThrownBy(() -> mart.inTransaction(sql -> {
                        new Ledger(sql).fail(run.runNo(), NOON, "Too late.");
                        return run;
                    }))
                    .hasMessageContaining("not running");
        }
    }

    @Test
    void ledger_lakeVersions_oneIsCurrent() throws Exception {
        try (Mart mart = open()) {
            Run run = mart.inTransaction(sql -> new Ledger(sql).begin("run", "0.1.0", "c", NOON));
            assertThat(mart.<Optional<LakeVersion>>reading(sql -> new Ledger(sql).currentLake()))
                    .isEmpty();
            mart.inTransaction(sql -> new Ledger(sql).commitLake(run.runNo(), NOON, List.of(folder("a"))));
            LakeVersion second = mart.inTransaction(
                    sql -> new Ledger(sql).commitLake(run.runNo(), NOON, List.of(folder("b"), folder("a"))));
            Optional<LakeVersion> current = mart.reading(sql -> new Ledger(sql).currentLake());
            assertThat(current).contains(second);
            assertThat(second.versionNo()).isEqualTo(2);
            assertThat(second.folders()).extracting(LakeFolder::folder).containsExactly("a", "b");
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> execute(mart, "insert into ledger.current_lake values (2, 1)"));
        }
    }

    private static Export export(
            String hash, Export.Fate fate, Optional<String> reason, long rowsIn, long rowsKept, long runNo) {
        TreeMap<String, Long> rejections = new TreeMap<>();
        if (rowsIn > rowsKept) {
            rejections.put("preview", 1L);
            rejections.put("unfinished", rowsIn - rowsKept - 1);
        }
        return new Export(
                "survey",
                hash,
                hash + ".csv",
                "qualtrics-csv",
                fate,
                reason,
                rowsIn,
                rowsKept,
                rejections,
                Optional.of(Instant.parse("2026-12-01T08:30:00Z")),
                runNo);
    }

    private static LakeFolder folder(String name) {
        return new LakeFolder(name, "responses", Optional.of("survey"), Optional.empty(), 12, "f".repeat(64));
    }

    static Releases.Publication publish(Mart mart, PublishedRelease release) {
        return mart.inTransaction(sql -> new Releases(sql).publish(release));
    }

    private static List<ReleaseHeader> releases(Mart mart) {
        return mart.reading(sql -> new Releases(sql).list());
    }

    private static void execute(Mart mart, String statement) {
        mart.inTransaction(sql -> sql.execute(statement));
    }
}
