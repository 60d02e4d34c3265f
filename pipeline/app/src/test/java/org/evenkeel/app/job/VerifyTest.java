package org.evenkeel.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class VerifyTest {
    @TempDir
    private Path folder;

    @Test
    void reportsOfARun_agreeWithTheMart_andWhatIsNoneIsRefusedInASentence() throws IOException {
        SmallStudy study = SmallStudy.in(folder.resolve("study")).everything();
        BatchJob job = SmallStudy.job();
        List<Path> reports = job.run(study.configuration(), Optional.of(SmallStudy.BOTH_DUE)).releases().stream()
                .flatMap(release -> release.reports().stream())
                .toList();
        assertThat(reports).hasSizeGreaterThanOrEqualTo(4);

        VerifyOutcome untouched = job.verify(study.configuration(), reports);
        assertThat(untouched.refusals()).isEmpty();
        assertThat(untouched.lines()).hasSize(reports.size()).allMatch(line -> line.startsWith("agrees "));
        assertThat(untouched.exitCode()).isZero();

        byte[] whole = Files.readAllBytes(reports.get(0));
        Path cut = Files.write(folder.resolve("cut.pdf"), Arrays.copyOf(whole, whole.length / 2));
        Path words = Files.writeString(folder.resolve("notes.txt"), "18.5");
        Path missing = folder.resolve("missing.pdf");
        assertThat(job.verify(study.configuration(), List.of(missing)).exitCode())
                .isEqualTo(2);
        assertThat(job.verify(study.configuration(), List.of(words)).exitCode()).isEqualTo(2);
        VerifyOutcome refused = job.verify(study.configuration(), List.of(cut, words, missing, reports.get(0)));
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.lines()).hasSize(1);
        assertThat(refused.refusals())
                .hasSize(3)
                .anyMatch(line -> line.startsWith(cut + ": the PDF is not whole"))
                .anyMatch(line -> line.startsWith(words + ": this is no report"))
                .anyMatch(line -> line.startsWith(missing + ": there is no such file"));

        SmallStudy other = SmallStudy.in(folder.resolve("other")).everything();
        VerifyOutcome foreign = job.verify(other.configuration(), List.of(reports.get(0)));
        assertThat(foreign.exitCode()).isEqualTo(3);
        assertThat(foreign.refusals()).singleElement().asString().contains("which the study's mart does not hold");
    }
}
