package org.evenkeel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.intake.ExportSamples.Sample;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever has happened to an export, reading it ends in responses or in a sentence, and soon. */
@Tag("slow")
class FuzzTest {
    private static final int SAMPLE = 680;
    private static final int FULL = 20_000;
    private static final long LONGEST_SECONDS = 10;

    @TempDir
    Path folder;

    @Test
    void inspect_damagedExportsOfEveryFormat_endInAResultOrASentence() throws IOException {
        boolean full = System.getProperty("evenkeel.proof", "sample").equals("full");
        int inputs = full ? FULL : SAMPLE;
        List<Sample> samples = ExportSamples.all();
        Path file = folder.resolve("export");
        long first = Long.getLong("evenkeel.fuzz.first", 0);
        int results = 0;
        int refusals = 0;
        for (long seed = first; seed < first + inputs; seed++) {
            Sample sample = samples.get((int) (seed % samples.size()));
            byte[] damaged = new Mutations(seed).of(sample.bytes());
            Files.write(file, damaged);
            long start = System.nanoTime();
            String told = "seed " + seed + ", " + sample.name();
            try {
                ExportReport report = new Intake().inspect(file, sample.plan());
                assertThat(Plans.read(file, sample.plan())).as(told).hasSize((int) report.kept());
                results++;
            } catch (DataProblem | UsageProblem refused) {
                assertThat(String.valueOf(refused.getMessage())).as(told).hasSizeGreaterThan(40);
                refusals++;
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError(told + " ends in " + e, e);
            }
            assertThat((System.nanoTime() - start) / 1_000_000_000).as(told).isLessThan(LONGEST_SECONDS);
        }
        System.out.printf(
                Locale.ROOT,
                "proof: fuzz %,d inputs over %d formats: %,d results, %,d refusals%n",
                inputs,
                samples.size(),
                results,
                refusals);
        assertThat(results).isPositive();
        assertThat(refusals).isPositive();
    }
}
