package org.evenkeel.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.ReaderScore;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.CrisisResources;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.core.study.Rhythm;
import org.evenkeel.core.study.Study;
import org.evenkeel.core.study.Term;
import org.evenkeel.intake.Binding.ItemColumn;
import org.evenkeel.intake.SourcePlan.Questionnaire;
import org.evenkeel.intake.platform.Convention;
import org.evenkeel.intake.platform.Platform;
import org.evenkeel.intake.table.Row;
import org.evenkeel.intake.table.Rows;
import org.jspecify.annotations.Nullable;

/** One pass over an export: rows in, responses out, and the account of every row. */
final class Decoding implements Responses {
    private static final Set<String> YES = Set.of("1", "y", "yes", "true", "agree", "i agree", "i consent", "checked");
    private static final char BETWEEN = '\u001f';

    private final Export export;
    private final Binding binding;
    private final Rows rows;
    private final Pseudonymiser pseudonymiser;
    private final Forgotten.Lookup forgotten;
    private final @Nullable FingerprintSketch sketch;
    private final UnaryOperator<Row> completion;
    private final TimeReader times;
    private final MissingCodes missingCodes;
    private final List<Item> items = new ArrayList<>();
    private final Set<String> consents = new TreeSet<>(YES);
    private final LongSet seen = new LongSet();
    /** How often rows that say the same have been met, where more than once. */
    private final Map<Long, Integer> occurrences = new HashMap<>();

    private final Map<Rejection, Long> rejected = new EnumMap<>(Rejection.class);
    private final List<ReaderScore> scores = new ArrayList<>();
    private final Map<String, Reading> readings = new TreeMap<>();
    private final Map<Questionnaire, AnswerReader> readers = new LinkedHashMap<>();
    private final Map<AttributeId, LabelReader> labels = new TreeMap<>();
    private final Map<Missing, Long> missing = new EnumMap<>(Missing.class);
    private final List<Mixed> mixed = new ArrayList<>();
    private final List<String> codeNotes;
    private final Optional<IdentifierCheck> identifiers;
    private final LongSet respondents = new LongSet();
    private long impossible;
    private long repeated;
    private @Nullable ExportResponse next;
    private long in;
    private long kept;
    private @Nullable Instant newest;

    /** An item's column, and what reads its cells. */
    private record Item(ItemKey key, int column, int state, AnswerReader reader, Reading reading, Keeping keeping) {}

    /** The columns of a scale that asks in both directions, and how many answered it alike. */
    private static final class Mixed {
        private final String questionnaire;
        private final int[] columns;
        private long marked;
        private long of;

        Mixed(String questionnaire, int[] columns) {
            this.questionnaire = questionnaire;
            this.columns = columns;
        }

        void look(Row row) {
            String first = row.cell(columns[0]).strip();
            boolean alike = true;
            for (int column : columns) {
                String cell = row.cell(column).strip();
                if (cell.isEmpty()) {
                    return;
                }
                alike &= cell.equals(first);
            }
            of++;
            marked += alike ? 1 : 0;
        }
    }

    /** What one row's answers are. */
    private static final class Answered {
        private final Map<ItemKey, Integer> kept = new HashMap<>();
        private final Map<ItemKey, Integer> scored = new HashMap<>();
        private final Map<Missing, Long> missing = new EnumMap<>(Missing.class);
        private ExportResponse.Sheet sheet = ExportResponse.Sheet.POSSIBLE;
    }

    /** What becomes of an item's answer. */
    private enum Keeping {
        /** It leaves the reader under its own key. */
        KEPT,
        /** It goes into scores that are made here, and no further. */
        SCORED
    }

    /** How a questionnaire's cells fared, in the rows kept and in all. */
    private static final class Reading {
        private long readable;
        private long outOfRange;
        private long unreadable;
    }

    /** What a pass is for. */
    enum Use {
        /** The account of every row and the export's fingerprint. */
        INSPECTION,
        /** The responses. */
        READING
    }

