package org.evenkeel.app.job;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.app.config.Configuration;
import org.evenkeel.reports.Reports;
import org.evenkeel.reports.verify.Shelf;
import org.evenkeel.reports.verify.Verdict;
import org.evenkeel.reports.verify.Verification;
import org.evenkeel.reports.verify.VerifyProblem;
import org.evenkeel.sql.Mart;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseHeader;
import org.evenkeel.sql.release.ReleaseTerm;
import org.evenkeel.sql.release.Releases;

/** Reads reports of a study again and compares them with its mart. It reads the release schema alone and changes nothing. */
final class ReportVerification {
    private final Mart mart;
    private final List<ReleaseHeader> headers;
    private final String version;

    ReportVerification(Configuration configuration, Mart mart, String version) {
        this.mart = mart;
        this.version = version;
        this.headers = mart.reading(sql -> new Releases(sql)
                .list().stream()
                        .filter(header ->
                                header.study().equals(configuration.study().name()))
                        .toList());
    }

    VerifyOutcome verify(List<Path> files) {
        Verification verification = new Verification(new MartShelf(), version);
        List<String> lines = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        int exitCode = 0;
        for (Path file : files.stream().flatMap(ReportVerification::opened).toList()) {
            try {
                Verdict verdict = verification.verify(file.toString(), folder(file), bytes(file));
                lines.addAll(verdict.lines());
                exitCode = Math.max(exitCode, verdict.agrees() ? 0 : VerifyOutcome.DIFFERS);
            } catch (VerifyProblem problem) {
                refusals.add(String.valueOf(problem.getMessage()));
                exitCode = Math.max(
                        exitCode,
                        switch (problem.kind()) {
                            case USAGE -> VerifyOutcome.WRONG_USAGE;
                            case DATA -> VerifyOutcome.DIFFERS;
                        });
            }
        }
        return new VerifyOutcome(lines, refusals, exitCode);
    }

    /** A folder stands for the reports in it. */
    private static Stream<Path> opened(Path file) {
        if (!Files.isDirectory(file)) {
            return Stream.of(file);
        }
        try (Stream<Path> inside = Files.list(file)) {
            List<Path> reports = inside.filter(one -> Files.isRegularFile(one)
                            && !one.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
            return reports.isEmpty() ? Stream.of(file) : reports.stream();
        } catch (IOException unreadable) {
            return Stream.of(file);
        }
    }

    /** The release a file belongs to, where nobody moved it: briefs have a folder of their own inside that of their release. */
    private static String folder(Path file) {
        Path place = file.toAbsolutePath().normalize();
        Path parent = place.getParent();
        return Optional.ofNullable(parent != null && parent.endsWith(Reports.BRIEFS) ? parent.getParent() : parent)
                .map(Path::getFileName)
                .map(Path::toString)
                .orElse("");
    }

    private static byte[] bytes(Path file) {
        if (Files.isDirectory(file)) {
            throw wrong(file + ": this is a folder without reports. Name a file of STUDY/reports.");
        }
        if (!Files.exists(file)) {
            throw wrong(file + ": there is no such file. Draw the reports with: evenkeel report STUDY");
        }
        try {
            return Files.readAllBytes(file);
        } catch (AccessDeniedException denied) {
            throw wrong(file + ": the file may not be read. Allow it to be read and run the command again.");
        } catch (IOException unreadable) {
            throw wrong(file + ": the disk could not read the file.");
        }
    }

    private static VerifyProblem wrong(String sentence) {
        return new VerifyProblem(VerifyProblem.Cause.USAGE, sentence);
    }

    /** The study's releases in the mart. */
    private final class MartShelf implements Shelf {
        private final Map<String, Held> held = new LinkedHashMap<>();

        @Override
        public List<String> releases() {
            return headers.stream().map(ReleaseHeader::id).toList();
        }

        @Override
        public Optional<Held> find(String release) {
            return releases().contains(release)
                    ? Optional.of(held.computeIfAbsent(release, this::read))
                    : Optional.empty();
        }

        private Held read(String id) {
            return mart.reading(sql -> {
                Releases releases = new Releases(sql);
                PublishedRelease release = releases.find(id).orElseThrow();
                ReleaseTerm term = release.terms().stream()
                        .filter(one -> one.id().equals(release.header().term()))
                        .findFirst()
                        .orElseThrow();
                List<PublishedRelease> now = ReportStage.history(releases, release.header(), term);
                List<PublishedRelease> then = before(releases, release.header(), now);
                return new Held(release, then.equals(now) ? List.of(now) : List.of(now, then));
            });
        }

        /** The same history as it was when the release was published, where terms of it have been published again since. */
        private List<PublishedRelease> before(Releases releases, ReleaseHeader header, List<PublishedRelease> now) {
            List<ReleaseHeader> published = headers.subList(0, releases().indexOf(header.id()));
            List<PublishedRelease> then = new ArrayList<>();
            for (PublishedRelease past : now) {
                published.stream()
                        .filter(one -> one.subject().equals(past.header().subject()))
                        .reduce((one, later) -> later)
                        .map(one -> one.id().equals(past.header().id())
                                ? past
                                : releases.find(one.id()).orElseThrow())
                        .ifPresent(then::add);
            }
            return then;
        }
    }
}
