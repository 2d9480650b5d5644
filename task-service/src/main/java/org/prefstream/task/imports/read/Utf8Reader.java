package org.prefstream.task.imports.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;

/**
 * Reads text in UTF-8, exactly as RFC 3629 has it, and takes a byte order mark away. Refuses the first byte that is wrong with its
 * place, and a gzip stream by its first two bytes. It looks at each byte once: that is a good part of what reading an import costs.
 */
final class Utf8Reader extends Reader {

    private static final int CONTINUATION_MIN = 0x80;
    private static final int CONTINUATION_MAX = 0xBF;
    private static final int BUFFER_BYTES = 8192;

    private final PushbackInputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int next;
    private int end;
    private boolean started;
    /** Bytes that were taken before this buffer, a byte order mark included. */
    private long before;
    private long line = 1;
    private int due;
    private int nextMin = CONTINUATION_MIN;
    private int nextMax = CONTINUATION_MAX;
    private int character;
    /** The second half of a character that takes two; 0 where there is none. */
    private char low;

    Utf8Reader(InputStream in) {
        this.in = new PushbackInputStream(in, 3);
    }

    @Override
    public int read(char[] text, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int at = offset;
        while (at == offset) {
            if (low == 0 && next == end && !fill()) {
                return -1;
            }
            at = take(text, at, offset + length);
        }
        return at - offset;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** {@return whether there are more bytes} */
    private boolean fill() throws IOException {
        if (!started) {
            start();
        }
        before += end;
        next = 0;
        end = 0;
        int count = in.read(buffer, 0, buffer.length);
        if (count < 0) {
            if (due > 0) {
                throw refusal("ends in the middle of a character");
            }
            return false;
        }
        end = count;
        return true;
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
            before = 3;
        } else {
            in.unread(head);
        }
    }

    /** Takes what is in the buffer and has room. {@return where the text ends} */
    private int take(char[] text, int offset, int limit) {
        int at = offset;
        if (low != 0) {
            text[at++] = low;
            low = 0;
        }
        while (at < limit && next < end) {
            if (due == 0) {
                at = takeAscii(text, at, limit);
            }
            if (at < limit && next < end && decode(buffer[next++] & 0xFF)) {
                at = write(text, at, limit);
            }
        }
        return at;
    }

    /** Takes what is one byte for each character. {@return where the text ends} */
    private int takeAscii(char[] text, int offset, int limit) {
        byte[] bytes = buffer;
        int from = next;
        int to = Math.min(end, from + limit - offset);
        int at = offset;
        for (; from < to; from++) {
            byte b = bytes[from];
            if (b <= 0) {
                break;
            }
            text[at++] = (char) b;
            if (b == '\n') {
                line++;
            }
        }
        next = from;
        return at;
    }

    /** {@return whether the byte ends a character} */
    private boolean decode(int b) {
        if (due == 0) {
            lead(b);
            return false;
        }
        if (b < nextMin || b > nextMax) {
            throw refusal(wrong(b));
        }
        nextMin = CONTINUATION_MIN;
        nextMax = CONTINUATION_MAX;
        character = character << 6 | (b & 0x3F);
        due--;
        return due == 0;
    }

    private int write(char[] text, int at, int limit) {
        if (character < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            text[at] = (char) character;
            return at + 1;
        }
        text[at] = Character.highSurrogate(character);
        if (at + 1 < limit) {
            text[at + 1] = Character.lowSurrogate(character);
            return at + 2;
        }
        low = Character.lowSurrogate(character);
        return at + 1;
    }

    /** What may follow a leading byte, so that there is one way to write each character and none to write half of a pair. */
    private void lead(int b) {
        if (b == 0) {
            throw refusal("is NUL, which no text holds; if this is UTF-16, save it as UTF-8");
        }
        if (b < 0xC2 || b > 0xF4) {
            throw refusal(wrong(b));
        }
        due = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        character = b & (0x3F >> due);
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
        return ImportInvalid.syntax("byte " + (before + next) + " (line " + line + ") " + what);
    }
}
