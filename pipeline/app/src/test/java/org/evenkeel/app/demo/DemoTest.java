package org.evenkeel.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenkeel.core.problem.UsageProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    @TempDir
    private Path parent;

    @Test
    void prepare_newOrEmptyFolder_marksItAndHandsInTermByTerm() throws IOException {
        Demo demo = Demo.prepare(parent.resolve("new/folder"), 7, "0.1.0");
        demo.reach(demo.terms().get(0));
        assertThat(demo.folder().resolve(Demo.MARKER)).hasContent("seed: 7\nversion: 0.1.0");
        assertThat(demo.folder().resolve(DemoFolder.STUDY)).exists();
        assertThat(demo.folder().resolve("exports/term-survey")).isDirectoryContaining("glob:**2025**");
        assertThat(demo.folder().resolve("exports/term-survey")).isDirectoryNotContaining("glob:**2026**");
    }

    @Test
    void prepare_ownHalfMadeFolder_continuesIt() throws IOException {
        Demo first = Demo.prepare(parent, 7, "0.1.0");
        first.reach(first.terms().get(0));
        Demo again = Demo.prepare(parent, 7, "0.1.0");
        again.reach(again.terms().get(1));
        assertThat(parent.resolve("exports/term-survey")).isDirectoryContaining("glob:**May 4, 2026**");
    }

    @Test
    void prepare_ownFolderWhoseMarkerWasCutShort_continuesIt() throws IOException {
        Files.writeString(parent.resolve(Demo.MARKER), "seed: 7\nver");
        Demo.prepare(parent, 7, "0.1.0");
        assertThat(parent.resolve(Demo.MARKER)).hasContent("seed: 7\nversion: 0.1.0");
    }

    @Test
    void prepare_folderOfAnotherSeedOrVersion_refusesAndChangesNothing() throws IOException {
        Demo.prepare(parent, 7, "0.1.0");
        assertThatThrownBy(() -> Demo.prepare(parent, 8, "0.1.0"))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining("seed: 7, version: 0.1.0")
                .hasMessageContaining("seed: 8, version: 0.1.0");
        assertThatThrownBy(() -> Demo.prepare(parent, 7, "0.2.0")).isInstanceOf(UsageProblem.class);
        assertThat(parent.resolve(Demo.MARKER)).hasContent("seed: 7\nversion: 0.1.0");
    }

    @Test
    void prepare_foreignFolderOrFile_refusesAndChangesNothing() throws IOException {
        Path file = Files.writeString(parent.resolve("thesis.txt"), "mine");
        assertThatThrownBy(() -> Demo.prepare(parent, 7, "0.1.0"))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining("not empty");
        assertThatThrownBy(() -> Demo.prepare(file, 7, "0.1.0"))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining("not a folder");
        assertThat(parent).isDirectoryNotContaining("glob:**" + Demo.MARKER);
    }
}
