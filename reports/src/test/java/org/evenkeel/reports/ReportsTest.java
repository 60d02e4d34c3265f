package org.evenkeel.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ReportsTest {
    @TempDir
    private Path folder;

    @Test
    void write_newFolder_holdsTheFilesAndNoDraft() throws IOException {
        InventedSchool school = InventedSchool.openPoll();
        Path target = folder.resolve("reports/2026-autumn");
        assertThat(Reports.write(school.latest(), school.history(), target))
                .contains(target.resolve("term-report.pdf"), target.resolve("watchlist.html"))
                .allMatch(Files::isRegularFile);
        assertThat(Reports.complete(school.latest().header(), target)).isTrue();
        Files.delete(target.resolve("watchlist.html"));
        assertThat(Reports.complete(school.latest().header(), target)).isFalse();
        Path first = Reports.write(school.latest(), school.history(), target).stream()
                .filter(file -> file.startsWith(target.resolve(Reports.BRIEFS)))
                .findFirst()
                .orElseThrow();
        assertThat(Reports.complete(school.latest().header(), target)).isTrue();
        Files.delete(first);
        assertThat(Reports.complete(school.latest().header(), target)).isFalse();
        try (Stream<Path> files = Files.walk(target)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void write_fileInPlaceOfTheFolder_oneSentence() throws IOException {
        InventedSchool school = InventedSchool.openPoll();
        Path target = Files.writeString(folder.resolve("reports"), "in the way");
        assertThatThrownBy(() -> Reports.write(school.latest(), school.history(), target))
                .isInstanceOf(ReportProblem.class)
                .hasMessageContaining("a file stands where the folder should be");
        assertThat(Files.readString(target)).isEqualTo("in the way");
    }
}
