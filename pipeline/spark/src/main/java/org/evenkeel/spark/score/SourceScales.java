package org.evenkeel.spark.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.evenkeel.core.instrument.Catalogue;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.study.Rhythm;
import org.evenkeel.core.study.Source;

/**
 * A source and the scales that are scored from its answers, by scale id.
 *
 * @param source the source
 * @param scales its scales, under the coding it declares
 */
public record SourceScales(Source source, List<Scale> scales) {
    public SourceScales {
        scales = scales.stream().sorted(Comparator.comparing(Scale::id)).toList();
        Require.that(
                scales.stream().map(Scale::id).distinct().count() == scales.size(),
                "source %s asks a scale twice",
                source.id());
    }

    /** The scales of all instruments and single items that the source asks. */
    public static SourceScales of(Source source, Catalogue catalogue) {
        List<Scale> scales = new ArrayList<>();
        source.instruments()
                .forEach(use -> catalogue
                        .find(use.instrument())
                        .ifPresent(instrument -> scales.addAll(instrument.scales(use.coding()))));
        source.items().keySet().stream()
                .sorted()
                .forEach(item -> catalogue
                        .ofSingleItem(item)
                        .ifPresent(instrument -> instrument.scales().stream()
                                .filter(scale -> scale.items().equals(List.of(item)))
                                .forEach(scales::add)));
        return new SourceScales(source, scales);
    }

    /** Every item that a scale uses, in the order of their keys. */
    public Collection<ItemKey> items() {
        TreeSet<ItemKey> items = new TreeSet<>();
        scales.forEach(scale -> items.addAll(scale.items()));
        return List.copyOf(items);
    }

    /** The items kept beside the scores: a survey's, since reliability is a matter of one response's items. */
    public Collection<ItemKey> keptItems() {
        return source.rhythm() == Rhythm.SURVEY ? items() : List.of();
    }
}
