package org.evenkeel.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.problem.Problem;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.core.study.Columns;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class RefusalTest {
    private static final String HEADER = "student,submitted,mood_01,mood_02,mood_03\n";
    private static final String ID = "zq-771-raw";

    @TempDir
    Path folder;

    private final SourcePlan plan = Plans.identified("student", new Columns.NamedLikeItems());

    private String refusal(String text) {
        Path file = Plans.file(folder, text);
        Throwable thrown = catchThrowable(() -> new Intake().inspect(file, plan));
        assertThat(thrown).isInstanceOf(DataProblem.class);
        String message = String.valueOf(thrown.getMessage());
        assertThat(message).startsWith(file.toString());
        return message.substring(file.toString().length());
    }

    @Test
    void inspect_emptyOrHeaderOnly_saysSo() {
        assertThat(refusal("")).contains("empty (0 bytes)");
        assertThat(refusal("\r\n\r\n")).contains("no header and no response");
        assertThat(refusal(HEADER)).contains("a header and no response");
        assertThat(refusal(HEADER + "\n\n")).contains("a header and no response");
    }

    @Test
    void inspect_otherKindsOfFile_areNamed() throws IOException {
        assertThat(refusal("\n <!DOCTYPE html><html><body>Sign in</body></html>"))
                .contains("web page");
        assertThat(refusal("PK\u0003\u0004rest")).contains("archive or workbook is damaged");
        assertThat(refusal("%PDF-1.7")).contains("PDF");
        assertThat(refusal(HEADER + "s1,\u0000,1,2,3\n")).contains("NUL byte stands at byte 45");
        Path absent = folder.resolve("absent.csv");
        assertThatThrownBy(() -> new Intake().inspect(absent, plan))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining("no such file");
        assertThat(Files.exists(absent)).isFalse();
    }

    @Test
    void inspect_missingColumns_areAllNamedWithWhatMayBeMeant() {
        String message = refusal("studnet,submitted,mood_01,moods_02\n" + ID + ",2026-10-01 09:00:00,1,2\n");
        assertThat(message)
                .contains("there is no column 'student'; did you mean 'studnet'?")
                .contains("'mood_02', 'mood_03'; did you mean")
                .contains("source term-survey")
                .doesNotContain(ID);
    }

    @Test
    void inspect_wrongNumberOfColumns_namesWhatWasFound() {
        SourcePlan pattern = Plans.identified("student", new Columns.Matching("m*"));
        Path file = Plans.file(folder, "student,submitted,m1,m2\ns1,2026-10-01 09:00:00,1,2\n");
        assertThatThrownBy(() -> new Intake().inspect(file, pattern))
                .hasMessageContaining("it has 3 items, but 2 columns match 'm*': 'm1', 'm2'");
    }

    @Test
    void inspect_anotherPlatformThanDeclared_namesBoth() {
        Path file = Plans.file(folder, HEADER + "s1,2026-10-01 09:00:00,1,2,3\n");
        assertThatThrownBy(() -> new Intake().inspect(file, Plans.declared(plan, "Qualtrics")))
                .isInstanceOf(DataProblem.class)
                .hasMessageContaining("declares Qualtrics, but this file is plain table");
        assertThat(new Intake().inspect(file, Plans.declared(plan, "csv")).kept())
                .isEqualTo(1);
    }

    @Test
    void inspect_notOneReadableAnswer_isRefused() {
        assertThat(refusal(HEADER + ID + ",2026-10-01 09:00:00,jamais,parfois,7\n"))
                .contains("not one answer can be read of mood (2 unknown, 1 out of range)")
                .doesNotContain("jamais");
    }

    @Test
    void inspect_tornOrCrookedTable_isRefusedWithItsLine() {
        String good = "s1,2026-10-01 09:00:00,1,2,3\n";
        assertThat(refusal(HEADER + good + ID + ",2026-10-01 09")).contains("middle of line 3, after 2 of 5 cells");
        assertThat(refusal(HEADER + good + ID + ",2026-10-01 09:00:00,1,2,\"3\n" + good))
                .contains("never closed");
        assertThat(refusal(HEADER + good + ID + ",2026-10-01 09:00:00,1,2,3,4\n"))
                .contains("line 3 has 6 cells");
        assertThat(refusal(HEADER + good + ID + ",\"2026\"x,1,2,3\n")).contains("quotes do not match");
    }

    @Test
    void read_brokenLateInTheFile_failsWhileIteratingAndNamesNoId() {
        Path file = Plans.file(folder, HEADER + ID + ",2026-10-01 09:00:00,1,2,3\n" + ID + ",x,1,2,3,4\n");
        assertThatThrownBy(() -> Plans.read(file, plan))
                .isInstanceOf(DataProblem.class)
                .hasMessageNotContaining(ID);
    }

    @Test
    void everyRefusal_whateverIsCutOffOrSwapped_namesNoId() {
        String whole = HEADER + ID + ",2026-10-01 09:00:00,1,2,3\n" + ID + "2,\"2026-10-02 09:00:00\",\"often\",2,3\n";
        List<String> swaps = List.of("\"", ",", "\n", ";", "\u0001", "");
        int refused = 0;
        for (int cut = 0; cut < whole.length(); cut++) {
            for (String swap : swaps) {
                Path file = Plans.file(folder, whole.substring(0, cut) + swap + whole.substring(cut + 1));
                Throwable thrown = catchThrowable(() -> new Intake().inspect(file, plan));
                if (thrown != null) {
                    refused++;
                    assertThat(thrown).isInstanceOf(Problem.class);
                    assertThat(String.valueOf(thrown.getMessage()).replace(file.toString(), ""))
                            .doesNotContain("771");
                }
            }
        }
        assertThat(refused).isPositive();
    }
}
