package org.evenkeel.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.evenkeel.core.instrument.Benchmark;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.core.study.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkFilesTest {
    private static final Path HOME = Path.of("..", "..");
    private static final String STUDY = """
            study: Northfield
            terms:
              - { id: 2026-autumn, from: 2026-09-07, to: 2026-12-18 }
            sources:
              survey: { exports: exports/*, respondent: token, instruments: [pss-10] }
            """;
    private static final String GOOD = """
            instrument: pss-10
            version: "1"
            scale: pss-10
            rule: { aggregate: sum, lowest: 0, highest: 40 }
            mean: 17.50
            population: simulated schools
            year: 2025
            source: made for a test
            verified: { by: a tester, on: 2026-09-01 }
            """;

    @TempDir
    private Path folder;

    private Configuration load(String benchmark) throws IOException {
        Files.writeString(folder.resolve(StudyFile.NAME), STUDY);
        Files.createDirectories(folder.resolve(BenchmarkFiles.FOLDER));
        Files.writeString(folder.resolve(BenchmarkFiles.FOLDER).resolve("others.yaml"), benchmark);
        return Configuration.load(HOME, folder);
    }

    private String refusal(String benchmark) throws IOException {
        try {
            load(benchmark);
        } catch (UsageProblem refused) {
            return String.valueOf(refused.getMessage()).replace(folder + "/", "");
        }
        throw new AssertionError("the benchmark was taken");
    }

    private BenchmarkUse use(String benchmark) throws IOException {
        Configuration configuration = load(benchmark);
        return BenchmarkUse.of(configuration.study(), configuration.catalogue()).get(0);
    }

    @Test
    void benchmarkOfTheSameInstrumentAndRule_isDrawnBesideItsMeasure() throws IOException {
        BenchmarkUse use = use(GOOD);
        assertThat(use.measures()).extracting(Measure::key).containsExactly("survey/pss-10");
        assertThat(use.benchmark().name()).isEqualTo("others");
        assertThat(use.benchmark().mean()).isEqualTo(new BigDecimal("17.50"));
        assertThat(use.benchmark().verified())
                .isEqualTo(new Benchmark.Verification("a tester", LocalDate.of(2026, 9, 1)));
    }

    @Test
    void otherVersionOrRule_isNotDrawnAndSaysWhy() throws IOException {
        assertThat(use(GOOD.replace("version: \"1\"", "version: \"2\"")))
                .satisfies(use -> assertThat(use.measures()).isEmpty())
                .satisfies(use -> assertThat(use.reasons())
                        .containsExactly("it was computed with version 2 of the rules, scores here are of version 1"));
        assertThat(use(GOOD.replace("aggregate: sum, lowest: 0, highest: 40", "aggregate: mean, lowest: 0, highest: 4")
                                .replace("17.50", "1.75"))
                        .reasons())
                .containsExactly("it is a mean from 0 to 4, scores here are a sum from 0 to 40");
        assertThat(use(GOOD.replace("pss-10", "pss-4")
                                .replace("highest: 40", "highest: 16")
                                .replace("17.50", "7"))
                        .reasons())
                .containsExactly("no source asks pss-4");
    }

    @Test
    void unknownInstrumentOrScale_isRefusedAtItsPlace() throws IOException {
        assertThat(refusal(GOOD.replace("instrument: pss-10", "instrument: pss-11")))
                .contains("benchmarks/others.yaml:1:13: there is no instrument 'pss-11', did you mean 'pss-10'?");
        assertThat(refusal(GOOD.replace("scale: pss-10", "scale: pss-4")))
                .isEqualTo("benchmarks/others.yaml:3:8: pss-10 has no scale 'pss-4'; it has pss-10");
    }

    @Test
    void valueOutsideTheRange_isRefusedAtItsPlace() throws IOException {
        assertThat(refusal(GOOD.replace("17.50", "41")))
                .isEqualTo("benchmarks/others.yaml:5:7: the mean of 'others' must be within 0..40, the range of its"
                        + " rule. Value given: 41");
    }

    @Test
    void withoutSourceOrVerification_isRefused() throws IOException {
        assertThat(refusal(GOOD.replace("source: made for a test\n", "")))
                .isEqualTo("benchmarks/others.yaml:1:1: key 'source' is missing");
        assertThat(refusal(GOOD.replace("verified: { by: a tester, on: 2026-09-01 }\n", "")))
                .isEqualTo("benchmarks/others.yaml:1:1: key 'verified' is missing: compare the value with its source,"
                        + " then say { by: who, on: day }");
        assertThat(refusal(GOOD.replace("on: 2026-09-01", "on: yesterday")))
                .isEqualTo("benchmarks/others.yaml:9:31: expected a day such as 2026-09-07. Value given: 'yesterday'");
    }

    @Test
    void benchmarkThatIsNamedAndNowhere_isRefused() throws IOException {
        load(GOOD);
        Files.writeString(folder.resolve(StudyFile.NAME), STUDY + "benchmarks: [elsewhere.yaml]\n");
        assertThat(catchThrowable(() -> Configuration.load(HOME, folder)))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining("study.yaml:6:14: there is no benchmark 'elsewhere.yaml' in the study's folder");
    }

    @Test
    void benchmarkThatIsNamedAndInTheFolder_isTakenOnce() throws IOException {
        load(GOOD);
        Files.writeString(folder.resolve(StudyFile.NAME), STUDY + "benchmarks: [benchmarks/others.yaml]\n");
        assertThat(Configuration.load(HOME, folder).catalogue().benchmarks()).hasSize(1);
    }

    @Test
    void shippedFolder_holdsNoValueThatNobodyVerified() throws IOException {
        try (var files = Files.list(HOME.resolve("conf").resolve(BenchmarkFiles.FOLDER))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("README.md");
        }
    }

    @Test
    void schema_takesWhatTheReaderTakesAndNothingUnverified() throws IOException {
        assertThat(problems(GOOD)).isEmpty();
        assertThat(problems(GOOD.replace("verified: { by: a tester, on: 2026-09-01 }\n", "")))
                .isNotEmpty();
        assertThat(problems(GOOD.replace("mean:", "meen:"))).isNotEmpty();
    }

    private static List<String> problems(String yaml) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(HOME.resolve("conf/schema/benchmark.schema.json")))
                .validate(yaml, InputFormat.YAML)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
