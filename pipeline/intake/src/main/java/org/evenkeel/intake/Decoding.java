package org.evenkeel.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.ReaderScore;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.core.study.Term;
import org.evenkeel.intake.Binding.ItemColumn;
import org.evenkeel.intake.SourcePlan.Questionnaire;
import org.evenkeel.intake.platform.Column;
import org.evenkeel.intake.platform.Convention;
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
    private final List<Item> items = new ArrayList<>();
    private final Set<String> consents = new TreeSet<>(YES);
    private final LongSet seen = new LongSet();
    /** How often rows that say the same have been met, where more than once. */
    private final Map<Long, Integer> occurrences = new HashMap<>();

    private final Map<Rejection, Long> rejected = new EnumMap<>(Rejection.class);
    private final List<ReaderScore> scores = new ArrayList<>();
    private final Map<String, Reading> readings = new TreeMap<>();
    private final Map<Questionnaire, AnswerReader> readers = new LinkedHashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private @Nullable ExportResponse next;
    private long in;
    private long kept;
    private @Nullable Instant newest;

    /** An item's column, and what reads its cells. */
    private record Item(ItemKey key, int column, AnswerReader reader, Reading reading, Keeping keeping) {}

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
        this.binding = export.binding();
        this.pseudonymiser = new Pseudonymiser(key);
        this.completion = binding.rules().completion(binding.shared());
        this.times = new TimeReader(export.zone(), export.order());
        export.plan().consent().accepted().forEach(answer -> consents.add(AnswerReader.fold(answer)));
        export.plan().questionnaires().forEach(asked -> scores.addAll(asked.scores()));
        for (ItemColumn item : binding.items()) {
            Questionnaire asked = item.questionnaire();
            AnswerReader reader = readers.computeIfAbsent(
                    asked,
                    one -> new AnswerReader(
                            one, export.listCodes().getOrDefault(one.name(), AnswerReader.ListCodes.NONE)));
            Reading reading = readings.computeIfAbsent(asked.name(), name -> new Reading());
            Keeping keeping = asked.keeps(item.item()) ? Keeping.KEPT : Keeping.SCORED;
            items.add(new Item(item.item(), item.column(), reader, reading, keeping));
        }
        this.rows = export.rows();
        if (!rows.hasNext()) {
            rows.close();
            throw new DataProblem(export.table().bytes().file()
                    + ": the export has a header and no response. Export it again when there are" + " answers.");
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null && rows.hasNext()) {
            in++;
            next = decode(completion.apply(rows.next()));
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
        List<String> notes = new ArrayList<>(export.notes());
        readers.values().forEach(reader -> reader.suspicion().ifPresent(notes::add));
        return new ExportReport(
                export.table().bytes().hash(),
                export.layout().platform().label() + ", " + export.layout().format(),
                export.layout().recognisedBy(),
                export.table().bytes().encoding(),
                export.table().separatorName(),
                export.layout().headerRows(),
                export.zoneKnown(),
                export.mapped(),
                export.unmapped(),
                in,
                kept,
                rejected,
                readings.values().stream()
                        .mapToLong(reading -> reading.outOfRange)
                        .sum(),
                readings.values().stream()
                        .mapToLong(reading -> reading.unreadable)
                        .sum(),
                notes,
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
        return made.fingerprint();
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
                    export.table().bytes().file(), String.join(", ", unread)));
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
        Map<ItemKey, Integer> scored = new HashMap<>();
        Map<ItemKey, Integer> answers = answers(row, scored);
        if (answers.isEmpty() && scored.isEmpty()) {
            return reject(Rejection.EMPTY);
        }
        scores.forEach(score -> score.units(scored).ifPresent(units -> answers.put(score.key(), units)));
        Optional<Pseudonym> person = export.plan().respondents() instanceof Respondents.Identified identified
                ? Optional.of(pseudonymiser.person(identified.idSpace(), id))
                : Optional.empty();
        Pseudonym response = response(row, answers, person, submitted.get(), time);
        if (!seen.add(response.value())) {
            return reject(Rejection.DUPLICATE);
        }
        kept++;
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
                answers);
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
            return pseudonymiser.response(export.plan().source(), "id" + BETWEEN + own);
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

    /** The answers that are kept; those that only go into scores are put beside them. */
    private Map<ItemKey, Integer> answers(Row row, Map<ItemKey, Integer> scored) {
        Map<ItemKey, Integer> answers = new HashMap<>();
        for (int place = 0; place < items.size(); place++) {
            Item item = items.get(place);
            String cell = row.cell(item.column());
            int value = item.reader().read(item.key(), cell);
            if (sketch != null) {
                sketch.meet(place, cell, value);
            }
            switch (value) {
                case AnswerReader.BLANK -> {}
                case AnswerReader.OUT_OF_RANGE -> item.reading().outOfRange++;
                case AnswerReader.UNREADABLE -> item.reading().unreadable++;
                default -> {
                    item.reading().readable++;
                    switch (item.keeping()) {
                        case KEPT -> answers.put(item.key(), value);
                        case SCORED -> scored.put(item.key(), value);
                    }
                }
            }
        }
        return answers;
    }

    private Map<AttributeId, String> attributes(Row row) {
        Map<AttributeId, String> attributes = new HashMap<>();
        binding.attributes().forEach((attribute, column) -> {
            String label = labels.computeIfAbsent(row.cell(column), Column::tidy);
            if (!label.isEmpty()) {
                attributes.put(attribute, label);
            }
        });
        return attributes;
    }
}
