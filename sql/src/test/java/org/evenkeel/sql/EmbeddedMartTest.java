package org.evenkeel.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.h2.engine.Constants;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class EmbeddedMartTest extends MartContract {
    @TempDir
    Path study;

    @Override
    Mart open() {
        return Mart.embedded(study.resolve("mart"));
    }

    @Override
    String database() {
        return "embedded H2 " + Constants.VERSION;
    }

    @Override
    List<String> place() {
        return List.of("file", study.resolve("mart").toString());
    }

    @Override
    List<Byte> bytes() throws IOException {
        List<Byte> bytes = new ArrayList<>();
        for (byte each : Files.readAllBytes(study.resolve("mart.mv.db"))) {
            bytes.add(each);
        }
        return bytes;
    }

    @Test
    void close_afterWork_leavesOneFileOnlyItsOwnerReads() throws Exception {
        try (Mart mart = open()) {
            mart.announce(1, Instant.EPOCH);
        }
        try (var files = Files.list(study)) {
            assertThat(files).containsExactly(study.resolve("mart.mv.db"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(study.resolve("mart.mv.db"))))
                .isEqualTo("rw-------");
    }

    @Test
    void open_folderThatDoesNotExist_saysSo() {
        refused(study.resolve("nowhere").resolve("mart"), MartProblem.Kind.UNREACHABLE, "its folder does not exist");
    }

    @Test
    void open_fileThatIsNoDatabase_saysSoAndLeavesIt() throws Exception {
        String text = "not a mart\n".repeat(2000);
        Files.writeString(study.resolve("mart.mv.db"), text, StandardCharsets.UTF_8);
        refused(study.resolve("mart"), MartProblem.Kind.DAMAGED, "cannot be read");
        assertThat(study.resolve("mart.mv.db")).hasContent(text);
    }

    @Test
    void open_folderNameTheDatabaseCannotTake_saysSo() throws Exception {
        Path folder = Files.createDirectory(study.resolve("a;b"));
        refused(folder.resolve("mart"), MartProblem.Kind.UNSUITABLE, "semicolon");
    }

    @Test
    void tables_everyOneAndEveryColumn_isExplained() {
        try (Mart mart = open()) {
            List<?> unexplained = mart.reading(sql -> sql.fetchValues("""
                    select table_schema || '.' || table_name || '.' || column_name
                    from information_schema.columns
                    where table_schema in ('ledger', 'release') and table_name <> 'schema_history'
                    and table_name not in ('latest', 'latest_weeks', 'shown_figure') and remarks is null
                    union
                    select table_schema || '.' || table_name
                    from information_schema.tables
                    where table_schema in ('ledger', 'release') and table_name <> 'schema_history' and remarks is null
                    """));
            assertThat(unexplained).isEmpty();
        }
    }

    @Test
    void inTransaction_diskFull_saysSoAndKeepsNothing() throws Exception {
        open().close();
        Mart mart = open();
        try {
            limitFiles("0");
            assertThatThrownBy(() -> mart.inTransaction(sql -> sql.execute(
                            "insert into ledger.run values (1, 'run', 'v', 'c', now(), null, 'running', null)")))
                    .hasMessageStartingWith("The disk is full, or no more may be written to it: the mart " + study)
                    .asInstanceOf(type(MartProblem.class))
                    .extracting(MartProblem::kind)
                    .isEqualTo(MartProblem.Kind.FULL);
            assertThatThrownBy(mart::close).hasMessageStartingWith("The disk is full");
        } finally {
            limitFiles("unlimited");
        }
        try (Mart again = open()) {
            Object runs = again.reading(sql -> sql.fetchValue("select count(*) from ledger.run"));
            assertThat(runs).hasToString("0");
        }
    }

    /** Lets this process write no file beyond so many bytes, which is what a full disk does, without a disk. */
    private static void limitFiles(String bytes) throws Exception {
        Process limiting;
        try {
            limiting = new ProcessBuilder(
                            "prlimit",
                            "--pid",
                            Long.toString(ProcessHandle.current().pid()),
                            "--fsize=" + bytes + ":")
                    .inheritIO()
                    .start();
        } catch (IOException none) {
            System.out.println("skipped: a full disk under the mart, for want of prlimit (" + none.getMessage() + ")");
            Assumptions.abort("no prlimit on this machine");
            return;
        }
        assertThat(limiting.waitFor()).isZero();
    }

    private static void refused(Path mart, MartProblem.Kind kind, String saying) {
        assertThatThrownBy(() -> Mart.embedded(mart))
                .hasMessageContaining(saying)
                .asInstanceOf(type(MartProblem.class))
                .extracting(MartProblem::kind)
                .isEqualTo(kind);
    }
}
