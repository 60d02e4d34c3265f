package org.evenkeel.app.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.app.demo.Submission.Kind;

/** The term survey as a Qualtrics CSV export of today: three header rows, numeric values, personal links. */
final class QualtricsExport {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static final List<String> NAMES = List.of(
            "StartDate",
            "EndDate",
            "Status",
            "IPAddress",
            "Progress",
            "Duration (in seconds)",
            "Finished",
            "RecordedDate",
            "ResponseId",
            "RecipientLastName",
            "RecipientFirstName",
            "RecipientEmail",
            "ExternalReference",
            "LocationLatitude",
            "LocationLongitude",
            "DistributionChannel",
            "UserLanguage");

    private static final List<String> LABELS = List.of(
            "Start Date",
            "End Date",
            "Response Type",
            "IP Address",
            "Progress",
            "Duration (in seconds)",
            "Finished",
            "Recorded Date",
            "Response ID",
            "Recipient Last Name",
            "Recipient First Name",
            "Recipient Email",
            "External Data Reference",
            "Location Latitude",
            "Location Longitude",
            "Distribution Channel",
            "User Language");

    private static final List<String> IMPORT_IDS = List.of(
            "startDate",
            "endDate",
            "status",
            "ipAddress",
            "progress",
            "duration",
            "finished",
            "recordedDate",
            "_recordId",
            "recipientLastName",
            "recipientFirstName",
            "recipientEmail",
            "externalDataReference",
            "locationLatitude",
            "locationLongitude",
            "distributionChannel",
            "userLanguage");

    private QualtricsExport() {}

    /** Writes the term's export. */
    static void write(SimulatedSchool school, int term, Appendable out) throws IOException {
        Csv csv = new Csv(out, ',', Csv.Quoting.NEEDED, "\r\n");
        csv.record(names());
        csv.record(labels());
        csv.record(importIds(school.calendar().zone().getId()));
        Chance chance = Chance.of(school.seed(), "qualtrics", term);
        for (Submission submission : school.termSurvey(term)) {
            csv.record(row(submission, chance));
        }
    }

    private static List<String> names() {
        List<String> cells = new ArrayList<>(NAMES);
        for (Questionnaire questionnaire : SimulatedSchool.TERM_SURVEY) {
            for (int item = 1; item <= questionnaire.items(); item++) {
                cells.add(questionnaire.column(item));
            }
        }
        return cells;
    }

    private static List<String> labels() {
        List<String> cells = new ArrayList<>(LABELS);
        int block = 0;
        for (Questionnaire questionnaire : SimulatedSchool.TERM_SURVEY) {
            block++;
            for (int item = 1; item <= questionnaire.items(); item++) {
                cells.add(String.format(
                        Locale.ROOT,
                        "Part %d of %d, \"how have you been?\"\nPlease choose one answer in each row. - Statement %d",
                        block,
                        SimulatedSchool.TERM_SURVEY.size(),
                        item));
            }
        }
        return cells;
    }

    private static List<String> importIds(String zone) {
        List<String> cells = new ArrayList<>();
        for (String id : IMPORT_IDS) {
            cells.add(
                    id.endsWith("Date")
                            ? "{\"ImportId\":\"" + id + "\",\"timeZone\":\"" + zone + "\"}"
                            : "{\"ImportId\":\"" + id + "\"}");
        }
        int question = 2;
        for (Questionnaire questionnaire : SimulatedSchool.TERM_SURVEY) {
            question++;
            for (int item = 1; item <= questionnaire.items(); item++) {
                cells.add("{\"ImportId\":\"QID" + question + "_" + item + "\"}");
            }
        }
        return cells;
    }

    private static List<String> row(Submission submission, Chance chance) {
        boolean finished = submission.kind() != Kind.UNFINISHED;
        long answered =
                submission.answers().stream().filter(cell -> !cell.isEmpty()).count();
        long progress =
                finished ? 100 : 2 + 90 * answered / submission.answers().size();
        LocalDateTime recorded = finished
                ? submission.ended().plusSeconds(1)
                : submission.ended().plusDays(7);
        String number = submission.student().map(Student::number).orElse("");
        List<String> cells = new ArrayList<>(List.of(
                Stamp.moment(submission.started()),
                Stamp.moment(submission.ended()),
                status(submission.kind()),
                Stamp.address(chance),
                Long.toString(progress),
                Long.toString(Duration.between(submission.started(), submission.ended())
                        .toSeconds()),
                finished ? "1" : "0",
                Stamp.moment(recorded),
                "R_" + chance.characters(LETTERS, 15),
                "",
                "",
                number.isEmpty() ? "" : number.toLowerCase(Locale.ROOT) + "@students.northfield.example",
                number,
                String.format(Locale.ROOT, "%.4f", 54 + chance.uniform()),
                String.format(Locale.ROOT, "%.4f", -2 + chance.uniform()),
                channel(submission),
                "EN"));
        cells.addAll(submission.answers());
        return cells;
    }

    private static String status(Kind kind) {
        return switch (kind) {
            case SUBMITTED, UNFINISHED -> "0";
            case PREVIEW -> "1";
            case TEST -> "2";
            case SPAM -> "8";
        };
    }

    private static String channel(Submission submission) {
        return switch (submission.kind()) {
            case PREVIEW -> "preview";
            case TEST -> "test";
            case SPAM -> "anonymous";
            case SUBMITTED, UNFINISHED -> submission.student().isPresent() ? "email" : "anonymous";
        };
    }
}
