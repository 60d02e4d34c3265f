package org.evenkeel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.evenkeel.core.study.Columns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedcapExportTest {
    @TempDir
    Path folder;

    private final SourcePlan plan = Plans.withYear(Plans.identified("student", new Columns.NamedLikeItems()), "year");

    @Test
    void inspect_classicSurvey_countsTheRowsOfTheAskedFormOnly() {
        Path file = Plans.file(folder, """
                record_id,redcap_survey_identifier,about_timestamp,student,year,about_complete,mood_timestamp,mood_01,mood_02,mood_03,likes___1,mood_complete
                1,,2026-10-01 09:00:00,s1,1,2,2026-10-01 09:05:00,1,2,3,0,2
                2,,2026-10-01 09:00:00,s2,1,2,[not completed],1,,,0,0
                3,,2026-10-01 09:00:00,s3,1,2,,,,,0,0
                4,,2026-10-01 09:00:00,s4,1,2,,,,,,
                5,,2026-10-01 09:00:00,s5,1,2,2026-10-02 09:05:00,4,4,4,0,2
                """);
        ExportReport report = new Intake().inspect(file, plan);
        assertThat(report.format()).isEqualTo("REDCap, classic");
        assertThat(report.kept()).isEqualTo(2);
        assertThat(report.rejected()).isEqualTo(Map.of(Rejection.UNFINISHED, 2L, Rejection.EMPTY, 1L));
        assertThat(report.unmapped()).containsExactly("likes___1");
        assertThat(report.mapped()).contains("mood_timestamp").doesNotContain("about_timestamp");
    }

    @Test
    void read_repeatedForm_takesIdAndAttributesFromItsRecordsOwnRow() {
        Path file = Plans.file(folder, """
                record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,student,year,about_complete,mood_timestamp,mood_01,mood_02,mood_03,mood_complete,bp,bp_form_complete
                1,start_arm_1,,,s1,1,2,,,,,,,
                1,start_arm_1,mood,1,,,,2026-10-01 09:05:00,1,2,3,2,,
                1,start_arm_1,mood,2,,,,2026-10-08 09:05:00,2,2,3,2,,
                1,start_arm_1,bp_form,1,,,,,,,,,110,2
                2,start_arm_1,,,s2,4,2,,,,,,,
                2,start_arm_1,mood,1,,,,2026-10-01 09:05:00,1,2,3,2,,
                3,start_arm_1,mood,1,,,,2026-10-01 09:05:00,1,2,3,2,,
                """);
        List<ExportResponse> responses = Plans.read(file, plan);
        assertThat(responses)
                .extracting(ExportResponse::attributes)
                .containsExactly(Map.of(Plans.YEAR, "1"), Map.of(Plans.YEAR, "1"), Map.of(Plans.YEAR, "4"));
        assertThat(responses).extracting(ExportResponse::response).doesNotHaveDuplicates();
        assertThat(responses.get(0).respondent()).isEqualTo(responses.get(1).respondent());
        assertThat(responses.get(2).respondent()).isNotEqualTo(responses.get(0).respondent());
        ExportReport report = new Intake().inspect(file, plan);
        assertThat(report.format()).isEqualTo("REDCap, longitudinal, repeating");
        assertThat(report.rejected()).isEqualTo(Map.of(Rejection.EMPTY, 3L, Rejection.NO_RESPONDENT, 1L));
    }

    @Test
    void inspect_projectWithoutSurveys_takesAnUnmistakableTimeColumn() {
        Path file = Plans.file(folder, """
                record_id,student,year,submitted,mood_01,mood_02,mood_03,mood_complete
                1,s1,1,2026-10-01,1,2,3,2
                2,s2,1,2026-10-01,1,2,3,Incomplete
                """);
        ExportReport report = new Intake().inspect(file, plan);
        assertThat(report.kept()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(Map.of(Rejection.UNFINISHED, 1L));
    }
}
