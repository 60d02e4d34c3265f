package org.evenkeel.app.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenkeel.core.instrument.Aggregate;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.instrument.AtRiskRule;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.instrument.Example;
import org.evenkeel.core.instrument.ExampleCheck;
import org.evenkeel.core.instrument.ImportantDifference;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.Licence;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.instrument.Theme;
import org.evenkeel.core.instrument.Title;
import org.evenkeel.core.study.Language;

/** One instrument file read into its record, with every problem at its place. */
final class InstrumentReader {
    private static final String DEFAULT_CODING = "default";

    /** Languages a title may be given in beside British English, by their tags. */
    private static final Map<String, Language> TRANSLATED = new TreeMap<>(Map.of(
            Language.AMERICAN_ENGLISH.tag(), Language.AMERICAN_ENGLISH, Language.SPANISH.tag(), Language.SPANISH));

    private static final String MISSING = ".";
    private static final String NO_SCORE = "none";

    /**
     * An instrument and where the file says so.
     *
     * @param instrument what was read
     * @param idPlace where its id stands
     * @param scalePlaces where each scale's id stands
     */
    record Read(Instrument instrument, Place idPlace, Map<ScaleId, Place> scalePlaces) {}

    private record At<T>(T value, Place place) {}

    private final YamlMapping root;
    private final Problems problems;
    private final List<ItemKey> items;
    private final Map<ScaleId, Place> scalePlaces = new TreeMap<>();

    private InstrumentReader(YamlMapping root, Problems problems) {
        this.root = root;
        this.problems = problems;
        this.items = root.need("items").map(this::itemKeys).orElseGet(List::of);
    }

    /**
     * The instrument of this document, unless something is wrong with it.
     *
     * @param document a whole file
     * @param problems where this file's problems are noted, and no other file's
     */
    static Optional<Read> read(YamlNode document, Problems problems) {
        return document.mapping().flatMap(root -> new InstrumentReader(root, problems).instrument());
    }

    private Optional<Read> instrument() {
        root.allowOnly(List.of(
                "id",
                "title",
                "titles",
                "version",
                "items",
                "range",
                "anchors",
                "dropped",
                "excludes",
                "reversed",
                "codings",
                "scales",
                "licence",
                "references",
                "examples"));
        Optional<InstrumentId> id = root.need("id").flatMap(node -> node.as(InstrumentId::new));
        Optional<Title> title = title(root);
        Optional<String> version = root.need("version").flatMap(YamlNode::name);
        Optional<AnswerRange> range = root.need("range").flatMap(this::range);
        Map<String, Integer> anchors = range.flatMap(
                        known -> root.find("anchors").map(node -> anchors(node, known)))
                .orElseGet(Map::of);
        Set<ItemKey> dropped = knownItems(root.find("dropped"));
        Set<InstrumentId> excludes = root.find("excludes")
                .map(node -> values(node, InstrumentId::new))
                .<Set<InstrumentId>>map(LinkedHashSet::new)
                .orElseGet(Set::of);
        List<Instrument.Coding> codings = codings();
        List<Scale> scales = range.map(known -> scales(known, codings)).orElseGet(List::of);
        Optional<Licence> licence = root.need("licence").flatMap(this::licence);
        List<String> references = root.need("references").map(YamlNode::items).orElseGet(List::of).stream()
                .flatMap(node -> node.name().stream())
                .toList();
        List<At<Example>> examples = examples();
        if (id.isEmpty()
                || title.isEmpty()
                || version.isEmpty()
                || range.isEmpty()
                || licence.isEmpty()
                || codings.isEmpty()
                || scales.isEmpty()
                || !problems.none()) {
            return Optional.empty();
        }
        Optional<Instrument> made = problems.attempt(
                root.placeOf("id"),
                () -> new Instrument(
                        id.get(),
                        title.get(),
                        version.get(),
                        items,
                        range.get(),
                        anchors,
                        dropped,
                        excludes,
                        codings,
                        scales,
                        licence.get(),
                        references,
                        examples.stream().map(At::value).toList()));
        made.ifPresent(instrument -> work(instrument, examples));
        return made.map(instrument -> new Read(instrument, root.placeOf("id"), Map.copyOf(scalePlaces)));
    }

