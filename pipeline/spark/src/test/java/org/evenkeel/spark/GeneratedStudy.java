package org.evenkeel.spark;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Columns;
import org.evenkeel.core.study.DateRange;
import org.evenkeel.core.study.DuplicateRule;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.core.study.Rhythm;
import org.evenkeel.core.study.Roster;
import org.evenkeel.core.study.SchoolCalendar;
import org.evenkeel.core.study.Source;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.Term;
import org.evenkeel.core.study.TermId;
import org.evenkeel.intake.ExportResponse;
import org.evenkeel.intake.RosterEntry;
import org.evenkeel.intake.SourcePlan;
import org.evenkeel.spark.score.GeneratedScales;
import org.evenkeel.spark.score.SourceScales;

/** A small study by seed, with everything that makes rows awkward: repeats, late copies, ties, gaps, changes of mind. */
public final class GeneratedStudy {
    /** The zone of the made school. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final int PEOPLE = 40;

    private final Random random;
    private final List<AttributeId> attributes = List.of(new AttributeId("campus"), new AttributeId("study-year"));
    private final SchoolCalendar calendar = new SchoolCalendar(
            ZONE,
            List.of(
                    term("2026", LocalDate.of(2026, 9, 7), LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 9)),
                    term(
                            "2027-spring",
                            LocalDate.of(2027, 1, 11),
                            LocalDate.of(2027, 2, 5),
                            LocalDate.of(2027, 2, 12))));
    private final Roster roster;
    private final List<SourceScales> sources;
    private final List<RosterEntry> entries = new ArrayList<>();
    /** By source, then batch, then export: the responses in the file. */
    private final Map<SourceId, List<List<List<ExportResponse>>>> exports = new TreeMap<>();

    public GeneratedStudy(long seed) {
        random = new Random(seed);
        roster = switch ((int) Math.floorMod(seed, 3L)) {
            case 0 -> new Roster.FromSource(new SourceId("survey"));
            case 1 -> new Roster.FromFile("roster.csv", "students");
            default -> new Roster.OwnColumns();
        };
        Respondents identified = new Respondents.Identified("id", "students");
        sources = List.of(
                source("survey", Rhythm.SURVEY, identified, Math.floorMod(seed, 3)),
                source("check-in", Rhythm.CHECK_IN, identified, 0),
                source("poll", Rhythm.SURVEY, new Respondents.Unlinked(), 1));
        sources.forEach(source -> exports.put(source.source().id(), batches(source)));
        if (roster instanceof Roster.FromFile) {
            calendar.terms().forEach(this::enlist);
        }
    }

    private static Term term(String id, LocalDate from, LocalDate to, LocalDate cutOff) {
        return new Term(new TermId(id), new DateRange(from, to), cutOff, List.of());
    }

    private SourceScales source(String id, Rhythm rhythm, Respondents respondents, int rule) {
        Source source = new Source(
                new SourceId(id),
                rhythm,
                List.of("*.csv"),
                respondents,
                List.of(),
                Map.of(new ItemKey("asked"), "asked"),
                Map.of(),
                List.of(DuplicateRule.values()).get(rule),
                Optional.empty());
        List<ItemKey> items =
                IntStream.range(0, 5).mapToObj(i -> new ItemKey(id + "_" + i)).toList();
        AnswerRange range = new AnswerRange(0, 2 + random.nextInt(4));
        List<Scale> scales = IntStream.range(0, 3)
                .mapToObj(i -> GeneratedScales.scale(id + "-scale-" + i, items, range, random))
                .toList();
        return new SourceScales(source, scales);
    }

    private List<List<List<ExportResponse>>> batches(SourceScales source) {
        List<ExportResponse> all = new ArrayList<>();
        int submissions = source.source().rhythm() == Rhythm.CHECK_IN ? 6 : 2;
        for (int person = 1; person <= PEOPLE; person++) {
            for (Term term : calendar.terms()) {
                int given = random.nextInt(submissions + 1);
                for (int i = 0; i < given; i++) {
                    all.add(response(source, person, term, all.size() + 1));
                }
            }
        }
        List<List<List<ExportResponse>>> batches = new ArrayList<>();
        for (int batch = 0; batch < 2; batch++) {
            List<List<ExportResponse>> files = new ArrayList<>();
            for (int file = 0; file < 1 + batch; file++) {
                List<ExportResponse> rows = new ArrayList<>();
                for (ExportResponse response : all) {
                    if (random.nextInt(3) > 0) {
                        rows.add(random.nextInt(10) == 0 ? corrected(source, response) : response);
                    }
                }
                files.add(rows);
            }
            batches.add(files);
        }
        return batches;
    }

