package org.evenkeel.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.intake.PseudonymKey;
import org.evenkeel.intake.Pseudonymiser;
import org.evenkeel.sql.Mart;
import org.evenkeel.sql.ledger.Acceptance;
import org.evenkeel.sql.ledger.Erasure;
import org.evenkeel.sql.ledger.Export;
import org.evenkeel.sql.ledger.LakeFolder;
import org.evenkeel.sql.ledger.Ledger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a study over the years: exports come again, change, are taken back; people withdraw; rows grow old. */
@Tag("slow")
class LifeTest {
    private static final LocalDate AUTUMN = LocalDate.of(2025, 12, 8);
    private static final LocalDate SPRING = LocalDate.of(2026, 3, 16);

    @TempDir
    Path folder = Path.of("unset");

    private final BatchJob job = SmallStudy.job();

    private SmallStudy study() {
        return SmallStudy.in(folder.resolve("school"));
    }

    private JobOutcome ingest(SmallStudy study) {
        return job.ingest(study.configuration());
    }

    private static List<String> folders(SmallStudy study, String dataset) {
        return StudyTables.current(study).stream()
                .filter(one -> one.dataset().equals(dataset))
                .map(one -> one.source().orElse("") + " " + one.term().orElse("") + " " + one.rows())
                .toList();
    }

    @Test
    void ingest_everythingExportedAgain_writesOnlyWhatIsNewOrChanged() {
        SmallStudy study = study();
        study.write("exports/survey/a.csv", SmallStudy.survey(List.of(AUTUMN, SPRING), 0));
        study.write(
                "exports/checkin/a.csv", SmallStudy.checkIns(SmallStudy.weeks().subList(0, 5)));
        ingest(study);
        assertThat(folders(study, "responses"))
                .containsExactlyInAnyOrder(
                        "survey 2025-autumn 48",
                        "survey 2026-spring 48",
                        "checkin 2025-autumn 120",
                        "checkin 2026-spring 96");

        String all = SmallStudy.checkIns(SmallStudy.weeks());
        study.write("exports/checkin/b.csv", all.replace(":00,1\n", ":00,2\n"));
        JobOutcome again = ingest(study);

        long changed = all.lines()
                .filter(line -> line.endsWith(":00,1") && !line.contains("2026-02-09"))
                .count();
        assertThat(changed).isPositive();
        List<LakeFolder> news = StudyTables.current(study).stream()
                .filter(one -> one.folder().contains("v000002"))
                .toList();
        assertThat(news.stream().mapToLong(LakeFolder::rows).sum()).isEqualTo(24 + changed);
        assertThat(again.lines().get(0)).contains((24 + changed) + " of them new or changed");

        study.write("exports/checkin/c.csv", all.replace(":00,1\n", ":00,2\n") + "\n");
        assertThat(ingest(study).lines().get(0)).contains("0 of them new or changed");
        assertThat(ingest(study).exports()).isEmpty();
    }

    @Test
    void run_responseExportedAgainWithATimeInAnotherTerm_countsOnce() {
        SmallStudy study = study();
        String first = SmallStudy.survey(List.of(AUTUMN), 0);
        study.write("exports/survey/a.csv", first);
        ingest(study);
        // Year 1 is now said to have answered in spring.
        String moved = first.replace(",1,2025-12-08", ",1,2026-03-16");
        study.write("exports/survey/b.csv", moved);
        ingest(study);
        assertThat(responses(study, "2025-autumn")).isEqualTo(24);
        assertThat(responses(study, "2026-spring")).isEqualTo(24);
        // An older export that is handed in later supersedes nothing.
        study.write("exports/survey/c.csv", first + "\n");
        assertThat(ingest(study).lines().get(0)).contains("0 of them new or changed");

        job.run(study.configuration(), Optional.of(SmallStudy.BOTH_DUE));
        assertThat(folders(study, "scores"))
                .containsExactlyInAnyOrder("survey 2025-autumn 24", "survey 2026-spring 24");

        // And back again, in an export that is later.
        study.write("exports/survey/d.csv", first + "R-x,S73099,2,2026-03-20 10:00:00,1,2,3\n");
        ingest(study);
        assertThat(folders(study, "responses"))
                .containsExactlyInAnyOrder(
                        "survey 2025-autumn 48",
                        "survey 2025-autumn 24",
                        "survey 2025-autumn 24",
                        "survey 2026-spring 24",
                        "survey 2026-spring 25");
    }

