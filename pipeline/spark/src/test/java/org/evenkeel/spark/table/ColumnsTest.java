package org.evenkeel.spark.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.evenkeel.core.study.IsoWeek;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void cellsAndProfiles_holdNoIdentifier() {
        Stream<TableColumn> leaving =
                Stream.concat(Arrays.stream(CellColumn.values()), Arrays.stream(ProfileColumn.values()));

        assertThat(leaving).noneMatch(column -> column.role() == TableColumn.Role.IDENTIFIER);
    }

    @Property
    void weekNumber_anyDay_readsBackAsItsWeek(@ForAll @IntRange(min = 0, max = 40_000) int day) {
        IsoWeek week = IsoWeek.of(LocalDate.ofEpochDay(day));

        assertThat(WeekNumber.week(WeekNumber.of(week))).isEqualTo(week);
    }
}
