package org.evenkeel.core.instrument;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.evenkeel.core.problem.Require;

/**
 * A questionnaire as data: what its items are called, what values they take and how scores are made of them.
 *
 * @param id the instrument's name
 * @param title its full name
 * @param version the version of the scoring rules
 * @param items all item keys in questionnaire order
 * @param range the values of an item
 * @param anchors texts of the response scale under the default coding, and the value each means; in the form of {@link #anchorForm}
 * @param dropped items whose answers are used while a file is read and never kept, such as PHQ-9's ninth; see {@link #readerScores}
 * @param excludes instruments that no source may ask beside this one, because the difference would give away a dropped item
 * @param codings the ways its answers may be numbered; the first is the default
 * @param scales its scoring rules under the default coding
 * @param licence its terms of use
 * @param references where the rules come from
 * @param examples worked examples
 */
public record Instrument(
        InstrumentId id,
        Title title,
        String version,
        List<ItemKey> items,
        AnswerRange range,
        Map<String, Integer> anchors,
        Set<ItemKey> dropped,
        Set<InstrumentId> excludes,
        List<Coding> codings,
        List<Scale> scales,
        Licence licence,
        List<String> references,
        List<Example> examples) {
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    /** One way the answers of an instrument are numbered: the items whose value v becomes lowest + highest − v under it. */
    public record Coding(String name, Set<ItemKey> reversed) {
        public Coding {
            Require.that(!name.isBlank(), "a coding needs a name. Value given: '%s'", name);
            reversed = Set.copyOf(reversed);
        }
    }

    public Instrument {
        items = List.copyOf(items);
        anchors = Map.copyOf(anchors);
        dropped = Set.copyOf(dropped);
        excludes = Set.copyOf(excludes);
        codings = List.copyOf(codings);
        scales = List.copyOf(scales);
        references = List.copyOf(references);
        examples = List.copyOf(examples);
        Require.that(!version.isBlank(), "instrument %s needs a version. Value given: '%s'", id, version);
        Require.that(!items.isEmpty(), "instrument %s needs items", id);
        Require.that(new HashSet<>(items).size() == items.size(), "instrument %s names an item twice: %s", id, items);
        Require.that(!scales.isEmpty(), "instrument %s needs a scale", id);
        Require.that(!codings.isEmpty(), "instrument %s needs a coding", id);
        Require.that(items.containsAll(dropped), "instrument %s drops items it does not have: %s", id, dropped);
        Require.that(!excludes.contains(id), "instrument %s excludes itself", id);
        checkAnchors(id, range, anchors);
        for (Coding coding : codings) {
            Require.that(
                    items.containsAll(coding.reversed()),
                    "coding %s of %s reverses items it does not have: %s",
                    coding.name(),
                    id,
                    coding.reversed());
        }
        Require.that(
                codings.stream().map(Coding::name).distinct().count() == codings.size(),
                "instrument %s names a coding twice",
                id);
        Require.that(
                scales.stream().map(Scale::id).distinct().count() == scales.size(),
                "instrument %s names a scale twice",
                id);
        for (Scale scale : scales) {
            Require.that(items.containsAll(scale.items()), "scale %s uses items that %s does not have", scale.id(), id);
            Require.that(scale.range().equals(range), "scale %s must use the answer range of %s", scale.id(), id);
            Require.that(
                    scale.reversed().equals(reversedOf(scale, codings.get(0))),
                    "scale %s must reverse what the default coding of %s reverses",
                    scale.id(),
                    id);
            Require.that(
                    scale.items().stream().noneMatch(dropped::contains) || !items.contains(scale.scoreKey()),
                    "scale %s is scored while reading, so no item of %s may have its name",
                    scale.id(),
                    id);
        }
        checkDropped(id, dropped, scales);
    }

    /** An instrument that excludes no other. */
    public Instrument(
            InstrumentId id,
            Title title,
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
        this(
                id,
                title,
                version,
                items,
                range,
                anchors,
                dropped,
                Set.of(),
                codings,
                scales,
                licence,
                references,
                examples);
    }

    /** The form in which an answer text is looked up: lower case, straight quotes and hyphens, single spaces, no outer spaces. */
    public static String anchorForm(String text) {
        String straight = text.replace('\u2018', '\'')
                .replace('\u2019', '\'')
                .replace('\u201c', '"')
                .replace('\u201d', '"')
                .replace('\u2010', '-')
                .replace('\u2011', '-')
                .replace('\u2013', '-');
        return SPACES.matcher(straight).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** Its scales under a declared coding, or under the default one. */
    public List<Scale> scales(Optional<String> coding) {
        Coding chosen = chosen(coding);
        return scales.stream()
                .map(scale -> scale.reversing(reversedOf(scale, chosen)))
                .toList();
    }

    /** The coding of that name. */
    public Coding coding(String name) {
        return codings.stream()
                .filter(coding -> coding.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "instrument %s has no coding '%s'; it has %s",
                        id,
                        name,
                        codings.stream().map(Coding::name).toList())));
    }

    /**
     * Whether a scale is scored while its file is read, because one of its items is never kept. Only its units are kept,
     * under {@link Scale#scoreKey}: with the other items beside it the dropped one could be worked out again.
     */
    public boolean scoredWhileReading(Scale scale) {
        return scale.items().stream().anyMatch(dropped::contains);
    }

    /** The items an export must have, in questionnaire order: all but dropped ones that no scale uses. */
    public List<ItemKey> required() {
        return items.stream()
                .filter(item -> !dropped.contains(item)
                        || scales.stream().anyMatch(scale -> scale.items().contains(item)))
                .toList();
    }

    /** The items whose answers are kept one by one, in questionnaire order. */
    public List<ItemKey> kept() {
        Set<ItemKey> consumed = scales.stream()
                .filter(this::scoredWhileReading)
                .flatMap(scale -> scale.items().stream())
                .collect(Collectors.toCollection(HashSet::new));
        consumed.addAll(dropped);
        return items.stream().filter(item -> !consumed.contains(item)).toList();
    }

    /** How each scale that is {@link #scoredWhileReading} is scored there, under a declared coding or the default one. */
    public List<ReaderScore> readerScores(Optional<String> coding) {
        return scales(coding).stream()
                .filter(this::scoredWhileReading)
                .map(ReaderScore::of)
                .toList();
    }

    private Coding chosen(Optional<String> coding) {
        return coding.map(this::coding).orElse(codings.get(0));
    }

    private static Set<ItemKey> reversedOf(Scale scale, Coding coding) {
        return scale.items().stream().filter(coding.reversed()::contains).collect(Collectors.toUnmodifiableSet());
    }

    /** What is kept of a scale with a dropped item is one number, and nothing else may be kept that tells its parts. */
    private static void checkDropped(InstrumentId id, Set<ItemKey> dropped, List<Scale> scales) {
        for (Scale scale : scales) {
            if (scale.items().stream().anyMatch(dropped::contains)) {
                Require.that(
                        scale.items().size() > 1,
                        "scale %s of %s is made of a dropped item alone and would keep it",
                        scale.id(),
                        id);
                for (Scale other : scales) {
                    Require.that(
                            other.id().equals(scale.id())
                                    || other.items().stream().noneMatch(scale.items()::contains),
                            "scales %s and %s of %s share items, so that their difference would tell more of a dropped one;"
                                    + " give them to instruments of their own",
                            scale.id(),
                            other.id(),
                            id);
                }
            }
        }
    }

    private static void checkAnchors(InstrumentId id, AnswerRange range, Map<String, Integer> anchors) {
        new TreeMap<>(anchors).forEach((text, value) -> {
            Require.that(
                    !text.isBlank() && text.equals(anchorForm(text)),
                    "anchors of %s must be lower case with straight quotes, hyphens and single spaces. Value given: '%s'",
                    id,
                    text);
            Require.that(
                    range.contains(value),
                    "anchor '%s' of %s must mean %s..%s. Value given: %s",
                    text,
                    id,
                    range.lowest(),
                    range.highest(),
                    value);
        });
    }
}
