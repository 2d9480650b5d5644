package org.prefstream.export.format;

import java.io.IOException;

/**
 * Writes a file row by row. It keeps no row and never closes the stream that it writes to.
 *
 * @param <R> the kind of row
 */
public interface RowWriter<R> {

    /** Writes the row after those before it. */
    void write(R row) throws IOException;

    /**
     * Writes what ends the file, and everything that still waits in buffers. Without it the file is not whole.
     *
     * @throws ExportRefused if the rows make no readable file; then nothing was written
     */
    void finish() throws IOException;
}
