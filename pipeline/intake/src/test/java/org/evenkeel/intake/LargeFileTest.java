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
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
    private static final long MEGABYTE = 1 << 20;

    /** How large the file is and how much memory there is for it; the same proportion in both. */
    private enum Size {
        SAMPLE(20 * MEGABYTE, 64),
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
    void inspect_workbookLargerThanMemory_isReadWhole() throws IOException, InterruptedException {
        Size size = Size.now();
        Path file = folder.resolve("large.xlsx");
        long rows = writeWorkbook(file, size.bytes);
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
                        "-cp",
                        needed.stream().map(LargeFileTest::place).distinct().collect(Collectors.joining(":")),
                        Reading.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
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

    private static long writeWorkbook(Path file, long bytes) throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        long rows = 0;
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
            for (String name :
                    List.of("student", "submitted", "mood_01", "mood_02", "mood_03", "essay", "Never", "Often")) {
                write(zip, "<si><t>" + name + "</t></si>");
            }
            byte[] essay = new byte[ESSAY];
            while (Files.size(file) < bytes) {
                for (int i = 0; i < 5_000; i++) {
                    for (int c = 0; c < ESSAY; c++) {
                        essay[c] = (byte) ('A' + random.nextInt(26));
                    }
                    write(zip, "<si><t>student " + rows + "</t></si><si><t>2026-10-01 09:00:00</t></si><si><t>");
                    zip.write(essay);
                    write(zip, "</t></si>");
                    rows++;
                }
            }
            write(zip, "</sst>");
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("xl/sheet.xml"));
            write(
                    zip,
                    "<worksheet><sheetData><row>" + text(0) + text(1) + text(2) + text(3) + text(4) + text(5)
                            + "</row>");
            for (int row = 0; row < rows; row++) {
                int first = 8 + 3 * row;
                write(
                        zip,
                        "<row>" + text(first) + text(first + 1) + text(6) + text(7) + "<c><v>2</v></c>"
                                + text(first + 2) + "</row>");
            }
            write(zip, "</sheetData></worksheet>");
            zip.closeEntry();
        }
        return rows;
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