    private void work(Instrument instrument, List<At<Example>> examples) {
        for (At<Example> example : examples) {
            ExampleCheck.failures(instrument, example.value())
                    .forEach(failure -> problems.add(example.place(), "this example does not come out: " + failure));
        }
        ExampleCheck.unproved(instrument)
                .forEach(scale -> problems.add(
                        scalePlaces.getOrDefault(scale, root.placeOf("examples")),
                        "scale '" + scale + "' needs an example that gives a score"));
    }

    /** The title in British English, and those in other languages. */
    private static Optional<Title> title(YamlMapping mapping) {
        Map<Language, String> translations = new EnumMap<>(Language.class);
        mapping.find("titles").flatMap(YamlNode::mapping).ifPresent(titles -> {
            titles.allowOnly(List.copyOf(TRANSLATED.keySet()));
            TRANSLATED.forEach((tag, language) ->
                    titles.find(tag).flatMap(YamlNode::name).ifPresent(words -> translations.put(language, words)));
        });
        return mapping.need("title").flatMap(YamlNode::name).map(words -> new Title(words, translations));
    }

    private Optional<AnswerRange> range(YamlNode node) {
        return node.mapping().flatMap(mapping -> {
            mapping.allowOnly(List.of("lowest", "highest"));
            Optional<Integer> lowest = mapping.need("lowest").flatMap(YamlNode::wholeNumber);
            Optional<Integer> highest = mapping.need("highest").flatMap(YamlNode::wholeNumber);
            return lowest.flatMap(low ->
                    highest.flatMap(high -> problems.attempt(mapping.place(), () -> new AnswerRange(low, high))));
        });
    }

    private Map<String, Integer> anchors(YamlNode node, AnswerRange range) {
        Map<String, Integer> anchors = new TreeMap<>();
        node.mapping().ifPresent(mapping -> {
            for (YamlMapping.Entry entry : mapping.entries()) {
                String form = Instrument.anchorForm(entry.key());
                if (!form.equals(entry.key()) || form.isEmpty()) {
                    problems.add(
                            entry.place(), "write the answer text in lower case with single spaces: '" + form + "'");
                }
                entry.value().wholeNumber().ifPresent(value -> {
                    if (range.contains(value)) {
                        anchors.put(form, value);
                    } else {
                        problems.add(
                                entry.value().place(),
                                "must be within the range " + range.lowest() + ".." + range.highest()
                                        + ". Value given: " + value);
                    }
                });
            }
        });
        return anchors;
    }

    private List<Instrument.Coding> codings() {
        Optional<YamlNode> declared = root.find("codings");
        Optional<YamlNode> reversed = root.find("reversed");
        if (declared.isEmpty()) {
            return List.of(new Instrument.Coding(DEFAULT_CODING, knownItems(reversed)));
        }
        reversed.ifPresent(
                node -> problems.add(root.placeOf("reversed"), "stands beside 'codings'; keep one of the two"));
        List<Instrument.Coding> codings = new ArrayList<>();
        for (YamlNode node : declared.get().items()) {
            node.mapping().ifPresent(mapping -> {
                mapping.allowOnly(List.of("name", "reversed"));
                Optional<String> name = mapping.need("name").flatMap(YamlNode::name);
                Set<ItemKey> turned = knownItems(mapping.need("reversed"));
                name.ifPresent(called -> codings.add(new Instrument.Coding(called, turned)));
            });
        }
        return codings;
    }

    private List<Scale> scales(AnswerRange range, List<Instrument.Coding> codings) {
        List<Scale> scales = new ArrayList<>();
        for (YamlNode node : root.need("scales").map(YamlNode::items).orElseGet(List::of)) {
            node.mapping().flatMap(mapping -> scale(mapping, range, codings)).ifPresent(scales::add);
        }
        return scales;
    }

