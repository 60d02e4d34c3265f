package org.evenkeel.intake.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** The elements of a system file's records, eight bytes each, unpacked where they are packed. */
final class SystemFileElements implements AutoCloseable {
    private static final int END = 252;
    private static final int LITERAL = 253;
    private static final int SPACES = 254;
    private static final int MISSING = 255;

    private final Content content;
    private final SystemFileDictionary dictionary;
    private final InputStream in;
    private final byte[] codes = new byte[8];
    private int at = 8;
    private boolean ended;

    private SystemFileElements(Content content, InputStream in, SystemFileDictionary dictionary) {
        this.content = content;
        this.in = in;
        this.dictionary = dictionary;
    }

    /** The elements that follow in the stream. */
    static SystemFileElements of(Content content, InputStream in, SystemFileDictionary dictionary) throws IOException {
        return switch (dictionary.packing()) {
            case NONE, BYTE_CODES -> new SystemFileElements(content, in, dictionary);
            case ZLIB -> {
                byte[] places = in.readNBytes(24);
                if (places.length < 24) {
                    throw new EOFException();
                }
                long packed = dictionary.whole(places, 8) - dictionary.whole(places, 0) - 24;
                if (packed < 0) {
                    throw dictionary.damaged(content);
                }
                yield new SystemFileElements(content, new Blocks(content, in, packed), dictionary);
            }
        };
    }

    /** Fills the record; false where there are no more. */
    boolean read(byte[] record) {
        try {
            return dictionary.packing() == SystemFileDictionary.Packing.NONE ? plain(record) : unpacked(record);
        } catch (ZipException e) {
            throw dictionary.damaged(content);
        } catch (EOFException e) {
            throw cutOff();
        } catch (IOException e) {
            throw FileBytes.unreadable(content.file(), e);
        }
    }

    private boolean plain(byte[] record) throws IOException {
        int read = in.readNBytes(record, 0, record.length);
        if (read > 0 && read < record.length) {
            throw cutOff();
        }
        return read == record.length && read > 0;
    }

    private boolean unpacked(byte[] record) throws IOException {
        int filled = 0;
        while (filled < record.length) {
            if (at == 8) {
                int read = ended ? 0 : in.readNBytes(codes, 0, 8);
                if (read < 8) {
                    ended = true;
                    if (filled > 0 || read > 0) {
                        throw cutOff();
                    }
                    return false;
                }
                at = 0;
            }
            int code = codes[at++] & 0xFF;
            switch (code) {
                case 0 -> {}
                case END -> {
                    if (filled > 0) {
                        throw cutOff();
                    }
                    ended = true;
                    at = 8;
                    return false;
                }
                case LITERAL -> {
                    if (in.readNBytes(record, filled, 8) < 8) {
                        throw cutOff();
                    }
                    filled += 8;
                }
                case SPACES -> {
                    Arrays.fill(record, filled, filled + 8, (byte) ' ');
                    filled += 8;
                }
                case MISSING -> {
                    dictionary.put(record, filled, dictionary.systemMissing());
                    filled += 8;
                }
                default -> {
                    dictionary.put(record, filled, code - dictionary.bias());
                    filled += 8;
                }
            }
        }
        return true;
    }

    private RuntimeException cutOff() {
        return new org.evenkeel.core.problem.DataProblem(
                content.label() + ": the file ends in the middle of a record: it was cut off. Export it again.");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The blocks of a packed file, each packed for itself. */
    private static final class Blocks extends InputStream {
        private final Content content;
        private final Limited packed;
        private InflaterInputStream block;
        private long read;

        Blocks(Content content, InputStream in, long packedBytes) {
            this.content = content;
            this.packed = new Limited(in, packedBytes);
            this.block = new Inflating(packed);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (true) {
                int given = block.read(target, offset, length);
                if (given > 0) {
                    read += given;
                    if (read > Archive.MOST_BYTES) {
                        throw new org.evenkeel.core.problem.DataProblem(String.format(
                                "%s: the file unpacks to more than %d GB. This is not a survey export.",
                                content.label(), Archive.MOST_BYTES >> 30));
                    }
                    return given;
                }
                packed.giveBack(((Inflating) block).unused());
                block.close();
                if (packed.isAtEnd()) {
                    return -1;
                }
                block = new Inflating(packed);
            }
        }

        @Override
        public void close() throws IOException {
            block.close();
        }
    }

    private static final class Inflating extends InflaterInputStream {
        private boolean ended;

        Inflating(InputStream in) {
            super(in, new java.util.zip.Inflater(), 1 << 14);
        }

        int unused() {
            return inf.getRemaining();
        }

        @Override
        public void close() throws IOException {
            if (!ended) {
                ended = true;
                inf.end();
            }
        }
    }

    /** So many bytes of a stream, of which the last ones read can be given back. */
    private static final class Limited extends InputStream {
        private final InputStream in;
        private long left;
        private byte[] last = new byte[0];
        private int lastAt;

        Limited(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        boolean isAtEnd() {
            return left == 0 && lastAt == last.length;
        }

        void giveBack(int count) {
            lastAt = Math.max(0, lastAt - count);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (lastAt == last.length) {
                last = in.readNBytes((int) Math.min(left, 1 << 14));
                left -= last.length;
                lastAt = 0;
                if (last.length == 0) {
                    left = 0;
                    return -1;
                }
            }
            int given = Math.min(length, last.length - lastAt);
            System.arraycopy(last, lastAt, target, offset, given);
            lastAt += given;
            return given;
        }
    }
}
