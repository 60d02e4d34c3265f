package org.evenkeel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.Columns;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;

/** Files far larger than the memory there is: each is read in a virtual machine of its own. */
@Tag("slow")
class LargeFileTest {
    private static final int ESSAY = 260;
    private static final int NUMBERS = 8;
    private static final int DIGITS = 100;
    private static final long MEGABYTE = 1 << 20;

    /** How large the file is and how much memory there is for it. */
    private enum Size {
        SAMPLE(10 * MEGABYTE, 64),
        FULL(200 * MEGABYTE, 512);

        private final long bytes;
        private final int heapMegabytes;

        Size(long bytes, int heapMegabytes) {
            this.bytes = bytes;
            this.heapMegabytes = heapMegabytes;
        }

        static Size now() {
            return System.getProperty("evenkeel.proof", "sample").equals("full") ? FULL : SAMPLE;
        }
    }

    @TempDir
    Path folder;

    /** What the other virtual machine runs. */
    public static final class Reading {
        private Reading() {}

        public static void main(String[] arguments) {
            SourcePlan plan = Plans.identified("student", new Columns.NamedLikeItems());
            try {
                ExportReport report = new Intake().inspect(Path.of(arguments[0]), plan);
                System.out.println("kept " + report.kept() + " of " + report.rows());
            } catch (DataProblem refused) {
                System.out.println("refused: " + refused.getMessage());
            }
        }
    }

    @Test
    void inspect_largeWorkbookOfNumbers_isReadWhole() throws IOException, InterruptedException {
        Size size = Size.now();
        Path file = folder.resolve("large.xlsx");
        long rows = writeWorkbook(file, size.bytes, Bulk.NUMBERS);
        assertThat(Files.size(file)).isBetween(size.bytes, 2 * size.bytes);
        long start = System.nanoTime();
        assertThat(read(file, size)).isEqualTo("kept " + rows + " of " + rows);
        System.out.printf(
                Locale.ROOT,
                "proof: workbook of %d MB, %,d rows, read with %d MB of memory in %d s%n",
                Files.size(file) / MEGABYTE,
                rows,
                size.heapMegabytes,
                (System.nanoTime() - start) / 1_000_000_000);
    }

    /** Every text is looked at for identifiers, so every text is held: up to a limit, and never until memory ends. */
    @Test
    void inspect_largeWorkbookOfTexts_isReadOrRefusedWithItsReason() throws IOException, InterruptedException {
        Size size = Size.now();
        Path file = folder.resolve("essays.xlsx");
        long rows = writeWorkbook(file, size.bytes, Bulk.TEXTS);
        assertThat(read(file, size))
                .isEqualTo(
                        switch (size) {
                            case SAMPLE -> "kept " + rows + " of " + rows;
                            case FULL ->
                                "refused: " + file
                                        + " (xl/texts.xml): the workbook's texts take more than 128 MB of memory. Export it as CSV.";
                        });
    }

    @Test
    void inspect_cellLargerThanMemory_isRefused() throws IOException, InterruptedException {
        Size size = Size.now();
        Path file = folder.resolve("cell.csv");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("student,submitted,mood_01,mood_02,mood_03\ns1,2026-10-01 09:00:00,1,2,\""
                    .getBytes(StandardCharsets.UTF_8));
            byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (long i = 0; i < size.bytes / block.length; i++) {
                out.write(block);
            }
        }
        assertThat(read(file, size)).startsWith("refused: " + file + ": the record after line 1");
    }

    private static String read(Path file, Size size) throws IOException, InterruptedException {
        List<Class<?>> needed = List.of(
                Reading.class,
                Intake.class,
                Columns.class,
                CsvReader.class,
                JsonParser.class,
                tools.jackson.databind.JsonNode.class,
                com.fasterxml.jackson.annotation.JsonProperty.class);
        Path output = Files.createTempFile(file.getParent(), "said", ".txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + size.heapMegabytes + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        needed.stream().map(LargeFileTest::place).distinct().collect(Collectors.joining(":")),
                        Reading.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(15, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        return Files.readString(output).strip();
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What makes a workbook large. */
    private enum Bulk {
        /** Columns of long numbers that no measure asks for. */
        NUMBERS,
        /** An essay by everyone. */
        TEXTS
    }

    /** A workbook of so many bytes; its texts stand before its sheet, as in files of spreadsheet programs they do not. */
    private static long writeWorkbook(Path file, long bytes, Bulk bulk) throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        long rows = switch (bulk) {
            case NUMBERS -> bytes / 330;
            case TEXTS -> bytes / 240;
        };
        try (OutputStream disk = new BufferedOutputStream(Files.newOutputStream(file));
                ZipOutputStream zip = new ZipOutputStream(disk)) {
            zip.setLevel(Deflater.BEST_SPEED);
            entry(zip, "[Content_Types].xml", "<Types/>");
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r='x'><sheets><sheet name='S' r:id='a'/></sheets></workbook>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id='a' Type='x/worksheet' Target='sheet.xml'/><Relationship Id='b'"
                            + " Type='x/sharedStrings' Target='texts.xml'/></Relationships>");
            zip.putNextEntry(new ZipEntry("xl/texts.xml"));
            write(zip, "<sst>");
            List<String> names = new ArrayList<>(List.of(
                    "student", "submitted", "mood_01", "mood_02", "mood_03", "Never", "Often", "2026-10-01 09:00:00"));
            List<String> more = bulk == Bulk.TEXTS
                    ? List.of("essay")
                    : IntStream.range(0, NUMBERS).mapToObj(n -> "extra_" + n).toList();
            names.addAll(more);
            for (String name : names) {
                write(zip, "<si><t>" + name + "</t></si>");
            }
            for (long row = 0; row < rows; row++) {
                write(zip, "<si><t>student " + row + "</t></si>");
                if (bulk == Bulk.TEXTS) {
                    write(zip, "<si><t>" + some(random, 'A', 26, ESSAY) + "</t></si>");
                }
            }
            write(zip, "</sst>");
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("xl/sheet.xml"));
            StringBuilder head = new StringBuilder("<worksheet><sheetData><row>");
            for (int column = 0; column < 5; column++) {
                head.append(text(column));
            }
            for (int column = 0; column < more.size(); column++) {
                head.append(text(8 + column));
            }
            write(zip, head + "</row>");
            int perPerson = bulk == Bulk.TEXTS ? 2 : 1;
            for (int row = 0; row < rows; row++) {
                int first = names.size() + perPerson * row;
                StringBuilder cells =
                        new StringBuilder("<row>" + text(first) + text(7) + text(5) + text(6) + "<c><v>2</v></c>");
                if (bulk == Bulk.TEXTS) {
                    cells.append(text(first + 1));
                } else {
                    for (int column = 0; column < NUMBERS; column++) {
                        cells.append("<c><v>0.")
                                .append(some(random, '0', 10, DIGITS))
                                .append("</v></c>");
                    }
                }
                write(zip, cells + "</row>");
            }
            write(zip, "</sheetData></worksheet>");
            zip.closeEntry();
        }
        return rows;
    }

    /** So many characters, drawn from so many that begin with the first. */
    private static String some(SplittableRandom random, char first, int kinds, int length) {
        StringBuilder characters = new StringBuilder();
        for (int place = 0; place < length; place++) {
            characters.append((char) (first + random.nextInt(kinds)));
        }
        return characters.toString();
    }

    private static String text(int index) {
        return "<c t='s'><v>" + index + "</v></c>";
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        write(zip, content);
        zip.closeEntry();
    }

    private static void write(ZipOutputStream zip, String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
