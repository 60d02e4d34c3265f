package org.evenkeel.app.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.app.demo.Submission.Kind;

/** The support survey as a REDCap CSV export of raw values: one row a record, a participant identifier, checkboxes. */
final class RedcapExport {
    private RedcapExport() {}

    /** Writes the term's export. */
    static void write(SimulatedSchool school, int term, Appendable out) throws IOException {
        Csv csv = new Csv(out, ',', Csv.Quoting.SPACES, "\n");
        csv.record(names());
        int record = 0;
        for (Submission submission : school.supportSurvey(term)) {
            record++;
            boolean submitted = submission.kind() == Kind.SUBMITTED;
            List<String> cells = new ArrayList<>();
            cells.add(Integer.toString(record));
            cells.add(submission.student().map(Student::number).orElse(""));
            cells.add(submitted ? Stamp.moment(submission.ended()) : "[not completed]");
            cells.addAll(submission.answers());
            cells.add(submitted ? "2" : "0");
            csv.record(cells);
        }
    }

    private static List<String> names() {
        List<String> names =
                new ArrayList<>(List.of("record_id", "redcap_survey_identifier", "peer_support_survey_timestamp"));
        for (int item = 1; item <= Questionnaire.MSPSS_FRIENDS.items(); item++) {
            names.add(Questionnaire.MSPSS_FRIENDS.column(item));
        }
        names.add("felt_supported");
        names.add("belonging");
        for (int reason = 1; reason <= SimulatedSchool.REASONS; reason++) {
            names.add("reason_not_used___" + reason);
        }
        names.add("peer_support_survey_complete");
        return names;
    }
}
