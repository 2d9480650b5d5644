package org.prefstream.task.imports.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * Lets through UTF-8 alone, exactly as RFC 3629 has it, and takes a byte order mark away. Refuses the first byte that is wrong
 * with its place, and a gzip stream by its first two bytes.
 */
final class Utf8Stream extends FilterInputStream {

    private static final int CONTINUATION_MIN = 0x80;
    private static final int CONTINUATION_MAX = 0xBF;

    private boolean started;
    private long position;
    private long line = 1;
    private int due;
    private int nextMin = CONTINUATION_MIN;
    private int nextMax = CONTINUATION_MAX;

    Utf8Stream(InputStream in) {
        super(new PushbackInputStream(in, 3));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (!started) {
            start();
        }
        int count = in.read(buffer, offset, length);
        if (count < 0 && due > 0) {
            throw refusal("ends in the middle of a character");
        }
        for (int i = offset; i < offset + count; i++) {
            check(buffer[i] & 0xFF);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public long skip(long n) throws IOException {
        throw new UnsupportedOperationException("every byte must be looked at");
    }

    private void start() throws IOException {
        started = true;
        byte[] head = in.readNBytes(3);
        if (ImportFormat.isGzip(head)) {
            throw ImportFormat.gzip();
        }
        boolean mark = head.length == 3 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB
                && (head[2] & 0xFF) == 0xBF;
        if (mark) {
            position = 3;
        } else {
            ((PushbackInputStream) in).unread(head);
        }
    }

    private void check(int b) {
        position++;
        if (due > 0) {
            if (b < nextMin || b > nextMax) {
                throw refusal(wrong(b));
            }
            due--;
            nextMin = CONTINUATION_MIN;
            nextMax = CONTINUATION_MAX;
        } else if (b >= 0x80) {
            lead(b);
        } else if (b == '\n') {
            line++;
        } else if (b == 0) {
            throw refusal("is NUL, which no text holds; if this is UTF-16, save it as UTF-8");
        }
    }

    /** What may follow a leading byte, so that there is one way to write each character and none to write half of a pair. */
    private void lead(int b) {
        if (b < 0xC2 || b > 0xF4) {
            throw refusal(wrong(b));
        }
        due = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        switch (b) {
            case 0xE0 -> nextMin = 0xA0;
            case 0xED -> nextMax = 0x9F;
            case 0xF0 -> nextMin = 0x90;
            case 0xF4 -> nextMax = 0x8F;
            default -> {
                // any continuation will do
            }
        }
    }

    private static String wrong(int b) {
        return String.format("(0x%02X) is not UTF-8; save the text as UTF-8 and send it again", b);
    }

    private ImportInvalid refusal(String what) {
        return ImportInvalid.syntax("byte " + position + " (line " + line + ") " + what);
    }
}
