package org.evenkeel.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class LauncherTest {
    private static final List<String> TOOLS = List.of(
            "bash",
            "sh",
            "env",
            "awk",
            "cat",
            "cksum",
            "dirname",
            "find",
            "flock",
            "grep",
            "head",
            "mkdir",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "sort",
            "tee",
            "touch",
            "xargs");

    @TempDir
    private Path root;

    private Path home;
    private Path tools;
    private Path mavenCalls;

    private record Said(int exitCode, String results, String messages) {}

    @BeforeEach
    void checkout() throws IOException {
        home = Files.createDirectories(root.resolve("a checkout"));
        mavenCalls = root.resolve("maven-calls");
        Path launcher = Path.of("../../evenkeel");
        Files.copy(launcher, home.resolve("evenkeel"));
        executable(home.resolve("evenkeel"));
        for (String folder : List.of(".mvn", "sql", "reports", "conf", "pipeline/app/src/main/java")) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.writeString(home.resolve("pom.xml"), "<project/>\n");
        Files.writeString(home.resolve("pipeline/app/src/main/java/A.java"), "class A {}\n");
        tools = Files.createDirectories(root.resolve("tools"));
        for (String tool : TOOLS) {
            for (String folder : List.of("/usr/bin", "/bin")) {
                Path real = Path.of(folder, tool);
                if (Files.exists(real) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), real);
                }
            }
        }
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/usr/bin/env bash\n" + text);
        executable(file);
    }

    private Path java(String version) throws IOException {
        Path java = root.resolve("java " + version);
        script(java.resolve("bin/java"), "printf '%s\\n' \"$@\"\n");
        script(java.resolve("bin/javac"), "");
        Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"A\"\nJAVA_VERSION=\"" + version + "\"\n");
        return java;
    }

    /** A Maven that notes that it was called and builds in a moment. */
    private void maven(String version, int exitCode) throws IOException {
        script(tools.resolve("mvn"), """
                if [[ $1 == -v ]]; then echo "Apache Maven %s (abc)"; exit; fi
                echo called >>'%s'
                echo '[INFO] Building Evenkeel core: study 0.1.0      [1/2]'
                sleep 0.3
                echo '[ERROR] it broke'
                [[ %d == 0 ]] || exit %d
                mkdir -p pipeline/app/target
                touch pipeline/app/target/evenkeel-app.jar
                printf '%%s' "$PWD/pom.xml:$PWD/pom.xml" >pipeline/app/target/classpath
                """.formatted(version, mavenCalls, exitCode, exitCode));
    }

    private void javaOnPath(Path java) throws IOException {
        Files.createSymbolicLink(tools.resolve("java"), java.resolve("bin/java"));
    }

    private Process start(Path launcher, Map<String, String> variables, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().putAll(variables);
        return builder.start();
    }

    private static Said finish(Process process) throws IOException, InterruptedException {
        String results = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String messages = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), results, messages);
    }

    private Said launch(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        return finish(start(home.resolve("evenkeel"), variables, arguments));
    }

    private long builds() throws IOException {
        return Files.exists(mavenCalls) ? Files.readAllLines(mavenCalls).size() : 0;
    }

    @Test
    void noJava_isOneSentence() throws Exception {
        Said said = launch(Map.of());
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.messages())
                .startsWith("Evenkeel needs Java 17 or later; found none. Install a JDK")
                .hasLineCount(1);
    }

    @Test
    void olderJava_isNamed() throws Exception {
        javaOnPath(java("11.0.2"));
        Said said = launch(Map.of("JAVA_HOME", java("1.8.0_402").toString()));
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.messages())
                .contains("needs Java 17 or later; found 8 in ")
                .contains("; found 11 in ")
                .hasLineCount(1);
    }

    @Test
    void runtimeWithoutCompiler_isSaid() throws Exception {
        Path java = java("21.0.1");
        Files.delete(java.resolve("bin/javac"));
        Said said = launch(Map.of("JAVA_HOME", java.toString()));
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.messages())
                .contains("has no compiler. Install a JDK 17 or later")
                .hasLineCount(1);
    }

    @Test
    void noMaven_isOneSentence() throws Exception {
        javaOnPath(java("17.0.9"));
        Said said = launch(Map.of());
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.messages())
                .startsWith("Evenkeel is built on first use with Maven 3.8.7 or later; found none. Install it")
                .hasLineCount(1);
    }

    @Test
    void olderMaven_isNamed() throws Exception {
        javaOnPath(java("17.0.9"));
        maven("3.8.6", 0);
        Said said = launch(Map.of());
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.messages())
                .contains("Maven 3.8.7 or later; found 3.8.6 (")
                .hasLineCount(1);
        assertThat(builds()).isZero();
    }

    @Test
    void firstUse_buildsWithProgressAndStarts_laterUseOnlyStarts() throws Exception {
        javaOnPath(java("17.0.9"));
        maven("3.10.0", 0);
        Said first = launch(Map.of("EVENKEEL_JAVA_OPTIONS", "-Xmx1g -Da=b"), "run", "my study");
        assertThat(first.exitCode()).isZero();
        assertThat(first.messages()).isEqualTo("""
                        Building Evenkeel. The first time this fetches its libraries and takes some minutes.
                          1/2  Evenkeel core: study
                        Built.
                        """);
        assertThat(first.results().lines())
                .containsExactly(
                        "@" + home + "/conf/jvm.options",
                        "-Devenkeel.home=" + home,
                        "-Dlog4j2.configurationFile=" + home + "/conf/log4j2.xml",
                        "-Xmx1g",
                        "-Da=b",
                        "-cp",
                        home + "/pipeline/app/target/evenkeel-app.jar:" + home + "/pom.xml:" + home + "/pom.xml",
                        "org.evenkeel.app.cli.Evenkeel",
                        "run",
                        "my study");
        Files.delete(tools.resolve("mvn"));
        Said second = launch(Map.of(), "--version");
        assertThat(second.exitCode()).isZero();
        assertThat(second.messages()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void changedSource_isBuiltAgain() throws Exception {
        javaOnPath(java("17.0.9"));
        maven("3.9.9", 0);
        assertThat(launch(Map.of()).exitCode()).isZero();
        Files.writeString(home.resolve("pipeline/app/src/main/java/A.java"), "class A { int b; }\n");
        assertThat(launch(Map.of()).exitCode()).isZero();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void newerJavaOnThePath_isTakenWhereJavaHomeIsOld() throws Exception {
        javaOnPath(java("17.0.9"));
        maven("3.9.9", 0);
        assertThat(launch(Map.of("JAVA_HOME", java("11.0.2").toString())).exitCode())
                .isZero();
    }

    @Test
    void throughALink_itFindsItself() throws Exception {
        javaOnPath(java("17.0.9"));
        maven("3.9.9", 0);
        Path link = root.resolve("keel");
        Files.createSymbolicLink(link, Path.of("a checkout/evenkeel"));
        Said said = finish(start(link, Map.of()));
        assertThat(said.exitCode()).isZero();
        assertThat(said.results()).contains("-Devenkeel.home=" + home);
    }

    @Test
    void failedBuild_is1AndSaysWhereItsOutputIs() throws Exception {
        javaOnPath(java("17.0.9"));
        maven("3.9.9", 1);
        Said said = launch(Map.of());
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.messages())
                .contains("[ERROR] it broke")
                .contains("The build failed. Everything it said is in " + home + "/target/build.log");
        assertThat(said.results()).isEmpty();
    }

    @Test
    void concurrentFirstUse_buildsOnce() throws Exception {
        assertBuildsOnce();
    }

    @Test
    void concurrentFirstUse_buildsOnceWithoutFlockToo() throws Exception {
        Files.deleteIfExists(tools.resolve("flock"));
        assertBuildsOnce();
        try (Stream<Path> left = Files.list(home.resolve("target"))) {
            assertThat(left.map(file -> file.getFileName().toString())).containsExactly("build.log");
        }
    }

    private void assertBuildsOnce() throws IOException, InterruptedException {
        javaOnPath(java("17.0.9"));
        maven("3.9.9", 0);
        Map<Integer, Process> processes = new TreeMap<>();
        for (int i = 0; i < 3; i++) {
            processes.put(i, start(home.resolve("evenkeel"), Map.of()));
        }
        for (Process process : processes.values()) {
            assertThat(finish(process).exitCode()).isZero();
        }
        assertThat(builds()).isEqualTo(1);
    }
}
