package org.evenkeel.app.config;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.instrument.Benchmark;
import org.evenkeel.core.instrument.Catalogue;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.statistics.AskedMeasures;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Source;
import org.evenkeel.core.study.Study;

/**
 * Where a published mean of others is drawn in a study.
 *
 * @param benchmark the value
 * @param measures the measures it stands beside, in the order of the sources
 * @param reasons why it stands beside no measure, where it does not
 */
public record BenchmarkUse(Benchmark benchmark, List<Measure> measures, List<String> reasons) {
    public BenchmarkUse {
        measures = List.copyOf(measures);
        reasons = List.copyOf(reasons);
    }

    /** What becomes of every benchmark of a study, in their order. */
    public static List<BenchmarkUse> of(Study study, Catalogue catalogue) {
        return catalogue.benchmarks().stream()
                .map(benchmark -> of(benchmark, study, catalogue))
                .toList();
    }

    private static BenchmarkUse of(Benchmark benchmark, Study study, Catalogue catalogue) {
        AskedMeasures asked = new AskedMeasures(catalogue);
        List<Measure> measures = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (Source source : study.sources()) {
            for (Scale scale : asked.of(source)) {
                if (scale.id().equals(benchmark.scale())) {
                    List<String> differences = catalogue
                            .find(benchmark.instrument())
                            .map(instrument -> benchmark.differences(instrument, scale))
                            .orElse(List.of());
                    if (differences.isEmpty()) {
                        measures.add(new Measure(source.id(), scale.id()));
                    } else {
                        reasons.addAll(differences);
                    }
                }
            }
        }
        if (measures.isEmpty() && reasons.isEmpty()) {
            reasons.add("no source asks " + benchmark.scale());
        }
        return new BenchmarkUse(
                benchmark,
                measures,
                measures.isEmpty() ? reasons.stream().distinct().toList() : List.of());
    }
}
