package org.evenkeel.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.core.instrument.Benchmark;
import org.evenkeel.core.instrument.Catalogue;
import org.evenkeel.core.problem.UsageProblem;

/**
 * The published means of others that a study is compared with: every YAML file in its folder {@code benchmarks}, and those of the
 * installation that it names. A file is taken only when somebody has compared its value with its source.
 */
public final class BenchmarkFiles {
    /** The folder of benchmarks, in the installation's {@code conf} and in a study. */
    public static final String FOLDER = "benchmarks";

    private static final String ENDING = ".yaml";

    private BenchmarkFiles() {}

    /**
     * A benchmark that a study names.
     *
     * @param name a file in the study's folder, or in the installation's {@code conf/benchmarks}
     * @param place where the study names it
     */
    public record Named(String name, Place place) {}

    /** The files a study uses: first those of its own folder, then those it names; each once. */
    static List<Path> of(Path home, Path study, List<Named> named, Problems problems) {
        List<Path> files = new ArrayList<>(files(study.resolve(FOLDER)));
        for (Named one : named) {
            Optional<Path> found = Stream.of(
                            study.resolve(one.name()),
                            home.resolve("conf").resolve(FOLDER).resolve(one.name()),
                            home.resolve("conf").resolve(FOLDER).resolve(one.name() + ENDING))
                    .filter(Files::isRegularFile)
                    .findFirst();
            if (found.isEmpty()) {
                List<String> shipped = files(home.resolve("conf").resolve(FOLDER)).stream()
                        .map(file -> file.getFileName().toString())
                        .toList();
                problems.add(
                        one.place(),
                        "there is no benchmark '" + one.name() + "' in the study's folder, nor in conf/" + FOLDER
                                + Suggestion.phrase(one.name(), shipped));
            }
            found.filter(file -> files.stream().noneMatch(other -> same(other, file)))
                    .ifPresent(files::add);
        }
        return List.copyOf(files);
    }

    /** All benchmarks of these files that nothing is wrong with; what is wrong with the others is noted. */
    static List<Benchmark> load(List<Path> files, Catalogue catalogue, Problems problems) {
        List<Benchmark> benchmarks = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            String label = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
            YamlDocument.read(file, problems)
                    .flatMap(YamlNode::mapping)
                    .flatMap(root -> new BenchmarkReader(problems, catalogue).read(label, root))
                    .ifPresent(benchmarks::add);
        }
        return List.copyOf(benchmarks);
    }

    private static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UsageProblem(
                    folder + ": the folder cannot be read; allow the user that runs Evenkeel to read it");
        }
    }
}
