package org.evenkeel.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.Columns;
import org.evenkeel.intake.table.ArchiveBytes;
import org.evenkeel.intake.table.WorkbookBytes;
import org.evenkeel.intake.table.WorkbookBytes.Epoch;
import org.evenkeel.intake.table.WorkbookBytes.Raw;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@Tag("slow")
class HostileFileTest {
    private static final String HEADER = "student,submitted,mood_01,mood_02,mood_03\n";
    private static final String EXPORT = HEADER + "s1,2026-10-01 09:00:00,1,2,3\n";
    private static final int END_OF_CONTENTS = 22;

    @TempDir
    Path folder;

    private final SourcePlan plan = Plans.identified("student", new Columns.NamedLikeItems());

    private Path file(byte[] bytes) {
        try {
            return Files.write(Files.createTempFile(folder, "export", ".csv"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String refusal(byte[] bytes) {
        Path file = file(bytes);
        Throwable thrown = catchThrowable(() -> new Intake().inspect(file, plan));
        assertThat(thrown).isInstanceOf(DataProblem.class);
        assertThat(String.valueOf(thrown.getMessage())).startsWith(file.toString());
        return String.valueOf(thrown.getMessage());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Object... namesAndContents) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            Object content = namesAndContents[i + 1];
            entries.put(
                    String.valueOf(namesAndContents[i]),
                    content instanceof byte[] held ? held : bytes(String.valueOf(content)));
        }
        return ArchiveBytes.of(entries);
    }

    /** The first entry of an archive's table of contents. */
    private static int contents(byte[] archive) {
        return ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).getInt(archive.length - END_OF_CONTENTS + 16);
    }

    @Test
    void archive_thatUnpacksToFarMoreThanItIs_isRefused() {
        byte[] bomb = zip("a.csv", EXPORT + "x".repeat(40 << 20));
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThat(refusal(bomb)).contains("unpack to more than").contains("Limit: 250 times");
    }

    @Test
    void archive_largerThanAnyExport_isRefusedBeforeItIsRead() {
        byte[] bomb = zip("a.csv", EXPORT, "b.csv", EXPORT);
        ByteBuffer patched = ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = contents(bomb); at < bomb.length - END_OF_CONTENTS; at++) {
            if (patched.getInt(at) == 0x02014b50) {
                patched.putInt(at + 24, 0xFFFFFF00);
            }
        }
        assertThat(refusal(bomb)).contains("8,589,934,080 bytes").contains("Limit: 64 files and 4 GB");
    }

    @Test
    void archive_thatSaysLessThanItHolds_isRefused() {
        byte[] liar = zip("a.csv", EXPORT.repeat(2_000));
        ByteBuffer.wrap(liar).order(ByteOrder.LITTLE_ENDIAN).putInt(contents(liar) + 24, 100);
        assertThat(refusal(liar)).contains("damaged");
    }

