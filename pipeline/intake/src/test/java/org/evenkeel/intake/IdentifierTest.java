package org.evenkeel.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.Columns;
import org.evenkeel.core.study.CrisisResources;
import org.evenkeel.core.study.DateForm;
import org.evenkeel.core.study.Reading;
import org.evenkeel.core.study.Respondents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People who were invented for these proofs, planted beside the answers, and what only looks like them. */
class IdentifierTest {
    private static final String HEADER = "student,submitted,mood_01,mood_02,mood_03,";
    private static final int ROWS = 60;

    private final SourcePlan plan = Plans.identified("student", new Columns.NamedLikeItems());

    @TempDir
    Path folder = Path.of("unset");

    private Path export(String header, IntFunction<String> cell) {
        return export(header, ROWS, cell);
    }

    private Path export(String header, int rows, IntFunction<String> cell) {
        List<String> lines = new ArrayList<>(List.of(HEADER + quoted(header)));
        for (int row = 0; row < rows; row++) {
            lines.add(String.format(
                    Locale.ROOT,
                    "s%d,2026-10-%02d 09:00:00,%d,%d,4,%s",
                    row,
                    1 + row % 28,
                    row % 5,
                    (row + 2) % 5,
                    quoted(cell.apply(row))));
        }
        return Plans.file(folder, String.join("\n", lines) + "\n");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private String refusal(Path file) {
        Throwable refused = catchThrowable(() -> new Intake().inspect(file, plan));
        assertThat(refused).isInstanceOf(DataProblem.class);
        return String.valueOf(refused.getMessage()).replace(file.toString(), "");
    }

    private void assertTaken(Path file) {
        assertThatCode(() -> new Intake().inspect(file, plan)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "write to mara.quill@example.org, please | e-mail addresses",
                "MARA@xn--bcher-kva.example | e-mail addresses",
                "ring +44 20 7946 0018 after six | telephone numbers",
                "+49 (0)30 901820-55 | telephone numbers",
                "0049 30 90182055 | telephone numbers",
                "020 7946 0018 | telephone numbers",
                "07700 900123 | telephone numbers",
                "(212) 555-0142 | telephone numbers",
                "212-555-0142 | telephone numbers",
                "192.0.2.17 | IP addresses",
                "seen at 2001:db8:0:0:8:800:200c:417a | IP addresses",
                "fe80::1ff:fe23:4567:890a | IP addresses",
                "51.50735, -0.12776 | coordinates",
                "48.8566;2.3522 | coordinates",
                "4242 4242 4242 4242 | card numbers",
                "078-05-1120 | numbers given to people",
                "AB 12 34 56 C | numbers given to people",
                "943 476 5919 | numbers given to people",
                "born 2004-03-07 | dates of birth",
                "07/03/2004 | dates of birth",
                "12/31/2003 | dates of birth",
                "7.3.2004 | dates of birth",
            })
    void inspect_onePersonAmongTheAnswers_stopsTheFileAndIsNotRepeated(String planted, String kind) {
        String message = refusal(export("remark", row -> row == 41 ? planted : "fine"));
        assertThat(message)
                .contains("column 'remark' holds " + kind + " (1 cell)")
                .contains("identifiers: { drop: [\"remark\"] }");
        for (String part : planted.split("[ ,;]+", -1)) {
            if (part.length() > 4) {
                assertThat(message).doesNotContain(part);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Name,people's names",
        "first_name,people's names",
        "LastName,people's names",
        "Vorname,people's names",
        "Nachname:,people's names",
        "PRÉNOM,people's names",
        "apellidos,people's names",
        "Cognome,people's names",
        "姓名,people's names",
        "Фамилия,people's names",
        "What is your name?,people's names",
        "emergency contact name,people's names",
        "tutor_name,people's names",
        "Home address,postal addresses",
        "Postcode,postal addresses",
        "PLZ,postal addresses",
        "código postal,postal addresses",
        "Student ID,numbers given to people",
        "studentNumber,numbers given to people",
        "Matrikel-Nr.,numbers given to people",
        "matriculation no,numbers given to people",
        "NHS number,numbers given to people",
        "AAMC ID,numbers given to people",
        "Username,accounts or devices",
        "user agent,accounts or devices",
        "e-mail,e-mail addresses",
        "E Mail Adresse,e-mail addresses",
        "courriel,e-mail addresses",
        "Mobile number,telephone numbers",
        "Téléphone,telephone numbers",
        "DOB,dates of birth",
        "Geburtsdatum,dates of birth",
        "date de naissance,dates of birth",
        "year of birth,dates of birth",
        "IP Address,IP addresses",
        "Latitude,coordinates",
        "Signature,'signatures, recordings or uploaded files'"
    })
    void inspect_columnCalledLikeAPerson_stopsTheFile(String header, String kind) {
        String message = refusal(export(header, row -> "Zq" + row + "x" + row));
        assertThat(message).contains("column '" + header + "' holds " + kind).doesNotContain("Zq4x4");
    }

    @Test
    void inspect_blankColumnOfThatName_isNobody() {
        assertTaken(export("Email", row -> ""));
        assertTaken(export("Email", row -> row % 2 == 0 ? "anonymous" : "-"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Q44#2_red_pandas_4",
                "course_name",
                "event name",
                "How often do you use your phone?",
                "phone_use",
                "May we contact you by e-mail?",
                "Name one thing that would help you",
                "age",
                "gender",
                "county",
                "Did the staff address your worries?",
                "long",
                "unit",
                "number of siblings",
                "device",
                "Email updates"
            })
    void inspect_harmlessNames_pass(String header) {
        assertTaken(export(header, row -> row % 2 == 0 ? "Yes" : "No"));
        assertTaken(export(header, row -> Integer.toString(row % 5)));
    }

    @Test
    void inspect_lookAlikes_pass() {
        Random random = new Random(3);
        assertTaken(export(
                "Q1",
                row -> List.of("16738740", "16738741", "16738742", "1677721500000000")
                        .get(row % 4)));
        assertTaken(export("Duration", row -> Integer.toString(100 + random.nextInt(9_000))));
        assertTaken(export("total", row -> (361 + row) + ".00"));
        assertTaken(export("Seen on", row -> String.format(Locale.ROOT, "2026-09-%02d 10:39:41", 1 + row % 28)));
        assertTaken(export("exam day", row -> "2026-11-" + (10 + row % 18)));
        assertTaken(export("clicked", row -> "10:39:" + (10 + row % 50)));
        assertTaken(export("epoch", row -> Long.toString(1_790_845_811L + 977L * row)));
        assertTaken(export("row", row -> Integer.toString(100_000 + row)));
        assertTaken(export("version", row -> "53.0.2785.143"));
        assertTaken(export("share", row -> "0." + (123_456_789 + row)));
        assertTaken(export("picture", row -> "187,342"));
        assertTaken(export("ranking", row -> "1,3,2,5,4"));
        assertTaken(export("remark", row -> "More time before exams, please: 2 or 3 days (week " + row + ")."));
        assertTaken(export("score", row -> "12/60, 7/10 and 3:1"));
        assertTaken(export("Studies began", row -> "2024-10-01"));
        assertTaken(export("other", row -> row == 3 ? "R_2YPOQ602ER1jkf1" : ""));
    }

    @Test
    void inspect_nearlyUniqueCodesOfOneLength_stopTheFile() {
        assertThat(refusal(export("pass", row -> "K" + (70_000 + 7919 * row % 20_000))))
                .contains("column 'pass' holds a code of its own for nearly every row (60 cells)");
        assertThat(refusal(export("pass", row -> Integer.toString(200_000 + 7919 * (row + 1) % 700_000))))
                .contains("a code of its own");
        assertTaken(export("pass", 10, row -> "K" + (70_000 + 7919 * row % 20_000)));
        assertTaken(export("pass", row -> "K7000" + row % 20));
    }

    @Test
    void inspect_postcodesThroughoutAColumn_stopTheFile() {
        assertThat(refusal(export("where", row -> "ZZ" + (row % 9 + 1) + " " + (row % 8 + 1) + "AB" + "")))
                .contains("postal addresses");
        assertTaken(export("where", row -> row == 4 ? "ZZ1 1AB" : "North"));
    }

    @Test
    void inspect_laterThanTheSample_isFoundToo() {
        assertThat(refusal(export("remark", 2_600, row -> row == 2_599 ? "mara@example.org" : "fine")))
                .contains("column 'remark' holds e-mail addresses (1 cell)");
    }

    @Test
    void inspect_rowsThatDoNotCount_areLookedThroughToo() {
        Path file = Plans.file(
                folder,
                Plans.lines(HEADER + "remark", "s1,2026-10-01 09:00:00,1,2,3,fine", "s2,never,1,2,3,mara@example.org"));
        assertThat(refusal(file)).contains("e-mail addresses (1 cell)");
    }

    @Test
    void inspect_anAttributeOrAnItemThatHoldsPeople_stopsTheFile() {
        Path file = export("year", row -> row == 7 ? "mara@example.org" : "2");
        assertThat(catchThrowable(() -> new Intake().inspect(file, Plans.withYear(plan, "year"))))
                .isInstanceOf(DataProblem.class)
                .hasMessageContaining("column 'year' holds e-mail addresses (1 cell)");
        Path shifted = Plans.file(
                folder,
                Plans.lines(
                        HEADER + "x", "s1,2026-10-01 09:00:00,mara@example.org,2,3,", "s2,2026-10-01 09:00:00,1,2,3,"));
        assertThat(refusal(shifted)).contains("column 'mood_01' holds e-mail addresses (1 cell)");
    }

    @Test
    void inspect_headerThatIsAPerson_isNamedByItsPlace() {
        String message = refusal(export("mara@example.org", row -> row == 2 ? "a@example.org" : "x"));
        assertThat(message)
                .contains("column number 6 holds e-mail addresses")
                .doesNotContain("mara")
                .contains("drop: […]");
    }

    @Test
    void inspect_droppedColumns_areNeitherReadNorScanned() {
        Path file = export("Contact_1", row -> "mara" + row + "@example.org");
        for (String dropped : List.of("Contact_1", "contact_1", "Contact_*")) {
            assertThat(new Intake().inspect(file, dropping(dropped)).kept()).isEqualTo(ROWS);
        }
        assertThat(catchThrowable(() -> new Intake().inspect(file, dropping("Contact_2"))))
                .hasMessageContaining("column 'Contact_1'");
        assertThat(catchThrowable(() -> new Intake().inspect(file, dropping("mood_01"))))
                .hasMessageContaining("column 'mood_01' is declared to be dropped, and is read as well");
    }

    private SourcePlan dropping(String column) {
        return plan.withReading(
                new Reading(Set.of(), Set.of(column), Map.of(), "", DateForm.AS_WRITTEN, CrisisResources.NOT_STATED));
    }

    @Test
    void inspect_theDeclaredIdAndThePlatformsOwnColumns_areExcused() {
        Path file = Plans.file(
                folder,
                Plans.lines(
                        "StartDate,EndDate,Status,IPAddress,Finished,ResponseId,RecipientEmail,LocationLatitude,LocationLongitude,"
                                + "Email,mood_01,mood_02,mood_03",
                        "2026-10-01 08:00:00,2026-10-01 09:00:00,0,192.0.2.17,1,R_1,mara@example.org,51.50735,-0.12776,"
                                + "mara@example.org,1,2,3"));
        SourcePlan byMail = Plans.identified("Email", new Columns.NamedLikeItems());
        assertThat(new Intake().inspect(file, byMail).kept()).isEqualTo(1);
        SourcePlan open = Plans.plan(new Respondents.Unlinked(), Plans.mood(new Columns.NamedLikeItems()));
        assertThat(catchThrowable(() -> new Intake().inspect(file, open)))
                .hasMessageContaining("column 'Email' holds e-mail addresses (1 cell)")
                .hasMessageNotContaining("IPAddress")
                .hasMessageNotContaining("example.org");
    }

    @Test
    void inspect_definitionWithoutHelp_isNotedOnce() throws Exception {
        Path file = Plans.file(
                folder,
                Plans.lines(
                        "StartDate,EndDate,Status,Finished,ResponseId,student,mood_01,mood_02,mood_03",
                        "2026-10-01 08:00:00,2026-10-01 09:00:00,0,1,R_1,s1,1,2,3"));
        Path definition = Files.writeString(folder.resolve("survey.qsf"), "{\"SurveyElements\":[]}");
        assertThat(new Intake().inspect(file, plan).notes())
                .singleElement()
                .asString()
                .contains("survey.qsf names no place to find help in a crisis");
        Files.writeString(definition, "{\"text\":\"If you are in crisis, call the helpline\"}");
        assertThat(new Intake().inspect(file, plan).notes()).isEmpty();
        Files.writeString(definition, "{}");
        Reading shown = new Reading(Set.of(), Set.of(), Map.of(), "", DateForm.AS_WRITTEN, CrisisResources.SHOWN);
        assertThat(new Intake().inspect(file, plan.withReading(shown)).notes()).isEmpty();
    }
}
