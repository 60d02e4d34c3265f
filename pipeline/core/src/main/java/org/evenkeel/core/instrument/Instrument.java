package org.evenkeel.core.instrument;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.core.problem.Require;

/**
 * A questionnaire as data: what its items are called, what values they take and how scores are made of them.
 *
 * @param id the instrument's name
 * @param title its full name
 * @param version the version of the scoring rules
 * @param items all item keys in questionnaire order
 * @param range the values of an item
 * @param anchors texts of the response scale, lower case, and the value each means
 * @param dropped item positions that may appear in an export of this instrument and are never kept, such as PHQ-9's ninth
 * @param codings the reversed items under each declared coding; the first is the default
 * @param scales its scoring rules under the default coding
 * @param licence its terms of use
 * @param references where the rules come from
 * @param examples worked examples
 */
public record Instrument(
        InstrumentId id,
        String title,
        String version,
        List<ItemKey> items,
        AnswerRange range,
        Map<String, Integer> anchors,
        Set<ItemKey> dropped,
        List<Coding> codings,
        List<Scale> scales,
        Licence licence,
        List<String> references,
        List<Example> examples) {
    /** One way the answers of an instrument are numbered. */
    public record Coding(String name, Set<ItemKey> reversed) {
        public Coding {
            reversed = Set.copyOf(reversed);
        }
    }

    public Instrument {
        items = List.copyOf(items);
        anchors = Map.copyOf(anchors);
        dropped = Set.copyOf(dropped);
        codings = List.copyOf(codings);
        scales = List.copyOf(scales);
        references = List.copyOf(references);
        examples = List.copyOf(examples);
        Require.that(!items.isEmpty(), "instrument %s needs items", id);
        Require.that(!scales.isEmpty(), "instrument %s needs a scale", id);
        Require.that(!codings.isEmpty(), "instrument %s needs a coding", id);
        Require.that(items.containsAll(dropped), "instrument %s drops items it does not have: %s", id, dropped);
        for (Scale scale : scales) {
            Require.that(items.containsAll(scale.items()), "scale %s uses items that %s does not have", scale.id(), id);
            Require.that(scale.range().equals(range), "scale %s must use the answer range of %s", scale.id(), id);
        }
    }

    /** Its scales under a declared coding, or under the default one. */
    public List<Scale> scales(Optional<String> coding) {
        Coding chosen = coding.map(this::coding).orElse(codings.get(0));
        return scales.stream().map(scale -> recoded(scale, chosen)).toList();
    }

    /** The coding of that name. */
    public Coding coding(String name) {
        return codings.stream()
                .filter(coding -> coding.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(String.format(
                        "instrument %s has no coding '%s'; it has %s",
                        id, name, codings.stream().map(Coding::name).toList())));
    }

    private static Scale recoded(Scale scale, Coding coding) {
        Set<ItemKey> reversed = scale.items().stream()
                .filter(coding.reversed()::contains)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
        return new Scale(
                scale.id(),
                scale.title(),
                scale.theme(),
                scale.items(),
                reversed,
                scale.range(),
                scale.offset(),
                scale.aggregate(),
                scale.multiplier(),
                scale.minimumAnswered(),
                scale.direction(),
                scale.unit(),
                scale.atRisk());
    }
}
