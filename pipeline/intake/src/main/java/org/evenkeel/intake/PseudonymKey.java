package org.evenkeel.intake;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.problem.UsageProblem;

/**
 * The study's secret, with which identifiers become pseudonyms. Who holds it can tell whether a given student is a given
 * respondent, so it is kept by its owner alone and never printed.
 */
public final class PseudonymKey implements Serializable {
    /** The environment variable that may hold the key instead of the file. */
    public static final String VARIABLE = "EVENKEEL_KEY";

    /** Bytes of a key. */
    public static final int BYTES = 32;

    private static final long serialVersionUID = 1L;
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private final byte[] secret;

    private PseudonymKey(byte[] secret) {
        this.secret = secret;
    }

    /** The key of these 32 bytes. */
    public static PseudonymKey of(byte[] secret) {
        Require.that(secret.length == BYTES, "a key has %s bytes. Value given: %s bytes", BYTES, secret.length);
        return new PseudonymKey(secret.clone());
    }

    /** A new key. */
    public static PseudonymKey generate(SecureRandom random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return new PseudonymKey(secret);
    }

    /** The key that the environment variable gives, or else the file. */
    public static PseudonymKey load(Path file, Map<String, String> environment) {
        String given = environment.get(VARIABLE);
        if (given != null) {
            return parse(given, "environment variable " + VARIABLE);
        }
        return read(file);
    }

    /** The key in the file, which nobody but its owner may open. */
    public static PseudonymKey read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UsageProblem(String.format(
                    "%s: the study's key is not there. Bring the file back from where it is kept, or set %s; a new key would"
                            + " make every respondent a stranger.",
                    file, VARIABLE));
        }
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
                if (permissions.stream().anyMatch(OTHERS::contains)) {
                    throw new UsageProblem(String.format(
                            "%s: others than its owner may open the key (%s); it must be rw-------. Run: chmod 600 '%s'",
                            file, PosixFilePermissions.toString(permissions), file));
                }
            }
            return parse(Files.readString(file, StandardCharsets.ISO_8859_1), file.toString());
        } catch (IOException e) {
            throw new UsageProblem(String.format("%s: the study's key cannot be read: %s", file, reason(e)));
        }
    }

    /** Writes the key into a new file that only its owner may open (0600, its folder 0700), and never over another. */
    public void write(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] forFolder = posix ? owner("rwx------") : new FileAttribute<?>[0];
        FileAttribute<?>[] forFile = posix ? owner("rw-------") : new FileAttribute<?>[0];
        byte[] text = (HexFormat.of().formatHex(secret) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder, forFolder);
            }
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            // A process that is killed here leaves no half key under the key's own name.
            Path draft = file.resolveSibling("." + file.getFileName() + ".part");
            Files.deleteIfExists(draft);
            Set<StandardOpenOption> create = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (var channel = Files.newByteChannel(draft, create, forFile)) {
                var buffer = java.nio.ByteBuffer.wrap(text);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            throw new UsageProblem(String.format(
                    "%s: a key is there already and is never overwritten; respondents are known by it.", file));
        } catch (IOException e) {
            throw new UsageProblem(String.format("%s: the study's key cannot be written: %s", file, reason(e)));
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    /** Eight hex digits by which a ledger can tell two keys apart; they say nothing about the key. */
    public String fingerprint() {
        return HexFormat.of()
                .toHexDigits(new Pseudonymiser(this).digest("key-id|", "").value())
                .substring(0, 8);
    }

    byte[] secret() {
        return secret.clone();
    }

    private static FileAttribute<?>[] owner(String permissions) {
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }

    private static PseudonymKey parse(String text, String where) {
        String stripped = text.strip();
        try {
            byte[] secret = stripped.matches("[0-9A-Fa-f]{64}")
                    ? HexFormat.of().parseHex(stripped)
                    : Base64.getDecoder().decode(stripped.replace('-', '+').replace('_', '/'));
            if (secret.length == BYTES) {
                return new PseudonymKey(secret);
            }
        } catch (IllegalArgumentException e) {
            throw notAKey(where);
        }
        throw notAKey(where);
    }

    private static UsageProblem notAKey(String where) {
        return new UsageProblem(String.format(
                "%s: this is not a key. A key is %s bytes, written as %s hex digits or in base64.",
                where, BYTES, 2 * BYTES));
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PseudonymKey key && MessageDigest.isEqual(secret, key.secret);
    }

    @Override
    public int hashCode() {
        return PseudonymKey.class.hashCode();
    }

    @Override
    public String toString() {
        return "PseudonymKey[****]";
    }
}
