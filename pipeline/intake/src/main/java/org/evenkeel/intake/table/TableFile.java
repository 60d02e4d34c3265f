package org.evenkeel.intake.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.problem.DataProblem;

/** Finds the tables that a file holds, by its bytes and never by its name. */
public final class TableFile {
    private static final int START = 4096;
    private static final int MOST_FILES = 64;
    /** A workbook inside an archive is held in memory, for it can only be read from its end. */
    private static final int LARGEST_INNER = 64 << 20;

    private TableFile() {}

    /** The tables in the file: one, or each sheet of a workbook, or what the entries of an archive hold. */
    public static List<Table> tables(Path file) {
        WholeFile whole = new WholeFile(file);
        byte[] start = start(whole);
        if (isArchive(start)) {
            String hash = FileBytes.hash(file);
            Archive archive = Archive.of(whole);
            return Workbook.isWorkbook(archive)
                    ? Workbook.sheets(whole, archive, hash)
                    : unpacked(whole, archive, hash);
        }
        return List.of(
                SystemFile.isSystemFile(start)
                        ? SystemFile.of(whole, FileBytes.hash(file))
                        : text(FileBytes.ofText(whole)));
    }

    private static Table text(FileBytes bytes) {
        Charset charset = bytes.charset();
        try (InputStream in = bytes.content().open()) {
            in.skipNBytes(bytes.markBytes());
            char[] start = new char[START];
            int length = Math.max(0, new InputStreamReader(in, charset).read(start));
            return JsonLines.isJson(new String(start, 0, length)) ? JsonLines.of(bytes) : Delimited.of(bytes);
        } catch (IOException e) {
            throw FileBytes.unreadable(bytes.file(), e);
        }
    }

    private static List<Table> unpacked(WholeFile file, Archive archive, String hash) {
        List<Archive.Entry> entries = archive.files().stream()
                .filter(entry -> !isLeftBehind(entry.path()))
                .toList();
        refuse(file, entries);
        List<Table> tables = new ArrayList<>();
        List<Archive.Entry> exports = entries.stream()
                .filter(entry -> entry.unpacked() > 0)
                .filter(entry -> entries.size() == 1
                        || FileBytes.otherFormat(start(entry)).isEmpty()
                        || isArchive(start(entry)))
                .toList();
        for (Archive.Entry entry : exports) {
            tables.addAll(tables(entry, hash));
        }
        if (tables.isEmpty()) {
            throw new DataProblem(file.label() + ": the archive holds no export. Export again.");
        }
        return tables;
    }

    private static void refuse(WholeFile file, List<Archive.Entry> entries) {
        long climbing = entries.stream().filter(Archive.Entry::climbs).count();
        if (climbing > 0) {
            throw new DataProblem(String.format(
                    "%s: %d names in the archive climb out of the folder it is unpacked to. No survey platform writes"
                            + " such an archive; it is not opened.",
                    file.label(), climbing));
        }
        Optional<Archive.Entry> locked =
                entries.stream().filter(Archive.Entry::isEncrypted).findFirst();
        if (locked.isPresent()) {
            throw new DataProblem(locked.get().label()
                    + ": the archive is protected by a password. Unpack it where only those who may read it can, or export"
                    + " without a password.");
        }
        long size = entries.stream().mapToLong(Archive.Entry::unpacked).sum();
        if (entries.size() > MOST_FILES || size < 0 || size > Archive.MOST_BYTES) {
            throw new DataProblem(String.format(
                    Locale.ROOT,
                    "%s: the archive holds %d files of %,d bytes when unpacked. Limit: %d files and %d GB. Put one export"
                            + " into it.",
                    file.label(),
                    entries.size(),
                    size,
                    MOST_FILES,
                    Archive.MOST_BYTES >> 30));
        }
    }

    private static List<Table> tables(Archive.Entry entry, String hash) {
        byte[] start = start(entry);
        if (isArchive(start)) {
            if (entry.unpacked() > LARGEST_INNER) {
                throw new DataProblem(String.format(
                        Locale.ROOT,
                        "%s: the workbook in the archive has %,d bytes. Limit: %,d. Take it out of the archive.",
                        entry.label(),
                        entry.unpacked(),
                        LARGEST_INNER));
            }
            Archive inner = Archive.of(entry, whole(entry));
            if (!Workbook.isWorkbook(inner)) {
                throw new DataProblem(
                        entry.label() + ": an archive inside an archive is not opened. Take the export out of it.");
            }
            return Workbook.sheets(entry, inner, hash);
        }
        return List.of(
                SystemFile.isSystemFile(start)
                        ? SystemFile.of(entry, hash)
                        : text(FileBytes.ofText(entry).knownBy(hash)));
    }

    /** What operating systems leave in archives. */
    private static boolean isLeftBehind(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return path.startsWith("__MACOSX/")
                || name.startsWith("._")
                || name.equals(".DS_Store")
                || name.equalsIgnoreCase("thumbs.db")
                || name.equalsIgnoreCase("desktop.ini");
    }

    private static boolean isArchive(byte[] start) {
        return start.length >= 4
                && start[0] == 'P'
                && start[1] == 'K'
                && ((start[2] == 3 && start[3] == 4) || (start[2] == 5 && start[3] == 6));
    }

    private static byte[] start(Content content) {
        try (InputStream in = content.open()) {
            return in.readNBytes(2048);
        } catch (IOException e) {
            throw FileBytes.unreadable(content.file(), e);
        }
    }

    private static byte[] whole(Content content) {
        try (InputStream in = content.open()) {
            return in.readNBytes(LARGEST_INNER);
        } catch (IOException e) {
            throw FileBytes.unreadable(content.file(), e);
        }
    }
}
