package org.evenkeel.app.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evenkeel.app.config.BenchmarkUse;
import org.evenkeel.core.instrument.Benchmark;
import org.evenkeel.core.instrument.Catalogue;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Study;
import org.evenkeel.sql.release.ReleaseBenchmark;

/** Published means of others as the mart stores them: a row for each measure of the release they stand beside. */
final class BenchmarkRows {
    private BenchmarkRows() {}

    /** The rows of a study's benchmarks on the measures that a release speaks of. */
    static List<ReleaseBenchmark> of(Study study, Catalogue catalogue, Set<Measure> spokenOf) {
        List<ReleaseBenchmark> rows = new ArrayList<>();
        for (BenchmarkUse use : BenchmarkUse.of(study, catalogue)) {
            use.measures().stream()
                    .filter(spokenOf::contains)
                    .forEach(measure -> rows.add(row(rows.size(), measure, use.benchmark())));
        }
        return List.copyOf(rows);
    }

    private static ReleaseBenchmark row(int order, Measure measure, Benchmark benchmark) {
        return new ReleaseBenchmark(
                order,
                measure.key(),
                benchmark.mean(),
                Math.max(0, benchmark.mean().scale()),
                benchmark.population(),
                benchmark.year(),
                benchmark.source(),
                benchmark.verified().on());
    }
}
