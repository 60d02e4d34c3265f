package org.evenkeel.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.app.demo.WrittenSchool.cell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class DemoFolderTest {
    private static final SimulatedSchool SCHOOL = SimulatedSchool.of(7, SchoolShape.DEMO);

    @TempDir
    private Path folder;

    @Test
    void write_sameSeed_givesTheSameBytesHoweverItGotThere() throws IOException {
        Path atOnce = folder.resolve("at-once");
        Path stepwise = folder.resolve("stepwise");
        DemoFolder.write(atOnce, SCHOOL, 3);
        for (int terms = 1; terms <= 3; terms++) {
            DemoFolder.write(stepwise, SimulatedSchool.of(7, SchoolShape.DEMO), terms);
        }
        assertThat(content(stepwise)).isEqualTo(content(atOnce));
    }

    @Test
    void write_differentSeeds_differInEveryExport() throws IOException {
        DemoFolder.write(folder.resolve("7"), SCHOOL, 1);
        DemoFolder.write(folder.resolve("8"), SimulatedSchool.of(8, SchoolShape.DEMO), 1);
        Map<String, String> seven = content(folder.resolve("7"));
        Map<String, String> eight = content(folder.resolve("8"));
        assertThat(eight.keySet()).isEqualTo(seven.keySet());
        seven.remove(DemoStudy.BENCHMARK);
        seven.forEach((file, bytes) -> assertThat(eight.get(file)).as(file).isNotEqualTo(bytes));
    }

    @Test
    void write_firstTerm_knowsNothingOfLaterTerms() throws IOException {
        DemoFolder.write(folder, SCHOOL, 1);
        assertThat(content(folder).keySet())
                .containsExactly(
                        "benchmarks/simulated-schools-pss-10.yaml",
                        "exports/support-survey/PeerSupport_DATA_2025-12-29_0921.csv",
                        "exports/term-survey/Term wellbeing survey_December 29, 2025_09.15.csv",
                        "exports/weekly-checkin/results-survey481516.csv",
                        "headcounts.csv",
                        "roster.csv",
                        "study.yaml",
                        "truth.yaml");
        assertThat(text("roster.csv")).contains("2025-autumn").doesNotContain("2026-");
        assertThat(text("headcounts.csv")).contains("2025-autumn").doesNotContain("2026-");
    }

    @Test
    void write_nextTerm_leavesEarlierExportsAsTheyWere() throws IOException {
        DemoFolder.write(folder, SCHOOL, 1);
        Map<String, String> before = content(folder);
        DemoFolder.write(folder, SCHOOL, 2);
        Map<String, String> after = content(folder);
        before.keySet().removeIf(file -> file.endsWith("roster.csv") || file.endsWith("headcounts.csv"));
        assertThat(after).containsAllEntriesOf(before).hasSize(11);
    }

    @Test
    void qualtrics_hasThreeHeaderRowsAndNoMark() throws IOException {
        String text = WrittenSchool.text(SCHOOL, 0, "Qualtrics");
        assertThat(text)
                .startsWith("StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,"
                        + "ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,"
                        + "LocationLatitude,LocationLongitude,DistributionChannel,UserLanguage,PSS10_1,PSS10_2,")
                .contains("UWES3S_1,", "WHO5_1,", "OLBI_16,", "UCLA3_3\r\nStart Date,End Date,Response Type,")
                .contains("\r\n\"{\"\"ImportId\"\":\"\"startDate\"\",\"\"timeZone\"\":\"\"Europe/London\"\"}\",")
                .contains("\"{\"\"ImportId\"\":\"\"QID3_1\"\"}\",\"{\"\"ImportId\"\":\"\"QID3_2\"\"}\"");
        List<Map<String, String>> rows = WrittenSchool.rows(text, ',', 3);
        assertThat(rows).extracting(row -> cell(row, "Status")).contains("0", "1", "2", "8");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row).hasSize(17 + 37);
            assertThat(cell(row, "ResponseId")).matches("R_[A-Za-z0-9]{15}");
            assertThat(cell(row, "IPAddress")).matches("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d{1,3}");
            assertThat(cell(row, "StartDate")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
            assertThat(cell(row, "ExternalReference")).matches("(M\\d{8})?");
            assertThat(cell(row, "Finished").equals("1"))
                    .isEqualTo(cell(row, "Progress").equals("100"));
        });
        assertThat(rows).extracting(row -> cell(row, "ResponseId")).doesNotHaveDuplicates();
    }

    @Test
    void limeSurvey_hasMarkSemicolonsQuotesAndABlankLine() throws IOException {
        DemoFolder.write(folder, SCHOOL, 1);
        byte[] bytes = Files.readAllBytes(folder.resolve("exports/weekly-checkin/results-survey481516.csv"));
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        String text = new String(bytes, StandardCharsets.UTF_8).substring(1);
        assertThat(text)
                .startsWith(
                        "\"id\";\"submitdate\";\"lastpage\";\"startlanguage\";\"seed\";\"token\";\"startdate\";"
                                + "\"datestamp\";\"ipaddr\";\"refurl\";\"CI[stress]\";\"CI[energy]\";\"PEER\";\"interviewtime\"\r\n")
                .endsWith("\"\r\n\r\n");
        assertThat(text.lines().filter(line -> !line.isEmpty()))
                .allSatisfy(line -> assertThat(line).matches("(\"[^\"]*\";){13}\"[^\"]*\""));
        assertThat(WrittenSchool.rows(text, ';', 1)).allSatisfy(row -> {
            assertThat(cell(row, "CI[stress]")).matches("[1-5]?");
            assertThat(cell(row, "CI[energy]")).matches("[0-6]?");
            assertThat(cell(row, "PEER")).matches("[0-3]?");
        });
    }

    @Test
    void redcap_hasIdentifierCheckboxesAndUnsubmittedRows() {
        String text = WrittenSchool.text(SCHOOL, 1, "REDCap");
        assertThat(text)
                .startsWith("record_id,redcap_survey_identifier,peer_support_survey_timestamp,mspss_friends_1,")
                .contains(",reason_not_used___1,", ",peer_support_survey_complete\n", ",\"[not completed]\",");
        assertThat(WrittenSchool.rows(text, ',', 1)).allSatisfy(row -> {
            assertThat(cell(row, "mspss_friends_4")).matches("[1-7]?");
            assertThat(cell(row, "peer_support_survey_complete")).matches("[02]");
            assertThat(cell(row, "peer_support_survey_timestamp").equals("[not completed]"))
                    .isEqualTo(cell(row, "peer_support_survey_complete").equals("0"));
        });
    }

    @Test
    void headcounts_areNeverBelowTheRespondents() throws IOException {
        DemoFolder.write(folder, SCHOOL, 3);
        Map<String, Integer> students = new TreeMap<>();
        for (Map<String, String> row : WrittenSchool.rows(text("headcounts.csv"), ',', 1)) {
            students.put(group(row), Integer.parseInt(cell(row, "students")));
        }
        List<Map<String, String>> roster = WrittenSchool.rows(text("roster.csv"), ',', 1);
        for (int term = 0; term < 3; term++) {
            String id = SCHOOL.terms().get(term).id().value();
            var respondents = new WrittenSchool(SCHOOL).sheets(term).keySet();
            Map<String, Integer> answered = new TreeMap<>();
            roster.stream()
                    .filter(row -> cell(row, "term").equals(id) && respondents.contains(cell(row, "respondent")))
                    .forEach(row -> answered.merge(group(row), 1, Integer::sum));
            assertThat(answered.values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(respondents.size());
            answered.forEach((group, count) ->
                    assertThat(students.getOrDefault(group, 0)).as(group).isGreaterThanOrEqualTo(count));
        }
    }

    private static String group(Map<String, String> row) {
        return String.join(
                "/",
                cell(row, "term"),
                cell(row, "class"),
                cell(row, "year"),
                cell(row, "campus"),
                cell(row, "programme"));
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                content.put(name, Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
            }
        }
        return content;
    }
}