    private Optional<Scale> scale(YamlMapping mapping, AnswerRange range, List<Instrument.Coding> codings) {
        mapping.allowOnly(List.of(
                "id",
                "title",
                "titles",
                "theme",
                "items",
                "offset",
                "aggregate",
                "multiplier",
                "minimum-answered",
                "direction",
                "unit",
                "at-risk",
                "important-difference"));
        Optional<ScaleId> id = mapping.need("id").flatMap(node -> node.as(ScaleId::new));
        id.ifPresent(known -> {
            if (scalePlaces.putIfAbsent(known, mapping.placeOf("id")) != null) {
                problems.add(mapping.placeOf("id"), "scale '" + known + "' is given twice");
            }
        });
        Optional<Title> title = title(mapping);
        Optional<Theme> theme = mapping.need("theme").flatMap(node -> node.oneOf(Theme.class));
        List<ItemKey> own = mapping.find("items").map(this::knownItemList).orElse(items);
        int offset = mapping.find("offset").flatMap(YamlNode::wholeNumber).orElse(0);
        Optional<Aggregate> aggregate = mapping.need("aggregate").flatMap(node -> node.oneOf(Aggregate.class));
        int multiplier =
                mapping.find("multiplier").flatMap(YamlNode::wholeNumber).orElse(1);
        Optional<Integer> minimum = mapping.need("minimum-answered").flatMap(YamlNode::wholeNumber);
        Optional<Direction> direction = mapping.need("direction").flatMap(node -> node.oneOf(Direction.class));
        String unit = mapping.find("unit").flatMap(YamlNode::name).orElse("points");
        Optional<AtRiskRule> atRisk = mapping.find("at-risk").flatMap(this::atRisk);
        Optional<ImportantDifference> difference =
                mapping.find("important-difference").flatMap(this::importantDifference);
        if (id.isEmpty()
                || title.isEmpty()
                || theme.isEmpty()
                || aggregate.isEmpty()
                || minimum.isEmpty()
                || direction.isEmpty()
                || own.isEmpty()
                || codings.isEmpty()) {
            return Optional.empty();
        }
        Set<ItemKey> reversed =
                codings.get(0).reversed().stream().filter(own::contains).collect(Collectors.toSet());
        return problems.attempt(
                mapping.placeOf("id"),
                () -> new Scale(
                        id.get(),
                        title.get(),
                        theme.get(),
                        own,
                        reversed,
                        range,
                        offset,
                        aggregate.get(),
                        multiplier,
                        minimum.get(),
                        direction.get(),
                        unit,
                        atRisk,
                        difference));
    }

    private Optional<AtRiskRule> atRisk(YamlNode node) {
        return node.mapping().flatMap(mapping -> {
            mapping.allowOnly(List.of("at-least", "at-most", "basis", "source"));
            Optional<YamlNode> atLeast = mapping.find("at-least");
            Optional<YamlNode> atMost = mapping.find("at-most");
            if (atLeast.isPresent() == atMost.isPresent()) {
                problems.add(mapping.place(), "give either 'at-least' or 'at-most'");
                return Optional.empty();
            }
            Optional<BigDecimal> cut = atLeast.or(() -> atMost).flatMap(YamlNode::decimal);
            Optional<AtRiskRule.Basis> basis =
                    mapping.need("basis").flatMap(word -> word.oneOf(AtRiskRule.Basis.class));
            Optional<String> source = mapping.need("source").flatMap(YamlNode::name);
            AtRiskRule.Comparison side =
                    atLeast.isPresent() ? AtRiskRule.Comparison.AT_LEAST : AtRiskRule.Comparison.AT_MOST;
            return cut.flatMap(
                    value -> basis.flatMap(from -> source.map(text -> new AtRiskRule(side, value, from, text))));
        });
    }

    private Optional<ImportantDifference> importantDifference(YamlNode node) {
        return node.mapping().flatMap(mapping -> {
            mapping.allowOnly(List.of("points", "basis", "source"));
            Optional<BigDecimal> points = mapping.need("points").flatMap(YamlNode::decimal);
            Optional<AtRiskRule.Basis> basis =
                    mapping.need("basis").flatMap(word -> word.oneOf(AtRiskRule.Basis.class));
            Optional<String> source = mapping.need("source").flatMap(YamlNode::name);
            return points.flatMap(value -> basis.flatMap(from -> source.flatMap(
                    text -> problems.attempt(mapping.place(), () -> new ImportantDifference(value, from, text)))));
        });
    }

    private Optional<Licence> licence(YamlNode node) {
        return node.mapping().flatMap(mapping -> {
            mapping.allowOnly(List.of("terms", "holder"));
            Optional<String> terms = mapping.need("terms").flatMap(YamlNode::name);
            Optional<String> holder = mapping.need("holder").flatMap(YamlNode::name);
            return terms.flatMap(ask -> holder.map(whom -> new Licence(ask, whom)));
        });
    }

