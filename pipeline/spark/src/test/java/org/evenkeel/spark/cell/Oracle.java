package org.evenkeel.spark.cell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenkeel.core.cell.CellKey;
import org.evenkeel.core.cell.Cells;
import org.evenkeel.core.cell.Histogram;
import org.evenkeel.core.cell.ItemMoments;
import org.evenkeel.core.cell.LinkKey;
import org.evenkeel.core.cell.Links;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.cell.Panels;
import org.evenkeel.core.cell.RespondentsKey;
import org.evenkeel.core.cohort.Profile;
import org.evenkeel.core.cohort.Profiles;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.instrument.Score;
import org.evenkeel.core.statistics.panel.PeriodTrend;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.DuplicateRule;
import org.evenkeel.core.study.IsoWeek;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.core.study.Rhythm;
import org.evenkeel.core.study.Roster;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.TermId;
import org.evenkeel.intake.ExportResponse;
import org.evenkeel.spark.GeneratedStudy;
import org.evenkeel.spark.lake.TermView;
import org.evenkeel.spark.score.SourceScales;

/** The cells of a generated study by the words of the rules: one row after the other, in plain collections. */
final class Oracle {
    private final GeneratedStudy study;
    private final TermView view;
    private final Map<SourceId, Map<Long, Profile>> profileOf = new TreeMap<>();
    /** By source and respondent, the value of each scale in the term. */
    private final Map<SourceId, Map<Long, Map<Scale, Long>>> termValues = new TreeMap<>();

    private final List<ProfileCount> counts = new ArrayList<>();
    private final Map<RespondentsKey, Long> respondents = new HashMap<>();
    private final Map<CellKey, Moments> moments = new HashMap<>();
    private final Map<CellKey, Histogram> histograms = new HashMap<>();
    private final Map<CellKey, ItemMoments> items = new HashMap<>();
    private final Map<CellKey, Moments> early = new HashMap<>();
    private final Map<CellKey, Moments> marked = new HashMap<>();
    private final Profiles profiles;

    Oracle(GeneratedStudy study, TermView view) {
        this.study = study;
        this.view = view;
        study.sources().forEach(this::fixProfiles);
        TreeSet<Profile> found = new TreeSet<>();
        profileOf.values().forEach(byRespondent -> found.addAll(byRespondent.values()));
        profiles = new Profiles(view.term(), List.copyOf(found));
        study.sources().forEach(this::addUp);
    }

    Profiles profiles() {
        return profiles;
    }

    List<ProfileCount> counts() {
        return counts;
    }

    Cells cells() {
        return new Cells(respondents, moments, histograms, items, Map.of(), early, marked, Map.of());
    }

    /** The panels of these terms, person by person. */
    static Map<Measure, Panels> panels(GeneratedStudy study, List<Oracle> terms) {
        Map<Measure, Panels> panels = new HashMap<>();
        for (SourceScales source : study.sources()) {
            SourceId id = source.source().id();
            if (source.source().rhythm() == Rhythm.SURVEY
                    && source.source().respondents() instanceof Respondents.Identified) {
                Set<Long> people = new TreeSet<>();
                terms.forEach(term ->
                        people.addAll(term.termValues.getOrDefault(id, Map.of()).keySet()));
                for (Scale scale : source.scales()) {
                    for (long person : people) {
                        List<PeriodTrend.Value> values = new ArrayList<>();
                        for (int term = 0; term < terms.size(); term++) {
                            Long units = terms.get(term)
                                    .termValues
                                    .getOrDefault(id, Map.of())
                                    .getOrDefault(person, Map.of())
                                    .get(scale);
                            if (units != null) {
                                values.add(new PeriodTrend.Value(term, units));
                            }
                        }
                        if (!values.isEmpty()) {
                            panels.merge(
                                    new Measure(id, scale.id()), PeriodTrend.ofOne(values, terms.size()), Panels::plus);
                        }
                    }
                }
            }
        }
        return panels;
    }

    Map<LinkKey, Links> linksFrom(Oracle earlier) {
        Map<LinkKey, Links> links = new HashMap<>();
        for (SourceScales source : study.sources()) {
            SourceId id = source.source().id();
            if (source.source().respondents() instanceof Respondents.Identified) {
                termValues.getOrDefault(id, Map.of()).forEach((respondent, later) -> {
                    Map<Scale, Long> before =
                            earlier.termValues.getOrDefault(id, Map.of()).getOrDefault(respondent, Map.of());
                    later.forEach((scale, units) -> {
                        if (before.containsKey(scale)) {
                            links.merge(
                                    new LinkKey(
                                            new Measure(id, scale.id()),
                                            earlier.view.term(),
                                            view.term(),
                                            earlier.number(id, respondent),
                                            number(id, respondent)),
                                    Links.ofOne(before.get(scale), units),
                                    Links::plus);
                        }
                    });
                });
            }
        }
        return links;
    }

    private int number(SourceId source, long respondent) {
        return profiles.profiles()
                .indexOf(profileOf.getOrDefault(source, Map.of()).get(respondent));
    }

