package org.evenkeel.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenkeel.app.config.ProgramVersion;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.intake.PseudonymKey;
import org.evenkeel.intake.Pseudonymiser;
import org.evenkeel.sql.Mart;
import org.evenkeel.sql.ledger.Ledger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed where nothing can be refused, at moments that are spread over its stages, and run again: it ends
 * where it would have ended undisturbed. Moments are told by what the program says: so long after such a line.
 */
@Tag("slow")
class WhenKilledTest {
    private static final long SEED = 20261122;
    private static final int SAMPLE = 1;

    @TempDir
    static Path once;

    /** What the other runs set out from, and what a killed one must come to. */
    private static Undisturbed firstRun;

    @TempDir
    Path folder = Path.of("unset");

    /** Kill so far through the time between this line and the next. */
    private record Moment(String line, double share) {}

    /** The stages of a first run by the lines they begin with, and how many moments each is given. */
    private static final List<Map.Entry<String, Integer>> FIRST = List.of(
            Map.entry("Reading exports/survey", 2),
            Map.entry("Reading exports/checkin", 2),
            Map.entry("Starting Spark", 3),
            Map.entry("Writing responses", 9),
            Map.entry("Keeping what was taken in", 5),
            Map.entry("2025-autumn: scores and cells", 8),
            Map.entry("2025-autumn: estimates and disclosure", 2),
            Map.entry("2025-autumn: publishing", 6),
            Map.entry("2025-autumn: drawing reports", 5));

    /** And of a run that finds a term released and takes in what was changed and added since. */
    private static final List<Map.Entry<String, Integer>> SECOND = List.of(
            Map.entry("Writing responses", 3),
            Map.entry("Keeping what was taken in", 3),
            Map.entry("2026-spring: scores and cells", 7),
            Map.entry("2026-spring: estimates and disclosure", 2),
            Map.entry("2026-spring: publishing", 6),
            Map.entry("2026-spring: drawing reports", 5));

    private static final List<Map.Entry<String, Integer>> ERASING =
            List.of(Map.entry("Erasing", 4), Map.entry("Keeping the lake without them", 3), Map.entry("Deleting", 2));

    private static boolean full() {
        return System.getProperty("evenkeel.proof", "sample").equals("full");
    }

    private static List<Moment> moments(List<Map.Entry<String, Integer>> stages) {
        List<Moment> moments = new ArrayList<>();
        stages.forEach(stage -> {
            for (int i = 0; i < stage.getValue(); i++) {
                moments.add(new Moment(stage.getKey(), (i + 0.5) / stage.getValue()));
            }
        });
        if (full()) {
            return moments;
        }
        Random random = new Random(SEED);
        return Stream.generate(() -> moments.get(random.nextInt(moments.size())))
                .distinct()
                .limit(SAMPLE)
                .toList();
    }

    private static BatchJob job() {
        return SmallStudy.job(ProgramVersion.text());
    }

    private static SmallStudy everything(Path in) {
        return SmallStudy.withoutMart(in).everything();
    }

    /** A command that nobody killed: the study it left, what it said and when. */
    private record Undisturbed(SmallStudy study, List<ChildProcess.Line> said) {}

    /** What is done to a study: as a process of its own is told it, and as this one does it. */
    private record Command(List<String> words, Consumer<BatchJob> work) {
        ChildProcess started() {
            return ChildProcess.start(words.toArray(String[]::new));
        }
    }

    private static Command runOf(SmallStudy study, Instant asOf) {
        return new Command(
                List.of("run", study.folder().toString(), "--as-of", asOf.toString()),
                job -> assertThat(job.run(study.configuration(), Optional.of(asOf))
                                .exitCode())
                        .isZero());
    }

    private static Command erasureOf(SmallStudy study, Path list) {
        return new Command(
                List.of("erase", study.folder().toString(), "--respondents", list.toString()),
                job -> job.erase(study.configuration(), list));
    }

