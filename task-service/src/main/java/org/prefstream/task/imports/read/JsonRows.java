package org.prefstream.task.imports.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.StorableText;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/** A JSON array, one JSON object, or objects one after another (JSON Lines), whichever the first character shows. */
final class JsonRows implements Rows {

    private static final Pattern HINTS = Pattern
            .compile(" \\(for |(?<=token '[^']{0,200}'): was expecting|: enable|; enable|`");

    private final JsonParser parser;
    private final JsonValues values;
    private long index;
    private boolean started;
    private boolean inArray;
    private boolean ended;

    JsonRows(InputStream utf8, long firstIndex) throws IOException {
        parser = ItemJson.FACTORY.createParser(utf8);
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
            Object value = values.readItem(index);
            index++;
            return new Row(value, values.bytes(), values.dataBytes(), false);
        } catch (StreamConstraintsException e) {
            throw ImportInvalid.tooLarge("Error at item " + index + ": it goes beyond what a task may hold: "
                    + JsonValues.ITEM_BYTES_MAX + " bytes, " + JsonValues.DEPTH_MAX + " levels");
        } catch (JsonProcessingException e) {
            throw ImportInvalid.syntax("JSON parse error - " + reason(e) + " at line " + e.getLocation().getLineNr()
                    + ", column " + e.getLocation().getColumnNr());
        }
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

    private static String reason(JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (e instanceof JsonEOFException || message.startsWith("Unexpected end-of-input")) {
            return "the text ends too early";
        }
        if (message.startsWith("Non-standard token") || message.contains("'NaN'") || message.contains("Infinity")) {
            return "NaN and Infinity are no JSON numbers; send null or a text";
        }
        // what is cut off are hints for programmers
        return StorableText.shown(HINTS.split(message, 2)[0].strip());
    }
}
