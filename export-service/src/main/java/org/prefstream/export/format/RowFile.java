package org.prefstream.export.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * A file in UTF-8 whose rows are read while they are written.
 *
 * @param <R> the kind of row
 */
public final class RowFile<R> implements ExportFile {

    private final Stream<R> rows;
    private final Iterator<R> remaining;
    private final Body<R> body;

    /** Opens the rows. The body writes them later. */
    public RowFile(Rows<R> rows, Body<R> body) {
        this.rows = rows.open();
        this.remaining = this.rows.iterator();
        this.body = body;
    }

    /** Writes the rows, and all that stands before, between and after them. It keeps no row. */
    @FunctionalInterface
    public interface Body<R> {

        void write(Iterator<R> rows, OutputStream out) throws IOException;
    }

    /** Writes the same as text. */
    @FunctionalInterface
    interface TextBody<R> {

        void write(Iterator<R> rows, Writer out) throws IOException;
    }

    /** {@return a body in UTF-8 that holds this text} */
    static <R> Body<R> text(TextBody<R> text) {
        return (rows, out) -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            text.write(rows, writer);
            writer.flush();
        };
    }

    @Override
    public boolean isEmpty() {
        return !remaining.hasNext();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        body.write(remaining, out);
    }

    @Override
    public void close() {
        rows.close();
    }
}