    /**
     * Lets a command come to its end: in a process of its own where every part of a stage is to be met, because a new process
     * takes longer over each; in this one where a sample is enough.
     */
    private static Undisturbed undisturbed(SmallStudy study, Command command) throws InterruptedException {
        List<ChildProcess.Line> said = new ArrayList<>();
        if (full()) {
            try (ChildProcess child = command.started()) {
                assertThat(child.end()).as(child.text()).isZero();
                said.addAll(child.said());
            }
        } else {
            Progress progress = line -> said.add(new ChildProcess.Line(line, System.nanoTime()));
            command.work().accept(SmallStudy.job(ProgramVersion.text(), progress));
        }
        said.add(new ChildProcess.Line("the end", System.nanoTime()));
        return new Undisturbed(study, said);
    }

    @BeforeAll
    static void runOnce() throws InterruptedException {
        SmallStudy study = everything(once.resolve("first"));
        firstRun = undisturbed(study, runOf(study, SmallStudy.FIRST_DUE));
    }

    private SmallStudy copy(SmallStudy of, String name) throws IOException {
        Path to = folder.resolve(name);
        empty(to);
        ChildProcess.copy(of.folder(), to);
        return SmallStudy.at(to);
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** How long the program takes from each line to the next, undisturbed. */
    private static Map<String, Long> durations(List<ChildProcess.Line> said, List<Map.Entry<String, Integer>> stages) {
        Map<String, Long> durations = new TreeMap<>();
        for (Map.Entry<String, Integer> stage : stages) {
            for (int i = 0; i + 1 < said.size(); i++) {
                if (said.get(i).text().contains(stage.getKey())) {
                    durations.putIfAbsent(
                            stage.getKey(),
                            said.get(i + 1).nanos() - said.get(i).nanos());
                }
            }
        }
        return durations;
    }

    @Test
    void firstRun_killedAnywhereAndRepeated_endsWhereAnUndisturbedOneEnds() throws Exception {
        SmallStudy template = everything(folder.resolve("template"));
        killAndRepeat(template, firstRun, FIRST, study -> runOf(study, SmallStudy.FIRST_DUE), "a first run");
    }

    /** Only with {@code -Pproof}: a build holds one moment of a first run and one of an erasure. */
    @Test
    @Tag("proof")
    void laterRun_killedAnywhereAndRepeated_endsWhereAnUndisturbedOneEnds() throws Exception {
        SmallStudy template = copy(firstRun.study(), "template");
        String all = Files.readString(template.folder().resolve("exports/checkin/weeks.csv"));
        template.write(
                "exports/checkin/again.csv",
                all.replace(":00,1\n", ":00,2\n") + "C-new," + SmallStudy.student(1) + ",2,2026-03-20 08:00:00,4\n");
        SmallStudy study = copy(template, "undisturbed");
        Undisturbed undisturbed = undisturbed(study, runOf(study, SmallStudy.BOTH_DUE));
        killAndRepeat(template, undisturbed, SECOND, other -> runOf(other, SmallStudy.BOTH_DUE), "a later run");
    }

    private void killAndRepeat(
            SmallStudy template,
            Undisturbed undisturbed,
            List<Map.Entry<String, Integer>> stages,
            Function<SmallStudy, Command> command,
            String what)
            throws Exception {
        Map<String, Long> durations = durations(undisturbed.said(), stages);
        assertThat(durations).hasSize(stages.size());
        StudyTables expected = StudyTables.of(undisturbed.study());
        int runs = runs(undisturbed.study());
        Map<String, Integer> hits = new TreeMap<>();
        int killed = 0;
        List<Moment> moments = moments(stages);
        for (Moment moment : moments) {
            SmallStudy study = copy(template, "killed");
            try (ChildProcess child = command.apply(study).started()) {
                assertThat(child.await(moment.line())).as(child.text()).isTrue();
                if (moment.equals(moments.get(0))) {
                    assertRefusedWhileAnotherRuns(study);
                }
                Thread.sleep((long) (durations.getOrDefault(moment.line(), 0L) * moment.share() / 1_000_000));
                boolean alive = child.isAlive();
                String last = child.kill();
                if (alive) {
                    killed++;
                    hits.merge(stage(last, study), 1, Integer::sum);
                }
            }
            command.apply(study).work().accept(job());
            StudyTables tables = StudyTables.of(study);
            assertThat(tables.lake().keySet())
                    .as(moment.toString())
                    .isEqualTo(expected.lake().keySet());
            expected.lake()
                    .forEach((table, rows) -> assertThat(tables.lake().get(table))
                            .as(moment + " " + table)
                            .isEqualTo(rows));
            assertThat(tables.releases()).as(moment.toString()).isEqualTo(expected.releases());
            assertThat(tables.reports()).as(moment.toString()).isEqualTo(expected.reports());
            assertThat(runs(study))
                    .as("the killed one, and not the refused one: " + moment)
                    .isEqualTo(runs + 1);
        }
        System.out.println("proof: " + what + " killed at " + killed + " of " + moments.size()
                + " moments and repeated, equal each time: " + hits);
        assertThat(killed).isGreaterThanOrEqualTo(full() ? moments.size() - 3 : 1);
    }

    /** A second run is turned away with the number and start of the first, and leaves nothing in the ledger. */
    private static void assertRefusedWhileAnotherRuns(SmallStudy study) {
        assertThatThrownBy(() -> job().run(study.configuration(), Optional.empty()))
                .isInstanceOf(UsageProblem.class)
                .hasMessageMatching(
                        "(?s).*in use by another process \\(run \\d+, started 20.*Z\\).*run the command again.*");
    }

    private static int runs(SmallStudy study) {
        try (Mart mart = StudyTables.mart(study)) {
            return mart.reading(sql -> new Ledger(sql).runs()).size();
        }
    }

    /** The stage in which the program stood, by what it said last and what it had written. */
    private static String stage(String last, SmallStudy study) {
        if (last.contains("scores and cells")) {
            String term = last.contains("autumn") ? "term=2025-autumn" : "term=2026-spring";
            boolean scored = StudyTables.parquet(study.folder().resolve("lake/scores")).stream()
                    .anyMatch(file ->
                            file.toString().contains(term) && !file.toString().contains("_temporary"));
            return scored ? "4 cells" : "3 scoring";
        }
        if (last.contains("estimates")) {
            return "5 estimates";
        }
        if (last.contains("publish")) {
            return "6 publication";
        }
        if (last.contains("drawing") || last.startsWith("released") || last.startsWith("taken")) {
            return "7 reporting";
        }
        return last.contains("Keeping") ? "2 intake, committing" : "1 intake";
    }

    @Test
    void erase_killedAnywhereAndRepeated_leavesNobody() throws Exception {
        SmallStudy template = copy(firstRun.study(), "template");
        Path list = Files.writeString(
                folder.resolve("gone.txt"), SmallStudy.student(5) + "\n" + SmallStudy.student(6) + "\n");
        PseudonymKey key = PseudonymKey.read(template.folder().resolve("secret/key"));
        Set<Long> people = Set.of(
                new Pseudonymiser(key).person("study", SmallStudy.student(5)).value(),
                new Pseudonymiser(key).person("study", SmallStudy.student(6)).value());
        SmallStudy study = copy(template, "undisturbed");
        Undisturbed undisturbed = undisturbed(study, erasureOf(study, list));
        Map<String, Long> durations = durations(undisturbed.said(), ERASING);
        StudyTables expected = StudyTables.of(study);
        int killed = 0;
        for (Moment moment : moments(ERASING)) {
            study = copy(template, "killed");
            Command erasure = erasureOf(study, list);
            try (ChildProcess child = erasure.started()) {
                assertThat(child.await(moment.line())).as(child.text()).isTrue();
                Thread.sleep((long) (durations.getOrDefault(moment.line(), 0L) * moment.share() / 1_000_000));
                killed += child.isAlive() ? 1 : 0;
                child.kill();
            }
            erasure.work().accept(job());
            assertThat(StudyTables.of(study)).as(moment.toString()).isEqualTo(expected);
            assertThat(StudyTables.found(
                            people,
                            study.folder().resolve("lake"),
                            study.folder().resolve("vault")))
                    .isEmpty();
        }
        System.out.println("proof: an erasure killed at " + killed + " moments and repeated, nobody left each time");
    }
}
