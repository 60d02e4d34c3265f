package org.evenkeel.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.core.cell.CellKey;
import org.evenkeel.core.cell.Cells;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.cell.RespondentsKey;
import org.evenkeel.core.cohort.Profile;
import org.evenkeel.core.cohort.Profiles;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.statistics.TermCells;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.DateRange;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.Term;
import org.evenkeel.core.study.TermId;
import org.junit.jupiter.api.Test;

class CrowdsTest {
    private static final AttributeId YEAR = new AttributeId("year");
    private static final Term TERM = new Term(
            new TermId("2026-autumn"),
            new DateRange(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 18)),
            LocalDate.of(2026, 12, 31),
            List.of());
    private static final SourceId SURVEY = new SourceId("survey");
    private static final Measure TENSION = new Measure(SURVEY, new ScaleId("tension"));

    @Test
    void first_sourceAndItsMeasure_haveCrowdsOfTheirOwn() {
        Period period = Period.of(TERM.id());
        Cells cells = new Cells(
                Map.of(new RespondentsKey(SURVEY, period, 0), 30L, new RespondentsKey(SURVEY, period, 1), 12L),
                Map.of(new CellKey(TENSION, period, 1), Moments.ofOne(3, 0).plus(Moments.ofOne(5, 1))),
                Map.of(),
                Map.of(),
                Map.of());
        Profiles profiles =
                new Profiles(TERM.id(), List.of(Profile.of(Map.of(YEAR, "1")), Profile.of(Map.of(YEAR, "2"))));
        Crowds crowds = Crowds.first(new TermCells(TERM, profiles, cells));
        assertThat(crowds.of(SURVEY, period, Optional.empty()).orElseThrow().atoms())
                .containsExactly(30, 12);
        assertThat(crowds.of(SURVEY, period, Optional.of(TENSION)).orElseThrow().atoms())
                .containsExactly(2);
        assertThat(crowds.of(new SourceId("check-in"), period, Optional.empty()))
                .isEmpty();
    }
}
