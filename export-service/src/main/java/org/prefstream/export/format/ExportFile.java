package org.prefstream.export.format;

import java.io.IOException;
import java.io.OutputStream;

/** A file that can be written once. Whether it has rows is known before its first byte. */
public interface ExportFile extends AutoCloseable {

    /** {@return whether the file will have no rows} */
    boolean isEmpty();

    /** Writes the whole file, row by row, and leaves the stream open. */
    void writeTo(OutputStream out) throws IOException;

    /** Releases the rows and what they were read from. */
    @Override
    void close();
}
