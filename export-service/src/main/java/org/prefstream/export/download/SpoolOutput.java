package org.prefstream.export.download;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Cuts a file into chunks for its spool. A chunk is passed on when it is full, whatever is flushed, and the last one by finish. */
final class SpoolOutput extends OutputStream {

    private final Spool spool;
    private byte[] chunk = new byte[SpoolFile.SLOT_BYTES];
    private int filled;

    SpoolOutput(Spool spool) {
        this.spool = spool;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[]{(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        while (at < offset + length) {
            int count = Math.min(offset + length - at, chunk.length - filled);
            System.arraycopy(bytes, at, chunk, filled, count);
            at += count;
            filled += count;
            if (filled == chunk.length) {
                spool.put(chunk);
                chunk = new byte[SpoolFile.SLOT_BYTES];
                filled = 0;
            }
        }
    }

    /** Ends the file. Without this it is not whole. */
    void finish() throws IOException {
        if (filled > 0) {
            spool.put(Arrays.copyOf(chunk, filled));
        }
        spool.end();
    }
}
