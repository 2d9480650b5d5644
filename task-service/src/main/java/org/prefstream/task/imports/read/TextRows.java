package org.prefstream.task.imports.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.JsonValues;
import org.prefstream.labelstudio.json.StorableText;

/** Plain text: every line that is not blank is a task with one text. */
final class TextRows implements Rows {

    private final BufferedReader reader;
    private final String key;
    private long line;

    TextRows(Reader text, String key) {
        reader = new BufferedReader(text);
        this.key = key;
    }

    @Override
    public @Nullable Row next() throws IOException {
        String text = nextLine();
        while (text != null && text.isBlank()) {
            text = nextLine();
        }
        if (text == null) {
            return null;
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(key, text);
        return new Row(data, StorableText.jsonBytes(key) + StorableText.jsonBytes(text) + 3L, -1, true, line);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    @Override
    public String refused(Row row, String reason) {
        return row.value() instanceof Map<?, ?> data ? data.get(key) + "\n" : "";
    }

    private @Nullable String nextLine() throws IOException {
        line++;
        return LimitedLines.next(reader, JsonValues.DATA_BYTES_MAX, line);
    }
}
