package org.evenkeel.core.instrument;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A scale that is scored while a file is read, because one of its items is never kept. Its value stands among the answers of
 * a response under its own key, in units of the scale's lattice, and needs no further scoring. It travels to where the
 * reading is done.
 *
 * @param key where its value is kept; the scale's name
 * @param items the scale's items, dropped ones included
 * @param reversed the items whose value v becomes lowest + highest − v
 * @param range the item values before reversal
 * @param offset added to every item value after reversal
 * @param unitsPerPoint what an item point is worth, by how many items were answered, from none to all; 0 makes no score
 */
public record ReaderScore(
        ItemKey key,
        List<ItemKey> items,
        Set<ItemKey> reversed,
        AnswerRange range,
        int offset,
        List<Integer> unitsPerPoint)
        implements Serializable {
    public ReaderScore {
        items = List.copyOf(items);
        reversed = Set.copyOf(reversed);
        unitsPerPoint = List.copyOf(unitsPerPoint);
    }

    /** The reading of this scale. */
    static ReaderScore of(Scale scale) {
        List<Integer> worth = IntStream.rangeClosed(0, scale.items().size())
                .map(answered ->
                        answered < scale.minimumAnswered() ? 0 : Math.toIntExact(scale.unitsPerPoint(answered)))
                .boxed()
                .toList();
        return new ReaderScore(scale.scoreKey(), scale.items(), scale.reversed(), scale.range(), scale.offset(), worth);
    }

    /** The units these answers make; values outside the range count as missing. Absent when too few items were answered. */
    public OptionalInt units(Map<ItemKey, Integer> answers) {
        int sum = 0;
        int answered = 0;
        for (ItemKey item : items) {
            Integer value = answers.get(item);
            if (value != null && range.contains(value)) {
                sum += (reversed.contains(item) ? range.lowest() + range.highest() - value : value) + offset;
                answered++;
            }
        }
        int worth = unitsPerPoint.get(answered);
        return worth == 0 ? OptionalInt.empty() : OptionalInt.of(Math.multiplyExact(sum, worth));
    }
}
