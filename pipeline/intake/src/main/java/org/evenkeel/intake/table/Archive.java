package org.evenkeel.intake.table;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.evenkeel.core.problem.DataProblem;

/**
 * A ZIP archive, read by its own table of contents. Nothing is unpacked to disk: an entry is a stream, which ends with a
 * refusal where it grows beyond what an export can be.
 */
final class Archive {
    /** The most an entry may hold. */
    static final long MOST_BYTES = 4L << 30;

    private static final int MOST_ENTRIES = 20_000;
    private static final int MOST_CONTENTS = 32 << 20;
    /** How many times larger than its packed form an entry may be, once it is larger than {@link #HARMLESS}. */
    private static final long MOST_GROWTH = 250;

    private static final long HARMLESS = 32 << 20;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final Charset DOS = Charset.forName("IBM437");

    private final Content content;
    private final Bytes bytes;
    private final List<Entry> entries;

    /** Bytes at any place. */
    interface Bytes {
        long size() throws IOException;

        /** Bytes from a place on; fails where there are fewer. */
        byte[] at(long position, int length) throws IOException;
    }

    /** The archive in a file. */
    static Archive of(WholeFile file) {
        return open(file, new OnDisk(file.file()));
    }

    /** The archive in bytes that are held. */
    static Archive of(Content content, byte[] held) {
        return open(content, new Held(held));
    }

    private static Archive open(Content content, Bytes bytes) {
        try {
            return new Archive(content, bytes);
        } catch (ZipException | EOFException e) {
            throw damaged(content);
        } catch (IOException e) {
            throw FileBytes.unreadable(content.file(), e);
        }
    }

    private static DataProblem damaged(Content content) {
        return new DataProblem(content.label()
                + ": the archive or workbook is damaged or was cut off: its table of contents does not fit its"
                + " bytes. Export it again.");
    }

    private Archive(Content content, Bytes bytes) throws IOException {
        this.content = content;
        this.bytes = bytes;
        this.entries = entries();
    }

    /** Its entries that are no folders, in the order of its table of contents. */
    List<Entry> files() {
        return entries.stream().filter(entry -> !entry.entry().endsWith("/")).toList();
    }

