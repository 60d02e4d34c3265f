package org.evenkeel.spark.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** SHA-256 of files and folders, in lower-case hexadecimal digits. */
final class Fingerprint {
    private static final int BUFFER = 1 << 16;

    private Fingerprint() {}

    /** The hash of a file's bytes. */
    static String ofFile(Path file) {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The hash of the sorted hashes of its data files, since Spark gives files a new name every time. */
    static String ofFolder(Path folder) {
        MessageDigest digest = sha256();
        try (Stream<Path> files = Files.list(folder)) {
            List<String> hashes = files.filter(
                            file -> file.getFileName().toString().endsWith(".parquet"))
                    .map(Fingerprint::ofFile)
                    .sorted()
                    .toList();
            hashes.forEach(hash -> digest.update(HexFormat.of().parseHex(hash)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