    private List<ExportResponse> submissions(SourceScales source) {
        Map<Long, ExportResponse> latest = new LinkedHashMap<>();
        study.exports(source.source().id())
                .forEach(batch -> batch.forEach(export -> export.stream()
                        .filter(response -> response.term().equals(view.term())
                                && !response.submitted().isAfter(view.until()))
                        .forEach(response -> latest.put(response.response(), response))));
        return List.copyOf(latest.values());
    }

    private static long respondent(SourceScales source, ExportResponse response) {
        return source.source().respondents() instanceof Respondents.Unlinked
                ? response.response()
                : response.respondent();
    }

    private record Statement(Instant instant, String value) {}

    private void fixProfiles(SourceScales source) {
        Set<Long> answered = new TreeSet<>();
        submissions(source).forEach(response -> answered.add(respondent(source, response)));
        if (answered.isEmpty()) {
            return;
        }
        Map<Long, Map<AttributeId, String>> values = new TreeMap<>();
        for (AttributeId attribute : study.attributes()) {
            Map<Long, Set<Statement>> statements = statements(source, attribute);
            Map<Standing, Long> standings = new TreeMap<>();
            for (long respondent : answered) {
                Set<Statement> made = statements.getOrDefault(respondent, Set.of());
                Optional<Instant> last = made.stream().map(Statement::instant).max(Comparator.naturalOrder());
                Set<String> lastValues = made.stream()
                        .filter(statement -> Optional.of(statement.instant()).equals(last))
                        .map(Statement::value)
                        .collect(Collectors.toSet());
                long distinct = made.stream().map(Statement::value).distinct().count();
                Standing standing = made.isEmpty()
                        ? Standing.MISSING
                        : lastValues.size() > 1
                                ? Standing.CONFLICTING
                                : distinct > 1 ? Standing.CHANGED : Standing.STATED;
                standings.merge(standing, 1L, Long::sum);
                values.computeIfAbsent(respondent, r -> new TreeMap<>())
                        .put(
                                attribute,
                                lastValues.size() == 1 ? lastValues.iterator().next() : Profile.NOT_STATED);
            }
            counts.add(new ProfileCount(
                    source.source().id(),
                    attribute,
                    answered.size(),
                    standings.getOrDefault(Standing.CHANGED, 0L),
                    standings.getOrDefault(Standing.CONFLICTING, 0L),
                    standings.getOrDefault(Standing.MISSING, 0L)));
        }
        Map<Long, Profile> fixed = new TreeMap<>();
        values.forEach((respondent, stated) -> fixed.put(respondent, Profile.of(stated)));
        profileOf.put(source.source().id(), fixed);
    }

    private Map<Long, Set<Statement>> statements(SourceScales source, AttributeId attribute) {
        Map<Long, Set<Statement>> statements = new TreeMap<>();
        boolean unlinked = source.source().respondents() instanceof Respondents.Unlinked;
        if (!unlinked && study.roster() instanceof Roster.FromFile) {
            study.entries().stream()
                    .filter(entry -> entry.term().equals(view.term()))
                    .filter(entry -> entry.attributes().containsKey(attribute))
                    .forEach(entry -> statements
                            .computeIfAbsent(entry.respondent(), r -> new java.util.HashSet<>())
                            .add(new Statement(Instant.EPOCH, entry.attributes().get(attribute))));
            return statements;
        }
        SourceScales listing = !unlinked && study.roster() instanceof Roster.FromSource from
                ? study.sources().stream()
                        .filter(candidate -> candidate.source().id().equals(from.source()))
                        .findFirst()
                        .orElseThrow()
                : source;
        submissions(listing).stream()
                .filter(response -> response.attributes().containsKey(attribute))
                .forEach(response -> statements
                        .computeIfAbsent(respondent(listing, response), r -> new java.util.HashSet<>())
                        .add(new Statement(
                                response.submitted(), response.attributes().get(attribute))));
        return statements;
    }

    private void addUp(SourceScales source) {
        switch (source.source().rhythm()) {
            case SURVEY -> addUpSurvey(source);
            case CHECK_IN -> addUpCheckIns(source);
        }
    }

