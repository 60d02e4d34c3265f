package org.evenkeel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenkeel.core.study.Columns;
import org.evenkeel.intake.ExportSamples.Sample;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class EveryFormatTest {
    @TempDir
    Path folder;

    static Stream<Sample> samples() {
        return ExportSamples.all().stream();
    }

    private Path file(Sample sample) throws IOException {
        return Files.write(Files.createTempFile(folder, "export", ""), sample.bytes());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void inspect_anyFormat_isKnownByItsContentAndHowSure(Sample sample) throws IOException {
        ExportReport report = new Intake().inspect(file(sample), sample.plan());
        assertThat(report.format()).startsWith(sample.platform().label());
        assertThat(report.certainty()).isEqualTo(sample.certainty());
        assertThat(report.kept()).isEqualTo(ExportSamples.STUDENTS);
        assertThat(report.outOfRange() + report.unreadable()).isZero();
    }

    /** One school's answers, whatever platform it uses: the same people, instants and values. */
    @ParameterizedTest
    @MethodSource("samples")
    void read_anyFormat_givesTheSameResponses(Sample sample) throws IOException {
        List<ExportResponse> responses = Plans.read(file(sample), sample.plan());
        Pseudonymiser pseudonymiser = new Pseudonymiser(Plans.KEY);
        assertThat(responses).hasSize(ExportSamples.STUDENTS);
        for (int i = 0; i < responses.size(); i++) {
            int student = i;
            Instant submitted =
                    ExportSamples.submitted(i).atZone(Plans.CALENDAR.zone()).toInstant();
            assertThat(responses.get(i).submitted()).isEqualTo(submitted);
            assertThat(responses.get(i).respondent())
                    .isEqualTo(pseudonymiser
                            .person("students", ExportSamples.student(i))
                            .value());
            assertThat(Plans.answers(responses.get(i)))
                    .containsExactlyElementsOf(IntStream.range(0, 3)
                            .mapToObj(item -> ExportSamples.answer(student, item))
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void inspect_platformsOwnColumns_areDroppedUnread(Sample sample) throws IOException {
        ExportReport report = new Intake().inspect(file(sample), sample.plan());
        assertThat(report.mapped())
                .noneMatch(
                        name -> name.matches("(?i).*(ip.?addr|latitude|email|username|first.?name|last.?name|seed).*"));
        assertThat(report.unmapped())
                .noneMatch(
                        name -> name.matches("(?i).*(ip.?addr|latitude|email|username|first.?name|last.?name|seed).*"));
    }

    @Test
    void inspect_archive_saysWhatIsReadInIt() throws IOException {
        Sample both = samples()
                .filter(sample -> sample.name().endsWith("ZIP of both"))
                .findFirst()
                .orElseThrow();
        assertThat(new Intake().inspect(file(both), both.plan()).notes())
                .contains("read is 'Mood survey/CSV/Sheet_1.csv', one of 2 tables in the file");
    }

    @Test
    void inspect_valuesStoredAsOtherNumbers_areReadByTheirTextsAndSaid() throws IOException {
        Sample spss = samples()
                .filter(sample -> sample.name().equals("SPSS, zlib"))
                .findFirst()
                .orElseThrow();
        assertThat(new Intake().inspect(file(spss), spss.plan()).notes())
                .contains(
                        "mood: 3 items are stored as other numbers than the questionnaire has, and are read by the texts"
                                + " of their values");
    }

    @Test
    void inspect_questionNamedByItsText_isFoundInAFileThatKeepsTextsBesideNames() throws IOException {
        Sample spss = samples()
                .filter(sample -> sample.name().equals("SPSS, none"))
                .findFirst()
                .orElseThrow();
        SourcePlan byText = Plans.identified("student", new Columns.Matching("How often were you calm*"));
        assertThat(new Intake().inspect(file(spss), byText).kept()).isEqualTo(ExportSamples.STUDENTS);
    }
}
