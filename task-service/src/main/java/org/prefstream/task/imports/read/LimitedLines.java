package org.prefstream.task.imports.read;

import java.io.BufferedReader;
import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** Reads lines as {@link BufferedReader#readLine} does, but that a line has a limit. */
final class LimitedLines {

    private LimitedLines() {
    }

    /**
     * {@return the next line; null at the end}
     *
     * @param line which one it is, for the message
     * @throws ImportInvalid 413 if it is longer than allowed
     */
    static @Nullable String next(BufferedReader reader, int charactersMost, long line) throws IOException {
        StringBuilder text = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n' && c != '\r'; c = reader.read()) {
            text.append((char) c);
            if (text.length() > charactersMost) {
                throw ImportInvalid.tooLarge("line " + line + " is longer than " + charactersMost + " characters");
            }
        }
        if (c == '\r') {
            reader.mark(1);
            if (reader.read() != '\n') {
                reader.reset();
            }
        }
        return text.toString();
    }
}
