package org.evenkeel.app.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.core.study.ReleaseSubject;
import org.evenkeel.core.study.TermId;
import org.evenkeel.reports.ReportProblem;
import org.evenkeel.reports.Reports;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseHeader;
import org.evenkeel.sql.release.ReleaseTerm;
import org.evenkeel.sql.release.Releases;

/** Draws the reports of published releases. It reads the release schema alone. */
final class ReportStage {
    private final Desk desk;
    private final Set<String> warned = new HashSet<>();

    ReportStage(Desk desk) {
        this.desk = desk;
    }

    /** Draws every release whose reports are not all there: those just made, and those of a run that was killed. */
    List<JobOutcome.ReleaseOutcome> drawMissing() {
        return draw(headers().stream()
                .filter(header -> !Reports.complete(header, folder(header)))
                .toList());
    }

    /** Draws every release again. */
    List<JobOutcome.ReleaseOutcome> drawAll() {
        return draw(headers());
    }

    private List<ReleaseHeader> headers() {
        return desk.mart()
                .reading(sql -> new Releases(sql)
                        .list().stream()
                                .filter(header ->
                                        header.study().equals(desk.study().name()))
                                .toList());
    }

    private List<JobOutcome.ReleaseOutcome> draw(List<ReleaseHeader> headers) {
        List<JobOutcome.ReleaseOutcome> outcomes = new ArrayList<>();
        for (ReleaseHeader header : headers) {
            desk.say(new ReleaseSubject(new TermId(header.term()), header.month()).words() + ": drawing reports");
            outcomes.add(draw(header));
        }
        return outcomes;
    }

    private JobOutcome.ReleaseOutcome draw(ReleaseHeader header) {
        Drawn drawn = desk.mart().reading(sql -> {
            Releases releases = new Releases(sql);
            PublishedRelease release = releases.find(header.id()).orElseThrow();
            Optional<ReleaseTerm> term = release.terms().stream()
                    .filter(one -> one.id().equals(header.term()))
                    .findFirst();
            return new Drawn(release, history(releases, header, term.orElseThrow()));
        });
        try {
            if (!header.version().equals(desk.version())) {
                warn("release " + header.id() + " was made by Evenkeel " + header.version()
                        + " and is drawn by Evenkeel " + desk.version()
                        + "; its figures are the same, its reports may look otherwise and say so.");
            }
            List<Path> files = Reports.write(
                    drawn.release(), drawn.history(), folder(header), new Reports.Drawing(desk.version(), this::warn));
            return new JobOutcome.ReleaseOutcome(
                    header.id(),
                    header.term(),
                    ReleaseStage.seen(drawn.release()),
                    drawn.release().flags().size(),
                    files);
        } catch (ReportProblem problem) {
            throw new UsageProblem(String.valueOf(problem.getMessage()));
        }
    }

    /** What is true of many reports is said once. */
    private void warn(String warning) {
        if (warned.add(warning)) {
            desk.say("Warning: " + warning);
        }
    }

    /** A term is compared with earlier terms; weeks go on where earlier weeks of the term end. */
    static List<PublishedRelease> history(Releases releases, ReleaseHeader header, ReleaseTerm term) {
        List<PublishedRelease> history = new ArrayList<>();
        if (header.month().isEmpty()) {
            history.addAll(releases.history(header.study(), term.from()));
        }
        releases.months(header.study(), header.term()).stream()
                .filter(past -> header.month().isEmpty()
                        || past.header()
                                .month()
                                .orElseThrow()
                                .isBefore(header.month().orElseThrow()))
                .forEach(history::add);
        return history;
    }

    /** What one report is drawn from. */
    private record Drawn(PublishedRelease release, List<PublishedRelease> history) {}

    private Path folder(ReleaseHeader header) {
        return desk.folder().resolve("reports").resolve(header.id());
    }
}