    /** The entry of that name, but for case. */
    Optional<Entry> find(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return entries.stream()
                .filter(entry -> entry.path().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    private List<Entry> entries() throws IOException {
        long size = bytes.size();
        int tailLength = (int) Math.min(size, END_BYTES + LONGEST_COMMENT);
        ByteBuffer tail = buffer(bytes.at(size - tailLength, tailLength));
        int end = tailLength - END_BYTES;
        while (end >= 0 && tail.getInt(end) != 0x06054b50) {
            end--;
        }
        if (end < 0) {
            throw new ZipException("no end");
        }
        long count = tail.getShort(end + 10) & 0xFFFF;
        long length = tail.getInt(end + 12) & 0xFFFFFFFFL;
        long start = tail.getInt(end + 16) & 0xFFFFFFFFL;
        long endAt = size - tailLength + end;
        if (endAt >= 20 && (start == 0xFFFFFFFFL || count == 0xFFFF || length == 0xFFFFFFFFL)) {
            ByteBuffer locator = buffer(bytes.at(endAt - 20, 20));
            if (locator.getInt(0) == 0x07064b50) {
                ByteBuffer large = buffer(bytes.at(locator.getLong(8), 56));
                count = large.getLong(32);
                length = large.getLong(40);
                start = large.getLong(48);
            }
        }
        if (count > MOST_ENTRIES || length > MOST_CONTENTS) {
            throw new DataProblem(String.format(
                    Locale.ROOT,
                    "%s: the archive has more than %,d entries. Put one export into it.",
                    content.label(),
                    MOST_ENTRIES));
        }
        if (length < 0 || start < 0 || count < 0 || start + length > size) {
            throw new ZipException("contents outside");
        }
        ByteBuffer contents = buffer(bytes.at(start, (int) length));
        List<Entry> found = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            found.add(entry(contents));
        }
        return List.copyOf(found);
    }

    private Entry entry(ByteBuffer contents) throws IOException {
        if (contents.remaining() < 46 || contents.getInt() != 0x02014b50) {
            throw new ZipException("no entry");
        }
        int from = contents.position() - 4;
        int flags = contents.getShort(from + 8) & 0xFFFF;
        int method = contents.getShort(from + 10) & 0xFFFF;
        long crc = contents.getInt(from + 16) & 0xFFFFFFFFL;
        long packed = contents.getInt(from + 20) & 0xFFFFFFFFL;
        long unpacked = contents.getInt(from + 24) & 0xFFFFFFFFL;
        int nameLength = contents.getShort(from + 28) & 0xFFFF;
        int extraLength = contents.getShort(from + 30) & 0xFFFF;
        int commentLength = contents.getShort(from + 32) & 0xFFFF;
        long start = contents.getInt(from + 42) & 0xFFFFFFFFL;
        contents.position(from + 46);
        if (contents.remaining() < nameLength + extraLength + commentLength) {
            throw new ZipException("entry cut off");
        }
        byte[] name = new byte[nameLength];
        contents.get(name);
        byte[] extraBytes = new byte[extraLength];
        contents.get(extraBytes);
        contents.position(contents.position() + commentLength);
        ByteBuffer extra = buffer(extraBytes);
        while (extra.remaining() >= 4) {
            int kind = extra.getShort() & 0xFFFF;
            int length = extra.getShort() & 0xFFFF;
            if (length > extra.remaining()) {
                break;
            }
            ByteBuffer field = extra.slice(extra.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            extra.position(extra.position() + length);
            if (kind == 1) {
                unpacked = unpacked == 0xFFFFFFFFL && field.remaining() >= 8 ? field.getLong() : unpacked;
                packed = packed == 0xFFFFFFFFL && field.remaining() >= 8 ? field.getLong() : packed;
                start = start == 0xFFFFFFFFL && field.remaining() >= 8 ? field.getLong() : start;
            }
        }
        String path = new String(name, (flags & 0x800) != 0 ? StandardCharsets.UTF_8 : DOS);
        return new Entry(this, path, flags, method, crc, packed, unpacked, start);
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static final class Held implements Bytes {
        private final byte[] held;

        Held(byte[] held) {
            this.held = held;
        }

        @Override
        public long size() {
            return held.length;
        }

        @Override
        public byte[] at(long position, int length) throws IOException {
            if (position < 0 || length < 0 || position + length > held.length) {
                throw new EOFException();
            }
            byte[] part = new byte[length];
            System.arraycopy(held, (int) position, part, 0, length);
            return part;
        }
    }

    private record OnDisk(Path file) implements Bytes {
        @Override
        public long size() throws IOException {
            try (FileChannel channel = FileChannel.open(file)) {
                return channel.size();
            }
        }

        @Override
        public byte[] at(long position, int length) throws IOException {
            try (FileChannel channel = FileChannel.open(file)) {
                if (position < 0 || length < 0 || position + length > channel.size()) {
                    throw new EOFException();
                }
                ByteBuffer part = ByteBuffer.allocate(length);
                while (part.hasRemaining()) {
                    if (channel.read(part, position + part.position()) < 0) {
                        throw new EOFException();
                    }
                }
                return part.array();
            }
        }
    }

    /** One file in the archive. */
    record Entry(Archive archive, String path, int flags, int method, long crc, long packed, long unpacked, long start)
            implements Content {
        @Override
        public Path file() {
            return archive.content.file();
        }

        @Override
        public String entry() {
            return archive.content.entry().isEmpty() ? path : archive.content.entry() + ": " + path;
        }

        /** Whether it can only be read with a password. */
        boolean isEncrypted() {
            return (flags & 1) != 0;
        }

        /** Whether unpacking it by name would write outside the folder it is unpacked to. */
        boolean climbs() {
            String slashed = path.replace('\\', '/');
            return slashed.startsWith("/")
                    || slashed.matches("(?s)[A-Za-z]:.*")
                    || List.of(slashed.split("/", -1)).contains("..")
                    || slashed.indexOf('\0') >= 0;
        }

        @Override
        public InputStream open() throws IOException {
            if (isEncrypted()) {
                throw new DataProblem(label()
                        + ": the entry is protected by a password. Unpack it where only those who may read it can, or"
                        + " export without a password.");
            }
            if (method != 0 && method != 8) {
                throw new DataProblem(
                        label() + ": the entry is packed in a way that is not read. Pack it again as an ordinary ZIP.");
            }
            try {
                ByteBuffer local = buffer(archive.bytes.at(start, 30));
                if (local.getInt(0) != 0x04034b50) {
                    throw damaged(archive.content);
                }
                long data = start + 30 + (local.getShort(26) & 0xFFFF) + (local.getShort(28) & 0xFFFF);
                if (packed < 0 || data + packed > archive.bytes.size()) {
                    throw damaged(archive.content);
                }
                InputStream raw = new Slice(archive.bytes, data, packed);
                return new Watched(this, method == 0 ? raw : new Unpacking(raw));
            } catch (EOFException e) {
                throw damaged(archive.content);
            }
        }
    }

    /** A part of the bytes, one block after the other. */
    private static final class Slice extends InputStream {
        private static final int BLOCK = 1 << 18;

        private final Bytes bytes;
        private long position;
        private final long end;
        private byte[] block = new byte[0];
        private int at;

        Slice(Bytes bytes, long position, long length) {
            this.bytes = bytes;
            this.position = position;
            this.end = position + length;
        }

        private boolean isAtEnd() throws IOException {
            if (at == block.length && position < end) {
                block = bytes.at(position, (int) Math.min(BLOCK, end - position));
                position += block.length;
                at = 0;
            }
            return at == block.length;
        }

        @Override
        public int read() throws IOException {
            return isAtEnd() ? -1 : block[at++] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (isAtEnd()) {
                return -1;
            }
            int given = Math.min(length, block.length - at);
            System.arraycopy(block, at, target, offset, given);
            at += given;
            return given;
        }
    }

    private static final class Unpacking extends InflaterInputStream {
        Unpacking(InputStream packed) {
            super(packed, new Inflater(true), 1 << 16);
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }

    /** Ends with a refusal where an entry is larger than an export can be, or not what the archive says it is. */
    private static final class Watched extends FilterInputStream {
        private final Entry entry;
        private final CRC32 crc = new CRC32();
        private long read;
        private boolean checked;

        Watched(Entry entry, InputStream in) {
            super(in);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int given;
            try {
                given = super.read(target, offset, length);
            } catch (ZipException | EOFException e) {
                throw damaged(entry);
            }
            if (given > 0) {
                read += given;
                crc.update(target, offset, given);
                refuseBomb();
                if (read > entry.unpacked()) {
                    throw damaged(entry);
                }
            } else if (given < 0 && !checked) {
                checked = true;
                if (read != entry.unpacked() || crc.getValue() != entry.crc()) {
                    throw damaged(entry);
                }
            }
            return given;
        }

        private void refuseBomb() {
            boolean swollen = read > HARMLESS && read / MOST_GROWTH > entry.packed();
            if (swollen || read > MOST_BYTES) {
                throw new DataProblem(String.format(
                        Locale.ROOT,
                        "%s: %,d packed bytes unpack to more than %,d: this is not an export. Limit: %d times the packed"
                                + " size, and %d GB.",
                        entry.label(),
                        entry.packed(),
                        read - 1,
                        MOST_GROWTH,
                        MOST_BYTES >> 30));
            }
        }

        @Override
        public long skip(long count) throws IOException {
            byte[] block = new byte[(int) Math.max(1, Math.min(count, 1 << 16))];
            int given = read(block, 0, block.length);
            return Math.max(given, 0);
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }

    /** The entry's bytes with a buffer. */
    static InputStream buffered(Content content) throws IOException {
        return new BufferedInputStream(content.open(), 1 << 16);
    }
}
