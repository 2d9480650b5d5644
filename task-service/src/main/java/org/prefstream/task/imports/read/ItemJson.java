package org.prefstream.task.imports.read;

import java.io.IOException;
import java.util.Map;

import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;

/**
 * Reads JSON that is stored as it was sent, an import's or another. The parser's own caps are no stricter than an item's, because
 * {@link JsonValues} refuses with the place and the reason.
 */
public final class ItemJson {

    private static final int DEPTH_BACKSTOP = 2 * JsonValues.DEPTH_MAX;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_BACKSTOP)
                    .maxNumberLength(JsonValues.ITEM_BYTES_MAX)
                    .maxNameLength(JsonValues.ITEM_BYTES_MAX)
                    .maxStringLength(JsonValues.ITEM_BYTES_MAX)
                    .build())
            // keys come from strangers: a table of all that were ever seen would grow with the import
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private ItemJson() {
    }

    /**
     * Reads one JSON object under the same rules as an item of an import.
     *
     * @param json the whole text
     * @return its members in their order; of a key that comes twice the last value
     * @throws IllegalArgumentException if it is no JSON object, goes beyond a cap, or holds text that cannot be stored
     */
    public static Map<String, Object> readObject(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            Map<String, Object> object = Json.asObject(new JsonValues(parser).read());
            if (object == null || parser.nextToken() != null) {
                throw new IllegalArgumentException("not one JSON object");
            }
            return object;
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON", e);
        } catch (ImportInvalid e) {
            throw new IllegalArgumentException(e.message(), e);
        }
    }
}
