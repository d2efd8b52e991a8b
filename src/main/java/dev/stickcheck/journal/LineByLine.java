package dev.stickcheck.journal;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Text that is decoded no further than the line asked for, so that what comes before a broken line is still read, and
/// that no record can grow without bound.
final class LineByLine extends Reader {
    private final ByteLines lines;
    private CharBuffer line = CharBuffer.allocate(0);
    private long inRecord;

    LineByLine(ByteLines lines) {
        this.lines = lines;
    }

    /// Begins to count anew: a record has ended.
    void endRecord() {
        inRecord = 0;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (!line.hasRemaining()) {
            byte[] next = lines.next();
            if (next == null) {
                return -1;
            }
            inRecord += next.length;
            if (inRecord > ByteLines.LONGEST) {
                throw new BadLine("a quote that is never closed");
            }
            line = decoded(next);
        }
        int count = Math.min(length, line.remaining());
        line.get(target, offset, count);
        return count;
    }

    private static CharBuffer decoded(byte[] bytes) throws BadLine {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new BadLine("not UTF-8");
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