    Decoding(Export export, PseudonymKey key, Forgotten forgotten, Use use) {
        this.export = export;
        this.forgotten = forgotten.lookup();
        this.sketch = use == Use.INSPECTION ? new FingerprintSketch(export) : null;
        this.missingCodes = new MissingCodes(
                export.layout().platform(), export.plan().reading().missing());
        this.binding = export.binding();
        this.pseudonymiser = new Pseudonymiser(key);
        this.completion = binding.rules().completion(binding.shared());
        this.times = new TimeReader(
                export.zone(), export.order(), export.plan().reading().dates());
        this.identifiers = use == Use.INSPECTION ? Optional.of(new IdentifierCheck(export)) : Optional.empty();
        export.plan().consent().accepted().forEach(answer -> consents.add(AnswerReader.fold(answer)));
        export.plan().questionnaires().forEach(asked -> scores.addAll(asked.scores()));
        for (ItemColumn item : binding.items()) {
            Questionnaire asked = item.questionnaire();
            AnswerReader reader = readers.computeIfAbsent(
                    asked,
                    one -> new AnswerReader(
                            one,
                            export.listCodes().getOrDefault(one.name(), AnswerReader.ListCodes.NONE),
                            missingCodes));
            Reading reading = readings.computeIfAbsent(asked.name(), name -> new Reading());
            Keeping keeping = asked.keeps(item.item()) ? Keeping.KEPT : Keeping.SCORED;
            items.add(new Item(
                    item.item(),
                    item.column(),
                    ChoiceColumns.state(export.layout(), item.column()),
                    reader,
                    reading,
                    keeping));
        }
        export.plan()
                .attributes()
                .forEach(attribute -> labels.put(
                        attribute.attribute(),
                        new LabelReader(
                                export.plan()
                                        .labels()
                                        .getOrDefault(attribute.attribute(), SourcePlan.Labels.AS_WRITTEN),
                                missingCodes)));
        export.plan().questionnaires().forEach(this::findMixed);
        CodeProbe probe =
                CodeProbe.of(export.table().bytes().file(), binding.items(), readers, columns -> export.rows(columns));
        readers.forEach((asked, reader) ->
                Optional.ofNullable(probe.found().get(asked.name())).ifPresent(reader::number));
        this.codeNotes = probe.notes();
        BitSet wanted = binding.read();
        identifiers.ifPresent(check -> wanted.or(check.columns()));
        this.rows = export.rows(wanted);
        if (!rows.hasNext()) {
            rows.close();
            throw new DataProblem(export.table().bytes().label()
                    + ": the export has a header and no response. Export it again when there are" + " answers.");
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null && rows.hasNext()) {
            in++;
            Row row = rows.next();
            identifiers.ifPresent(check -> check.look(row));
            next = decode(completion.apply(row));
        }
        return next != null;
    }