    private List<At<Example>> examples() {
        List<At<Example>> examples = new ArrayList<>();
        for (YamlNode node : root.need("examples").map(YamlNode::items).orElseGet(List::of)) {
            node.mapping().flatMap(this::example).ifPresent(example -> examples.add(new At<>(example, node.place())));
        }
        return examples;
    }

    private Optional<Example> example(YamlMapping mapping) {
        mapping.allowOnly(List.of("coding", "answers", "scores", "at-risk"));
        Optional<String> coding = mapping.find("coding").flatMap(YamlNode::name);
        Optional<Map<ItemKey, Integer>> answers = mapping.need("answers").flatMap(this::answers);
        Map<ScaleId, Optional<BigDecimal>> scores = new TreeMap<>();
        mapping.need("scores")
                .flatMap(YamlNode::mapping)
                .ifPresent(named -> perScale(named, (scale, value) -> {
                    Optional<String> text = value.isScalar() ? value.text() : Optional.empty();
                    if (text.filter(NO_SCORE::equals).isPresent()) {
                        scores.put(scale, Optional.empty());
                    } else {
                        value.decimal().ifPresent(points -> scores.put(scale, Optional.of(points)));
                    }
                }));
        Map<ScaleId, Boolean> atRisk = new TreeMap<>();
        mapping.find("at-risk")
                .flatMap(YamlNode::mapping)
                .ifPresent(named ->
                        perScale(named, (scale, value) -> value.truth().ifPresent(holds -> atRisk.put(scale, holds))));
        return answers.map(given -> new Example(coding, given, scores, atRisk));
    }

    private void perScale(YamlMapping named, BiConsumer<ScaleId, YamlNode> reader) {
        Map<String, ScaleId> known = new TreeMap<>();
        scalePlaces.keySet().forEach(scale -> known.put(scale.value(), scale));
        for (YamlMapping.Entry entry : named.entries()) {
            ScaleId scale = known.get(entry.key());
            if (scale != null) {
                reader.accept(scale, entry.value());
            } else if (!known.isEmpty()) {
                problems.add(
                        entry.place(),
                        "there is no scale '" + entry.key() + "'" + Suggestion.phrase(entry.key(), known.keySet()));
            }
        }
    }

    private Optional<Map<ItemKey, Integer>> answers(YamlNode node) {
        List<YamlNode> given = node.items();
        if (!node.isSequence() || items.isEmpty()) {
            return Optional.empty();
        }
        if (given.size() != items.size()) {
            problems.add(
                    node.place(),
                    "must have a value for each of the " + items.size() + " items, '.' where missing. Values given: "
                            + given.size());
            return Optional.empty();
        }
        Map<ItemKey, Integer> answers = new TreeMap<>();
        for (int position = 0; position < items.size(); position++) {
            ItemKey item = items.get(position);
            YamlNode value = given.get(position);
            if (!value.isScalar() || value.text().filter(MISSING::equals).isEmpty()) {
                value.wholeNumber().ifPresent(number -> answers.put(item, number));
            }
        }
        return Optional.of(answers);
    }

    private List<ItemKey> itemKeys(YamlNode node) {
        return values(node, ItemKey::new);
    }

    private Set<ItemKey> knownItems(Optional<YamlNode> node) {
        return node.<Set<ItemKey>>map(list -> new LinkedHashSet<>(knownItemList(list)))
                .orElseGet(Set::of);
    }

    private List<ItemKey> knownItemList(YamlNode node) {
        List<String> known = items.stream().map(ItemKey::value).toList();
        List<ItemKey> keys = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (YamlNode entry : node.items()) {
            entry.text().ifPresent(text -> {
                if (!known.contains(text)) {
                    if (!known.isEmpty()) {
                        problems.add(entry.place(), "there is no item '" + text + "'" + Suggestion.phrase(text, known));
                    }
                } else if (seen.add(text)) {
                    keys.add(new ItemKey(text));
                } else {
                    problems.add(entry.place(), "'" + text + "' is given twice");
                }
            });
        }
        return keys;
    }

    private <T extends Comparable<T>> List<T> values(YamlNode node, Function<String, T> reader) {
        List<T> values = new ArrayList<>();
        for (YamlNode entry : node.items()) {
            entry.as(reader).ifPresent(value -> {
                if (values.contains(value)) {
                    problems.add(entry.place(), "'" + value + "' is given twice");
                } else {
                    values.add(value);
                }
            });
        }
        return values;
    }
}
