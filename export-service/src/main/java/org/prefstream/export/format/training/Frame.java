package org.prefstream.export.format.training;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/**
 * What stands around and between the lines of a file.
 *
 * @param none the whole file where there is no line
 */
record Frame(String before, String between, String after, String none) {

    /** JSON Lines. */
    static final Frame LINES = new Frame("", "\n", "\n", "");
    /** JSON Lines with the byte order mark that some readers want. */
    static final Frame MARKED_LINES = new Frame("\uFEFF", "\n", "\n", "");
    /** One JSON array. */
    static final Frame ARRAY = new Frame("[\n", ",\n", "\n]\n", "[]\n");

    private static final int BUFFER_BYTES = 16 * 1024;

    /** Writes all lines, and leaves the stream open. */
    void write(Iterator<byte[]> lines, OutputStream out) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out, BUFFER_BYTES);
        if (lines.hasNext()) {
            put(before, buffered);
            buffered.write(lines.next());
            while (lines.hasNext()) {
                put(between, buffered);
                buffered.write(lines.next());
            }
            put(after, buffered);
        } else {
            put(none, buffered);
        }
        buffered.flush();
    }

    private static void put(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
