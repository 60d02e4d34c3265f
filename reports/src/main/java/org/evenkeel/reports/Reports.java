package org.evenkeel.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.reports.excel.TermReportWorkbook;
import org.evenkeel.reports.model.CohortBrief;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.reports.model.Watchlist;
import org.evenkeel.reports.pdf.CohortBriefPdf;
import org.evenkeel.reports.pdf.TermReportPdf;
import org.evenkeel.reports.web.WatchlistPage;
import org.evenkeel.reports.words.Messages;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseHeader;

/** Writes the files of a release. A file appears whole or not at all. */
public final class Reports {
    /** What operating systems say when nothing more can be written: no space, a quota, or a limit on the size of a file. */
    private static final List<String> SIGNS_OF_A_FULL_DISK =
            List.of("no space left on device", "not enough space on the disk", "disk quota exceeded", "file too large");

    private Reports() {}

    /** The name of the report as a document. */
    public static String document(ReleaseHeader header) {
        return name(header) + ".pdf";
    }

    /** The name of the workbook with the same numbers. */
    public static String workbook(ReleaseHeader header) {
        return name(header) + ".xlsx";
    }

    /** The name of the page with the groups that need a conversation. Weeks name no groups, so only a release about a term has one. */
    public static Optional<String> watchlist(ReleaseHeader header) {
        return header.month().isPresent() ? Optional.empty() : Optional.of("watchlist.html");
    }

    /** The folder, beside a report about a term, that holds a brief for each group shown in it. */
    public static final String BRIEFS = "briefs";

    /** What lists the briefs there should be, so that it can be told whether all of them are there. */
    private static final String LIST = ".contents";

    private static String name(ReleaseHeader header) {
        return header.month().isPresent() ? "weekly-report" : "term-report";
    }

    /** Whether every report of the release stands in the folder. */
    public static boolean complete(ReleaseHeader header, Path folder) {
        return Files.isRegularFile(folder.resolve(document(header)))
                && Files.isRegularFile(folder.resolve(workbook(header)))
                && watchlist(header)
                        .map(page -> Files.isRegularFile(folder.resolve(page)) && hasBriefs(folder.resolve(BRIEFS)))
                        .orElse(true);
    }

    /** Whether every brief that was to be written stands in the folder. */
    private static boolean hasBriefs(Path folder) {
        Path list = folder.resolve(LIST);
        try {
            return Files.isRegularFile(list)
                    && Files.readAllLines(list).stream().allMatch(name -> Files.isRegularFile(folder.resolve(name)));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Writes every report of the release into the folder, replacing what stood there under the same names.
     *
     * @param release the release to be reported
     * @param history the latest published release of each earlier term, and those of earlier weeks of the same term
     * @param folder where to; made if it is not there
     * @return the files written, in the order a reader would open them
     * @throws ReportProblem where the folder cannot be written
     */
    public static List<Path> write(PublishedRelease release, List<PublishedRelease> history, Path folder) {
        return write(release, history, folder, warning -> {});
    }

    /** The same; whoever runs it is told what of the school's own could not be drawn as it was given. */
    public static List<Path> write(
            PublishedRelease release, List<PublishedRelease> history, Path folder, Consumer<String> warnings) {
        TermReport report = TermReport.of(release, history);
        Messages words = Messages.of(Locale.UK);
        report.cover()
                .appearance()
                .scheme()
                .corrections()
                .forEach(correction -> warnings.accept(correction.warning(words)));
        List<Path> written = new ArrayList<>();
        written.add(store(
                folder,
                document(release.header()),
                TermReportPdf.render(report, lost -> warnings.accept(lost.warning(words)))));
        written.add(store(folder, workbook(release.header()), TermReportWorkbook.render(report)));
        watchlist(release.header()).ifPresent(page -> {
            Watchlist watchlist = Watchlist.of(report, release, history);
            written.add(store(folder, page, WatchlistPage.render(watchlist)));
            written.addAll(briefs(CohortBrief.of(report, watchlist, release, history), folder.resolve(BRIEFS)));
        });
        return List.copyOf(written);
    }

    /** Writes the briefs, then the list of them: where the list stands, the briefs do. */
    private static List<Path> briefs(List<CohortBrief> briefs, Path folder) {
        List<Path> written = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (CohortBrief brief : briefs) {
            String name = brief.slug() + ".pdf";
            written.add(store(folder, name, CohortBriefPdf.render(brief)));
            names.add(name + "\n");
        }
        store(folder, LIST, String.join("", names).getBytes(StandardCharsets.UTF_8));
        return written;
    }

    private static Path store(Path folder, String name, byte[] content) {
        Path target = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            // The same name every time, so that a draft of a run that was killed is written over.
            Path draft = folder.resolve("." + name + ".part");
            try {
                Files.write(draft, content);
                move(draft, target);
            } finally {
                Files.deleteIfExists(draft);
            }
            return target;
        } catch (IOException e) {
            throw new ReportProblem(
                    isFull(e)
                            ? "The disk is full, or no more may be written to it: the report " + target
                                    + " could not be written. Nothing was changed there. Make room and run the command again."
                            : "The report " + target + " could not be written: " + reason(e)
                                    + " Nothing was changed there. Make the folder writable or name another one, and run the command again.",
                    e);
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean isFull(IOException e) {
        String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return SIGNS_OF_A_FULL_DISK.stream().anyMatch(said::contains);
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access to the folder is denied.";
        }
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return "a file stands where the folder should be.";
        }
        if (e instanceof NoSuchFileException) {
            return "the folder does not exist and cannot be made.";
        }
        String said = e.getMessage();
        return said == null ? "the disk refused." : said + ".";
    }
}