    @Override
    public ExportResponse next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        ExportResponse response = next;
        next = null;
        return response;
    }

    @Override
    public void close() {
        rows.close();
    }

    /** Reads the rest and gives the account. */
    ExportReport report() {
        ExportFingerprint fingerprint = fingerprint();
        requireReadable();
        Map<String, ExportReport.Marked> straight = new TreeMap<>();
        mixed.forEach(scale -> straight.merge(
                scale.questionnaire,
                new ExportReport.Marked(scale.marked, scale.of),
                (one, other) -> one.marked() >= other.marked() ? one : other));
        return new ExportReport(
                export.table().bytes().hash(),
                export.layout().platform().label() + ", " + export.layout().format(),
                export.layout().certainty(),
                export.layout().recognisedBy(),
                export.table().bytes().encoding(),
                export.table().separatorName(),
                export.layout().headerRows(),
                export.zoneKnown() + (times.offsets() > 0 ? "; " + times.offsets() + " times state their own" : ""),
                export.mapped(),
                export.unmapped(),
                export.dropped(),
                in,
                kept,
                rejected,
                readings.values().stream()
                        .mapToLong(reading -> reading.outOfRange)
                        .sum(),
                readings.values().stream()
                        .mapToLong(reading -> reading.unreadable)
                        .sum(),
                told(missing),
                straight,
                impossible,
                repeated,
                notes(),
                Optional.ofNullable(newest),
                fingerprint);
    }

    /** Reads the rest and gives the fingerprint. */
    ExportFingerprint fingerprint() {
        FingerprintSketch made = Optional.ofNullable(sketch)
                .orElseThrow(() -> new IllegalStateException("only an inspection gives an account"));
        while (hasNext()) {
            next();
        }
        identifiers.ifPresent(check -> check.refuse(Optional.ofNullable(newest)));
        return made.fingerprint();
    }

    /** What is missing, once the whole file has shown what a blank cell means in it. */
    private Map<Missing, Long> told(Map<Missing, Long> counted) {
        Map<Missing, Long> told = new EnumMap<>(Missing.class);
        told.putAll(counted);
        Platform platform = export.layout().platform();
        long blank = told.getOrDefault(Missing.BLANK, 0L);
        if (platform == Platform.QUALTRICS && told.getOrDefault(Missing.SKIPPED, 0L) > 0) {
            // Where the platform writes a code for what was seen, what is blank was not.
            told.remove(Missing.BLANK);
            told.merge(Missing.NOT_SEEN, blank, Long::sum);
        }
        if (platform == Platform.LIMESURVEY && told.getOrDefault(Missing.NOT_ASKED, 0L) > 0) {
            // Where it writes N/A for what was not shown, what is blank was.
            told.remove(Missing.BLANK);
            told.merge(Missing.SKIPPED, blank, Long::sum);
        }
        long unbound = export.plan().questionnaires().stream()
                .mapToLong(asked -> asked.required().size()
                        - items.stream()
                                .filter(item -> asked.required().contains(item.key()))
                                .count())
                .filter(none -> none > 0)
                .sum();
        told.merge(Missing.NOT_ASKED, unbound * kept, Long::sum);
        told.values().removeIf(number -> number == 0);
        return told;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(export.notes());
        notes.addAll(codeNotes);
        notes.addAll(times.notes());
        labels.forEach((attribute, reader) -> {
            if (reader.unknownRows() > 0) {
                String named = reader.unknownValues().entrySet().stream()
                        .map(value -> "'" + ColumnFinder.quoted(value.getKey()) + "' on " + value.getValue())
                        .collect(Collectors.joining(", "));
                notes.add(String.format(
                        Locale.ROOT,
                        "%s: %d rows have a label that neither headcounts nor aliases know, and are groups of their own: %s",
                        attribute,
                        reader.unknownRows(),
                        named.isEmpty()
                                ? "none on " + Study.LEAST_THRESHOLD + " rows or more, so none is named"
                                : named));
            }
        });
        if (repeated > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%d responses are further ones of a respondent in a term; of several the %s counts",
                    repeated,
                    export.plan().duplicates().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        }
        Path file = export.table().bytes().file();
        if (export.plan().reading().crisisResources() == CrisisResources.NOT_STATED) {
            SurveyDefinition.beside(file, export.layout().platform())
                    .filter(definition -> !definition.namesHelp())
                    .ifPresent(definition -> notes.add("the survey's definition " + definition.name()
                            + " names no place to find help in a crisis; show one to every respondent, and declare"
                            + " crisis-resources: shown"));
        }
        return notes;
    }

    private void findMixed(Questionnaire asked) {
        for (List<ItemKey> scale : asked.mixed()) {
            int[] columns = items.stream()
                    .filter(item -> scale.contains(item.key()) && item.reader() == readers.get(asked))
                    .mapToInt(Item::column)
                    .toArray();
            if (columns.length == scale.size()) {
                mixed.add(new Mixed(asked.name(), columns));
            }
        }
    }

    private void requireReadable() {
        List<String> unread = new ArrayList<>();
        readings.forEach((name, reading) -> {
            if (reading.readable == 0 && reading.outOfRange + reading.unreadable > 0) {
                unread.add(String.format(
                        "%s (%d unknown, %d out of range)", name, reading.unreadable, reading.outOfRange));
            }
        });
        if (!unread.isEmpty()) {
            throw new DataProblem(String.format(
                    "%s: not one answer can be read of %s. Check the columns, and declare under 'answers' what its texts or"
                            + " codes mean.",
                    export.table().bytes().label(), String.join(", ", unread)));
        }
    }

    private @Nullable ExportResponse decode(Row row) {
        if (isWithdrawn(row)) {
            return reject(Rejection.WITHDRAWN);
        }
        Optional<Rejection> uncounted = rejection(binding.rules().standing(row));
        if (uncounted.isPresent()) {
            return reject(uncounted.get());
        }
        if (binding.consent() != Binding.NONE && !consents.contains(AnswerReader.fold(row.cell(binding.consent())))) {
            return reject(Rejection.NO_CONSENT);
        }
        String id = row.cell(binding.respondent());
        boolean linked = binding.respondent() != Binding.NONE;
        if (linked && !Pseudonymiser.identifies(id)) {
            return reject(Rejection.NO_RESPONDENT);
        }
        String time = binding.time() == Binding.NONE ? binding.rules().submitted(row) : row.cell(binding.time());
        Optional<Instant> submitted = times.read(time);
        if (submitted.isEmpty()) {
            return reject(Rejection.NO_TIME);
        }
        if (forgotten.tooOld(submitted.get())) {
            return reject(Rejection.PAST_RETENTION);
        }
        Optional<Term> term = export.plan().calendar().termOf(submitted.get());
        if (term.isEmpty()) {
            return reject(Rejection.OUTSIDE_TERMS);
        }
        Answered answered = answers(row);
        Map<ItemKey, Integer> answers = answered.kept;
        if (answers.isEmpty() && answered.scored.isEmpty()) {
            return reject(Rejection.EMPTY);
        }
        scores.forEach(score -> score.units(answered.scored).ifPresent(units -> answers.put(score.key(), units)));
        Optional<Pseudonym> person = export.plan().respondents() instanceof Respondents.Identified identified
                ? Optional.of(pseudonymiser.person(identified.idSpace(), id))
                : Optional.empty();
        Pseudonym response = response(row, answers, person, submitted.get(), time);
        if (!seen.add(response.value())) {
            return reject(Rejection.DUPLICATE);
        }
        kept++;
        account(row, answered, person, term.get());
        newest = newest == null || newest.isBefore(submitted.get()) ? submitted.get() : newest;
        Pseudonym respondent = person.orElse(response);
        return new ExportResponse(
                respondent.value(),
                respondent.check(),
                response.value(),
                submitted.get(),
                term.get().id(),
                export.plan().calendar().week(submitted.get()),
                attributes(row),
                answers,
                answered.sheet);
    }

    /** What is counted of a row that is kept. */
    private void account(Row row, Answered answered, Optional<Pseudonym> person, Term term) {
        answered.missing.forEach((kind, number) -> missing.merge(kind, number, Long::sum));
        impossible += answered.sheet == ExportResponse.Sheet.IMPOSSIBLE ? 1 : 0;
        mixed.forEach(scale -> scale.look(row));
        if (person.isPresent() && export.plan().rhythm() == Rhythm.SURVEY) {
            long once = person.get().value()
                    ^ (0x9E3779B97F4A7C15L * term.id().value().hashCode());
            repeated += respondents.add(once) ? 0 : 1;
        }
    }

    /** Looked at first: whoever has withdrawn is counted so, whatever else their row is. */
    private boolean isWithdrawn(Row row) {
        return binding.respondent() != Binding.NONE
                && export.plan().respondents() instanceof Respondents.Identified identified
                && Pseudonymiser.identifies(row.cell(binding.respondent()))
                && forgotten.withdrawn(identified.idSpace(), row.cell(binding.respondent()));
    }

    private static Optional<Rejection> rejection(Convention.Standing standing) {
        return switch (standing) {
            case COUNTS -> Optional.empty();
            case PREVIEW -> Optional.of(Rejection.PREVIEW);
            case SPAM -> Optional.of(Rejection.SPAM);
            case UNFINISHED -> Optional.of(Rejection.UNFINISHED);
            case ELSEWHERE -> Optional.of(Rejection.EMPTY);
        };
    }

    private @Nullable ExportResponse reject(Rejection reason) {
        rejected.merge(reason, 1L, Long::sum);
        return null;
    }

    private Pseudonym response(
            Row row, Map<ItemKey, Integer> answers, Optional<Pseudonym> person, Instant submitted, String time) {
        String own = binding.rules().response(row).strip();
        if (!own.isEmpty()) {
            return pseudonymiser.response(
                    export.plan().source(),
                    switch (binding.rules().numbering()) {
                        case EVERYWHERE -> "id" + BETWEEN + own;
                        case WITHIN_SURVEY ->
                            "id" + BETWEEN + own
                                    + BETWEEN
                                    + person.map(Pseudonym::value).orElse(submitted.toEpochMilli());
                    });
        }
        if (person.isPresent() && !TimeReader.dayOnly(time)) {
            return pseudonymiser.response(
                    export.plan().source(), "at" + BETWEEN + person.get().value() + BETWEEN + submitted.toEpochMilli());
        }
        return ofContents(row, answers, person, submitted);
    }

    /**
     * Rows without an id are known by what they say; equal rows of unknown people are different people. An answer that is
     * not kept is left out: whoever holds the key could find it by trying every answer.
     */
    private Pseudonym ofContents(
            Row row, Map<ItemKey, Integer> answers, Optional<Pseudonym> person, Instant submitted) {
        StringBuilder said = new StringBuilder("row").append(BETWEEN).append(submitted.toEpochMilli());
        person.ifPresent(one -> said.append(BETWEEN).append(one.value()));
        items.stream()
                .filter(item -> item.keeping() == Keeping.KEPT)
                .forEach(item -> said.append(BETWEEN).append(row.cell(item.column())));
        scores.forEach(score -> said.append(BETWEEN).append(answers.getOrDefault(score.key(), -1)));
        binding.attributes().values().forEach(column -> said.append(BETWEEN).append(row.cell(column)));
        binding.choices()
                .values()
                .forEach(choice -> choice.answers().stream()
                        .sorted()
                        .forEach(column -> said.append(BETWEEN).append(row.cell(column))));
        Pseudonym first = pseudonymiser.response(export.plan().source(), said.toString());
        if (person.isPresent() || !seen.contains(first.value())) {
            return first;
        }
        int occurrence = occurrences.getOrDefault(first.value(), 1);
        Pseudonym another = first;
        while (seen.contains(another.value())) {
            occurrence++;
            another = pseudonymiser.response(export.plan().source(), said.toString() + BETWEEN + occurrence);
        }
        occurrences.put(first.value(), occurrence);
        return another;
    }

    /** The answers that are kept, those that only go into scores, and what is missing. */
    private Answered answers(Row row) {
        Answered answered = new Answered();
        for (int place = 0; place < items.size(); place++) {
            Item item = items.get(place);
            String cell = row.cell(item.column());
            int value = item.reader().read(item.key(), cell);
            if (sketch != null) {
                sketch.meet(place, cell, value);
            }
            switch (value) {
                case AnswerReader.BLANK -> none(answered, blank(item, row));
                case AnswerReader.NOT_SHOWN -> none(answered, Missing.NOT_ASKED);
                case AnswerReader.SEEN -> none(answered, Missing.SKIPPED);
                case AnswerReader.CODED -> none(answered, Missing.CODED);
                case AnswerReader.OUT_OF_RANGE -> {
                    item.reading().outOfRange++;
                    answered.sheet = ExportResponse.Sheet.IMPOSSIBLE;
                }
                case AnswerReader.UNREADABLE -> {
                    item.reading().unreadable++;
                    answered.sheet = ExportResponse.Sheet.IMPOSSIBLE;
                }
                default -> {
                    item.reading().readable++;
                    switch (item.keeping()) {
                        case KEPT -> answered.kept.put(item.key(), value);
                        case SCORED -> answered.scored.put(item.key(), value);
                    }
                }
            }
        }
        return answered;
    }

    private static void none(Answered answered, Missing kind) {
        answered.missing.merge(kind, 1L, Long::sum);
    }

    /** A form that was never saved was not seen. */
    private static Missing blank(Item item, Row row) {
        return item.state() != Binding.NONE && row.cell(item.state()).isBlank() ? Missing.NOT_SEEN : Missing.BLANK;
    }

    private Map<AttributeId, String> attributes(Row row) {
        Map<AttributeId, String> attributes = new HashMap<>();
        binding.attributes().forEach((attribute, column) -> {
            String cell = row.cell(column);
            LabelReader reader = Objects.requireNonNull(labels.get(attribute));
            String label = cell.isEmpty() ? "" : reader.read(cell);
            if (!label.isEmpty()) {
                reader.count(label);
                attributes.put(attribute, label);
            }
        });
        binding.choices()
                .forEach((attribute, choice) ->
                        choice.read(row, missingCodes).ifPresent(made -> attributes.put(attribute, made)));
        return attributes;
    }
}
