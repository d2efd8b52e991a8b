package dev.stickcheck.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Cuts a stream into lines of bounded length, without decoding them: a line that is broken must not take those before
/// it along, as a decoder that reads ahead would.
final class ByteLines implements Closeable {
    /// Longer than any line that we write; not a megabyte more is held of a file that has no line ends.
    static final int LONGEST = 16 << 20;

    private static final int LINE_FEED = '\n';

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private long number;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /// The number of the last line given, from 1.
    long number() {
        return number;
    }

    /// The next line with its line feed, or null at the end.
    byte @Nullable [] next() throws IOException {
        int searched = from;
        while (true) {
            for (int i = searched; i < to; i++) {
                if (buffer[i] == LINE_FEED) {
                    return take(i + 1);
                }
            }
            int scanned = to - from;
            if (scanned > LONGEST) {
                number++;
                throw new BadLine("longer than " + (LONGEST >> 20) + " MiB");
            }
            if (!fill()) {
                return scanned == 0 ? null : take(to);
            }
            searched = from + scanned;
        }
    }

    private byte[] take(int end) {
        byte[] line = Arrays.copyOfRange(buffer, from, end);
        from = end;
        number++;
        return number == 1 ? withoutMark(line) : line;
    }

    /// Spreadsheets put a byte order mark before UTF-8.
    private static byte[] withoutMark(byte[] line) {
        boolean marked = line.length >= 3 && line[0] == (byte) 0xef && line[1] == (byte) 0xbb && line[2] == (byte) 0xbf;
        return marked ? Arrays.copyOfRange(line, 3, line.length) : line;
    }

    private boolean fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, to, buffer.length - to);
        to += Math.max(0, read);
        return read >= 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
