package org.evenkeel.core.disclosure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.disclosure.audit.Crowd;
import org.evenkeel.core.statistics.TermCells;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.SourceId;

/** The crowds behind the figures of a release: for each source and each of its measures, in each period. */
public record Crowds(Map<Key, Crowd> byKey) {
    public Crowds {
        byKey = Map.copyOf(byKey);
    }

    /** Whose crowd: a source's respondents in a period, or those with a value of one of its measures. */
    public record Key(SourceId source, Period period, Optional<Measure> measure) {}

    /** The crowds of a term that nothing was published of before. */
    public static Crowds first(TermCells cells) {
        Map<Key, SortedMap<Integer, Long>> counts = new LinkedHashMap<>();
        cells.cells()
                .respondents()
                .forEach((key, count) -> counts.computeIfAbsent(
                                new Key(key.source(), key.period(), Optional.empty()), any -> new TreeMap<>())
                        .merge(key.profile(), count, Long::sum));
        cells.cells()
                .moments()
                .forEach((key, moments) -> counts.computeIfAbsent(
                                new Key(key.measure().source(), key.period(), Optional.of(key.measure())),
                                any -> new TreeMap<>())
                        .merge(key.profile(), moments.count(), Long::sum));
        Map<Key, Crowd> crowds = new LinkedHashMap<>();
        counts.forEach((key, byProfile) -> crowds.put(key, Crowd.first(cells.profiles(), byProfile)));
        return new Crowds(crowds);
    }

    /** The crowd behind figures of a source or measure in a period, if anybody answered. */
    public Optional<Crowd> of(SourceId source, Period period, Optional<Measure> measure) {
        return Optional.ofNullable(byKey.get(new Key(source, period, measure)));
    }
}