    /** Rows of the term, less those that are marked as gone. */
    private static int responses(SmallStudy study, String term) {
        int here = 0;
        for (LakeFolder one : StudyTables.current(study)) {
            if (one.dataset().equals("responses") && one.term().equals(Optional.of(term))) {
                for (Path file :
                        StudyTables.parquet(study.folder().resolve("lake").resolve(one.folder()))) {
                    for (var row : StudyTables.rows(file)) {
                        here += row.getBoolean("gone", 0) ? -1 : 1;
                    }
                }
            }
        }
        return here;
    }

    @Test
    void run_exportWhoseCodesChanged_waitsBesideTheGoodOneUntilItIsAccepted() throws IOException {
        SmallStudy study = study();
        study.write("exports/survey/a.csv", SmallStudy.survey(List.of(AUTUMN), 0));
        ingest(study);
        Path drifted = study.write("exports/survey/b.csv", SmallStudy.survey(List.of(AUTUMN, SPRING), 10));
        study.write("exports/checkin/a.csv", SmallStudy.checkIns(SmallStudy.weeks()));

        JobOutcome outcome = job.run(study.configuration(), Optional.of(SmallStudy.FIRST_DUE));

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.exports())
                .extracting(JobOutcome.ExportOutcome::fate)
                .containsExactlyInAnyOrder(JobOutcome.Fate.TAKEN, JobOutcome.Fate.QUARANTINED);
        assertThat(outcome.refusals().get(0))
                .startsWith("waits     exports/survey/b.csv (survey)")
                .contains("Q1 (uwes3s_01): codes 0–6 became 10–16");
        assertThat(outcome.refusals()).anyMatch(line -> line.contains("due, and waits"));
        assertThat(job.status(study.configuration()))
                .anyMatch(line -> line.startsWith("waits") && line.contains("codes 0–6 became 10–16"))
                .anyMatch(
                        line -> line.contains("evenkeel check " + study.folder() + " --export 'exports/survey/b.csv'"))
                .anyMatch(line -> line.contains("evenkeel accept " + study.folder() + " 'exports/survey/b.csv'"));
        assertThatThrownBy(() -> job.look(study.configuration(), "b.csv"))
                .isInstanceOf(DataProblem.class)
                .hasMessageContaining("codes 0–6 became 10–16");
        assertThatThrownBy(() -> job.accept(study.configuration(), "nowhere.csv"))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining("exports/survey/b.csv");

