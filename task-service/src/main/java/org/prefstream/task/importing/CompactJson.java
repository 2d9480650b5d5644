package org.prefstream.task.importing;

import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * JSON as Prefstream stores and sends it: no spaces, keys in their order, text beyond ASCII as it is, numbers exact. A number
 * keeps its value and its trailing zeros; an exponent is written in one way ({@code 1e5} as {@code 1E+5}).
 */
public final class CompactJson {

    /** Deeper than any item may be, so that the reader's own refusal, which names the place, comes first. */
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

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private CompactJson() {
    }

    /**
     * Writes a value.
     *
     * @param value maps, lists, strings, numbers, booleans and null; or any value that Jackson knows
     * @return its JSON
     */
    public static String write(@Nullable Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw notWritable(e);
        }
    }

    /** {@return the same as {@link #write} in UTF-8} */
    public static byte[] writeBytes(@Nullable Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw notWritable(e);
        }
    }

    private static IllegalArgumentException notWritable(JsonProcessingException e) {
        return new IllegalArgumentException("cannot be written as JSON: " + e.getOriginalMessage(), e);
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
            Map<String, Object> object = asObject(new JsonValues(parser).read());
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

    /** {@return the value as a map if it is a JSON object; null otherwise} */
    @SuppressWarnings("unchecked") // all maps here were read from JSON, whose keys are strings
    public static @Nullable Map<String, Object> asObject(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : null;
    }
}