    @Test
    void workbook_thatUnpacksToFarMoreThanItIs_isRefused() {
        String texts = "<sst><si><t>" + "<!-- -->".repeat(5 << 20) + "</t></si></sst>";
        byte[] bomb = new WorkbookBytes(Epoch.FROM_1900)
                .sheet("S", List.of(List.of("student", "submitted")))
                .part("xl/sharedStrings.xml", texts)
                .bytes();
        assertThat(refusal(bomb)).contains("unpack to more than");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x.csv", "/etc/x.csv", "C:\\x.csv", "a/../../x.csv", "..\\x.csv"})
    void archive_namesThatClimb_areRefusedAndNothingIsWritten(String name) throws IOException {
        assertThat(refusal(zip("fine.csv", EXPORT, name, EXPORT))).contains("1 names in the archive climb out");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void archive_withAPassword_isRefused() {
        byte[] locked = zip("a.csv", EXPORT);
        locked[contents(locked) + 8] |= 1;
        assertThat(refusal(locked)).contains("(a.csv)").contains("password");
    }

    @Test
    void archive_inAnArchive_isRefused() {
        assertThat(refusal(zip("inner.csv", zip("a.csv", EXPORT)))).contains("archive inside an archive");
    }

    @Test
    void archive_ofSeveralExports_namesThem() {
        assertThat(refusal(
                        zip("autumn.csv", EXPORT, "spring.csv", HEADER.replace("mood_01", "mood_1") + "s1,,1,2,3\n")))
                .contains("2 tables that may be the export ('autumn.csv', 'spring.csv')");
    }

    @Test
    void archive_ofOneExportAmongOtherFiles_isRead() {
        Path file = file(zip(
                "README.txt",
                "Made by the platform.\nKeep.\n",
                "terms.pdf",
                "%PDF-1.7",
                "login.html",
                "<html></html>",
                "export.txt",
                EXPORT));
        ExportReport report = new Intake().inspect(file, plan);
        assertThat(report.kept()).isEqualTo(1);
        assertThat(report.notes()).contains("read is 'export.txt', one of 2 tables in the file");
    }

    @Test
    void archive_ofNothing_isRefused() {
        assertThat(refusal(zip("folder/", ""))).contains("holds no export");
        assertThat(refusal(Arrays.copyOf(zip("a.csv", EXPORT), 60))).contains("damaged or was cut off");
    }

    @Test
    void table_ofMoreColumnsThanAnyExport_isRefused() {
        String many = IntStream.range(0, 20_000).mapToObj(i -> "q" + i).collect(Collectors.joining(","));
        assertThat(refusal(bytes(many + "\n" + many))).contains("more than 16384 columns");
        byte[] wide = new WorkbookBytes(Epoch.FROM_1900)
                .sheet("S", List.of(List.of("student")))
                .part("xl/worksheets/sheet1.xml", "<worksheet><row r='1'><c r='XFE1'><v>1</v></c></row></worksheet>")
                .bytes();
        assertThat(refusal(wide)).contains("more than 16384 columns");
        String object =
                IntStream.range(0, 20_000).mapToObj(i -> "\"q" + i + "\":1").collect(Collectors.joining(",", "{", "}"));
        assertThat(refusal(bytes(object))).contains("more than 16384 different names");
    }

    @Test
    void table_asWideAsAllowed_isLookedThroughInTime() {
        String wide = IntStream.range(0, 16_000).mapToObj(i -> "q" + i).collect(Collectors.joining(","));
        assertThat(refusal(bytes(wide + "\n" + wide + "\n"))).contains("there is no column 'student'");
    }

    @Test
    void cell_longerThanAnyAnswer_isRefused() {
        String cell = "x".repeat(3 << 20);
        assertThat(refusal(bytes(HEADER + "s1,2026-10-01 09:00:00," + cell + ",2,3\n")))
                .contains("record after line 1");
        assertThat(refusal(bytes(HEADER + "s1,2026-10-01 09:00:00,\"" + cell + ",2,3\n")))
                .contains("record after line 1");
        assertThat(refusal(bytes("{\"student\":\"" + cell + "\"}"))).contains("far too long");
        for (String xml : List.of(
                "<row r='1'><c r='A1' t='inlineStr'><is><t>" + cell + "</t></is></c></row>",
                "<row r='1'><c r='A1' t='" + cell + cell + "'><v>1</v></c></row>",
                "<row r='1'><!--" + cell + "><" + cell + "--></row>",
                "<row r='1'><c r='A1' t='str'><v><![CDATA[" + cell + "<>" + cell + "]]></v></c></row>")) {
            byte[] book = new WorkbookBytes(Epoch.FROM_1900)
                    .sheet("S", List.of(List.of("student")))
                    .part("xl/worksheets/sheet1.xml", "<worksheet>" + xml + "</worksheet>")
                    .bytes();
            assertThat(refusal(book)).contains("a cell has more than 1048576 characters");
        }
    }

    @Test
    void header_madeToKeepPatternsBusy_isLookedThroughInTime() {
        for (String cell :
                List.of("a_".repeat(500_000), "a[]".repeat(300_000), "<a ".repeat(300_000), "{'".repeat(500_000))) {
            String header = cell + "." + "," + HEADER;
            String row = "x,s1,2026-10-01 09:00:00,1,2,3\n";
            assertThat(new Intake().inspect(file(bytes(header + row)), plan).kept())
                    .isEqualTo(1);
            String lime = cell + ".,id. Response ID,submitdate. Date submitted," + HEADER.replace("submitted", "date");
            assertThat(new Intake()
                            .inspect(file(bytes(lime + "x,1,2026-10-01 09:00:00," + row.substring(2))), plan)
                            .kept())
                    .isEqualTo(1);
        }
    }

    @Test
    void json_nestedDeep_isRefused() {
        assertThat(refusal(bytes("{\"a\":" + "[".repeat(100_000)))).contains("nested");
        assertThat(refusal(bytes("{\"SurveyEntry\":{\"a\":{\"b\":1}}}"))).contains("nested more than one level");
    }

    @Test
    void formula_asAnAnswer_isTextThatIsNoAnswer() {
        List<String> formulas = List.of("=1+1", "=cmd|' /C calc'!A0", "+1", "@SUM(1)", "-2");
        String rows = formulas.stream()
                .map(formula -> "s" + formula.hashCode() + ",2026-10-01 09:00:00,\"" + formula + "\",2,3\n")
                .collect(Collectors.joining());
        ExportReport report = new Intake().inspect(file(bytes(HEADER + rows)), plan);
        assertThat(report.unreadable()).isEqualTo(3);
        assertThat(report.outOfRange()).isEqualTo(1);
        List<List<?>> sheet = List.of(
                List.of("student", "submitted", "mood_01", "mood_02", "mood_03"),
                List.of("s1", "2026-10-01 09:00:00", "=1+1", new Raw("<c t='str'><f>1+1</f><v>2</v></c>"), 3));
        Path book = file(new WorkbookBytes(Epoch.FROM_1900).sheet("S", sheet).bytes());
        assertThat(Plans.answers(Plans.read(book, plan).get(0))).containsExactly(-1, 2, 3);
    }

    @Test
    void file_thatIsALoginPageOrDamaged_isNamed() {
        assertThat(refusal(bytes("\ufeff\n<!DOCTYPE html>\n<html><title>Sign in</title></html>")))
                .contains("login page");
        assertThat(refusal(bytes(HEADER + "s1\0,2026-10-01 09:00:00,1,2,3\n"))).contains("NUL byte");
        assertThat(refusal(bytes(EXPORT + "s2,2026-10-01 09:00:00,1,2,\"3\n"))).contains("never closed");
        assertThat(refusal(bytes("$FL2@(#) cut"))).contains("cut off");
        assertThat(refusal(bytes("\"Variable / Field Name\",\"Form Name\",\"Section Header\"\nrecord_id,form_1,\n")))
                .contains("a REDCap data dictionary");
    }
}
