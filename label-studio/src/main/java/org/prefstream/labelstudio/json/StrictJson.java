package org.prefstream.labelstudio.json;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;

/**
 * Reads JSON from outside, which is stored as it was sent: request bodies and imports. The parser's own caps are no stricter than
 * those of {@link JsonValues}, which refuses with the place and the reason.
 */
public final class StrictJson {

    private static final int DEPTH_BACKSTOP = 2 * JsonValues.DEPTH_MAX;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_BACKSTOP)
                    .maxNumberLength(JsonValues.ITEM_BYTES_MAX)
                    .maxNameLength(JsonValues.ITEM_BYTES_MAX)
                    .maxStringLength(JsonValues.ITEM_BYTES_MAX)
                    .build())
            // keys come from strangers: a table of all that were ever seen would grow with the import
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private StrictJson() {
    }

    /** {@return a parser of a stream of values, which {@link JsonValues} reads one by one} */
    public static JsonParser parser(Reader text) throws IOException {
        return FACTORY.createParser(text);
    }

    /**
     * Reads one JSON object.
     *
     * @param json the whole text
     * @return its members in their order; of a key that comes twice the last value
     * @throws JsonRefused if it is no JSON object, goes beyond a cap, or holds text that cannot be stored
     */
    public static Map<String, Object> readObject(String json) {
        Map<String, Object> object = Json.asObject(read(json));
        if (object == null) {
            throw new JsonRefused(JsonRefused.Kind.VALUE, "Invalid data. Expected a JSON object.");
        }
        return object;
    }

    /**
     * Reads one JSON value.
     *
     * @param json the whole text
     * @throws JsonRefused if it is no JSON, goes beyond a cap, or holds text that cannot be stored
     */
    public static @Nullable Object read(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            Object value = new JsonValues(parser).read();
            if (parser.nextToken() != null) {
                throw new JsonRefused(JsonRefused.Kind.SYNTAX,
                        "JSON parse error - text after the end at line " + parser.currentTokenLocation().getLineNr()
                                + ", column " + parser.currentTokenLocation().getColumnNr());
            }
            return value;
        } catch (JsonProcessingException e) {
            throw JsonRefused.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
