package org.evenkeel.intake;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.instrument.Catalogue;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.ReaderScore;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Codes;
import org.evenkeel.core.study.Columns;
import org.evenkeel.core.study.DuplicateRule;
import org.evenkeel.core.study.InstrumentUse;
import org.evenkeel.core.study.Reading;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.core.study.Rhythm;
import org.evenkeel.core.study.Roster;
import org.evenkeel.core.study.SchoolCalendar;
import org.evenkeel.core.study.Source;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.Study;
import org.evenkeel.intake.platform.Platform;

/**
 * All a reader needs to decode one source's exports, ready to travel to where the reading is done.
 *
 * @param source the source's name
 * @param rhythm once a term, or again and again
 * @param platform the declared platform's name; empty means recognised by content
 * @param respondents how respondents are known
 * @param questionnaires where the items are and what their answers mean
 * @param attributes the attributes its rows may state
 * @param calendar the school's terms, in its zone
 * @param consent the consent question, if one is declared; an empty column means none
 * @param timeColumn the column with the submission time; empty means the platform's own
 * @param reading how its files are to be read
 * @param labels by attribute, what its labels mean
 * @param duplicates which of several responses of a respondent counts
 */
public record SourcePlan(
        SourceId source,
        Rhythm rhythm,
        String platform,
        Respondents respondents,
        List<Questionnaire> questionnaires,
        List<AttributeColumn> attributes,
        SchoolCalendar calendar,
        Consent consent,
        String timeColumn,
        Reading reading,
        Map<AttributeId, Labels> labels,
        DuplicateRule duplicates)
        implements Serializable {

    /**
     * One instrument as this source asks it.
     *
     * @param name the instrument's name, for messages
     * @param items its items in questionnaire order
     * @param dropped items that may stand in an export and never leave the reader under their own key
     * @param flipped items whose answer texts mean the mirrored value, because the declared coding numbers them the other
     *     way round
     * @param range the values of an item
     * @param columns where the items are
     * @param anchors the instrument's answer texts, and the value each means under its default coding
     * @param answers declared answer texts or codes, and the value each means
     * @param scores scales that are scored while a file is read; none of their items leaves the reader
     * @param alternatives the instruments to ask where the dropped items were not asked
     * @param codes how the survey numbers the answers, where that is declared
     * @param mixed the item sets of scales that ask in both directions, in which equal answers contradict each other
     */
    public record Questionnaire(
            String name,
            List<ItemKey> items,
            Set<ItemKey> dropped,
            Set<ItemKey> flipped,
            AnswerRange range,
            Columns columns,
            Map<String, Integer> anchors,
            Map<String, Integer> answers,
            List<ReaderScore> scores,
            List<String> alternatives,
            Codes codes,
            List<List<ItemKey>> mixed)
            implements Serializable {
        public Questionnaire {
            items = List.copyOf(items);
            dropped = Set.copyOf(dropped);
            flipped = Set.copyOf(flipped);
            anchors = Map.copyOf(anchors);
            answers = Map.copyOf(answers);
            scores = List.copyOf(scores);
            alternatives = List.copyOf(alternatives);
            mixed = mixed.stream().map(List::copyOf).toList();
        }

        /** A questionnaire whose answers are numbered as its values and of which no scale asks in both directions. */
        public Questionnaire(
                String name,
                List<ItemKey> items,
                Set<ItemKey> dropped,
                Set<ItemKey> flipped,
                AnswerRange range,
                Columns columns,
                Map<String, Integer> anchors,
                Map<String, Integer> answers,
                List<ReaderScore> scores,
                List<String> alternatives) {
            this(
                    name,
                    items,
                    dropped,
                    flipped,
                    range,
                    columns,
                    anchors,
                    answers,
                    scores,
                    alternatives,
                    Codes.UNDECLARED,
                    List.of());
        }

        /** A questionnaire of which no scale is scored while a file is read. */
        public Questionnaire(
                String name,
                List<ItemKey> items,
                Set<ItemKey> dropped,
                Set<ItemKey> flipped,
                AnswerRange range,
                Columns columns,
                Map<String, Integer> anchors,
                Map<String, Integer> answers) {
            this(name, items, dropped, flipped, range, columns, anchors, answers, List.of(), List.of());
        }

        /** The items that must stand in an export: all but dropped ones that no score uses. */
        public List<ItemKey> required() {
            return items.stream()
                    .filter(item -> !dropped.contains(item) || scored(item))
                    .toList();
        }

        /** The items that leave the reader under their own key. */
        public List<ItemKey> kept() {
            return items.stream().filter(this::keeps).toList();
        }

        /** Whether an item leaves the reader under its own key. */
        public boolean keeps(ItemKey item) {
            return !dropped.contains(item) && !scored(item);
        }

        private boolean scored(ItemKey item) {
            return scores.stream().anyMatch(score -> score.items().contains(item));
        }
    }

    /** Whether a column must be there. */
    public enum Need {
        /** An export without it is refused. */
        REQUIRED,
        /** It is read where it is there. */
        OPTIONAL
    }

    /**
     * The column that states an attribute.
     *
     * @param attribute the attribute
     * @param column its column, or what the columns of a multiple choice have in common
     * @param need whether it must be there
     * @param choice the choice of a multiple choice that the attribute is about; empty means that the cell is its value
     */
    public record AttributeColumn(AttributeId attribute, String column, Need need, String choice)
            implements Serializable {
        /** The column whose cell is the attribute's value. */
        public AttributeColumn(AttributeId attribute, String column, Need need) {
            this(attribute, column, need, "");
        }
    }

    /**
     * What the labels of an attribute mean.
     *
     * @param aliases other labels, and the value each means
     * @param known the values that the study knows from elsewhere; empty means that it knows none
     */
    public record Labels(Map<String, String> aliases, Set<String> known) implements Serializable {
        /** Every label is its own value. */
        public static final Labels AS_WRITTEN = new Labels(Map.of(), Set.of());

        public Labels {
            aliases = Map.copyOf(aliases);
            known = Set.copyOf(known);
        }
    }

    /**
     * The consent question.
     *
     * @param column its column; empty means that the study declares none
     * @param accepted the answers that mean yes, besides the usual ones
     */
    public record Consent(String column, Set<String> accepted) implements Serializable {
        /** No consent question is declared. */
        public static final Consent NONE = new Consent("", Set.of());

        public Consent {
            accepted = Set.copyOf(accepted);
        }
    }

    public SourcePlan {
        questionnaires = List.copyOf(questionnaires);
        attributes = List.copyOf(attributes);
        labels = Map.copyOf(labels);
    }

    /** A plan of files of which nothing out of the ordinary is declared. */
    public SourcePlan(
            SourceId source,
            Rhythm rhythm,
            String platform,
            Respondents respondents,
            List<Questionnaire> questionnaires,
            List<AttributeColumn> attributes,
            SchoolCalendar calendar,
            Consent consent,
            String timeColumn) {
        this(
                source,
                rhythm,
                platform,
                respondents,
                questionnaires,
                attributes,
                calendar,
                consent,
                timeColumn,
                Reading.USUAL,
                Map.of(),
                DuplicateRule.LAST);
    }

    /** The keys under which answers leave the reader, in their own order: items that are kept, and scores made while reading. */
    public List<ItemKey> answerKeys() {
        Set<ItemKey> keys = new TreeSet<>();
        questionnaires.forEach(questionnaire -> {
            keys.addAll(questionnaire.kept());
            questionnaire.scores().forEach(score -> keys.add(score.key()));
        });
        return List.copyOf(keys);
    }

    /** The plan of one source of the study; refuses what the catalogue does not know, all of it at once. */
    public static SourcePlan of(Study study, Catalogue catalogue, SourceId id) {
        Source source = study.source(id);
        List<String> problems = new ArrayList<>();
        List<Questionnaire> questionnaires = new ArrayList<>();
        for (InstrumentUse use : source.instruments()) {
            catalogue
                    .find(use.instrument())
                    .ifPresentOrElse(
                            instrument -> questionnaires.add(questionnaire(instrument, use)),
                            () -> problems.add(unknownInstrument(catalogue, use.instrument())));
        }
        new TreeMap<>(source.items())
                .forEach((item, column) -> catalogue
                        .ofSingleItem(item)
                        .ifPresentOrElse(
                                instrument -> questionnaires.add(single(instrument, item, column)),
                                () -> problems.add(unknownItem(catalogue, item))));
        problems.addAll(catalogue.conflicts(
                source.instruments().stream().map(InstrumentUse::instrument).toList()));
        source.platform().filter(name -> Platform.named(name).isEmpty()).ifPresent(name -> problems.add(unknown(name)));
        if (!problems.isEmpty()) {
            throw new UsageProblem("source " + id + ": " + String.join("; ", problems));
        }
        return new SourcePlan(
                id,
                source.rhythm(),
                source.platform().orElse(""),
                source.respondents(),
                questionnaires,
                attributes(study, source),
                study.calendar(),
                Consent.NONE,
                "",
                source.reading(),
                labelsOf(study),
                source.duplicates());
    }

    /** The same plan with a consent question. */
    public SourcePlan withConsent(Consent declared) {
        return new SourcePlan(
                source,
                rhythm,
                platform,
                respondents,
                questionnaires,
                attributes,
                calendar,
                declared,
                timeColumn,
                reading,
                labels,
                duplicates);
    }

    /** The same plan with the submission time in a column of this name. */
    public SourcePlan withTimeColumn(String column) {
        return new SourcePlan(
                source,
                rhythm,
                platform,
                respondents,
                questionnaires,
                attributes,
                calendar,
                consent,
                column,
                reading,
                labels,
                duplicates);
    }

    /** The same plan, whose files are to be read like this. */
    public SourcePlan withReading(Reading declared) {
        return new SourcePlan(
                source,
                rhythm,
                platform,
                respondents,
                questionnaires,
                attributes,
                calendar,
                consent,
                timeColumn,
                declared,
                labels,
                duplicates);
    }

    private static Questionnaire questionnaire(Instrument instrument, InstrumentUse use) {
        return new Questionnaire(
                instrument.id().value(),
                instrument.items(),
                instrument.dropped(),
                flipped(instrument, use),
                instrument.range(),
                use.columns(),
                instrument.anchors(),
                use.answers(),
                instrument.readerScores(use.coding()),
                instrument.excludes().stream().map(InstrumentId::value).sorted().toList(),
                use.codes(),
                mixed(instrument.scales(use.coding())));
    }

    private static List<List<ItemKey>> mixed(List<Scale> scales) {
        return scales.stream()
                .filter(scale -> !scale.reversed().isEmpty()
                        && scale.reversed().size() < scale.items().size())
                .map(Scale::items)
                .distinct()
                .toList();
    }

    private static Set<ItemKey> flipped(Instrument instrument, InstrumentUse use) {
        if (use.coding().isEmpty()) {
            return Set.of();
        }
        Set<ItemKey> usual = instrument.codings().get(0).reversed();
        Set<ItemKey> declared = instrument.coding(use.coding().get()).reversed();
        Set<ItemKey> flipped = new TreeSet<>(instrument.items());
        flipped.removeIf(item -> usual.contains(item) == declared.contains(item));
        return flipped;
    }

    private static Questionnaire single(Instrument instrument, ItemKey item, String column) {
        return new Questionnaire(
                item.value(),
                List.of(item),
                Set.of(),
                Set.of(),
                instrument.range(),
                new Columns.ByName(Map.of(item, column)),
                instrument.anchors(),
                Map.of());
    }

    private static List<AttributeColumn> attributes(Study study, Source source) {
        List<AttributeColumn> columns = new ArrayList<>();
        for (AttributeId attribute : study.cohorts().attributes()) {
            boolean declared = source.attributes().containsKey(attribute);
            String column = source.attributeColumn(attribute);
            String choice = source.reading().choices().getOrDefault(attribute, "");
            if (declared || holdsAttributes(study.roster(), source)) {
                columns.add(new AttributeColumn(attribute, column, Need.REQUIRED, choice));
            } else if (source.respondents() instanceof Respondents.Unlinked) {
                columns.add(new AttributeColumn(attribute, column, Need.OPTIONAL, choice));
            }
        }
        return columns;
    }

    /** What the study says about labels, by attribute: its aliases, and the values that its headcounts name. */
    public static Map<AttributeId, Labels> labelsOf(Study study) {
        Map<AttributeId, Labels> labels = new TreeMap<>();
        for (AttributeId attribute : study.cohorts().attributes()) {
            Map<String, String> aliases = study.cohorts().aliases().getOrDefault(attribute, Map.of());
            Set<String> known = new TreeSet<>();
            study.headcounts()
                    .rows()
                    .forEach(row ->
                            Optional.ofNullable(row.values().get(attribute)).ifPresent(known::add));
            if (!known.isEmpty()) {
                known.addAll(aliases.values());
            }
            if (!known.isEmpty() || !aliases.isEmpty()) {
                labels.put(attribute, new Labels(aliases, known));
            }
        }
        return labels;
    }

    private static boolean holdsAttributes(Roster roster, Source source) {
        if (roster instanceof Roster.FromSource from) {
            return from.source().equals(source.id());
        }
        return roster instanceof Roster.OwnColumns;
    }

    private static String unknownInstrument(Catalogue catalogue, InstrumentId id) {
        List<String> known = catalogue.instruments().keySet().stream()
                .sorted(Comparator.naturalOrder())
                .map(InstrumentId::value)
                .toList();
        return String.format("there is no instrument '%s'%s", id, Suggestion.among(known, id.value()));
    }

    private static String unknownItem(Catalogue catalogue, ItemKey item) {
        Set<String> known = new TreeSet<>();
        Map<String, ItemKey> singles = new LinkedHashMap<>();
        catalogue
                .instruments()
                .values()
                .forEach(instrument -> instrument.items().stream()
                        .filter(candidate -> catalogue.ofSingleItem(candidate).isPresent())
                        .forEach(candidate -> singles.put(candidate.value(), candidate)));
        known.addAll(singles.keySet());
        return String.format("no instrument scores the item '%s' alone%s", item, Suggestion.among(known, item.value()));
    }

    private static String unknown(String platform) {
        List<String> known = java.util.Arrays.stream(Platform.values())
                .map(Platform::declared)
                .toList();
        return String.format(
                "there is no platform '%s'%s; known are %s",
                platform, Suggestion.among(known, platform), String.join(", ", known));
    }
}
