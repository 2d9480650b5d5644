package org.prefstream.task.imports.read;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends the reading of a record that never ends, such as one with an unclosed quote, before it fills the memory. */
final class RecordLimit extends FilterReader {

    private final long max;
    private long read;

    RecordLimit(Reader in, long max) {
        super(in);
        this.max = max;
    }

    /** Says that a new record begins here, give or take what was read ahead. */
    void nextRecord() {
        read = 0;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        count(c < 0 ? 0 : 1);
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int more) {
        read += more;
        if (read > max) {
            throw new Exceeded();
        }
    }

    /** The record is longer than allowed. */
    static final class Exceeded extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