    private void addUpSurvey(SourceScales source) {
        Map<Long, List<ExportResponse>> byRespondent = new TreeMap<>();
        submissions(source)
                .forEach(response -> byRespondent
                        .computeIfAbsent(respondent(source, response), r -> new ArrayList<>())
                        .add(response));
        List<Instant> instants = new ArrayList<>();
        Map<Long, ExportResponse> countedOf = new TreeMap<>();
        byRespondent.forEach((respondent, responses) -> {
            ExportResponse counted = responses.stream()
                    .min(order(source.source().duplicates(), List.copyOf(source.items())))
                    .orElseThrow();
            countedOf.put(respondent, counted);
            instants.add(counted.submitted());
        });
        instants.sort(Comparator.naturalOrder());
        countedOf.forEach((respondent, counted) -> {
            Map<Scale, Long> values = new HashMap<>();
            for (Scale scale : source.scales()) {
                scale.score(counted.answers()).map(Score::units).ifPresent(units -> values.put(scale, units));
                if (scale.items().size() >= 2 && counted.answers().keySet().containsAll(scale.items())) {
                    items.merge(
                            new CellKey(
                                    new Measure(source.source().id(), scale.id()),
                                    Period.of(view.term()),
                                    number(source.source().id(), respondent)),
                            itemMoments(scale, counted.answers()),
                            ItemMoments::plus);
                }
            }
            count(source, respondent, Period.of(view.term()), values);
            values.forEach((scale, units) -> {
                CellKey key = new CellKey(
                        new Measure(source.source().id(), scale.id()),
                        Period.of(view.term()),
                        number(source.source().id(), respondent));
                Moments one = Moments.ofOne(units, atRisk(scale, units, scale.lattice()));
                if (!counted.submitted().isAfter(instants.get((instants.size() - 1) / 2))) {
                    early.merge(key, one, Moments::plus);
                }
                if (counted.sheet() == ExportResponse.Sheet.IMPOSSIBLE
                        || (scale.items().size() >= 2 && scale.marks(counted.answers()))) {
                    marked.merge(key, one, Moments::plus);
                }
            });
            termValues
                    .computeIfAbsent(source.source().id(), id -> new TreeMap<>())
                    .put(respondent, values);
        });
    }

    private static Comparator<ExportResponse> order(DuplicateRule rule, List<ItemKey> items) {
        Comparator<ExportResponse> fullest = Comparator.comparing(response ->
                -response.answers().keySet().stream().filter(items::contains).count());
        Comparator<ExportResponse> order = switch (rule) {
            case FIRST -> Comparator.comparing(ExportResponse::submitted).thenComparing(fullest);
            case LAST ->
                Comparator.comparing(ExportResponse::submitted).reversed().thenComparing(fullest);
            case MOST_COMPLETE ->
                fullest.thenComparing(
                        Comparator.comparing(ExportResponse::submitted).reversed());
        };
        for (ItemKey item : items) {
            order = order.thenComparing(response -> response.answers().getOrDefault(item, Integer.MIN_VALUE));
        }
        return order.thenComparing(ExportResponse::sheet);
    }

    private static ItemMoments itemMoments(Scale scale, Map<ItemKey, Integer> answers) {
        List<Long> points = scale.items().stream()
                .map(item -> scale.points(item, java.util.Objects.requireNonNull(answers.get(item))))
                .toList();
        List<Long> products = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            for (int j = i; j < points.size(); j++) {
                products.add(points.get(i) * points.get(j));
            }
        }
        return new ItemMoments(1, points, products);
    }

    private record Sum(long units, long scores) {
        Sum plus(Sum other) {
            return new Sum(units + other.units, scores + other.scores);
        }
    }

    private void addUpCheckIns(SourceScales source) {
        Map<Long, Map<Optional<IsoWeek>, Map<Scale, Sum>>> sums = new TreeMap<>();
        for (ExportResponse response : submissions(source)) {
            for (Optional<IsoWeek> week : List.of(Optional.<IsoWeek>empty(), Optional.of(response.week()))) {
                Map<Scale, Sum> ofPeriod = sums.computeIfAbsent(
                                respondent(source, response), respondent -> new HashMap<>())
                        .computeIfAbsent(week, w -> new HashMap<>());
                for (Scale scale : source.scales()) {
                    scale.score(response.answers())
                            .ifPresent(score -> ofPeriod.merge(scale, new Sum(score.units(), 1), Sum::plus));
                }
            }
        }
        sums.forEach((respondent, byWeek) -> byWeek.forEach((week, byScale) -> {
            Map<Scale, Long> values = new HashMap<>();
            byScale.forEach((scale, sum) -> values.put(scale, Lattice.meanUnits(sum.units(), sum.scores())));
            count(source, respondent, new Period(view.term(), week), values);
            if (week.isEmpty()) {
                termValues
                        .computeIfAbsent(source.source().id(), id -> new TreeMap<>())
                        .put(respondent, values);
            }
        }));
    }

    private void count(SourceScales source, long respondent, Period period, Map<Scale, Long> values) {
        SourceId id = source.source().id();
        int profile = number(id, respondent);
        if (!values.isEmpty()) {
            respondents.merge(new RespondentsKey(id, period, profile), 1L, Long::sum);
        }
        values.forEach((scale, units) -> {
            Lattice lattice = source.source().rhythm() == Rhythm.SURVEY
                    ? scale.lattice()
                    : scale.lattice().ofMeans();
            long atRisk = atRisk(scale, units, lattice);
            CellKey key = new CellKey(new Measure(id, scale.id()), period, profile);
            moments.merge(key, Moments.ofOne(units, atRisk), Moments::plus);
            SortedMap<Integer, Long> one = new TreeMap<>();
            one.put((int) Math.floor((double) (units - lattice.lowest()) / lattice.step() + 0.5), 1L);
            histograms.merge(key, new Histogram(one), Histogram::plus);
        });
    }

    private static long atRisk(Scale scale, long units, Lattice lattice) {
        return scale.atRisk()
                .filter(rule -> rule.holds(units, lattice.denominator()))
                .map(rule -> 1L)
                .orElse(0L);
    }

    TermId term() {
        return view.term();
    }
}
