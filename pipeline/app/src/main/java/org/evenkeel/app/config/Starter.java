package org.evenkeel.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.intake.PseudonymKey;

/** The commented study that a school begins with. */
public final class Starter {
    /** The study's schema, in the installation. */
    public static final String SCHEMA = "conf/schema/study.schema.json";

    private Starter() {}

    /**
     * Writes a starter study into a new or empty folder.
     *
     * @param home where Evenkeel is installed, for the editor's completion
     * @param folder where the study goes
     * @param random makes the study's key
     * @return what was made and what to do next
     * @throws UsageProblem when something is there already; nothing of it is touched
     */
    public static List<String> write(Path home, Path folder, SecureRandom random) {
        refuseUnlessEmpty(folder);
        try {
            Files.createDirectories(folder.resolve("exports").resolve("term-survey"));
            Files.createDirectories(folder.resolve("exports").resolve("checkin"));
            PseudonymKey.generate(random).write(StudyFile.key(folder));
            Files.writeString(folder.resolve("headcounts.csv"), text("headcounts.csv"));
            String schema =
                    home.resolve(SCHEMA).toAbsolutePath().normalize().toUri().toString();
            Files.writeString(folder.resolve(StudyFile.NAME), text("study.yaml").replace("@schema@", schema));
        } catch (IOException unwritable) {
            throw new UsageProblem(folder + ": the study cannot be written ("
                    + unwritable.getClass().getSimpleName() + "); allow writing there, or name another folder");
        }
        return List.of(
                folder.resolve(StudyFile.NAME) + "       the study: change terms, sources and cohorts to yours",
                folder.resolve("headcounts.csv") + "   how many students there are: fill in",
                folder.resolve("exports") + "          where the survey platforms' exports go",
                StudyFile.key(folder)
                        + "       the key of the pseudonyms: keep a copy in a safe place, show it to nobody",
                "Next: evenkeel check '" + folder + "'");
    }

    private static void refuseUnlessEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new UsageProblem(folder + " is not a folder. Name one that is empty or does not exist yet.");
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new UsageProblem(
                        folder + " is not empty, and nothing in it was changed. Name a folder that is empty or does not"
                                + " exist yet.");
            }
        } catch (IOException unreadable) {
            throw new UsageProblem(folder + ": the folder cannot be read; name another one");
        }
    }

    /** A file of the starter as it ships. */
    static String text(String name) throws IOException {
        try (InputStream shipped = Starter.class.getResourceAsStream("starter/" + name)) {
            if (shipped == null) {
                throw new IllegalStateException("the starter has no " + name);
            }
            return new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
