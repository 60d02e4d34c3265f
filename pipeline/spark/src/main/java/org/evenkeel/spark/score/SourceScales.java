package org.evenkeel.spark.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.evenkeel.core.instrument.Catalogue;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.study.Rhythm;
import org.evenkeel.core.study.Source;

/**
 * A source and the scales that are scored from its answers, by scale id.
 *
 * @param source the source
 * @param scales its scales, under the coding it declares
 * @param scoredWhileReading those of them that were scored while the files were read; nothing of their items is kept
 */
public record SourceScales(Source source, List<Scale> scales, Set<ScaleId> scoredWhileReading) {
    public SourceScales {
        scoredWhileReading = Set.copyOf(scoredWhileReading);
        scales = scales.stream().sorted(Comparator.comparing(Scale::id)).toList();
        Require.that(
                scales.stream().map(Scale::id).distinct().count() == scales.size(),
                "source %s asks a scale twice",
                source.id());
    }

    /** A source whose scales are all scored from the items kept. */
    public SourceScales(Source source, List<Scale> scales) {
        this(source, scales, Set.of());
    }

    /** The scales of all instruments and single items that the source asks. */
    public static SourceScales of(Source source, Catalogue catalogue) {
        List<Scale> scales = new ArrayList<>();
        Set<ScaleId> scored = new TreeSet<>();
        source.instruments()
                .forEach(use -> catalogue
                        .find(use.instrument())
                        .ifPresent(instrument -> instrument.scales(use.coding()).forEach(scale -> {
                            scales.add(scale);
                            if (instrument.scoredWhileReading(scale)) {
                                scored.add(scale.id());
                            }
                        })));
        source.items().keySet().stream()
                .sorted()
                .forEach(item -> catalogue
                        .ofSingleItem(item)
                        .ifPresent(instrument -> instrument.scales().stream()
                                .filter(scale -> scale.items().equals(List.of(item)))
                                .forEach(scales::add)));
        return new SourceScales(source, scales, scored);
    }

    /** Whether the scale's units stand among the answers, under its {@link Scale#scoreKey}. */
    public boolean scoredWhileReading(Scale scale) {
        return scoredWhileReading.contains(scale.id());
    }

    /** The keys of the answers that scores are made of, in their own order: items, and scales scored while reading. */
    public Collection<ItemKey> items() {
        TreeSet<ItemKey> items = new TreeSet<>();
        scales.forEach(scale -> items.addAll(scoredWhileReading(scale) ? List.of(scale.scoreKey()) : scale.items()));
        return List.copyOf(items);
    }

    /** The items kept beside the scores: a survey's, since reliability is a matter of one response's items. */
    public Collection<ItemKey> keptItems() {
        TreeSet<ItemKey> items = new TreeSet<>();
        if (source.rhythm() == Rhythm.SURVEY) {
            scales.stream().filter(scale -> !scoredWhileReading(scale)).forEach(scale -> items.addAll(scale.items()));
        }
        return List.copyOf(items);
    }
}
