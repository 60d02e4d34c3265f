package org.evenkeel.intake.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.intake.table.SystemFileBytes.Packing;
import org.evenkeel.intake.table.SystemFileBytes.Variable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemFileTest {
    @TempDir
    Path folder;

    private Table table(byte[] bytes) {
        try {
            return TableFile.tables(Files.write(folder.resolve("file"), bytes)).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.cells(); i++) {
            cells.add(row.cell(i));
        }
        return cells;
    }

    private static List<Object> record(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    @Test
    void head_everyPackingAndOrder_givesTheSameCells() {
        String essay = "\u00e9\u4e16 long, ".repeat(80).strip();
        List<Variable> variables = List.of(
                Variable.text("a very long name for one column", 7),
                Variable.number("score"),
                Variable.time("when"),
                new Variable("day", "The day", 0, 20, Map.of()),
                Variable.text("essay", 1_000),
                Variable.number("last"));
        LocalDateTime time = LocalDateTime.of(2026, 10, 25, 1, 30, 59);
        List<List<Object>> records = List.of(
                record("abc", -3.25, time, time.toLocalDate().atStartOfDay(), essay, 151),
                record("", null, null, null, "", 152));
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            for (Packing packing : Packing.values()) {
                List<Row> head = table(SystemFileBytes.of(order, packing, variables, records))
                        .head(9);
                assertThat(cells(head.get(0)))
                        .containsExactly("a very long name for one column", "score", "when", "day", "essay", "last");
                assertThat(cells(head.get(1)))
                        .containsExactly("abc", "-3.25", "2026-10-25 01:30:59", "2026-10-25", essay, "151");
                assertThat(cells(head.get(2))).containsExactly("", "", "", "", "", "152");
                assertThat(head).hasSize(3);
            }
        }
    }

    @Test
    void head_declaredMissing_isBlankAloneAndInARange() {
        List<Variable> variables = List.of(
                new Variable("alone", "", 0, 5, Map.of(), List.of(2.0, -99.0, 7.0)),
                new Variable("range", "", 0, 5, Map.of(), List.of(-2.0, 90.0, 99.0)),
                new Variable("both", "", 0, 5, Map.of(), List.of(-3.0, -Double.MAX_VALUE, 0.0, 9.0)));
        List<List<Object>> records = List.of(record(-99, 90, -5), record(7, 99, 9), record(8, 89.5, 1));
        List<Row> head = table(SystemFileBytes.of(ByteOrder.LITTLE_ENDIAN, Packing.BYTE_CODES, variables, records))
                .head(9);
        assertThat(cells(head.get(1))).containsExactly("", "", "");
        assertThat(cells(head.get(2))).containsExactly("", "", "");
        assertThat(cells(head.get(3))).containsExactly("8", "89.5", "1");
    }

    @Test
    void worded_columnsWithTexts_areTheTextsAndOthersTheValues() {
        List<Variable> variables = List.of(
                new Variable("a", "", 0, 5, Map.of(1.0, "Yes", 2.0, "No", -9.0, "gone"), List.of(1.0, -9.0)),
                new Variable("b", "", 0, 5, Map.of(1.0, "Yes")));
        Table table = table(SystemFileBytes.of(
                ByteOrder.LITTLE_ENDIAN, Packing.NONE, variables, List.of(record(1, 1), record(3, 2), record(-9, 1))));
        assertThat(table.valueTexts()).isEqualTo(Map.of(0, Map.of("1", "Yes", "2", "No"), 1, Map.of("1", "Yes")));
        BitSet first = BitSet.valueOf(new long[] {1});
        List<Row> head = table.worded(first).head(9);
        assertThat(cells(head.get(1))).containsExactly("Yes", "1");
        assertThat(cells(head.get(2))).containsExactly("3", "2");
        assertThat(cells(head.get(3))).containsExactly("", "1");
    }

    @Test
    void rows_cutOffAnywhere_isRefusedAndNeverShorter() {
        List<List<Object>> records = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            records.add(record("id" + i, i / 3.0));
        }
        for (Packing packing : Packing.values()) {
            byte[] whole = SystemFileBytes.of(
                    ByteOrder.LITTLE_ENDIAN, packing, List.of(Variable.text("id", 9), Variable.number("x")), records);
            int tail = packing == Packing.ZLIB ? 24 + 12 : 1;
            for (int length = 4; length <= whole.length - tail; length += 3) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> table(cut).head(99))
                        .as("%s of %s", length, packing)
                        .isInstanceOf(DataProblem.class);
            }
        }
    }
}
