package org.evenkeel.app.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.core.study.Term;

/**
 * A demo in a folder of its own, which a marker names. A half-made one is continued; any other folder is left alone.
 *
 * @param folder the study's folder
 * @param school the school that is simulated in it
 */
public record Demo(Path folder, SimulatedSchool school) {
    /** The file by which a demo knows its own folder. */
    public static final String MARKER = ".evenkeel-demo";

    /** Makes the folder a demo's with this seed, or finds that it is; refuses a foreign one and changes nothing in it. */
    public static Demo prepare(Path folder, long seed, String version) throws IOException {
        String wanted = "seed: " + seed + "\nversion: " + version + "\n";
        Path marker = folder.resolve(MARKER);
        if (Files.isRegularFile(marker)) {
            String found = Files.readString(marker, StandardCharsets.UTF_8);
            boolean oursPerhapsCutShort = wanted.startsWith(found);
            if (!oursPerhapsCutShort) {
                throw new UsageProblem(String.format(
                        "%s holds the demo of another seed or version (%s); this is %s. Give an empty folder, or delete that one.",
                        folder, inOneLine(found), inOneLine(wanted)));
            }
        } else if (Files.exists(folder)) {
            refuseUnlessEmpty(folder);
        }
        Files.createDirectories(folder);
        Files.writeString(marker, wanted, StandardCharsets.UTF_8);
        return new Demo(folder, SimulatedSchool.of(seed, SchoolShape.DEMO));
    }

    /** The school's terms, first to last. */
    public List<Term> terms() {
        return school.terms();
    }

    /** Lets the school hand in everything up to and including the term. */
    public void reach(Term term) throws IOException {
        DemoFolder.write(folder, school, school.terms().indexOf(term) + 1);
    }

    private static void refuseUnlessEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UsageProblem(String.format(
                    "%s is not a folder. Give the demo an empty folder, or one that does not exist yet.", folder));
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new UsageProblem(String.format(
                        "%s is not empty and was not made by the demo (it has no %s). Give an empty folder, or one that does not exist yet.",
                        folder, MARKER));
            }
        }
    }

    private static String inOneLine(String marker) {
        return marker.strip().replaceAll("\\s*\\R\\s*", ", ");
    }
}
