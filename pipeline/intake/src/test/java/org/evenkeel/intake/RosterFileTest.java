package org.evenkeel.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.evenkeel.core.problem.DataProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterFileTest {
    @TempDir
    Path folder;

    private RosterFile read(String text) {
        return RosterFile.read(Plans.file(folder, text), List.of(Plans.YEAR), "students", Plans.CALENDAR, Plans.KEY);
    }

    @Test
    void read_repeatedAndChangedRows_areCountedAndTheLastCounts() {
        RosterFile roster = read(Plans.lines(
                "Respondent,Term,Year,Email",
                "S-1,2026-autumn,1,x",
                "s2,2026-autumn, ,x",
                "s1,2026-autumn,1,x",
                ",2026-autumn,1,x",
                "s1,2026-autumn,2,x",
                "s1,2026-spring,1,x"));
        assertThat(roster.rows()).isEqualTo(6);
        assertThat(roster.withoutRespondent()).isEqualTo(1);
        assertThat(roster.repeated()).isEqualTo(1);
        assertThat(roster.superseded()).isEqualTo(1);
        assertThat(roster.entries())
                .extracting(RosterEntry::attributes)
                .containsExactly(Map.of(Plans.YEAR, "2"), Map.of(), Map.of(Plans.YEAR, "1"));
        assertThat(roster.entries().get(0).respondent())
                .isEqualTo(new Pseudonymiser(Plans.KEY).person("students", "s1").value());
    }

    @Test
    void read_whatCannotBeUsed_isNamedByLineAndNeverById() {
        assertThatThrownBy(() -> read("respondent,trem\nzq771,2026-autumn\n"))
                .isInstanceOf(DataProblem.class)
                .hasMessageContaining("no column 'term'; did you mean 'trem'?")
                .hasMessageContaining("no column 'year'");
        assertThatThrownBy(() -> read("respondent,term,year\nzq770,2026-autumn,1\nzq771,zq771,1\n"))
                .isInstanceOf(DataProblem.class)
                .hasMessageContaining("line 3: its term is not one of the study's")
                .hasMessageContaining("2026-spring, 2026-autumn")
                .hasMessageNotContaining("zq771");
    }
}
