package org.evenkeel.app.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.evenkeel.core.study.Study;
import org.evenkeel.core.study.Term;
import org.evenkeel.sql.Mart;
import org.evenkeel.sql.ledger.Export;
import org.evenkeel.sql.ledger.Ledger;
import org.evenkeel.sql.ledger.Run;
import org.evenkeel.sql.release.ReleaseHeader;
import org.evenkeel.sql.release.Releases;

/** What the ledger knows, in lines to be read. It names files and counts, never a person. */
final class Status {
    private static final int RECENT_RUNS = 5;

    private Status() {}

    static List<String> of(Study study, Mart mart) {
        return mart.reading(sql -> {
            List<String> lines = new ArrayList<>();
            lines.add("study     " + study.name());
            new Ledger(sql).exports().forEach(export -> lines.addAll(export(export)));
            List<ReleaseHeader> releases = new Releases(sql)
                    .list().stream()
                            .filter(header -> header.study().equals(study.name()))
                            .toList();
            releases.forEach(header -> lines.add("release   " + header.id()));
            for (Term term : study.calendar().terms()) {
                boolean released = releases.stream()
                        .anyMatch(header -> header.subject().equals(term.id().value()));
                lines.add("term      " + term.id()
                        + (released ? ", released" : ", due when " + term.cutOff() + " has passed"));
            }
            new Ledger(sql).runs().stream().limit(RECENT_RUNS).forEach(run -> lines.add(run(run)));
            return lines;
        });
    }

    private static List<String> export(Export export) {
        List<String> lines = new ArrayList<>();
        String fate = switch (export.fate()) {
            case TAKEN -> "taken     ";
            case REFUSED -> "refused   ";
            case QUARANTINED -> "waits     ";
        };
        String rejected = export.rejections().entrySet().stream()
                .filter(reason -> reason.getValue() > 0)
                .map(reason -> reason.getValue() + " " + reason.getKey())
                .collect(Collectors.joining(", "));
        lines.add(String.format(
                Locale.ROOT,
                "%s%s, %s: %s",
                fate,
                export.source(),
                export.fileName(),
                export.reason()
                        .orElse(export.rowsIn() + " rows, " + export.rowsKept() + " kept"
                                + (rejected.isEmpty() ? "" : ", rejected: " + rejected))));
        return lines;
    }

    private static String run(Run run) {
        return String.format(
                Locale.ROOT,
                "run %d     %s, started %s, %s%s",
                run.runNo(),
                run.command(),
                run.started(),
                run.status().name().toLowerCase(Locale.ROOT),
                run.problem().map(problem -> ": " + problem).orElse(""));
    }
}
