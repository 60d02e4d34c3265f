package org.evenkeel.app.demo;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.evenkeel.core.problem.Require;

/**
 * The study folder of a simulated school. It holds what the school has handed in up to a term; the exports of later terms
 * do not exist yet. Writing the same state again gives the same bytes; a file appears whole or not at all.
 */
public final class DemoFolder {
    /** The study's configuration. */
    public static final String STUDY = "study.yaml";

    /** The planted truth. */
    public static final String TRUTH = "truth.yaml";

    private static final String ROSTER = "roster.csv";
    private static final String HEADCOUNTS = "headcounts.csv";
    private static final String UNFINISHED = ".evenkeel-demo.part";
    private static final DateTimeFormatter QUALTRICS_DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);

    private DemoFolder() {}

    /**
     * Writes the folder as it stands when the school has finished so many of its terms: with 1, the exports of the first
     * term alone.
     */
    public static void write(Path folder, SimulatedSchool school, int terms) throws IOException {
        Require.that(
                terms >= 0 && terms <= school.terms().size(),
                "the school has %s terms. Value given: %s",
                school.terms().size(),
                terms);
        write(folder, STUDY, out -> DemoStudy.study(school, out));
        write(folder, TRUTH, out -> out.append(PlantedTruth.describe(school)));
        write(folder, ROSTER, out -> DemoStudy.roster(school, terms, out));
        write(folder, DemoStudy.BENCHMARK, out -> DemoStudy.benchmark(school, out));
        write(folder, HEADCOUNTS, out -> DemoStudy.headcounts(school, terms, out));
        for (int term = 0; term < terms; term++) {
            int now = term;
            LocalDate exported = school.terms().get(term).days().to().plusDays(10);
            write(
                    folder,
                    DemoStudy.TERM_SURVEY + "/Term wellbeing survey_" + QUALTRICS_DAY.format(exported) + "_09.15.csv",
                    out -> QualtricsExport.write(school, now, out));
            write(
                    folder,
                    DemoStudy.SUPPORT_SURVEY + "/PeerSupport_DATA_" + exported + "_0921.csv",
                    out -> RedcapExport.write(school, now, out));
            write(
                    folder,
                    DemoStudy.CHECK_IN + "/results-survey" + (481516 + 7 * term) + ".csv",
                    out -> LimeSurveyExport.write(school, now, out));
        }
    }

    private interface Content {
        void to(Appendable out) throws IOException;
    }

    private static void write(Path folder, String name, Content content) throws IOException {
        Path unfinished = folder.resolve(UNFINISHED);
        Path file = folder.resolve(name);
        Files.createDirectories(folder);
        try (Writer out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
            content.to(out);
        }
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (Files.exists(file) && Files.mismatch(file, unfinished) == -1) {
            Files.delete(unfinished);
        } else {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
