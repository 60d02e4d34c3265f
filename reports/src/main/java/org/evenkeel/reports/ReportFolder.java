package org.evenkeel.reports;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * A folder that reports are written into. A file appears whole or not at all.
 *
 * @param path where it is; made when the first file is written
 */
record ReportFolder(Path path) {
    /** What operating systems say when nothing more can be written: no space, a quota, or a limit on the size of a file. */
    private static final List<String> SIGNS_OF_A_FULL_DISK =
            List.of("no space left on device", "not enough space on the disk", "disk quota exceeded", "file too large");

    /** Writes a file, replacing what stood there under the same name. */
    Path store(String name, byte[] content) {
        Path target = path.resolve(name);
        try {
            Files.createDirectories(path);
            Path draft = draft(name);
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

    /** Removes a plain file and what a killed run left of it. Anything else of that name is not this program's and stays. */
    void remove(String name) {
        Path target = path.resolve(name);
        try {
            for (Path file : List.of(target, draft(name))) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new ReportProblem(
                    "The file " + target + ", which the release no longer has, could not be removed: " + reason(e)
                            + " Make the folder writable, and run the command again.",
                    e);
        }
    }

    /** The lines of a file; none where there is no such file, or none that can be read. */
    List<String> lines(String name) {
        Path file = path.resolve(name);
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Whether a file of that name stands here. */
    boolean has(String name) {
        return Files.isRegularFile(path.resolve(name));
    }

    /** The same name every time, so that a draft of a run that was killed is written over. */
    private Path draft(String name) {
        return path.resolve("." + name + ".part");
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
