package org.evenkeel.app.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenkeel.core.instrument.Catalogue;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Consent;
import org.evenkeel.core.study.DuplicateRule;
import org.evenkeel.core.study.InstrumentUse;
import org.evenkeel.core.study.Reading;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.core.study.Rhythm;
import org.evenkeel.core.study.Source;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.intake.platform.Platform;

/** Reads what the study asks and where the answers lie. */
final class SourceReader {
    /** Stands in for a name that is refused, so that the rest of its source is read all the same. */
    private static final SourceId NAMELESS = new SourceId("nameless");

    private final Problems problems;
    private final Catalogue catalogue;
    private final List<AttributeId> attributes;
    private final InstrumentUseReader uses;

    SourceReader(Problems problems, Catalogue catalogue, List<AttributeId> attributes) {
        this.problems = problems;
        this.catalogue = catalogue;
        this.attributes = attributes;
        this.uses = new InstrumentUseReader(problems, catalogue);
    }

    List<Source> read(YamlMapping study) {
        Optional<YamlMapping> mapping = study.need("sources").flatMap(YamlNode::mapping);
        List<Source> sources = new ArrayList<>();
        Map<String, String> owners = new LinkedHashMap<>();
        mapping.map(YamlMapping::entries).orElse(List.of()).forEach(entry -> {
            Optional<SourceId> id = problems.attempt(entry.place(), () -> new SourceId(entry.key()));
            entry.value().mapping().ifPresent(source -> {
                owned(entry.key(), source, owners);
                Optional<Source> read = source(id.orElse(NAMELESS), entry.place(), source);
                read.filter(made -> id.isPresent()).ifPresent(sources::add);
            });
        });
        mapping.filter(all -> all.entries().isEmpty())
                .ifPresent(none -> problems.add(none.place(), "a study needs at least 1 source. Value given: none"));
        return sources;
    }

    /** An export belongs to one source; the same pattern in two would take it twice. */
    private void owned(String source, YamlMapping mapping, Map<String, String> owners) {
        for (YamlNode node : mapping.find("exports").map(YamlNode::oneOrMore).orElse(List.of())) {
            node.text().ifPresent(pattern -> {
                String owner = owners.putIfAbsent(pattern, source);
                if (owner != null) {
                    node.problem("'" + pattern + "' belongs to source " + owner + " already");
                }
            });
        }
    }

    private Optional<Source> source(SourceId id, Place place, YamlMapping mapping) {
        mapping.allowOnly(Keys.SOURCE);
        List<String> exports = mapping.need("exports").map(YamlNode::oneOrMore).orElse(List.of()).stream()
                .flatMap(node -> node.name().stream())
                .toList();
        Optional<Respondents> respondents = respondents(mapping);
        List<InstrumentUse> instruments = instruments(mapping);
        Map<ItemKey, String> items = mapping.find("items")
                .flatMap(YamlNode::mapping)
                .map(this::items)
                .orElse(Map.of());
        if (mapping.find("instruments").isEmpty() && mapping.find("items").isEmpty()) {
            problems.add(place, "source " + id + " asks nothing: give it instruments or items");
        }
        scalesOnce(mapping, instruments, items.keySet());
        Rhythm usual = instruments.isEmpty() && !items.isEmpty() ? Rhythm.CHECK_IN : Rhythm.SURVEY;
        Rhythm rhythm =
                mapping.find("rhythm").flatMap(node -> node.oneOf(Rhythm.class)).orElse(usual);
        Map<AttributeId, String> columns = mapping.find("attributes")
                .flatMap(YamlNode::mapping)
                .map(this::attributes)
                .orElse(Map.of());
        DuplicateRule duplicates = mapping.find("duplicates")
                .flatMap(node -> node.oneOf(DuplicateRule.class))
                .orElse(DuplicateRule.LAST);
        Optional<String> platform = mapping.find("platform").flatMap(SourceReader::platform);
        Optional<Consent> consent = mapping.find("consent").flatMap(this::consent);
        Optional<String> time = ReadingReader.timeColumn(mapping);
        Reading reading = new ReadingReader(attributes).read(mapping);
        if (rhythm == Rhythm.CHECK_IN) {
            mapping.find("duplicates")
                    .ifPresent(unused -> unused.problem(
                            "every check-in counts towards its respondent's mean, so 'duplicates' means nothing here"));
        }
        if (respondents.isEmpty() || exports.isEmpty() || (instruments.isEmpty() && items.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new Source(
                id,
                rhythm,
                exports,
                respondents.get(),
                instruments,
                items,
                columns,
                duplicates,
                platform,
                consent,
                time,
                reading));
    }

    private Optional<Respondents> respondents(YamlMapping mapping) {
        Optional<YamlNode> node = mapping.find("respondent");
        Optional<YamlNode> space = mapping.find("id-space");
        if (node.isEmpty()) {
            problems.add(
                    mapping.place(),
                    "key 'respondent' is missing: name the column that holds the respondent's id, or write none");
            return Optional.empty();
        }
        Optional<String> column = node.flatMap(YamlNode::name);
        if (column.isPresent() && column.get().equals("none")) {
            space.ifPresent(unused -> unused.problem("a source with respondent: none has no ids, so no id-space"));
            return Optional.of(new Respondents.Unlinked());
        }
        String name = space.flatMap(YamlNode::name).orElse(StudyFile.ID_SPACE);
        return column.map(id -> new Respondents.Identified(id, name));
    }

    private List<InstrumentUse> instruments(YamlMapping mapping) {
        List<InstrumentUse> instruments = new ArrayList<>();
        Set<InstrumentId> seen = new LinkedHashSet<>();
        for (YamlNode node : mapping.find("instruments").map(YamlNode::items).orElse(List.of())) {
            uses.read(node).ifPresent(use -> {
                if (seen.add(use.instrument())) {
                    instruments.add(use);
                } else {
                    node.problem("instrument " + use.instrument() + " is given twice");
                }
            });
        }
        return instruments;
    }

    private Map<ItemKey, String> items(YamlMapping mapping) {
        Map<ItemKey, String> items = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : mapping.entries()) {
            Optional<String> column = entry.value().name();
            Optional<ItemKey> item = problems.attempt(entry.place(), () -> new ItemKey(entry.key()));
            if (item.isPresent() && catalogue.ofSingleItem(item.get()).isEmpty()) {
                List<String> known = singleItems();
                problems.add(
                        entry.place(),
                        "no instrument scores the item '" + entry.key() + "' alone"
                                + Suggestion.nearest(entry.key(), known)
                                        .map(near -> ", did you mean '" + near + "'?")
                                        .orElse("; there are " + String.join(", ", known)));
            } else {
                item.ifPresent(key -> column.ifPresent(name -> items.put(key, name)));
            }
        }
        return items;
    }

