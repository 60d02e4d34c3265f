package org.evenkeel.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.core.cell.Cells;
import org.evenkeel.core.cell.RespondentsKey;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.Profile;
import org.evenkeel.core.cohort.Profiles;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.DateRange;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.Term;
import org.evenkeel.core.study.TermId;
import org.junit.jupiter.api.Test;

class YearLabelsTest {
    private static final AttributeId CLASS = new AttributeId("class");
    private static final AttributeId YEAR = new AttributeId("year");
    private static final AttributeId CAMPUS = new AttributeId("campus");
    private static final SourceId SURVEY = new SourceId("survey");

    @Test
    void of_classesMovedUp_eachLabelWasTheOneBelow() {
        YearLabels labels = YearLabels.of(
                term("2026-spring", "2024 2 60", "2025 1 60"),
                term("2026-autumn", "2024 3 60", "2025 2 60", "2026 1 60"));
        assertThat(labels.before()).isEqualTo(Map.of("2", "1", "3", "2"));
        assertThat(labels.of(year("2"))).contains(year("1"));
        assertThat(labels.of(year("1"))).as("who has just entered").isEmpty();
        assertThat(labels.of(cohort(Map.of(YEAR, Set.of("2", "3"), CAMPUS, Set.of("South")))))
                .contains(cohort(Map.of(YEAR, Set.of("1", "2"), CAMPUS, Set.of("South"))));
        assertThat(labels.of(cohort(Map.of(CAMPUS, Set.of("South")))))
                .as("a label without a year stays")
                .contains(cohort(Map.of(CAMPUS, Set.of("South"))));
    }

    @Test
    void of_withinAnAcademicYear_labelsStay() {
        TermCells autumn = term("2026-autumn", "2025 2 60", "2026 1 60");
        assertThat(YearLabels.of(autumn, term("2027-spring", "2025 2 50", "2026 1 40"))
                        .before())
                .isEqualTo(Map.of("1", "1", "2", "2"));
    }

    @Test
    void of_aFewWhoRepeat_changeNothing() {
        TermCells spring = term("2026-spring", "2024 2 60", "2025 1 60");
        assertThat(YearLabels.of(spring, term("2026-autumn", "2024 3 58", "2024 2 2", "2025 2 60"))
                        .before())
                .isEqualTo(Map.of("2", "1", "3", "2"));
    }

    @Test
    void of_noClassOrNoMajority_isUnknown() {
        TermCells spring = term("2026-spring", "2024 2 60", "2025 1 60");
        assertThat(YearLabels.of(spring, term("2026-autumn", "- 3 60", "- 2 60")))
                .isEqualTo(YearLabels.UNKNOWN);
        assertThat(YearLabels.of(spring, term("2026-autumn", "2024 3 30", "2025 3 30")))
                .isEqualTo(YearLabels.UNKNOWN);
        assertThat(YearLabels.of(spring, term("2026-autumn", "2024 3 30", "2024 4 30")))
                .as("two labels that were the same")
                .isEqualTo(YearLabels.UNKNOWN);
    }

    /** Respondents as class, year and number. */
    private static TermCells term(String id, String... people) {
        Term term = new Term(
                new TermId(id),
                new DateRange(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 5, 29)),
                LocalDate.of(2026, 6, 5),
                List.of());
        Map<Profile, Long> counts = new HashMap<>();
        Arrays.stream(people)
                .map(words -> words.split(" "))
                .forEach(words -> counts.put(
                        words[0].equals("-")
                                ? Profile.of(Map.of(CLASS, Profile.NOT_STATED, YEAR, words[1]))
                                : Profile.of(Map.of(CLASS, words[0], YEAR, words[1])),
                        Long.parseLong(words[2])));
        List<Profile> profiles = counts.keySet().stream().sorted().toList();
        Map<RespondentsKey, Long> respondents = new HashMap<>();
        counts.forEach((profile, count) ->
                respondents.put(new RespondentsKey(SURVEY, Period.of(term.id()), profiles.indexOf(profile)), count));
        return new TermCells(
                term,
                new Profiles(term.id(), profiles),
                new Cells(respondents, Map.of(), Map.of(), Map.of(), Map.of()));
    }

    private static Cohort year(String value) {
        return cohort(Map.of(YEAR, Set.of(value)));
    }

    private static Cohort cohort(Map<AttributeId, Set<String>> conditions) {
        return Cohort.of(conditions);
    }
}
