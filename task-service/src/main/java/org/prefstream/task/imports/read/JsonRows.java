package org.prefstream.task.imports.read;

import java.io.IOException;
import java.io.Reader;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.JsonRefused;
import org.prefstream.labelstudio.json.JsonValues;
import org.prefstream.labelstudio.json.StrictJson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/** A JSON array, one JSON object, or objects one after another (JSON Lines), whichever the first character shows. */
final class JsonRows implements Rows {

    private final JsonParser parser;
    private final JsonValues values;
    private long index;
    private boolean started;
    private boolean inArray;
    private boolean ended;

    JsonRows(Reader text, long firstIndex) throws IOException {
        parser = StrictJson.parser(text);
        values = new JsonValues(parser);
        index = firstIndex;
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            JsonToken token = ended ? null : started ? parser.nextToken() : first();
            if (token == null || (inArray && token == JsonToken.END_ARRAY)) {
                end();
                return null;
            }
            long line = parser.currentTokenLocation().getLineNr();
            Object value = values.read();
            index++;
            return new Row(value, values.bytes(), values.dataBytes(), false, line);
        } catch (StreamConstraintsException e) {
            throw ImportInvalid.tooLarge("Error at item " + index + ": it goes beyond what a task may hold: "
                    + JsonValues.ITEM_BYTES_MAX + " bytes, " + JsonValues.DEPTH_MAX + " levels");
        } catch (JsonProcessingException e) {
            throw refusal(JsonRefused.of(e), "");
        } catch (JsonRefused refused) {
            throw refusal(refused, "Error at item " + index + ": ");
        }
    }

    @Override
    public String refused(Row row, String reason) {
        return RefusedJson.text(row.value(), reason);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private @Nullable JsonToken first() throws IOException {
        started = true;
        JsonToken token = parser.nextToken();
        inArray = token == JsonToken.START_ARRAY;
        if (token != null && !token.isStructStart()) {
            throw ImportInvalid
                    .tasks("load_tasks: the tasks must be a JSON array of objects, one object, or one object per line");
        }
        return inArray ? parser.nextToken() : token;
    }

    private void end() throws IOException {
        boolean more = inArray && !ended && parser.nextToken() != null;
        ended = true;
        if (more) {
            throw ImportInvalid.syntax("JSON parse error - text after the end of the array at line "
                    + parser.currentTokenLocation().getLineNr() + ", column "
                    + parser.currentTokenLocation().getColumnNr());
        }
    }

    static ImportInvalid refusal(JsonRefused refused, String where) {
        String message = where + refused.message();
        return switch (refused.kind()) {
            case SYNTAX -> ImportInvalid.syntax(message);
            case VALUE -> ImportInvalid.tasks(message);
            case SIZE -> ImportInvalid.tooLarge(message);
        };
    }
}
