package org.evenkeel.reports.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of reading one report again.
 *
 * @param file the file's name
 * @param release the release it reports
 * @param numbers how many numbers were compared
 * @param figures how many of the release's figures were met in it
 * @param differences where it does not say what the mart has
 * @param remarks what a reader of the verdict must know: another version drew the file, something was not compared
 */
public record Verdict(
        String file, String release, int numbers, int figures, List<Difference> differences, List<String> remarks) {
    private static final int MOST_PRINTED = 25;

    public Verdict {
        differences = List.copyOf(differences);
        remarks = List.copyOf(remarks);
    }

    /** Whether the report says what the mart has, everywhere. */
    public boolean agrees() {
        return differences.isEmpty();
    }

    /** The verdict in lines. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                java.util.Locale.ROOT,
                "%s %s: %,d numbers compared with release %s, %,d figures met, %s",
                agrees() ? "agrees   " : "DIFFERS  ",
                file,
                numbers,
                release,
                figures,
                switch (differences.size()) {
                    case 0 -> "no difference";
                    case 1 -> "1 difference";
                    default -> differences.size() + " differences";
                }));
        remarks.forEach(remark -> lines.add("          " + remark));
        differences.stream().limit(MOST_PRINTED).forEach(difference -> lines.add("          " + difference.text()));
        if (differences.size() > MOST_PRINTED) {
            lines.add("          and " + (differences.size() - MOST_PRINTED) + " more");
        }
        return lines;
    }
}
