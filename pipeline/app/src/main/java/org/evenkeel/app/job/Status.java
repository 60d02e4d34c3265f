package org.evenkeel.app.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.evenkeel.app.config.Configuration;
import org.evenkeel.core.study.Study;
import org.evenkeel.core.study.Term;
import org.evenkeel.sql.Mart;
import org.evenkeel.sql.ledger.Acceptance;
import org.evenkeel.sql.ledger.Erasure;
import org.evenkeel.sql.ledger.Export;
import org.evenkeel.sql.ledger.Ledger;
import org.evenkeel.sql.ledger.Run;
import org.evenkeel.sql.release.ReleaseHeader;
import org.evenkeel.sql.release.Releases;

/** What the ledger knows, in lines to be read. It names files and counts, never a person. */
final class Status {
    private static final int RECENT_RUNS = 5;

    private Status() {}

    static List<String> of(Configuration configuration, Mart mart) {
        Study study = configuration.study();
        return mart.reading(sql -> {
            List<String> lines = new ArrayList<>();
            lines.add("study     " + study.name());
            Ledger ledger = new Ledger(sql);
            List<Export> exports = ledger.exports();
            exports.forEach(export -> lines.addAll(export(export, configuration.folder())));
            ledger.acceptances().forEach(acceptance -> lines.add(accepted(acceptance, exports)));
            ledger.erasures().forEach(erasure -> lines.add(erased(erasure)));
            List<ReleaseHeader> releases = new Releases(sql)
                    .list().stream()
                            .filter(header -> header.study().equals(study.name()))
                            .toList();
            releases.forEach(header -> lines.add("release   " + header.id()));
            for (Term term : study.calendar().terms()) {
                boolean released = releases.stream()
                        .anyMatch(header -> header.term().equals(term.id().value()));
                lines.add("term      " + term.id()
                        + (released ? ", released" : ", due when " + term.cutOff() + " has passed"));
            }
            new Ledger(sql).runs().stream().limit(RECENT_RUNS).forEach(run -> lines.add(run(run)));
            return lines;
        });
    }

    private static List<String> export(Export export, Path study) {
        String rejected = export.rejections().entrySet().stream()
                .filter(reason -> reason.getValue() > 0)
                .map(reason -> reason.getValue() + " " + reason.getKey())
                .collect(Collectors.joining(", "));
        String fate = switch (export.fate()) {
            case TAKEN -> "taken     ";
            case REFUSED -> "refused   ";
            case QUARANTINED -> "waits     ";
        };
        List<String> lines = new ArrayList<>();
        lines.add(fate + export.source() + ", " + export.fileName() + ": "
                + export.reason()
                        .orElse(export.rowsIn() + " rows, " + export.rowsKept() + " kept"
                                + (rejected.isEmpty() ? "" : ", rejected: " + rejected)));
        if (export.fate() != Export.Fate.TAKEN) {
            lines.add("          SHA-256 " + export.hash() + ", met by run " + export.runNo());
            lines.addAll(whatToDo(export, study));
        }
        return lines;
    }

    private static List<String> whatToDo(Export export, Path study) {
        if (!Files.exists(study.resolve(export.fileName()))) {
            return List.of("          The file is not there any more; nothing waits for it.");
        }
        List<String> lines = new ArrayList<>();
        export.checkCommand().ifPresent(command -> lines.add("          To see it again: " + command));
        lines.add(
                export.fate() == Export.Fate.QUARANTINED
                        ? "          To take it as it is: evenkeel accept " + study + " '" + export.fileName()
                                + "'; or export it again and take this file away."
                        : "          Mend it or take it away; then run again.");
        return lines;
    }

    private static String accepted(Acceptance acceptance, List<Export> exports) {
        String name = exports.stream()
                .filter(export -> export.source().equals(acceptance.source())
                        && export.hash().equals(acceptance.hash()))
                .map(Export::fileName)
                .findFirst()
                .orElse(acceptance.hash());
        return "accepted  " + acceptance.source() + ", " + name + ": by " + acceptance.by() + ", "
                + acceptance.accepted() + ", in run " + acceptance.runNo();
    }

    private static String erased(Erasure erasure) {
        String what = switch (erasure.cause()) {
            case REQUEST -> erasure.respondents() + " respondents, " + erasure.rows() + " rows";
            case RETENTION ->
                erasure.rows() + " rows submitted before "
                        + erasure.before().map(Instant::toString).orElse("");
        };
        return "erased    " + what + ", in run " + erasure.runNo()
                + (erasure.swept().isPresent()
                        ? ""
                        : "; old files are still to be deleted, which the next run or erase does");
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
