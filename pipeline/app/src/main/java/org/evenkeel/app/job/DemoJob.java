package org.evenkeel.app.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.app.config.Configuration;
import org.evenkeel.app.config.StudyFile;
import org.evenkeel.app.demo.Demo;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.core.study.Term;
import org.evenkeel.intake.PseudonymKey;

/** A simulated school from its exports to its reports: term after term it hands in, and the job a user runs takes it in. */
public final class DemoJob {
    private final StudyJob job;
    private final Path home;
    private final Progress progress;

    /**
     * A demo.
     *
     * @param job the job that is run after every term
     * @param home where Evenkeel is installed
     * @param progress where it says what it is doing
     */
    public DemoJob(StudyJob job, Path home, Progress progress) {
        this.job = job;
        this.home = home;
        this.progress = progress;
    }

    /** Runs all terms of the demo's school, from wherever an earlier attempt left it. */
    public List<JobOutcome> run(Demo demo) {
        Path folder = demo.folder();
        try {
            List<JobOutcome> outcomes = new ArrayList<>();
            for (Term term : demo.terms()) {
                progress.say("The simulated school hands in term " + term.id());
                demo.reach(term);
                Path key = StudyFile.key(folder);
                if (!Files.exists(key)) {
                    PseudonymKey.generate(new SecureRandom()).write(key);
                }
                Configuration configuration = Configuration.load(home, folder);
                outcomes.add(job.run(
                        configuration,
                        Optional.of(configuration.study().calendar().due(term))));
            }
            return outcomes;
        } catch (IOException failure) {
            throw new UsageProblem(folder + ": the demo cannot be written there (" + failure.getMessage()
                    + "). Give a folder that can be written to.");
        }
    }
}
