package org.evenkeel.app.config;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.core.study.Source;

/** The files a source's patterns mean. */
public final class ExportFiles {
    private ExportFiles() {}

    /**
     * The source's export files in the order of their paths. In a pattern, {@code *} and {@code ?} stand for parts of one
     * name and {@code **} for any number of folders; files whose names begin with a dot, {@code ~} or {@code _} are not
     * exports, nor are the survey definitions that may lie beside them ({@code .qsf}, {@code .lss}).
     */
    public static List<Path> of(Path folder, Source source) {
        return source.exports().stream()
                .flatMap(pattern -> matching(folder, pattern).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Path> matching(Path folder, String pattern) {
        Path base = pattern.startsWith("/") ? Path.of("/") : folder;
        Stream<Path> found = Stream.of(base);
        for (String part : List.of(pattern.split("/"))) {
            if (!part.isEmpty()) {
                found = found.flatMap(path -> step(path, part).stream());
            }
        }
        return found.filter(Files::isRegularFile).filter(ExportFiles::isExport).toList();
    }

    private static List<Path> step(Path path, String part) {
        if (part.equals("**")) {
            try (Stream<Path> inside = Files.walk(path)) {
                return inside.filter(Files::isDirectory).toList();
            } catch (IOException unreadable) {
                throw unreadable(path);
            }
        }
        if (part.equals(".") || part.equals("..") || !part.matches(".*[*?\\[{].*")) {
            return List.of(path.resolve(part).normalize());
        }
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + part);
        try (Stream<Path> inside = Files.list(path)) {
            return inside.filter(entry -> matcher.matches(entry.getFileName())).toList();
        } catch (IOException unreadable) {
            throw unreadable(path);
        }
    }

    private static boolean isExport(Path file) {
        String name = file.getFileName().toString();
        return !name.matches("[.~_].*") && !name.toLowerCase(Locale.ROOT).matches(".*\\.(qsf|lss)");
    }

    private static UsageProblem unreadable(Path path) {
        return new UsageProblem(path + ": the folder cannot be read; allow the user that runs Evenkeel to read it");
    }
}
