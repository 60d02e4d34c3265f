package org.evenkeel.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.core.study.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterTest {
    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    /** The starter with every setting that stands in a comment turned on. */
    static String everySettingOn() throws IOException {
        String text = Starter.text("study.yaml")
                .replace("roster: { from: term-survey }\n", "")
                .replace("# mart: { url", "mart: { url");
        return Pattern.compile("^( *)# (?=(- \\{|[a-z-]+:( |$)))", Pattern.MULTILINE)
                .matcher(text)
                .replaceAll("$1")
                .replaceFirst("yaml-language-server: .*\n", "");
    }

    @Test
    void starter_isAStudy() {
        Starter.write(HOME, folder, new SecureRandom());
        Configuration configuration = Configuration.load(HOME, folder);
        assertThat(configuration.study().sources()).hasSize(2);
        assertThat(configuration.study().threshold()).isEqualTo(Study.LEAST_THRESHOLD);
    }

    @Test
    void starterWithEverySettingTurnedOn_isAStudyToo() throws IOException {
        Starter.write(HOME, folder, new SecureRandom());
        Files.writeString(folder.resolve("roster.csv"), "respondent,term,year,campus\n");
        Files.writeString(folder.resolve(StudyFile.NAME), everySettingOn());
        Study study = Configuration.load(HOME, folder).study();
        assertThat(study.sources()).hasSize(3);
        assertThat(study.sources().get(0).instruments()).hasSize(5);
        assertThat(study.sources().get(0).platform()).contains("qualtrics");
        assertThat(study.sources().get(1).time()).contains("answered_at");
    }

    @Test
    void key_isItsOwnersAlone() throws IOException {
        Starter.write(HOME, folder, new SecureRandom());
        Path key = StudyFile.key(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret"))))
                .isEqualTo("rwx------");
    }

    @Test
    void foreignFolder_isLeftAlone() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "mine");
        SecureRandom random = new SecureRandom();
        assertThatThrownBy(() -> Starter.write(HOME, folder, random))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining("is not empty");
        assertThat(folder).isDirectoryContaining("glob:**thesis.txt").isDirectoryNotContaining("glob:**study.yaml");
    }
}
