package org.evenkeel.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.core.problem.Problem;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in a sentence and with an exit code, whatever it was. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final int DEEPEST_CAUSE = 50;
    private static final List<String> DISK_FULL =
            List.of("no space left on device", "not enough space on the disk", "disk quota exceeded", "file too large");

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter messages = command.getErr();
        Optional<Problem> problem = causes(failure).stream()
                .filter(Problem.class::isInstance)
                .map(Problem.class::cast)
                .findFirst();
        if (problem.isPresent()) {
            messages.println(problem.get().getMessage());
            return problem.get().exitCode();
        }
        if (causes(failure).stream().anyMatch(Failures::diskFull)) {
            messages.println(
                    "The disk is full, or no more may be written to it. What was done so far is kept and nothing"
                            + " half-done counts. Make room and run the command again.");
            return ExitCode.USAGE;
        }
        messages.println(
                "This is a fault of Evenkeel, not yours; we are sorry. Nothing half-done counts, so the command"
                        + " can be repeated.");
        messages.println(written(failure)
                .map(file -> "Where it happened is written, without any data, in " + file)
                .orElse("It could not be written down where it happened."));
        return ExitCode.SOFTWARE;
    }

    @Override
    public int handleParseException(ParameterException refused, String[] arguments) {
        CommandLine command = refused.getCommandLine();
        PrintWriter messages = command.getErr();
        messages.println(refused.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(refused, messages)) {
            messages.println("Help: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.USAGE;
    }

    private static List<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .toList();
    }

    private static boolean diskFull(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return failure instanceof IOException && DISK_FULL.stream().anyMatch(message::contains);
    }

    private static Optional<Path> written(Throwable failure) {
        try {
            Optional<Path> folder = Logs.folder();
            Path target = folder.isPresent()
                    ? folder.get().resolve("fault.txt")
                    : Files.createTempFile("evenkeel-fault-", ".txt");
            Files.writeString(target, trace(failure));
            return Optional.of(target.toAbsolutePath());
        } catch (IOException unwritable) {
            return Optional.empty();
        }
    }

    /** The stack trace. Messages of exceptions may quote data, so only those of the file system are kept. */
    private static String trace(Throwable failure) {
        StringBuilder trace = new StringBuilder();
        for (Throwable cause : causes(failure)) {
            boolean safe = cause instanceof FileSystemException || cause instanceof Error;
            trace.append(trace.isEmpty() ? "" : "caused by ")
                    .append(cause.getClass().getName())
                    .append(safe ? ": " + cause.getMessage() : "")
                    .append('\n');
            for (StackTraceElement frame : cause.getStackTrace()) {
                trace.append("    at ").append(frame).append('\n');
            }
        }
        return trace.toString();
    }
}
