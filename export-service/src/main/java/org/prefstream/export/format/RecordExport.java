package org.prefstream.export.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * Writes dataset records as JSON Lines, {@link ExportFormat#TRL}. Each line is the record as its topic carries it, byte for
 * byte: whoever rebuilds the dataset from the topic gets the same file.
 */
public final class RecordExport {

    private RecordExport() {
    }

    /**
     * Writes a whole file, and leaves the stream open.
     *
     * @param records each one the JSON text of a record
     * @throws ExportRefused if there is no record: loaders fail on a file without rows
     */
    public static void write(Rows<String> records, OutputStream out) throws IOException {
        RowWriter<String> writer = writer(out);
        try (Stream<String> rows = records.open()) {
            for (Iterator<String> remaining = rows.iterator(); remaining.hasNext();) {
                writer.write(remaining.next());
            }
        }
        writer.finish();
    }

    /** {@return a writer for callers that get their records in portions; it refuses to finish a file without any} */
    public static RowWriter<String> writer(OutputStream out) {
        return new LineWriter(new BufferedOutputStream(out));
    }

    private static final class LineWriter implements RowWriter<String> {

        private final OutputStream out;
        private boolean hasRows;

        LineWriter(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(String json) throws IOException {
            boolean isOneLine = json.indexOf('\n') < 0 && json.indexOf('\r') < 0;
            if (!isOneLine || !json.startsWith("{") || !json.endsWith("}")) {
                throw new IllegalArgumentException("a record must be one JSON object on one line");
            }
            out.write(json.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
            hasRows = true;
        }

        @Override
        public void finish() throws IOException {
            if (!hasRows) {
                throw new ExportRefused(
                        "There are no preferences to export yet: ties, skips and answers without a better "
                                + "one make no rows to train on.");
            }
            out.flush();
        }
    }
}
