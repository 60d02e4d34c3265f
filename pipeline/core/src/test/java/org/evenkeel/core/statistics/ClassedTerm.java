package org.evenkeel.core.statistics;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.core.cell.Cells;
import org.evenkeel.core.cell.LinkKey;
import org.evenkeel.core.cell.Links;
import org.evenkeel.core.cell.RespondentsKey;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.Profile;
import org.evenkeel.core.cohort.Profiles;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.DateRange;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.Term;
import org.evenkeel.core.study.TermId;

/** A term of which only the classes and years of its respondents are known. */
final class ClassedTerm {
    static final AttributeId CAMPUS = new AttributeId("campus");
    private static final SourceId SURVEY = new SourceId("survey");

    private ClassedTerm() {}

    /** Respondents as class, year and number; a hyphen where none is stated. */
    static TermCells of(String id, String... people) {
        Term term = new Term(
                new TermId(id),
                new DateRange(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 5, 29)),
                LocalDate.of(2026, 6, 5),
                List.of());
        Map<Profile, Long> counts = new HashMap<>();
        Arrays.stream(people)
                .map(words -> words.split(" ", -1))
                .forEach(words -> counts.merge(
                        Profile.of(Map.of(
                                YearLabels.CLASS, stated(words[0]),
                                YearLabels.YEAR, stated(words[1]))),
                        Long.parseLong(words[2]),
                        Long::sum));
        List<Profile> profiles = counts.keySet().stream().sorted().toList();
        Map<RespondentsKey, Long> respondents = new HashMap<>();
        counts.forEach((profile, count) ->
                respondents.put(new RespondentsKey(SURVEY, Period.of(term.id()), profiles.indexOf(profile)), count));
        return new TermCells(
                term,
                new Profiles(term.id(), profiles),
                new Cells(respondents, Map.of(), Map.of(), Map.of(), Map.of()));
    }

    /** The same, where one respondent each of these earlier labels is linked to one of the later label. */
    static TermCells linked(TermCells earlier, TermCells now, Map<String, String> labels) {
        Map<LinkKey, Links> links = new HashMap<>();
        labels.forEach((from, to) -> links.put(
                new LinkKey(
                        new Measure(SURVEY, new ScaleId("tension")),
                        earlier.term().id(),
                        now.term().id(),
                        first(earlier, from),
                        first(now, to)),
                Links.ofOne(1, 2)));
        return new TermCells(now.term(), now.profiles(), now.cells().tied(links, Map.of()));
    }

    static Cohort year(String... labels) {
        return Cohort.of(Map.of(YearLabels.YEAR, Set.of(labels)));
    }

    private static int first(TermCells term, String label) {
        return term.profiles().members(year(label)).stream()
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    private static String stated(String word) {
        return word.equals("-") ? Profile.NOT_STATED : word;
    }
}
