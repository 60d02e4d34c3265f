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
 * A text file's bytes, read once from end to end: the hash it is known by and the encoding of its characters.
 *
 * @param file the file
 * @param hash SHA-256 of its bytes, in hex
 * @param charset the encoding of its characters
 * @param markBytes bytes of the byte order mark it begins with, 0 without
 * @param encoding the encoding as people read it
 */
public record FileBytes(Path file, String hash, Charset charset, int markBytes, String encoding) {
    private static final int BLOCK = 1 << 16;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Reads the file; refuses what is not text. */
    public static FileBytes of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new Scan(file).run(in);
        } catch (NoSuchFileException e) {
            throw new UsageProblem(file + ": there is no such file.");
        } catch (IOException e) {
            throw new UsageProblem(String.format(
                    "%s: the file cannot be read (%s).", file, e.getClass().getSimpleName()));
        }
    }

    private static final class Scan {
        private final Path file;
        private final MessageDigest sha256;
        private final CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        private final CharBuffer sink = CharBuffer.allocate(BLOCK);
        private final ByteBuffer pending = ByteBuffer.allocate(BLOCK + 8);
        private boolean validUtf8 = true;
        private boolean ascii = true;
        private long firstNul = -1;

        Scan(Path file) {
            this.file = file;
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java runtime has SHA-256", e);
            }
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
                return new FileBytes(file, hash, StandardCharsets.UTF_16LE, 2, "UTF-16LE with BOM");
            }
            if (startsWith(head, 0xFE, 0xFF)) {
                return new FileBytes(file, hash, StandardCharsets.UTF_16BE, 2, "UTF-16BE with BOM");
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
                return new FileBytes(file, hash, StandardCharsets.UTF_8, 3, "UTF-8 with BOM");
            }
            if (validUtf8) {
                return new FileBytes(file, hash, StandardCharsets.UTF_8, 0, ascii ? "UTF-8 (ASCII only)" : "UTF-8");
            }
            return new FileBytes(file, hash, WINDOWS, 0, "windows-1252 (assumed, because it is not UTF-8)");
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
                return new FileBytes(file, hash, StandardCharsets.UTF_16LE, 0, "UTF-16LE without BOM");
            }
            if (even > looked / 4 && odd == 0) {
                return new FileBytes(file, hash, StandardCharsets.UTF_16BE, 0, "UTF-16BE without BOM");
            }
            throw new DataProblem(String.format(
                    "%s: a NUL byte stands at byte %d: this is not a text file, or it is damaged. Export it again.",
                    file, firstNul));
        }

        private void refuseOtherFormats(byte[] head) {
            String kind = "";
            if (startsWith(head, 'P', 'K', 3, 4)) {
                kind = "a ZIP archive or an Excel workbook";
            } else if (startsWith(head, '$', 'F', 'L', '2') || startsWith(head, '$', 'F', 'L', '3')) {
                kind = "an SPSS file";
            } else if (startsWith(head, '%', 'P', 'D', 'F')) {
                kind = "a PDF document";
            } else if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
                kind = "an old Excel workbook";
            } else if (startsWith(head, 0x1F, 0x8B)) {
                kind = "a gzip archive";
            }
            if (!kind.isEmpty()) {
                throw new DataProblem(
                        file + ": this is " + kind + ", which this version does not read. Export as CSV.");
            }
            refuseMarkup(head);
        }

        private void refuseMarkup(byte[] head) {
            String start = new String(head, 0, Math.min(head.length, 2048), StandardCharsets.ISO_8859_1)
                    .replaceFirst("^[^\\x21-\\x7e]*", "")
                    .toLowerCase(Locale.ROOT)
                    .replace("\0", "");
            if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<head")) {
                throw new DataProblem(
                        file + ": this is a web page, not an export; often it is the platform's login page."
                                + " Sign in and export again.");
            }
            if (start.startsWith("<?xml") || start.startsWith("{\"")) {
                throw new DataProblem(file + ": this is " + (start.startsWith("{") ? "JSON" : "XML")
                        + ", which this version does not read. Export as CSV.");
            }
        }

        private static boolean startsWith(byte[] head, int... magic) {
            byte[] wanted = new byte[magic.length];
            for (int i = 0; i < magic.length; i++) {
                wanted[i] = (byte) magic[i];
            }
            return head.length >= wanted.length && Arrays.equals(head, 0, wanted.length, wanted, 0, wanted.length);
        }
    }
}