        study.with("")
                .write(
                        "study.yaml",
                        Files.readString(study.folder().resolve("study.yaml"))
                                .replace(
                                        "columns: \"Q*\"",
                                        "columns: \"Q*\", answers: { \"10\": 0, \"11\": 1, \"12\": 2, \"13\": 3, \"14\": 4, \"15\": 5, \"16\": 6 }"));
        assertThat(job.run(study.configuration(), Optional.of(SmallStudy.FIRST_DUE))
                        .exitCode())
                .isEqualTo(3);
        JobOutcome accepted =
                job.accept(study.configuration(), Hashes.ofFile(drifted).substring(0, 8));
        assertThat(accepted.exitCode()).isZero();
        assertThat(accepted.lines().get(0)).contains("exports/survey/b.csv").contains("48 of them new or changed");
        try (Mart mart = StudyTables.mart(study)) {
            List<Acceptance> acceptances = mart.reading(sql -> new Ledger(sql).acceptances());
            assertThat(acceptances)
                    .singleElement()
                    .satisfies(one -> assertThat(one.by()).isEqualTo("dean"));
        }
        study.write("exports/survey/c.csv", SmallStudy.survey(List.of(AUTUMN, SPRING), 10) + "\n");
        assertThat(job.run(study.configuration(), Optional.of(SmallStudy.FIRST_DUE))
                        .exitCode())
                .isZero();
        study.write("exports/survey/d.csv", SmallStudy.survey(List.of(AUTUMN, SPRING), 0) + "\n");
        assertThat(ingest(study).refusals().get(0)).contains("codes 10–16 became 0–6");
    }

    @Test
    void erase_aRespondent_leavesNoRowInAnyFileAndKeepsThemOut() throws IOException {
        SmallStudy study = study().everything();
        job.run(study.configuration(), Optional.of(SmallStudy.FIRST_DUE));
        List<String> ids = List.of(SmallStudy.student(3), SmallStudy.student(10));
        PseudonymKey key = PseudonymKey.read(study.folder().resolve("secret/key"));
        Set<Long> people = new TreeSet<>();
        ids.forEach(id -> people.add(new Pseudonymiser(key).person("study", id).value()));
        Path lake = study.folder().resolve("lake");
        Path vault = study.folder().resolve("vault");
        assertThat(StudyTables.found(people, lake)).isEqualTo(people);
        StudyTables before = StudyTables.of(study);

        Path file = Files.writeString(folder.resolve("gone.csv"), "name,Student\nx, s73003 \ny,\"S-73010\"\n");
        List<String> said = job.erase(study.configuration(), file);

        assertThat(said.get(0)).startsWith("erased    2 respondents: ");
        assertThat(said).anyMatch(line -> line.startsWith("holds     exports/survey/term.csv: 4 of their rows"));
        assertThat(said).anyMatch(line -> line.startsWith("holds     exports/checkin/weeks.csv"));
        assertThat(StudyTables.found(people, lake, vault)).isEmpty();
        StudyTables after = StudyTables.of(study);
        assertThat(after.releases()).isEqualTo(before.releases());
        assertThat(after.reports()).isEqualTo(before.reports());
        assertThat(after.lake().get("cells  2025-autumn"))
                .isEqualTo(before.lake().get("cells  2025-autumn"));
        for (String table : before.lake().keySet()) {
            if (table.startsWith("responses") || table.startsWith("scores")) {
                List<String> left = before.lake().get(table).stream()
                        .filter(row -> people.stream().noneMatch(one -> row.contains("respondent: " + one + "\n")))
                        .toList();
                assertThat(after.lake().get(table)).as(table).isEqualTo(left);
            }
        }
        assertThat(job.erase(study.configuration(), file).get(0)).contains("2 respondents: 0 rows");

        study.write(
                "exports/survey/again.csv",
                SmallStudy.survey(List.of(AUTUMN, SPRING), 0) + "R-x,S73099,1,2026-03-17 10:00:00,1,2,3\n");
        assertThat(ingest(study).lines().get(0)).contains("4 withdrawn").contains("1 of them new or changed");
        job.run(study.configuration(), Optional.of(SmallStudy.BOTH_DUE));
        assertThat(StudyTables.found(people, lake, vault)).isEmpty();
        try (Mart mart = StudyTables.mart(study)) {
            List<Erasure> erasures = mart.reading(sql -> new Ledger(sql).erasures());
            assertThat(erasures).singleElement().satisfies(one -> {
                assertThat(one.respondents()).isEqualTo(2);
                assertThat(one.swept()).isPresent();
            });
        }
        String all = everythingWritten(study);
        ids.forEach(id -> assertThat(all).doesNotContain(id).doesNotContain(id.toLowerCase(java.util.Locale.ROOT)));
    }

    private static String everythingWritten(SmallStudy study) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String place : List.of("lake", "vault", "reports", "log", "mart.mv.db")) {
            Path at = study.folder().resolve(place);
            if (Files.exists(at)) {
                try (Stream<Path> files = Files.walk(at)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                    }
                }
            }
        }
        return all.toString();
    }

    @Test
    void erase_listWithoutAnIdColumn_isRefusedAndNamesNobody() throws IOException {
        SmallStudy study = study();
        Path file = Files.writeString(folder.resolve("gone.csv"), "S73003,yes\nS73010,no\n");
        assertThatThrownBy(() -> job.erase(study.configuration(), file))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining("student")
                .hasMessageNotContaining("S73003");
    }

    @Test
    void run_withRetention_takesOldRowsAwayAndDoesNotLetThemBackIn() {
        SmallStudy study = study().everything();
        job.run(study.configuration(), Optional.of(SmallStudy.FIRST_DUE));
        study.with("retention: { rows: 3 months }\n");

        ingest(study);

        // The newest response is of 16 March 2026: what is left was submitted on 16 December 2025 or later.
        assertThat(folders(study, "responses"))
                .containsExactlyInAnyOrder("survey 2026-spring 48", "checkin 2026-spring 120");
        assertThat(folders(study, "scores")).isEmpty();
        assertThat(folders(study, "cells")).hasSize(1);
        study.write("exports/survey/again.csv", SmallStudy.survey(List.of(AUTUMN, SPRING), 0) + "\n");
        assertThat(ingest(study).lines().get(0)).contains("48 past retention");
        study.with("");
        study.write("exports/survey/and-again.csv", SmallStudy.survey(List.of(AUTUMN, SPRING), 0) + "\n\n");
        assertThat(ingest(study).lines().get(0)).contains("48 past retention");
    }

    @Test
    void release_ofATerm_readsThatTermTheOneItIsLinkedWithAndTheScoresOfPanelsAndNothingElse() throws IOException {
        SmallStudy study = study().everything();
        job.run(study.configuration(), Optional.of(SmallStudy.BOTH_DUE));
        study.write("exports/survey/summer.csv", SmallStudy.survey(List.of(LocalDate.of(2026, 6, 15)), 0));
        study.write(
                "exports/checkin/summer.csv",
                SmallStudy.checkIns(List.of(LocalDate.of(2026, 5, 4), LocalDate.of(2026, 5, 11))));
        ingest(study);
        List<String> read = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (LakeFolder one : StudyTables.current(study)) {
            String term = one.term().orElse("");
            if (one.dataset().equals("membership")) {
                continue;
            }
            boolean needed = term.equals("2026-summer")
                    || (term.equals("2026-spring") && !one.dataset().equals("responses"))
                    || (one.dataset().equals("scores") && one.source().equals(Optional.of("survey")));
            (needed ? read : unreadable).add(one.folder());
            if (!needed) {
                for (Path file :
                        StudyTables.parquet(study.folder().resolve("lake").resolve(one.folder()))) {
                    Files.writeString(file, "nobody can read this");
                }
            }
        }
        JobOutcome outcome = job.release(
                study.configuration(),
                Optional.of(study.configuration()
                        .study()
                        .calendar()
                        .due(study.configuration().study().calendar().terms().get(2))));

        assertThat(outcome.releases()).hasSize(1);
        assertThat(read).hasSize(7);
        assertThat(unreadable).hasSize(7);
        System.out.println("proof: a release reads " + read.size() + " of " + (read.size() + unreadable.size())
                + " folders of the lake; it was made with the other " + unreadable.size() + " unreadable");
    }

    @Test
    void run_otherKeyAndFolder_givesTheSameReportsToTheByte() throws IOException {
        SmallStudy study = study().everything();
        job.run(study.configuration(), Optional.of(SmallStudy.FIRST_DUE));
        SmallStudy other = SmallStudy.in(folder.resolve("another")).everything();
        Path key = other.folder().resolve("secret/key");
        Files.delete(key);
        PseudonymKey.generate(new SecureRandom()).write(key);
        job.run(other.configuration(), Optional.of(SmallStudy.FIRST_DUE));
        assertThat(Files.readString(key))
                .isNotEqualTo(Files.readString(study.folder().resolve("secret/key")));
        assertThat(StudyTables.of(other).reports())
                .isEqualTo(StudyTables.of(study).reports())
                .hasSizeGreaterThan(3);
    }

    @Test
    void status_ofAFileThatWasTakenAway_saysThatNothingWaitsForIt() throws IOException {
        SmallStudy study = study().everything();
        Path broken = study.write("exports/survey/login.csv", "<!DOCTYPE html><html><body>Please log in</body></html>");
        ingest(study);
        assertThat(job.status(study.configuration())).anyMatch(line -> line.contains("Mend it or take it away"));
        Files.delete(broken);
        assertThat(job.status(study.configuration()))
                .anyMatch(line -> line.contains("not there any more"))
                .noneMatch(line -> line.contains("Mend it"));
        try (Mart mart = StudyTables.mart(study)) {
            List<Export> exports = mart.reading(sql -> new Ledger(sql).exports());
            assertThat(exports)
                    .anySatisfy(export -> assertThat(export.checkCommand().orElse(""))
                            .endsWith("--export 'exports/survey/login.csv'"));
        }
    }
}
