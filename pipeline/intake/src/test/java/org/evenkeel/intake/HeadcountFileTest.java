package org.evenkeel.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Headcounts;
import org.evenkeel.core.study.TermId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadcountFileTest {
    private static final TermId AUTUMN = new TermId("2026-autumn");

    @TempDir
    Path folder;

    private Headcounts read(String text) {
        return HeadcountFile.read(
                Plans.file(folder, text), List.of(Plans.YEAR, new AttributeId("campus")), Plans.CALENDAR);
    }

    @Test
    void read_attributesItHas_distinguishTheCounts() {
        Headcounts counts = read("term;year;students\n2026-autumn;1;120\n2026-autumn;2;110\n");
        assertThat(counts.attributes()).containsExactly(Plans.YEAR);
        assertThat(counts.students(AUTUMN, Map.of())).hasValue(230);
        assertThat(counts.students(AUTUMN, Map.of(Plans.YEAR, Set.of("2")))).hasValue(110);
        assertThat(counts.students(new TermId("2026-spring"), Map.of())).isEmpty();
    }

    @Test
    void read_everythingThatIsWrong_isNamedAtOnceByLine() {
        assertThatThrownBy(() -> read(Plans.lines(
                        "term,year,camps,students",
                        "2026-autum,1,N,120",
                        "2026-autumn,,N,many",
                        "2026-autumn,1,N,5",
                        "2026-autumn,1,S,6")))
                .isInstanceOf(DataProblem.class)
                .hasMessageContaining("line 1: column 'camps'")
                .hasMessageContaining("did you mean 'campus'?")
                .hasMessageContaining("line 2: there is no term '2026-autum' in the study; did you mean '2026-autumn'?")
                .hasMessageContaining("line 3: students must be a whole number from 0. Value given: 'many'")
                .hasMessageContaining("line 3: must state year")
                .hasMessageContaining("line 5: says again what line 4 says: 2026-autumn, year 1");
        assertThatThrownBy(() -> read("term,students\n")).hasMessageContaining("a header and no line");
    }
}
