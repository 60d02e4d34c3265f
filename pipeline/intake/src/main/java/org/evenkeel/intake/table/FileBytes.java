package org.evenkeel.intake.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.problem.UsageProblem;

/**
 * An export's bytes, read once from end to end: the hash the file is known by and the encoding of its characters.
 *
 * @param content the bytes
 * @param hash SHA-256 of the whole file, in hex
 * @param charset the encoding of its characters
 * @param markBytes bytes of the byte order mark it begins with, 0 without
 * @param encoding the encoding as people read it
 */
public record FileBytes(Content content, String hash, Charset charset, int markBytes, String encoding) {
    private static final int BLOCK = 1 << 16;
    private static final String WEB_PAGE = "a web page";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Reads the text in a file, or in the entry of an archive that is known by its own hash. */
    static FileBytes ofText(Content content) {
        try (InputStream in = content.open()) {
            return new Scan(content).run(in);
        } catch (IOException e) {
            throw unreadable(content.file(), e);
        }
    }

    /** Bytes that are not text, of a file with this hash. */
    static FileBytes ofBinary(Content content, String hash, String encoding) {
        return new FileBytes(content, hash, StandardCharsets.UTF_8, 0, encoding);
    }

    /** SHA-256 of the whole file, in hex. */
    static String hash(Path file) {
        MessageDigest sha256 = sha256();
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int length = in.read(block); length > 0; length = in.read(block)) {
                sha256.update(block, 0, length);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    static UsageProblem unreadable(Path file, IOException e) {
        return e instanceof NoSuchFileException
                ? new UsageProblem(file + ": there is no such file.")
                : new UsageProblem(String.format(
                        "%s: the file cannot be read (%s).", file, e.getClass().getSimpleName()));
    }

    /** The file. */
    public Path file() {
        return content.file();
    }

    /** What a message calls it: the file, and the entry of an archive where it is one. */
    public String label() {
        return content.label();
    }

    /** The same bytes, known by another hash. */
    FileBytes knownBy(String other) {
        return new FileBytes(content, other, charset, markBytes, encoding);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static final class Scan {
        private final Content content;
        private final String file;
        private final MessageDigest sha256 = sha256();
        private final CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        private final CharBuffer sink = CharBuffer.allocate(BLOCK);
        private final ByteBuffer pending = ByteBuffer.allocate(BLOCK + 8);
        private boolean validUtf8 = true;
        private boolean ascii = true;
        private long firstNul = -1;

        Scan(Content content) {
            this.content = content;
            this.file = content.label();
        }

        FileBytes run(InputStream in) throws IOException {
            byte[] head = in.readNBytes(BLOCK);
            if (head.length == 0) {
                throw new DataProblem(file + ": the export is empty (0 bytes). Export it again.");
            }
            refuseOtherFormats(head);
            long position = 0;
            byte[] block = head;
            int length = head.length;
            while (length > 0) {
                sha256.update(block, 0, length);
                look(block, length, position);
                position += length;
                if (block == head) {
                    block = new byte[BLOCK];
                }
                length = in.readNBytes(block, 0, BLOCK);
            }
            decode(true);
            return verdict(head);
        }

        private void look(byte[] block, int length, long position) {
            int or = 0;
            for (int i = 0; i < length; i++) {
                byte b = block[i];
                or |= b;
                if (b == 0 && firstNul < 0) {
                    firstNul = position + i;
                }
            }
            ascii &= or >= 0;
            if (validUtf8) {
                pending.put(block, 0, length);
                decode(false);
            }
        }

        private void decode(boolean end) {
            pending.flip();
            while (validUtf8) {
                var result = utf8.decode(pending, sink, end);
                sink.clear();
                validUtf8 = !result.isError();
                if (!result.isOverflow()) {
                    break;
                }
            }
            pending.compact();
        }

        private FileBytes verdict(byte[] head) {
            String hash = HexFormat.of().formatHex(sha256.digest());
            if (startsWith(head, 0xFF, 0xFE)) {
                return new FileBytes(content, hash, StandardCharsets.UTF_16LE, 2, "UTF-16LE with BOM");
            }
            if (startsWith(head, 0xFE, 0xFF)) {
                return new FileBytes(content, hash, StandardCharsets.UTF_16BE, 2, "UTF-16BE with BOM");
            }
            if (firstNul >= 0) {
                return withoutMark(head, hash);
            }
            if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
                if (!validUtf8) {
                    throw new DataProblem(
                            file + ": the file says that it is UTF-8 and holds bytes that are not. Export it"
                                    + " again and do not open it in another program in between.");
                }
                return new FileBytes(content, hash, StandardCharsets.UTF_8, 3, "UTF-8 with BOM");
            }
            if (validUtf8) {
                return new FileBytes(content, hash, StandardCharsets.UTF_8, 0, ascii ? "UTF-8 (ASCII only)" : "UTF-8");
            }
            return new FileBytes(content, hash, WINDOWS, 0, "windows-1252 (assumed, because it is not UTF-8)");
        }

        private FileBytes withoutMark(byte[] head, String hash) {
            int even = 0;
            int odd = 0;
            int looked = Math.min(head.length, 4096) & ~1;
            for (int i = 0; i < looked; i += 2) {
                even += head[i] == 0 ? 1 : 0;
                odd += head[i + 1] == 0 ? 1 : 0;
            }
            if (odd > looked / 4 && even == 0) {
                return new FileBytes(content, hash, StandardCharsets.UTF_16LE, 0, "UTF-16LE without BOM");
            }
            if (even > looked / 4 && odd == 0) {
                return new FileBytes(content, hash, StandardCharsets.UTF_16BE, 0, "UTF-16BE without BOM");
            }
            throw new DataProblem(String.format(
                    "%s: a NUL byte stands at byte %d: this is not a text file, or it is damaged. Export it again.",
                    file, firstNul));
        }

        private void refuseOtherFormats(byte[] head) {
            String kind = otherFormat(head);
            if (kind.equals(WEB_PAGE)) {
                throw new DataProblem(
                        file + ": this is a web page, not an export; often it is the platform's login page."
                                + " Sign in and export again.");
            }
            if (!kind.isEmpty()) {
                throw new DataProblem(file + ": this is " + kind + ", which is not read. Export as CSV, XLSX or SAV.");
            }
        }
    }

    /** What a file that begins like this is, where it is no export of any kind; blank otherwise. */
    static String otherFormat(byte[] head) {
        if (startsWith(head, '%', 'P', 'D', 'F')) {
            return "a PDF document";
        }
        if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return "an old or a password-protected Excel workbook";
        }
        if (startsWith(head, 0x1F, 0x8B)) {
            return "a gzip archive";
        }
        if (startsWith(head, 0x89, 'P', 'N', 'G') || startsWith(head, 0xFF, 0xD8, 0xFF)) {
            return "a picture";
        }
        if (startsWith(head, '$', 'F', 'L')) {
            return "a damaged SPSS file";
        }
        if (startsWith(head, 'P', 'K')) {
            return "a damaged ZIP archive or Excel workbook";
        }
        String start = new String(head, 0, Math.min(head.length, 2048), StandardCharsets.ISO_8859_1)
                .replaceFirst("^[^\\x21-\\x7e]*", "")
                .toLowerCase(Locale.ROOT)
                .replace("\0", "");
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<head")) {
            return WEB_PAGE;
        }
        return start.startsWith("<?xml") || start.startsWith("<!doctype") ? "XML" : "";
    }

    private static boolean startsWith(byte[] head, int... magic) {
        byte[] wanted = new byte[magic.length];
        for (int i = 0; i < magic.length; i++) {
            wanted[i] = (byte) magic[i];
        }
        return head.length >= wanted.length && Arrays.equals(head, 0, wanted.length, wanted, 0, wanted.length);
    }
}
