package org.evenkeel.app.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.instrument.Benchmark;
import org.evenkeel.core.instrument.Catalogue;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.core.study.Study;

/**
 * A study with the instruments it can ask, those of the installation and its own, and the means of others it is compared with.
 *
 * @param file the study
 * @param catalogue the instruments and the means of others
 * @param benchmarkFiles where the means of others were read
 */
public record Configuration(StudyFile file, Catalogue catalogue, List<Path> benchmarkFiles) {
    public Configuration {
        benchmarkFiles = List.copyOf(benchmarkFiles);
    }

    /** The folder of instruments, in the installation's {@code conf} and in a study. */
    public static final String INSTRUMENTS = "instruments";

    /**
     * Reads a study and its instruments.
     *
     * @param home where Evenkeel is installed
     * @param folderOrFile the study's folder, or the YAML file in it
     * @throws UsageProblem with everything that is wrong, a line each
     */
    public static Configuration load(Path home, Path folderOrFile) {
        Path folder = Files.isDirectory(folderOrFile)
                ? folderOrFile
                : Optional.ofNullable(folderOrFile.getParent()).orElse(Path.of(""));
        Problems problems = new Problems();
        List<Instrument> instruments = InstrumentFiles.load(
                List.of(home.resolve("conf").resolve(INSTRUMENTS), folder.resolve(INSTRUMENTS)), problems);
        problems.throwIfAny();
        Catalogue catalogue = Catalogue.of(instruments);
        StudyFile study = StudyFile.load(folderOrFile, catalogue);
        List<Path> benchmarkFiles = BenchmarkFiles.of(home, folder, study.benchmarks(), problems);
        List<Benchmark> benchmarks = BenchmarkFiles.load(benchmarkFiles, catalogue, problems);
        problems.throwIfAny();
        return new Configuration(study, catalogue.with(benchmarks), benchmarkFiles);
    }

    /** The study itself. */
    public Study study() {
        return file.study();
    }

    /** The study's folder. */
    public Path folder() {
        return file.folder();
    }
}
