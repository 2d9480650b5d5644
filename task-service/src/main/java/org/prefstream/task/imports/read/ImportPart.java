package org.prefstream.task.imports.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.task.RequiredFields;

/**
 * One file of an import, or its body.
 *
 * @param fileName as uploaded, for messages; null for a body
 * @param format how its tasks are written
 * @param content opened once, when it is its turn, and closed when it is read
 */
public record ImportPart(@Nullable String fileName, ImportFormat format, Content content) {

    /** Where the bytes are. */
    @FunctionalInterface
    public interface Content {

        /** {@return the bytes from the first on} */
        InputStream open() throws IOException;
    }

    /** @param lineByLine whether a line of JSON that cannot be read must not hide those behind it */
    Rows rows(long firstIndex, RequiredFields required, boolean lineByLine) throws IOException {
        Reader text = new Utf8Reader(content.open());
        return switch (format) {
            case JSON, JSON_LINES -> json(text, firstIndex, lineByLine);
            case CSV -> new TableRows(text, Separator.PREFERRED_IN_CSV);
            case TSV -> new TableRows(text, Separator.PREFERRED_IN_TSV);
            case TEXT -> new TextRows(text, required.textKey());
        };
    }

    private static Rows json(Reader text, long firstIndex, boolean lineByLine) throws IOException {
        if (!lineByLine) {
            return new JsonRows(text, firstIndex);
        }
        BufferedReader buffered = new BufferedReader(text);
        return LineRows.areIn(buffered) ? new LineRows(buffered, firstIndex) : new JsonRows(buffered, firstIndex);
    }
}
