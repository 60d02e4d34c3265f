package org.evenkeel.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.core.cell.CellKey;
import org.evenkeel.core.cell.Cells;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.Profile;
import org.evenkeel.core.cohort.Profiles;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.statistics.GroupData.Earlier.Start;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.DateRange;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.Term;
import org.evenkeel.core.study.TermId;
import org.junit.jupiter.api.Test;

class EarlierTermTest {
    private static final AttributeId CLASS = new AttributeId("class");
    private static final AttributeId YEAR = new AttributeId("year");
    private static final Measure TENSION = new Measure(new SourceId("survey"), new ScaleId("tension"));
    private static final Measure ENERGY = new Measure(new SourceId("survey"), new ScaleId("energy"));
    private static final Term TERM = new Term(
            new TermId("2026-spring"),
            new DateRange(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 5, 29)),
            LocalDate.of(2026, 6, 5),
            List.of());

    /** Class 2024 in year 1 and, repeating, class 2023; the rest of class 2023 in year 2. One of class 2022 answered nothing of tension. */
    private static final Profiles PROFILES = new Profiles(
            TERM.id(), List.of(profile("2022", "2"), profile("2023", "1"), profile("2023", "2"), profile("2024", "1")));

    @Test
    void start_sameRespondentsUnderAnotherName_areShown() {
        assertThat(start(TENSION, year("2"), 0, 2)).isEqualTo(Start.SHOWN);
        assertThat(start(TENSION, year("2"), 2))
                .as("whoever is not in the mean makes no difference")
                .isEqualTo(Start.SHOWN);
    }

    @Test
    void start_aFewMoreOrLess_areHidden() {
        assertThat(start(TENSION, year("2"), 1, 2))
                .as("class 2023 with its repeaters")
                .isEqualTo(Start.HIDDEN);
        assertThat(start(TENSION, year("1"), 3))
                .as("class 2024 without the repeaters")
                .isEqualTo(Start.HIDDEN);
        assertThat(start(TENSION, year("1"), 1, 3)).isEqualTo(Start.SHOWN);
    }

    @Test
    void start_measureOfWhichNothingWasShown_isHidden() {
        assertThat(start(ENERGY, year("2"), 2)).isEqualTo(Start.HIDDEN);
    }

    /** Whether the mean of these profiles was published, where that of one cohort was. */
    private static Start start(Measure measure, Cohort shown, Integer... profiles) {
        Period term = Period.of(TERM.id());
        Cells cells = new Cells(
                Map.of(),
                Map.of(
                        new CellKey(TENSION, term, 1), Moments.ofOne(3, 0),
                        new CellKey(TENSION, term, 2), Moments.ofOne(4, 0),
                        new CellKey(TENSION, term, 3), Moments.ofOne(5, 0),
                        new CellKey(ENERGY, term, 2), Moments.ofOne(5, 0)),
                Map.of(),
                Map.of(),
                Map.of());
        return new EarlierTerm(new TermCells(TERM, PROFILES, cells), Map.of(TENSION, Set.of(shown)), Map.of())
                .start(measure, Set.of(profiles));
    }

    private static Profile profile(String entered, String year) {
        return Profile.of(Map.of(CLASS, entered, YEAR, year));
    }

    private static Cohort year(String value) {
        return Cohort.of(Map.of(YEAR, Set.of(value)));
    }
}
