package org.evenkeel.core.instrument;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** An instrument of nine items from 0 to 3 whose ninth is never kept, so that only its total is. */
public final class NinthDropped {
    /** Its items. */
    public static final List<ItemKey> ITEMS =
            IntStream.rangeClosed(1, 9).mapToObj(i -> new ItemKey("nine_" + i)).toList();

    /** The values of an item. */
    public static final AnswerRange RANGE = new AnswerRange(0, 3);

    /** The total of all nine, of which seven must be answered. */
    public static final Scale SCALE = scale("nine", 0, 9);

    private NinthDropped() {}

    /** The instrument with its total alone. */
    public static Instrument instrument() {
        return with(SCALE);
    }

    /** The instrument with these scales. */
    public static Instrument with(Scale... scales) {
        return new Instrument(
                new InstrumentId("nine"),
                new Title("Nine items"),
                "1",
                ITEMS,
                RANGE,
                Map.of("not at all", 0),
                Set.of(ITEMS.get(8)),
                Set.of(new InstrumentId("eight")),
                List.of(new Instrument.Coding("usual", Set.of())),
                List.of(scales),
                new Licence("none", "nobody"),
                List.of(),
                List.of());
    }

    /** A scale of these items, two of which may be missing. */
    public static Scale scale(String id, int from, int to) {
        List<ItemKey> items = ITEMS.subList(from, to);
        return new Scale(
                new ScaleId(id),
                new Title(id),
                Theme.DISTRESS,
                items,
                Set.of(),
                RANGE,
                0,
                Aggregate.SUM,
                1,
                Math.max(1, items.size() - 2),
                Direction.HIGHER_IS_WORSE,
                "points",
                Optional.empty(),
                Optional.empty());
    }
}
