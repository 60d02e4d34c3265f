package org.evenkeel.reports;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The folder of a release's briefs. A list in it says which briefs there should be. While they are being written, a second list, the
 * journal, says which are there or may be, those of the drawing before included: a brief of a group that is no longer shown is removed,
 * even where a run was killed halfway, and a file that a person put there is not.
 */
final class BriefFolder {
    private static final String CONTENTS = ".contents";
    private static final String JOURNAL = ".contents.next";

    /** What this program calls a brief: nothing else is ever removed, whatever the lists say. */
    private static final Pattern BRIEF = Pattern.compile("[a-z0-9][a-z0-9-]*\\.pdf");

    private final ReportFolder folder;

    private BriefFolder(ReportFolder folder) {
        this.folder = folder;
    }

    /** The folder of briefs inside that of their release. */
    static BriefFolder in(Path release) {
        return new BriefFolder(new ReportFolder(release.resolve(Reports.BRIEFS)));
    }

    /**
     * A brief that is to be written.
     *
     * @param name the name of its file
     * @param content its bytes, drawn when they are asked for
     */
    record Brief(String name, Supplier<byte[]> content) {
        Brief {
            if (!BRIEF.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "A brief's file has a name of a-z, 0-9 and -, and ends in .pdf. Provided: " + name);
            }
        }
    }

    /** Whether every brief that was to be written stands here, and no other of this program. */
    boolean isComplete() {
        return folder.has(CONTENTS)
                && !folder.has(JOURNAL)
                && folder.lines(CONTENTS).stream().allMatch(name -> isBrief(name) && folder.has(name));
    }

    /** Makes these the briefs that stand here. Whatever moment this is stopped at, the next time finishes it. */
    List<Path> write(List<Brief> briefs) {
        Set<String> wanted = new LinkedHashSet<>();
        briefs.forEach(brief -> wanted.add(brief.name()));
        Set<String> known = new LinkedHashSet<>(folder.lines(CONTENTS));
        known.addAll(folder.lines(JOURNAL));
        known.removeIf(name -> !isBrief(name));
        known.addAll(wanted);
        store(JOURNAL, known);
        List<Path> written = new ArrayList<>();
        briefs.forEach(
                brief -> written.add(folder.store(brief.name(), brief.content().get())));
        known.stream().filter(name -> !wanted.contains(name)).forEach(folder::remove);
        store(CONTENTS, wanted);
        folder.remove(JOURNAL);
        return List.copyOf(written);
    }

    private void store(String name, Collection<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        folder.store(name, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isBrief(String name) {
        return BRIEF.matcher(name).matches();
    }
}
