package org.evenkeel.app.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.app.demo.Submission.Kind;

/**
 * The check-ins as a LimeSurvey CSV export with question codes as headings: byte-order mark, semicolons, every cell in
 * quotes, and one blank line at the end.
 */
final class LimeSurveyExport {
    private static final List<String> NAMES = List.of(
            "id",
            "submitdate",
            "lastpage",
            "startlanguage",
            "seed",
            "token",
            "startdate",
            "datestamp",
            "ipaddr",
            "refurl",
            "CI[stress]",
            "CI[energy]",
            "PEER",
            "interviewtime");

    private LimeSurveyExport() {}

    /** Writes the term's export. */
    static void write(SimulatedSchool school, int term, Appendable out) throws IOException {
        Csv csv = new Csv(out, ';', Csv.Quoting.ALL, "\r\n");
        out.append('\uFEFF');
        csv.record(NAMES);
        Chance chance = Chance.of(school.seed(), "limesurvey", term);
        int id = 0;
        for (Submission submission : school.checkIns(term)) {
            id += chance.happens(0.01) ? 2 : 1;
            boolean submitted = submission.kind() == Kind.SUBMITTED;
            String ended = Stamp.moment(submission.ended());
            List<String> cells = new ArrayList<>(List.of(
                    Integer.toString(id),
                    submitted ? ended : "",
                    submitted ? "1" : "0",
                    "en",
                    Integer.toString(chance.between(100_000_000, 2_000_000_000)),
                    submission.student().map(Student::number).orElse(""),
                    Stamp.moment(submission.started()),
                    ended,
                    Stamp.address(chance),
                    "https://survey.northfield.example/"));
            cells.addAll(submission.answers());
            cells.add(
                    submitted
                            ? Long.toString(Duration.between(submission.started(), submission.ended())
                                    .toSeconds())
                            : "");
            csv.record(cells);
        }
        out.append("\r\n");
    }
}
