package org.evenkeel.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenkeel.app.config.Configuration;
import org.evenkeel.app.config.StudyFile;
import org.evenkeel.app.job.VerifyOutcome;
import org.evenkeel.core.problem.UsageProblem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenkeel verify FILE…}: reports are read again. */
@Command(
        name = "verify",
        description =
                "Reads reports again, page by page and cell by cell, and compares every number in them with the mart. Ends"
                        + " with 3 when one differs.")
final class VerifyCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Reports: PDF, workbook or web page.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> files;

    @Option(
            names = "--study",
            paramLabel = "STUDY",
            description = "The study whose mart to compare with. Default: the one in whose folder the file stands.")
    private @Nullable Path study;

    VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Map<Path, List<Path>> byStudy = new LinkedHashMap<>();
        List<String> homeless = new ArrayList<>();
        for (Path file : files) {
            Optional<Path> home = study == null ? studyOf(file) : Optional.of(study);
            if (home.isPresent()) {
                byStudy.computeIfAbsent(home.orElseThrow(), each -> new ArrayList<>())
                        .add(file);
            } else {
                homeless.add(file + ": no folder above it holds a " + StudyFile.NAME
                        + ", so it is not known with which mart to compare it. Name the study with --study.");
            }
        }
        int exitCode = 0;
        for (Map.Entry<Path, List<Path>> one : byStudy.entrySet()) {
            Configuration configuration = Configuration.load(surroundings.home(), one.getKey());
            Logs.keepIn(configuration.folder());
            VerifyOutcome outcome = surroundings.job().get().verify(configuration, one.getValue());
            outcome.lines().forEach(spec.commandLine().getOut()::println);
            outcome.refusals().forEach(spec.commandLine().getErr()::println);
            exitCode = Math.max(exitCode, outcome.exitCode());
        }
        homeless.forEach(spec.commandLine().getErr()::println);
        return Math.max(exitCode, homeless.isEmpty() ? 0 : new UsageProblem(homeless.get(0)).exitCode());
    }

    private static Optional<Path> studyOf(Path file) {
        for (Path above = file.toAbsolutePath().normalize().getParent(); above != null; above = above.getParent()) {
            if (Files.isRegularFile(above.resolve(StudyFile.NAME))) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }
}
