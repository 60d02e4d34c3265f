package org.evenkeel.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.Columns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualtricsExportTest {
    private static final String NAMES = "StartDate,EndDate,Status,IPAddress,Progress,Finished,RecordedDate,ResponseId,"
            + "ExternalReference,year,mood_01,mood_02,mood_03\n";
    private static final String TEXTS = "Start,\"End\nof it\",Type,IP,Progress,Done,Recorded,Id,Reference,year,"
            + "\"How, \"\"really\"\", was it?\",Second,Third\n";
    private static final String IMPORTS = """
            "{""ImportId"":""startDate"",""timeZone"":""America/Denver""}","{""ImportId"":""endDate"",""timeZone"":""America/Denver""}","{""ImportId"":""status""}","{""ImportId"":""ipAddress""}","{""ImportId"":""progress""}","{""ImportId"":""finished""}","{""ImportId"":""recordedDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""externalDataReference""}","{""ImportId"":""year""}","{""ImportId"":""QID1_1""}","{""ImportId"":""QID1_2""}","{""ImportId"":""QID1_3""}"
            """;

    @TempDir
    Path folder;

    private static String row(String status, String finished, String response, String person, String answers) {
        return "2026-10-01 08:00:00,2026-10-01 08:10:00," + status + ",192.0.2.1,100," + finished
                + ",2026-10-01 08:10:01," + response + "," + person + ",2," + answers + "\n";
    }

    private final SourcePlan plan =
            Plans.withYear(Plans.identified("ExternalReference", new Columns.NamedLikeItems()), "year");

    @Test
    void inspect_threeHeaderRows_accountsForEveryRowByReason() {
        Path file = Plans.file(
                folder,
                NAMES
                        + TEXTS
                        + IMPORTS
                        + row("0", "1", "R_1", "s1", "0,4,2")
                        + row("1", "1", "R_2", "s2", "0,4,2")
                        + row("Survey Test", "True", "R_3", "s3", "0,4,2")
                        + row("8", "1", "R_4", "s4", "0,4,2")
                        + row("9", "1", "R_5", "s4", "0,4,2")
                        + row("0", "0", "R_6", "s5", "0,4,2")
                        + row("IP Address", "FALSE", "R_7", "s5", "0,4,2")
                        + row("0", "1", "R_8", " - ", "0,4,2")
                        + row("0", "1", "R_9", "s6", ",,")
                        + row("0", "1", "R_1", "s1", "1,1,1")
                        + row("16", "TRUE", "R_10", "s7", "5,often,-1")
                        + row("0", "1", "R_11", "s8", "2,2,2").replace("2026-10-01 08:10:00", "2026-07-01 08:10:00")
                        + row("0", "1", "R_12", "s9", "2,2,2").replace("2026-10-01 08:10:0", "soon "));
        ExportReport report = new Intake().inspect(file, plan);
        assertThat(report.format()).isEqualTo("Qualtrics, three header rows");
        assertThat(report.headerRows()).isEqualTo(3);
        assertThat(report.zone()).isEqualTo("America/Denver (the export's header)");
        assertThat(report.rows()).isEqualTo(13);
        assertThat(report.kept()).isEqualTo(2);
        assertThat(report.rejected())
                .isEqualTo(Map.of(
                        Rejection.PREVIEW, 3L,
                        Rejection.SPAM, 1L,
                        Rejection.UNFINISHED, 2L,
                        Rejection.NO_RESPONDENT, 1L,
                        Rejection.EMPTY, 1L,
                        Rejection.DUPLICATE, 1L,
                        Rejection.OUTSIDE_TERMS, 1L,
                        Rejection.NO_TIME, 1L));
        assertThat(report.outOfRange()).isEqualTo(2);
        assertThat(report.mapped()).doesNotContain("IPAddress").contains("mood_01", "year");
        assertThat(report.unmapped()).isEmpty();
        assertThat(report.newest()).contains(Instant.parse("2026-10-01T14:10:00Z"));
    }

    @Test
    void read_threeHeaderRows_hasZoneFromTheFileAndNoIdentifier() {
        Path file = Plans.file(
                folder,
                "\ufeff"
                        + (NAMES + TEXTS + IMPORTS + row("0", "1", "R_1", "S-1", "0,\" OFTEN \",n/a"))
                                .replace("\n", "\r\n"));
        List<ExportResponse> responses = Plans.read(file, plan);
        assertThat(responses).hasSize(1);
        ExportResponse response = responses.get(0);
        assertThat(response.submitted()).isEqualTo(Instant.parse("2026-10-01T14:10:00Z"));
        assertThat(response.term()).hasToString("2026-autumn");
        assertThat(response.week()).hasToString("2026-W40");
        assertThat(response.attributes()).isEqualTo(Map.of(Plans.YEAR, "2"));
        assertThat(Plans.answers(response)).containsExactly(0, 3, -1);
        assertThat(response.respondent())
                .isEqualTo(new Pseudonymiser(Plans.KEY).person("students", "s1").value());
        assertThat(response.toString())
                .doesNotContain("S-1")
                .doesNotContain("R_1")
                .doesNotContain("192.0.2");
    }

    @Test
    void inspect_singleQuotedImportIds_isQualtricsAllTheSame() {
        String imports =
                IMPORTS.replace("\"{\"\"", "\"{'").replace("\"\"}\"", "'}\"").replace("\"\"", "'");
        assertThat(imports).contains("{'ImportId':'QID1_1'}");
        Path file = Plans.file(folder, NAMES + TEXTS + imports + row("0", "1", "R_1", "s1", "0,4,2"));
        ExportReport report = new Intake().inspect(file, plan);
        assertThat(report.recognisedBy()).isEqualTo("single-quoted ImportId in row 3");
        assertThat(report.zone()).startsWith("America/Denver");
        assertThat(report.kept()).isEqualTo(1);
    }

    @Test
    void inspect_importRowLostInASpreadsheet_keepsTheFirstResponseAndProvesTheDateOrder() {
        String row = "9/24/26 8:00,9/24/26 8:10,0,192.0.2.1,100,TRUE,9/24/26 8:10,R_1,s1,2,1,2,3\n";
        Path file = Plans.file(
                folder, NAMES + TEXTS + row + row.replace("R_1", "R_2").replace("24/26", "08/26"));
        ExportReport report = new Intake().inspect(file, plan);
        assertThat(report.format()).isEqualTo("Qualtrics, two header rows, ImportId row missing");
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.kept()).isEqualTo(2);
        assertThat(report.notes()).anyMatch(note -> note.contains("month/day/year"));
        assertThat(report.newest()).contains(Instant.parse("2026-09-24T07:10:00Z"));
    }

    @Test
    void inspect_datesThatLeaveTheirOrderOpen_areRefusedRatherThanGuessed() {
        String row = "10/11/26 8:00,10/11/26 8:10,0,192.0.2.1,100,TRUE,10/11/26 8:10,R_1,s1,2,1,2,3\n";
        Path file = Plans.file(folder, NAMES + TEXTS + row);
        assertThatThrownBy(() -> new Intake().inspect(file, plan))
                .isInstanceOf(DataProblem.class)
                .hasMessageContaining("day/month/year or month/day/year");
    }

    @Test
    void inspect_legacyForm_findsTheTechnicalColumnsInRowTwo() {
        Path file = Plans.file(
                folder,
                "\ufeffV1,V2,V3,V4,V5,V6,V7,V8,V9,V10,mood_1,mood_2,mood_3,LocationAccuracy,\n"
                        + "ResponseID,ResponseSet,Name,ExternalDataReference,EmailAddress,IPAddress,Status,StartDate,"
                        + "EndDate,Finished,First,Second,Third,LocationAccuracy,\n"
                        + "R_1,Default,Anonymous,s1,,,0,2026-10-01 09:00:00,2026-10-01 09:01:00,1,1,2,3,-1,\n"
                        + "R_2,Default,Anonymous,s2,,,2,2026-10-01 09:00:00,2026-10-01 09:01:00,1,1,2,3,-1,\n");
        ExportReport report =
                new Intake().inspect(file, Plans.identified("ExternalDataReference", new Columns.NamedLikeItems()));
        assertThat(report.format()).isEqualTo("Qualtrics, legacy form, two header rows");
        assertThat(report.encoding()).isEqualTo("UTF-8 with BOM");
        assertThat(report.kept()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(Map.of(Rejection.PREVIEW, 1L));
        assertThat(report.unmapped()).isEmpty();
    }

    @Test
    void inspect_tabsInUtf16_isTheSameExport() {
        String text = ("\ufeff" + NAMES + "\n").strip().replace(',', '\t') + "\n"
                + "a\tb\tc\td\te\tf\tg\th\ti\tj\tk\tl\tm\n"
                + IMPORTS.replace("}\",\"{", "}\"\t\"{")
                + row("0", "1", "R_1", "s1", "0,4,2").replace(',', '\t');
        Path file = Plans.file(folder, text, StandardCharsets.UTF_16LE);
        ExportReport report = new Intake().inspect(file, plan);
        assertThat(report.encoding()).isEqualTo("UTF-16LE with BOM");
        assertThat(report.delimiter()).isEqualTo("tab");
        assertThat(report.kept()).isEqualTo(1);
    }

    @Test
    void inspect_columnCalledTwice_canBeNamedByImportId() {
        String names = NAMES.replace("mood_01,mood_02,mood_03", "Q1,Q1,Q1");
        Path file = Plans.file(folder, names + TEXTS + IMPORTS + row("0", "1", "R_1", "s1", "0,4,2"));
        SourcePlan byName = Plans.identified("ExternalReference", new Columns.InOrder(List.of("Q1", "Q1", "Q1")));
        assertThatThrownBy(() -> new Intake().inspect(file, byName)).hasMessageContaining("3 columns are called 'Q1'");
        SourcePlan byImportId =
                Plans.identified("ExternalReference", new Columns.InOrder(List.of("QID1_1", "QID1_2", "QID1_3")));
        assertThat(Plans.answers(Plans.read(file, byImportId).get(0))).containsExactly(0, 4, 2);
    }
}
