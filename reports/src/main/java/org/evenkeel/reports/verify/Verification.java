package org.evenkeel.reports.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.evenkeel.reports.verify.Difference.Kind;
import org.evenkeel.reports.verify.Passage.Role;
import org.evenkeel.reports.verify.Shelf.Held;
import org.evenkeel.reports.verify.VerifyProblem.Cause;
import org.evenkeel.sql.release.PublishedRelease;

/**
 * Reads a finished report again and compares every number in it with the mart. Twice: place by place with the same report drawn afresh, which
 * finds whatever was changed; and wherever it names figures, with those figures alone, which finds what was drawn wrongly.
 */
public final class Verification {
    /** A release's id as it is printed: what it is about, and twelve digits of a hash. */
    private static final Pattern RELEASE =
            Pattern.compile("(?<![\\p{L}\\p{Nd}-])[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}-]*-[0-9a-f]{12}(?![\\p{L}\\p{Nd}])");

    private static final Pattern VERSION = Pattern.compile("Evenkeel (\\S+)");

    private final Shelf shelf;
    private final String program;
    private final List<Redrawing> redrawings = new ArrayList<>();

    /**
     * @param shelf the releases to compare with
     * @param program the version of this program
     */
    public Verification(Shelf shelf, String program) {
        this.shelf = shelf;
        this.program = program;
    }

    /**
     * Compares one report.
     *
     * @param name what messages call the file
     * @param folder the name of the folder it stands in, which is its release's id where nobody moved it
     * @param content its bytes
     * @throws VerifyProblem where it cannot be compared
     */
    public Verdict verify(String name, String folder, byte[] content) {
        Edition edition = Edition.of(content)
                .orElseThrow(
                        () -> new VerifyProblem(
                                Cause.USAGE,
                                name
                                        + ": this is no report: neither a PDF nor a workbook nor a web page. Name a file of STUDY/reports."));
        try (ReportFile file = edition.open(name, content)) {
            Held held = held(name, folder, file);
            return verdict(name, edition, file, held);
        }
    }

    // ---- which release it reports

    private Held held(String name, String folder, ReportFile file) {
        Set<String> known = Set.copyOf(shelf.releases());
        Set<String> named = new LinkedHashSet<>();
        for (Iterator<Block> blocks = file.blocks(); blocks.hasNext(); ) {
            for (Passage passage : blocks.next().passages()) {
                if (passage.role() != Role.SETTING) {
                    Matcher release = RELEASE.matcher(passage.text());
                    while (release.find()) {
                        named.add(release.group());
                    }
                }
            }
        }
        Optional<String> reported = named.contains(folder) && known.contains(folder)
                ? Optional.of(folder)
                : named.stream().filter(known::contains).findFirst();
        if (reported.isPresent()) {
            return shelf.find(reported.orElseThrow()).orElseThrow();
        }
        if (!named.isEmpty()) {
            throw new VerifyProblem(
                    Cause.DATA,
                    name + ": it reports release " + named.iterator().next()
                            + ", which the study's mart does not hold: it was never published there. Name the study it belongs to with --study.");
        }
        throw new VerifyProblem(
                Cause.USAGE,
                name + ": this is no report of Evenkeel; it names no release. Name a file of STUDY/reports.");
    }

    // ---- the comparison

    private Verdict verdict(String name, Edition edition, ReportFile file, Held held) {
        Optional<Attempt> best = Optional.empty();
        for (List<PublishedRelease> history : held.histories()) {
            Attempt attempt = attempt(name, edition, file, held.release(), history);
            if (best.isEmpty()
                    || attempt.differences().size()
                            < best.orElseThrow().differences().size()) {
                best = Optional.of(attempt);
            }
            if (attempt.differences().isEmpty()) {
                break;
            }
        }
        Attempt attempt =
                best.orElseThrow(() -> new IllegalArgumentException("A release is held with at least one history"));
        List<String> remarks = new ArrayList<>(attempt.remarks());
        return new Verdict(
                name,
                held.release().header().id(),
                attempt.numbers(),
                attempt.figures(),
                attempt.differences(),
                remarks);
    }

    private record Attempt(int numbers, int figures, List<Difference> differences, List<String> remarks) {}

    private Attempt attempt(
            String name, Edition edition, ReportFile file, PublishedRelease release, List<PublishedRelease> history) {
        Redrawing redrawing = redrawing(
                release, history, file.maker().flatMap(Verification::version).orElse(program));
        Redrawing.Part part = redrawing.part(file.cohort());
        MartFigures figures = part.figures();
        List<Difference> differences = new ArrayList<>(part.faults());
        FigureCheck check = new FigureCheck(figures);
        check.check(file.blocks());
        byte[] drawn = redrawing.drawn(part, edition);
        Comparison comparison = new Comparison(figures);
        Comparison beside = new Comparison(figures);
        try (ReportFile fresh = edition.open(name, drawn)) {
            comparison.compare(file.blocks(), fresh.blocks());
            beside.compare(file.attachments(), fresh.attachments());
            if (!comparison.differences().isEmpty()) {
                FigureCheck drawing = new FigureCheck(figures);
                drawing.check(fresh.blocks());
                drawing.differences().stream().map(Verification::ofTheDrawing).forEach(differences::add);
            }
        }
        Optional<String> other =
                file.maker().flatMap(Verification::version).filter(version -> !version.equals(program));
        if (other.isPresent() && !comparison.differences().isEmpty()) {
            differences.addAll(check.differences());
            return new Attempt(
                    check.numbers(),
                    check.met().size(),
                    differences,
                    List.of("Drawn by Evenkeel " + other.orElseThrow() + ", by its own account; this is Evenkeel "
                            + program
                            + ". Its figures were compared by their ids; its other words and its lay-out were not."));
        }
        differences.addAll(seen(comparison.differences()));
        Set<String> places = differences.stream().map(Difference::where).collect(Collectors.toSet());
        check.differences().stream()
                .filter(difference -> !places.contains(difference.where()))
                .forEach(differences::add);
        beside.differences().stream()
                .map(difference -> difference.as(Kind.ATTACHMENT))
                .forEach(differences::add);
        return new Attempt(comparison.numbers() + beside.numbers(), check.met().size(), differences, List.of());
    }

    /** Files that are verified together are mostly of one release: what it should be is kept until another one is asked for. */
    private Redrawing redrawing(PublishedRelease release, List<PublishedRelease> history, String maker) {
        Redrawing kept = redrawings.stream()
                .filter(one -> one.isOf(release, history, maker))
                .findFirst()
                .orElseGet(() -> new Redrawing(release, history, maker));
        redrawings.removeIf(one -> !one.isAbout(release));
        if (!redrawings.contains(kept)) {
            redrawings.add(kept);
        }
        return kept;
    }

    /** That a page's drawing differs says nothing new where its words differ too. */
    private static List<Difference> seen(List<Difference> differences) {
        boolean said = differences.stream().anyMatch(difference -> difference.kind() != Kind.LOOK);
        return said
                ? differences.stream()
                        .filter(difference -> difference.kind() != Kind.LOOK)
                        .toList()
                : differences;
    }

    private static Difference ofTheDrawing(Difference difference) {
        return difference.at("drawn wrongly by this program, " + difference.where());
    }

    private static Optional<String> version(String maker) {
        Matcher version = VERSION.matcher(maker);
        return version.find()
                ? Optional.of(version.group(1))
                : Arrays.stream(maker.split(" ", -1)).reduce((one, last) -> last);
    }
}
