package org.evenkeel.app.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.core.problem.UsageProblem;

/** SHA-256 of files and of lists of lines, in lower-case hexadecimal digits. */
final class Hashes {
    private static final int BUFFER = 1 << 16;

    private Hashes() {}

    static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    static String ofFile(Path file) {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException unreadable) {
            throw new UsageProblem(file + ": the file cannot be read; allow the user that runs Evenkeel to read it");
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The hash of lines in their natural order, whatever order they come in. */
    static String ofLines(Collection<String> lines) {
        MessageDigest digest = sha256();
        lines.stream().sorted().forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A line for each YAML file of the folder: its name and its hash; none where there is no folder. */
    static List<String> ofYamlFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .map(file -> file.getFileName() + " " + ofFile(file))
                    .toList();
        } catch (IOException unreadable) {
            throw new UsageProblem(
                    folder + ": the folder cannot be read; allow the user that runs Evenkeel to read it");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
