package org.evenkeel.intake.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DelimitedPropertyTest {
    /** How a table is put into bytes. */
    enum Writing {
        COMMA_WHERE_NEEDED(",", "\n", StandardCharsets.UTF_8, ""),
        COMMA_ALWAYS(",", "\r\n", StandardCharsets.UTF_8, "\ufeff"),
        SEMICOLON_ALWAYS(";", "\n", StandardCharsets.UTF_8, "\ufeff"),
        TAB_WHERE_NEEDED("\t", "\r\n", StandardCharsets.UTF_16LE, "\ufeff");

        private final String separator;
        private final String lineEnd;
        private final Charset charset;
        private final String mark;

        Writing(String separator, String lineEnd, Charset charset, String mark) {
            this.separator = separator;
            this.lineEnd = lineEnd;
            this.charset = charset;
            this.mark = mark;
        }

        private String cell(String text) {
            boolean quoted = name().endsWith("ALWAYS")
                    || text.isEmpty()
                    || text.chars().anyMatch(c -> c == '"' || c == '\n' || c == '\r' || separator.indexOf(c) >= 0);
            return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
        }

        byte[] write(List<List<String>> table) {
            return table.stream()
                    .map(row -> row.stream().map(this::cell).collect(Collectors.joining(separator)))
                    .collect(Collectors.joining(lineEnd, mark, lineEnd))
                    .getBytes(charset);
        }
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.strings()
                .withChars('a', 'Z', '7', ' ', ',', ';', '\t', '"', '\n', 'é', '–', '\'', '日')
                .ofMaxLength(12);
        return Arbitraries.integers()
                .between(2, 9)
                .flatMap(width -> cell.list()
                        .ofSize(width)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(12)
                        .map(rows -> {
                            List<List<String>> table = new ArrayList<>();
                            table.add(IntStream.range(0, width)
                                    .mapToObj(i -> "column " + i)
                                    .toList());
                            table.addAll(rows);
                            return table;
                        }));
    }

    @Property
    void rows_anyTableInAnyQuoting_isReadBackAsItWas(
            @ForAll("tables") List<List<String>> table, @ForAll Writing writing) throws IOException {
        Path file = Files.createTempFile("table", ".csv");
        try {
            Files.write(file, writing.write(table));
            int width = table.get(0).size();
            BitSet all = new BitSet();
            all.set(0, width);
            Delimited delimited = new Delimited(FileBytes.ofText(new WholeFile(file)), writing.separator.charAt(0));
            List<List<String>> read = new ArrayList<>();
            read.add(cells(delimited.head(1).get(0), width));
            try (Rows rows = delimited.rows(1, width, all)) {
                while (rows.hasNext()) {
                    read.add(cells(rows.next(), width));
                }
            }
            assertThat(read).isEqualTo(table);
        } finally {
            Files.delete(file);
        }
    }

    @Property
    void of_tableOfPlainCells_findsItsSeparator(@ForAll("tables") List<List<String>> table, @ForAll Writing writing)
            throws IOException {
        List<List<String>> plain = table.stream()
                .map(row -> row.stream()
                        .map(cell -> cell.replaceAll("[^a-zA-Z0-9 ]", "x"))
                        .toList())
                .toList();
        Path file = Files.createTempFile("table", ".csv");
        try {
            Files.write(file, writing.write(plain));
            assertThat(Delimited.of(FileBytes.ofText(new WholeFile(file))).separator())
                    .isEqualTo(writing.separator.charAt(0));
        } finally {
            Files.delete(file);
        }
    }

    private static List<String> cells(Row row, int width) {
        return IntStream.range(0, width).mapToObj(row::cell).toList();
    }
}
