package org.evenkeel.app.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.instrument.Catalogue;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.study.Codes;
import org.evenkeel.core.study.Columns;
import org.evenkeel.core.study.InstrumentUse;

/** Reads how a source asks an instrument: its id alone, or its id with coding, columns and answers. */
final class InstrumentUseReader {
    private final Problems problems;
    private final Catalogue catalogue;

    InstrumentUseReader(Problems problems, Catalogue catalogue) {
        this.problems = problems;
        this.catalogue = catalogue;
    }

    Optional<InstrumentUse> read(YamlNode node) {
        if (!node.isMapping()) {
            return instrument(node)
                    .map(instrument -> new InstrumentUse(
                            instrument.id(), Optional.empty(), new Columns.NamedLikeItems(), Map.of()));
        }
        return node.mapping().flatMap(this::use);
    }

    private Optional<InstrumentUse> use(YamlMapping mapping) {
        mapping.allowOnly(Keys.INSTRUMENT);
        Optional<Instrument> found = mapping.need("id").flatMap(this::instrument);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Instrument instrument = found.get();
        Optional<String> coding = mapping.find("coding").flatMap(node -> coding(node, instrument));
        Columns columns = mapping.find("columns")
                .flatMap(node -> columns(node, instrument))
                .orElse(new Columns.NamedLikeItems());
        Map<String, Integer> answers = mapping.find("answers")
                .flatMap(YamlNode::mapping)
                .map(node -> answers(node, instrument))
                .orElse(Map.of());
        Codes codes = mapping.find("codes")
                .flatMap(node -> node.as(Codes::parse).filter(read -> fits(node, read, instrument)))
                .orElse(Codes.UNDECLARED);
        return Optional.of(new InstrumentUse(instrument.id(), coding, columns, answers, codes));
    }

    private static boolean fits(YamlNode node, Codes codes, Instrument instrument) {
        AnswerRange range = instrument.range();
        if (!codes.fit(range)) {
            node.problem("the values of " + instrument.id() + " are " + range.lowest() + ".." + range.highest()
                    + ", so it" + " needs " + (range.highest() - range.lowest() + 1) + " codes. Value given: " + codes);
        }
        return codes.fit(range);
    }

    private Optional<Instrument> instrument(YamlNode node) {
        Optional<InstrumentId> id = node.as(InstrumentId::new);
        Optional<Instrument> instrument = id.flatMap(catalogue::find);
        if (id.isPresent() && instrument.isEmpty()) {
            String name = id.get().value();
            List<String> known = catalogue.instruments().keySet().stream()
                    .map(InstrumentId::value)
                    .sorted()
                    .toList();
            node.problem("there is no instrument '" + name + "'"
                    + Suggestion.nearest(name, known)
                            .map(near -> ", did you mean '" + near + "'?")
                            .orElse("; there are " + String.join(", ", known)));
        }
        return instrument;
    }

    private static Optional<String> coding(YamlNode node, Instrument instrument) {
        Map<String, String> known = new LinkedHashMap<>();
        instrument.codings().forEach(coding -> known.put(coding.name(), coding.name()));
        return node.oneOf(known);
    }

    private Optional<Columns> columns(YamlNode node, Instrument instrument) {
        if (node.isMapping()) {
            return node.mapping().map(mapping -> byName(mapping, instrument));
        }
        if (node.isSequence()) {
            return inOrder(node, instrument);
        }
        return node.name().flatMap(text -> {
            boolean oneColumn = instrument.items().size() == 1 && !text.contains("*");
            return oneColumn
                    ? Optional.of(new Columns.InOrder(List.of(text)))
                    : problems.attempt(node.place(), () -> new Columns.Matching(text));
        });
    }

    private Columns byName(YamlMapping mapping, Instrument instrument) {
        List<String> keys = instrument.items().stream().map(ItemKey::value).toList();
        Map<ItemKey, String> columns = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : mapping.entries()) {
            Optional<String> column = entry.value().name();
            if (keys.contains(entry.key())) {
                column.ifPresent(name -> columns.put(new ItemKey(entry.key()), name));
            } else {
                problems.add(
                        entry.place(),
                        instrument.id() + " has no item '" + entry.key() + "'" + Suggestion.phrase(entry.key(), keys));
            }
        }
        List<ItemKey> missing = instrument.required().stream()
                .filter(item -> mapping.find(item.value()).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            problems.add(
                    mapping.place(),
                    "no column is given for "
                            + missing.stream().map(ItemKey::value).collect(Collectors.joining(", "))
                            + (instrument.dropped().containsAll(missing) ? "; " + whole(instrument) : ""));
        }
        return new Columns.ByName(columns);
    }

    private static Optional<Columns> inOrder(YamlNode list, Instrument instrument) {
        List<String> columns = new ArrayList<>();
        for (YamlNode node : list.items()) {
            Optional<String> column = node.name();
            column.filter(columns::contains).ifPresent(name -> node.problem("column '" + name + "' is given twice"));
            column.ifPresent(columns::add);
        }
        int all = instrument.items().size();
        int required = instrument.required().size();
        int given = list.items().size();
        if (given != all && given != required) {
            boolean withoutDropped = given == all - instrument.dropped().size();
            list.problem(instrument.id() + " has " + (required == all ? "" : required + " or ") + all
                    + " items, so it needs as many columns. Value given: " + given
                    + (withoutDropped ? "; " + whole(instrument) : ""));
        }
        return Optional.of(new Columns.InOrder(columns));
    }

    /** Why an item that is not kept must be asked all the same: a score of the others would be another score. */
    private static String whole(Instrument instrument) {
        String dropped = instrument.required().stream()
                .filter(instrument.dropped()::contains)
                .map(ItemKey::value)
                .collect(Collectors.joining(", "));
        String instead =
                instrument.excludes().stream().map(InstrumentId::value).sorted().collect(Collectors.joining(" or "));
        return dropped + " is needed for the score, and is not kept"
                + (instead.isEmpty() ? "" : "; where it was not asked, ask " + instead);
    }

    private Map<String, Integer> answers(YamlMapping mapping, Instrument instrument) {
        Map<String, Integer> answers = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : mapping.entries()) {
            entry.value().wholeNumber().ifPresent(value -> {
                if (instrument.range().contains(value)) {
                    answers.put(entry.key(), value);
                } else {
                    problems.add(
                            entry.value().place(),
                            "an item of " + instrument.id() + " is "
                                    + instrument.range().lowest() + ".."
                                    + instrument.range().highest() + ". Value given: " + value);
                }
            });
        }
        return answers;
    }
}