    private List<String> singleItems() {
        return catalogue.instruments().values().stream()
                .flatMap(instrument -> instrument.scales().stream())
                .filter(scale -> scale.items().size() == 1)
                .map(scale -> scale.items().get(0).value())
                .distinct()
                .sorted()
                .toList();
    }

    /** A scale is one measure of its source: two columns for it would be two answers to one question. */
    private void scalesOnce(YamlMapping mapping, List<InstrumentUse> instruments, Set<ItemKey> items) {
        Map<ScaleId, InstrumentId> owners = new LinkedHashMap<>();
        for (InstrumentUse use : instruments) {
            catalogue
                    .find(use.instrument())
                    .map(Instrument::scales)
                    .orElse(List.of())
                    .forEach(scale -> owners.put(scale.id(), use.instrument()));
        }
        for (ItemKey item : items) {
            for (Scale scale :
                    catalogue.ofSingleItem(item).map(Instrument::scales).orElse(List.of())) {
                InstrumentId owner = owners.get(scale.id());
                if (scale.items().equals(List.of(item)) && owner != null) {
                    problems.add(
                            mapping.placeOf("items"),
                            "scale " + scale.id() + " is reported twice: by instrument " + owner + " and by item "
                                    + item);
                }
            }
        }
        catalogue
                .conflicts(instruments.stream().map(InstrumentUse::instrument).toList())
                .forEach(conflict -> problems.add(mapping.placeOf("instruments"), conflict));
    }

    private Map<AttributeId, String> attributes(YamlMapping mapping) {
        Map<AttributeId, String> columns = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : mapping.entries()) {
            Optional<String> column = entry.value().isMapping()
                    ? entry.value()
                            .mapping()
                            .flatMap(choice -> choice.need("column"))
                            .flatMap(YamlNode::name)
                    : entry.value().name();
            Optional<AttributeId> attribute = attributes.stream()
                    .filter(known -> known.value().equals(entry.key()))
                    .findFirst();
            if (attribute.isEmpty()) {
                problems.add(entry.place(), CohortReader.undeclared(entry.key(), attributes));
            }
            attribute.ifPresent(id -> column.ifPresent(name -> columns.put(id, name)));
        }
        return columns;
    }

    private static Optional<String> platform(YamlNode node) {
        return node.oneOf(
                List.of(Platform.values()).stream().collect(Collectors.toMap(Platform::declared, Platform::declared)));
    }

    private Optional<Consent> consent(YamlNode node) {
        if (!node.isMapping()) {
            return node.name().map(column -> new Consent(column, Set.of()));
        }
        return node.mapping().flatMap(mapping -> {
            mapping.allowOnly(Keys.CONSENT);
            Set<String> accepted = mapping.find("accepted").map(YamlNode::oneOrMore).orElse(List.of()).stream()
                    .flatMap(answer -> answer.name().stream())
                    .collect(Collectors.toUnmodifiableSet());
            return mapping.need("column").flatMap(YamlNode::name).map(column -> new Consent(column, accepted));
        });
    }
}
