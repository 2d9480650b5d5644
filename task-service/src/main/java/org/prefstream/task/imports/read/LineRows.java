package org.prefstream.task.imports.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.JsonRefused;
import org.prefstream.labelstudio.json.JsonValues;
import org.prefstream.labelstudio.json.StrictJson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;

/**
 * JSON Lines of which some may be no JSON: each line is read by itself, so that a flaw in one does not hide those behind it. It
 * costs more than {@link JsonRows}.
 */
final class LineRows implements Rows {

    private static final int FIRST_LINE_MAX = JsonValues.ITEM_BYTES_MAX;

    private final BufferedReader reader;
    private long line;
    private long index;

    LineRows(BufferedReader text, long firstIndex) {
        reader = text;
        index = firstIndex;
    }

    /**
     * {@return whether a text begins with a line that is an object by itself, as JSON Lines do}; the text stays to be read
     */
    static boolean areIn(BufferedReader text) throws IOException {
        text.mark(FIRST_LINE_MAX + 1);
        int first = -1;
        int last = -1;
        for (int i = 0; i < FIRST_LINE_MAX; i++) {
            int c = text.read();
            boolean newline = c == '\n' || c == '\r';
            if (c < 0 || (newline && first >= 0)) {
                break;
            }
            if (!newline && c != ' ' && c != '\t') {
                first = first < 0 ? c : first;
                last = c;
            }
        }
        text.reset();
        return first == '{' && last == '}';
    }

    @Override
    public @Nullable Row next() throws IOException {
        String text = nextLine();
        while (text != null && text.isBlank()) {
            text = nextLine();
        }
        return text == null ? null : row(text);
    }

    private Row row(String text) throws IOException {
        long here = index++;
        try (JsonParser parser = StrictJson.parser(new StringReader(text))) {
            parser.nextToken();
            JsonValues values = new JsonValues(parser);
            Object value = values.read();
            if (parser.nextToken() != null) {
                return flawed(text, "JSON parse error - text after the end of the object; each line holds one");
            }
            return new Row(value, values.bytes(), values.dataBytes(), false, line);
        } catch (JsonProcessingException e) {
            return flawed(text, JsonRefused.of(e).message().replaceFirst(" at line 1, ", " at "));
        } catch (JsonRefused refused) {
            return new Row(text, text.length(), -1, false, line,
                    JsonRows.refusal(refused, "Error at item " + here + ": "));
        }
    }

    private Row flawed(String text, String why) {
        return new Row(text, text.length(), -1, false, line, ImportInvalid.syntax("line " + line + ": " + why));
    }

    @Override
    public String refused(Row row, String reason) {
        return row.flaw() != null && row.value() instanceof String text
                ? RefusedJson.line(text, reason)
                : RefusedJson.text(row.value(), reason);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private @Nullable String nextLine() throws IOException {
        line++;
        return LimitedLines.next(reader, JsonValues.ITEM_BYTES_MAX, line);
    }
}
