package org.evenkeel.app.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.evenkeel.core.instrument.Aggregate;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.instrument.Catalogue;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.Licence;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.instrument.Theme;
import org.evenkeel.core.instrument.Title;

/** A few made-up instruments that are enough to read a study. */
final class SmallCatalogue {
    private static final AnswerRange RANGE = new AnswerRange(1, 5);

    private SmallCatalogue() {}

    static Catalogue catalogue() {
        return Catalogue.of(List.of(
                instrument("pss-10", "pss10_", 10, Set.of()),
                instrument("k10", "k10_", 10, Set.of()),
                instrument("who-5", "who5_", 5, Set.of()),
                instrument("phq-8", "phq8_", 8, Set.of()),
                instrument("phq-9", "phq9_", 9, Set.of(new ItemKey("phq9_9"))),
                single("stress"),
                single("energy")));
    }

    private static Instrument single(String item) {
        return instrument(item + "-single", item, List.of(new ItemKey(item)), Set.of());
    }

    private static Instrument instrument(String id, String prefix, int items, Set<ItemKey> dropped) {
        List<ItemKey> keys = IntStream.rangeClosed(1, items)
                .mapToObj(number -> new ItemKey(prefix + number))
                .toList();
        return instrument(id, id, keys, dropped);
    }

    private static Instrument instrument(String id, String scale, List<ItemKey> keys, Set<ItemKey> dropped) {
        return new Instrument(
                new InstrumentId(id),
                new Title(id),
                "1",
                keys,
                RANGE,
                Map.of(),
                dropped,
                dropped.isEmpty() ? Set.of() : Set.of(new InstrumentId("phq-8")),
                List.of(
                        new Instrument.Coding("agree-low", Set.of()),
                        new Instrument.Coding("agree-high", Set.copyOf(keys))),
                List.of(new Scale(
                        new ScaleId(scale),
                        new Title(id),
                        Theme.STRESS,
                        keys,
                        Set.of(),
                        RANGE,
                        0,
                        Aggregate.SUM,
                        1,
                        keys.size(),
                        Direction.HIGHER_IS_WORSE,
                        "points",
                        Optional.empty(),
                        Optional.empty())),
                new Licence("free", "nobody"),
                List.of(),
                List.of());
    }
}
