package org.evenkeel.core.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.problem.Require;

/**
 * One survey or check-in stream of the study and how its exports map to items.
 *
 * @param id the source's name
 * @param rhythm once a term, or again and again
 * @param exports patterns of files, relative to the study's folder
 * @param respondents how respondents are known
 * @param instruments the instruments it asks
 * @param items single items and the columns that hold them
 * @param attributes columns that hold attributes, where their name is not the attribute's own
 * @param duplicates which of several responses counts, for surveys
 * @param platform the declared platform; absent means recognised by content
 * @param consent the consent question; absent means that every response counts
 * @param time the column with the submission time; absent means the platform's own
 * @param reading how its files are to be read
 */
public record Source(
        SourceId id,
        Rhythm rhythm,
        List<String> exports,
        Respondents respondents,
        List<InstrumentUse> instruments,
        Map<ItemKey, String> items,
        Map<AttributeId, String> attributes,
        DuplicateRule duplicates,
        Optional<String> platform,
        Optional<Consent> consent,
        Optional<String> time,
        Reading reading) {
    public Source {
        exports = List.copyOf(exports);
        instruments = List.copyOf(instruments);
        items = Map.copyOf(items);
        attributes = Map.copyOf(attributes);
        Require.that(!exports.isEmpty(), "source %s needs at least one export pattern", id);
        Require.that(
                !instruments.isEmpty() || !items.isEmpty(), "source %s asks nothing: give it instruments or items", id);
    }

    /** A source without a consent question whose submission times are where its platform puts them. */
    public Source(
            SourceId id,
            Rhythm rhythm,
            List<String> exports,
            Respondents respondents,
            List<InstrumentUse> instruments,
            Map<ItemKey, String> items,
            Map<AttributeId, String> attributes,
            DuplicateRule duplicates,
            Optional<String> platform) {
        this(
                id,
                rhythm,
                exports,
                respondents,
                instruments,
                items,
                attributes,
                duplicates,
                platform,
                Optional.empty(),
                Optional.empty());
    }

    /** A source of whose files nothing out of the ordinary is declared. */
    public Source(
            SourceId id,
            Rhythm rhythm,
            List<String> exports,
            Respondents respondents,
            List<InstrumentUse> instruments,
            Map<ItemKey, String> items,
            Map<AttributeId, String> attributes,
            DuplicateRule duplicates,
            Optional<String> platform,
            Optional<Consent> consent,
            Optional<String> time) {
        this(
                id,
                rhythm,
                exports,
                respondents,
                instruments,
                items,
                attributes,
                duplicates,
                platform,
                consent,
                time,
                Reading.USUAL);
    }

    /** The column that holds an attribute in this source's exports. */
    public String attributeColumn(AttributeId attribute) {
        return attributes.getOrDefault(attribute, attribute.value());
    }
}
