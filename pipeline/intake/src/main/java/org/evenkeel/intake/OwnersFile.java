package org.evenkeel.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files that only their owner may open (0600, their folders 0700). */
public final class OwnersFile {
    private OwnersFile() {}

    /** Writes the file; one that is there is replaced. */
    public static void write(Path file, byte[] bytes) {
        try {
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            FileAttribute<?>[] forFolder = posix ? owner("rwx------") : new FileAttribute<?>[0];
            FileAttribute<?>[] forFile = posix ? owner("rw-------") : new FileAttribute<?>[0];
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder, forFolder);
            }
            Files.deleteIfExists(file);
            Files.createFile(file, forFile);
            Files.write(file, bytes);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static FileAttribute<?>[] owner(String permissions) {
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
