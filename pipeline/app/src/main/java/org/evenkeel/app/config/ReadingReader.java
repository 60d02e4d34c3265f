package org.evenkeel.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.CrisisResources;
import org.evenkeel.core.study.DateForm;
import org.evenkeel.core.study.Reading;

/** Reads how a source's files are to be read: codes for missing answers, times, choices, and what identifies people. */
final class ReadingReader {
    private static final Map<String, DateForm> DATES = Map.of(
            "day-first", DateForm.DAY_FIRST,
            "month-first", DateForm.MONTH_FIRST,
            "excel-1900", DateForm.EXCEL_1900,
            "excel-1904", DateForm.EXCEL_1904);

    private final List<AttributeId> attributes;

    ReadingReader(List<AttributeId> attributes) {
        this.attributes = attributes;
    }

    /** What a source declares. */
    Reading read(YamlMapping source) {
        Optional<YamlMapping> time =
                source.find("time").filter(YamlNode::isMapping).flatMap(YamlNode::mapping);
        time.ifPresent(mapping -> mapping.allowOnly(Keys.TIME));
        return new Reading(
                texts(source.find("missing")),
                dropped(source),
                choices(source),
                time.flatMap(mapping -> mapping.find("zone"))
                        .flatMap(CalendarReader::zone)
                        .map(Object::toString)
                        .orElse(""),
                time.flatMap(mapping -> mapping.find("dates"))
                        .flatMap(node -> node.oneOf(DATES))
                        .orElse(DateForm.AS_WRITTEN),
                source.find("crisis-resources")
                        .flatMap(node -> node.oneOf(Map.of("shown", CrisisResources.SHOWN)))
                        .orElse(CrisisResources.NOT_STATED));
    }

    /** The column with the submission time, alone or with how its times are written. */
    static Optional<String> timeColumn(YamlMapping source) {
        Optional<YamlNode> time = source.find("time");
        Optional<YamlMapping> mapping = time.filter(YamlNode::isMapping).flatMap(YamlNode::mapping);
        return mapping.isPresent()
                ? mapping.flatMap(declared -> declared.find("column")).flatMap(YamlNode::name)
                : time.flatMap(YamlNode::name);
    }

    private static Set<String> texts(Optional<YamlNode> list) {
        Set<String> texts = new TreeSet<>();
        list.map(YamlNode::oneOrMore)
                .orElse(List.of())
                .forEach(node -> node.name().ifPresent(texts::add));
        return texts;
    }

    private static Set<String> dropped(YamlMapping source) {
        Optional<YamlMapping> identifiers = source.find("identifiers").flatMap(YamlNode::mapping);
        identifiers.ifPresent(mapping -> mapping.allowOnly(Keys.IDENTIFIERS));
        return texts(identifiers.flatMap(mapping -> mapping.need("drop")));
    }

    private Map<AttributeId, String> choices(YamlMapping source) {
        Map<AttributeId, String> choices = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : source.find("attributes")
                .filter(YamlNode::isMapping)
                .flatMap(YamlNode::mapping)
                .map(YamlMapping::entries)
                .orElse(List.of())) {
            Optional<YamlMapping> declared =
                    entry.value().isMapping() ? entry.value().mapping() : Optional.empty();
            declared.ifPresent(mapping -> {
                mapping.allowOnly(Keys.CHOICE);
                mapping.need("choice")
                        .flatMap(YamlNode::name)
                        .ifPresent(choice -> attributes.stream()
                                .filter(known -> known.value().equals(entry.key()))
                                .forEach(attribute -> choices.put(attribute, choice)));
            });
        }
        return choices;
    }
}
