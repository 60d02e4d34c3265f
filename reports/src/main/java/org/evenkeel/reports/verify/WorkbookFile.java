package org.evenkeel.reports.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;
import org.evenkeel.reports.verify.Passage.Role;
import org.evenkeel.reports.verify.VerifyProblem.Cause;

/** A report as workbook: the cells of its sheets, what its charts keep of them, names, rules, alternative texts. */
final class WorkbookFile implements ReportFile {
    private static final long LARGEST_PART = 1L << 30;

    private final String name;
    private final Map<String, byte[]> parts;
    private final WorkbookIndex index;

    private WorkbookFile(String name, Map<String, byte[]> parts, WorkbookIndex index) {
        this.name = name;
        this.parts = parts;
        this.index = index;
    }

    /** Opens the bytes of a workbook. */
    static WorkbookFile open(String name, byte[] content) {
        try {
            Map<String, byte[]> parts = parts(name, content);
            if (!parts.containsKey("xl/workbook.xml")) {
                throw new VerifyProblem(
                        Cause.USAGE,
                        name + ": this is an archive, but no workbook and so no report of Evenkeel. Name a report.");
            }
            return new WorkbookFile(name, parts, WorkbookIndex.of(parts));
        } catch (IOException | XMLStreamException damaged) {
            throw broken(name);
        }
    }

    private static Map<String, byte[]> parts(String name, byte[] content) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                byte[] part = archive.readNBytes((int) Math.min(LARGEST_PART, Integer.MAX_VALUE - 8));
                if (parts.put(entry.getName(), part) != null) {
                    throw broken(name);
                }
            }
        }
        if (!endsAsArchive(content)) {
            throw broken(name);
        }
        return Collections.unmodifiableMap(parts);
    }

    /** Whether the archive's own list of contents stands at its end. */
    private static boolean endsAsArchive(byte[] content) {
        for (int i = content.length - 22; i >= 0 && i >= content.length - 22 - 65_535; i--) {
            if (content[i] == 'P' && content[i + 1] == 'K' && content[i + 2] == 5 && content[i + 3] == 6) {
                return true;
            }
        }
        return false;
    }

    private static VerifyProblem broken(String name) {
        return new VerifyProblem(
                Cause.DATA,
                name
                        + ": the workbook is not whole; its end is missing or its inside is damaged. Copy it again, or draw it again with: evenkeel report STUDY");
    }

    @Override
    public Iterator<Block> blocks() {
        List<String> names =
                parts.keySet().stream().filter(WorkbookFile::isSeen).toList();
        return new Iterator<>() {
            private int next;
            private Iterator<Block> within = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!within.hasNext() && next < names.size()) {
                    within = part(names.get(next++));
                }
                return within.hasNext();
            }

            @Override
            public Block next() {
                if (!hasNext()) {
                    throw new java.util.NoSuchElementException();
                }
                return within.next();
            }
        };
    }

    /** Words shared by cells are read where cells use them; properties, themes and the package's plumbing are not what a reader sees. */
    private static boolean isSeen(String part) {
        return part.startsWith("xl/")
                && part.endsWith(".xml")
                && !part.equals("xl/sharedStrings.xml")
                && !part.equals("xl/styles.xml")
                && !part.startsWith("xl/theme/");
    }

    private Iterator<Block> part(String part) {
        byte[] content = Optional.ofNullable(parts.get(part)).orElseThrow();
        try {
            if (index.isSheet(part)) {
                return new SheetRows(name, part, content, index);
            }
            List<Passage> passages = part.startsWith("xl/charts/chart")
                    ? ChartPart.passages(part, content, index)
                    : XmlPart.passages(part, content);
            return List.of(new Block(part, 0, passages)).iterator();
        } catch (XMLStreamException damaged) {
            throw broken(name);
        }
    }

    static VerifyProblem damaged(String name) {
        return broken(name);
    }

    @Override
    public Iterator<Block> attachments() {
        return Collections.emptyIterator();
    }

    @Override
    public Optional<String> maker() {
        try {
            byte[] properties = parts.get("docProps/core.xml");
            return properties == null
                    ? Optional.empty()
                    : XmlPart.passages("docProps/core.xml", properties).stream()
                            .filter(passage -> passage.role() != Role.SETTING
                                    && passage.key().contains("creator"))
                            .map(Passage::text)
                            .findFirst();
        } catch (XMLStreamException damaged) {
            throw broken(name);
        }
    }

    @Override
    public void close() {
        // Everything is in memory.
    }
}
