package org.evenkeel.reports.excel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A zip archive in its one canonical form, so that equal parts give equal bytes: content types first, then by name, all of one instant. */
final class CanonicalZip {
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    /** For parts that are long: rows of a table are packed well enough, and twice as quickly. */
    private static final int QUICK = 2;

    /** The earliest instant the zip format knows; a local time, so that no time zone can shift it. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final Comparator<String> ORDER =
            Comparator.comparing((String name) -> !name.equals(CONTENT_TYPES)).thenComparing(Comparator.naturalOrder());

    private CanonicalZip() {}

    /** Writes a part anew, from what stood in it. */
    interface Rewriting {
        void write(byte[] part, OutputStream out) throws IOException;
    }

    /** The same entries in canonical order, without times, comments or extra fields. */
    static byte[] of(byte[] archive) {
        return of(archive, Map.of());
    }

    /** The same; parts that are named are written anew on their way, so that a long one is never held whole. */
    static byte[] of(byte[] archive, Map<String, Rewriting> rewritings) {
        Map<String, byte[]> entries = new TreeMap<>(ORDER);
        ByteArrayOutputStream canonical = new ByteArrayOutputStream(archive.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream out = new ZipOutputStream(canonical)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setTimeLocal(EPOCH);
                out.putNextEntry(header);
                Rewriting rewriting = rewritings.get(entry.getKey());
                out.setLevel(rewriting == null ? Deflater.DEFAULT_COMPRESSION : QUICK);
                if (rewriting == null) {
                    out.write(entry.getValue());
                } else {
                    rewriting.write(entry.getValue(), out);
                }
                out.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("A workbook held in memory could not be packed again", impossible);
        }
        return canonical.toByteArray();
    }
}