    private ExportResponse response(SourceScales source, long person, Term term, long number) {
        // Few distinct instants, so that two submissions of one respondent often stand at the same one.
        Instant submitted = term.days()
                .from()
                .plusDays(7L * random.nextInt(4))
                .atTime(9 + random.nextInt(2), 0)
                .atZone(ZONE)
                .toInstant()
                .plusNanos(1000L * random.nextInt(2));
        return new ExportResponse(
                person,
                -person,
                source.source().id().value().hashCode() * 1_000L + number,
                submitted,
                term.id(),
                calendar.week(submitted),
                attributes(person),
                answers(source),
                sheet());
    }

    private ExportResponse corrected(SourceScales source, ExportResponse response) {
        return new ExportResponse(
                response.respondent(),
                response.respondentCheck(),
                response.response(),
                response.submitted(),
                response.term(),
                response.week(),
                attributes(response.respondent()),
                answers(source),
                sheet());
    }

    /** One in eight sheets holds an answer that cannot be one. */
    private ExportResponse.Sheet sheet() {
        return random.nextInt(8) == 0 ? ExportResponse.Sheet.IMPOSSIBLE : ExportResponse.Sheet.POSSIBLE;
    }

    private Map<ItemKey, Integer> answers(SourceScales source) {
        Map<ItemKey, Integer> answers = new HashMap<>();
        AnswerRange range = source.scales().get(0).range();
        int missingOf = random.nextInt(3);
        if (random.nextInt(5) == 0) {
            int alike = range.lowest() + random.nextInt(range.highest() - range.lowest() + 1);
            source.items().forEach(item -> answers.put(item, alike));
            return answers;
        }
        for (ItemKey item : source.items()) {
            if (random.nextInt(4) >= missingOf) {
                answers.put(item, range.lowest() + random.nextInt(range.highest() - range.lowest() + 1));
            }
        }
        return answers;
    }

    private Map<AttributeId, String> attributes(long person) {
        Map<AttributeId, String> values = new HashMap<>();
        if (random.nextInt(8) > 0) {
            values.put(attributes.get(0), (person + (random.nextInt(12) == 0 ? 1 : 0)) % 2 == 0 ? "North" : "South");
        }
        if (random.nextInt(8) > 0) {
            values.put(attributes.get(1), Long.toString(1 + (person + (random.nextInt(12) == 0 ? 1 : 0)) % 3));
        }
        return values;
    }

    private void enlist(Term term) {
        for (long person = 1; person <= PEOPLE; person++) {
            for (int times = random.nextInt(3); times > 0; times--) {
                entries.add(new RosterEntry(person, -person, term.id(), attributes(person)));
            }
        }
    }

    /** How a source's exports are decoded. */
    public SourcePlan plan(SourceScales source) {
        return new SourcePlan(
                source.source().id(),
                source.source().rhythm(),
                "",
                source.source().respondents(),
                List.of(new SourcePlan.Questionnaire(
                        "made",
                        List.copyOf(source.items()),
                        Set.of(),
                        Set.of(),
                        source.scales().get(0).range(),
                        new Columns.NamedLikeItems(),
                        Map.of(),
                        Map.of())),
                attributes.stream()
                        .map(a -> new SourcePlan.AttributeColumn(a, a.value(), SourcePlan.Need.OPTIONAL))
                        .toList(),
                calendar,
                SourcePlan.Consent.NONE,
                "");
    }

    public List<AttributeId> attributes() {
        return attributes;
    }

    public SchoolCalendar calendar() {
        return calendar;
    }

    public Roster roster() {
        return roster;
    }

    public List<SourceScales> sources() {
        return sources;
    }

    public List<RosterEntry> entries() {
        return entries;
    }

    /** By batch, then export: the responses in each file of the source. */
    public List<List<List<ExportResponse>>> exports(SourceId source) {
        return exports.getOrDefault(source, List.of());
    }

    /** How many responses all files hold. */
    public long size() {
        return exports.values().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .mapToLong(List::size)
                .sum();
    }
}
