package org.prefstream.labelstudio.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.Times;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;

/**
 * One way to write and read JSON for topics, columns and answers: compact, keys in their order, non-ASCII raw, times in UTC with
 * microseconds, numbers of unknown meaning as exact decimals. A number keeps its value and its trailing zeros; an exponent is
 * written in one way ({@code 1e5} as {@code 1E+5}).
 *
 * <p>A written value is one line for every reader: U+0085, U+2028 and U+2029, at which some end a line, are escaped as control
 * characters are.
 */
public final class Json {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
    };
    private static final TypeReference<List<Object>> LIST = new TypeReference<>() {
    };

    /** Records and notes of our own wrap what was sent. */
    private static final int DEPTH_MAX = 2 * JsonValues.DEPTH_MAX;

    private static final JsonMapper MAPPER = configure(JsonMapper.builder().build(), DEPTH_MAX);

    /** Jackson would escape characters of two halves, which texts have raw. */
    private static final ObjectWriter BYTES = MAPPER.writer().with(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8);

    private Json() {
    }

    /** Gives a mapper Prefstream's ways; the one that Quarkus uses for REST is configured by this too. */
    public static <M extends ObjectMapper> M configure(M mapper) {
        return configure(mapper, JsonValues.DEPTH_MAX);
    }

    private static <M extends ObjectMapper> M configure(M mapper, int depthMax) {
        mapper.registerModule(new JavaTimeModule());
        mapper.registerModule(new SimpleModule().addSerializer(new MicrosecondsSerializer())
                .addDeserializer(Instant.class, new MicrosecondsDeserializer(InstantDeserializer.INSTANT)));
        mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.getFactory().disable(StreamWriteFeature.AUTO_CLOSE_TARGET.mappedFeature());
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(depthMax)
                        .maxNumberLength(1_000)
                        .maxStringLength(20_000_000)
                        .build());
        return mapper;
    }

    /** {@return the shared mapper; it must not be configured further} */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** {@return value as compact JSON, on one line} */
    public static String write(@Nullable Object value) {
        try {
            return onOneLine(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what {@link #write} gives, in UTF-8} As a rule no text is made in between. */
    public static byte[] writeBytes(@Nullable Object value) {
        try {
            byte[] json = BYTES.writeValueAsBytes(value);
            return isAsText(json) ? json : write(value).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Jackson writes U+0085, U+2028 and U+2029 as they are, which begin with C2 and E2 in UTF-8, and escapes a half of a character. Few
     * texts have such bytes at all.
     */
    private static boolean isAsText(byte[] utf8) {
        for (int i = 0; i < utf8.length - 2; i++) {
            switch (utf8[i]) {
                case (byte) 0xC2 -> {
                    if (utf8[i + 1] == (byte) 0x85) {
                        return false;
                    }
                }
                case (byte) 0xE2 -> {
                    if (utf8[i + 1] == (byte) 0x80 && (utf8[i + 2] & 0xFE) == 0xA8) {
                        return false;
                    }
                }
                case '\\' -> {
                    if (utf8[i + 1] == 'u' && utf8[i + 2] == 'D') {
                        return false;
                    }
                }
                default -> {
                }
            }
        }
        return true;
    }

    /** {@return the text as it stands in a string of JSON, without the quotes around it} */
    public static String writeInside(String text) {
        String quoted = write(text);
        return quoted.substring(1, quoted.length() - 1);
    }

    /** Outside of texts JSON has none of them. To search the whole is cheaper than Jackson's escapes by character. */
    private static String onOneLine(String json) {
        if (!hasOtherLineEnds(json)) {
            return json;
        }
        return json.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\u0085", "\\u0085");
    }

    /** {@return whether JSON is one line for every reader} */
    public static boolean isOnOneLine(String json) {
        return json.indexOf('\n') < 0 && json.indexOf('\r') < 0 && !hasOtherLineEnds(json);
    }

    private static boolean hasOtherLineEnds(String json) {
        return json.indexOf('\u2028') >= 0 || json.indexOf('\u2029') >= 0 || json.indexOf('\u0085') >= 0;
    }

    /** {@return what our own JSON holds} */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what our own JSON in UTF-8 holds} */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the members of our own JSON object, in their order} */
    public static Map<String, Object> readObject(String json) {
        try {
            return MAPPER.readValue(json, OBJECT);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the members of our own JSON object in UTF-8, in their order} */
    public static Map<String, Object> readObject(byte[] json) {
        try {
            return MAPPER.readValue(json, OBJECT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the elements of our own JSON array} */
    public static List<Object> readList(String json) {
        try {
            return MAPPER.readValue(json, LIST);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the value as a map if it is a JSON object; null otherwise} */
    @SuppressWarnings("unchecked") // JSON objects have strings as keys
    public static @Nullable Map<String, Object> asObject(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : null;
    }

    /** {@return a value that was read, as an exact number; null if it is none} */
    public static @Nullable BigDecimal asNumber(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return value instanceof Integer || value instanceof Long
                ? BigDecimal.valueOf(((Number) value).longValue())
                : null;
    }

    private static final class MicrosecondsSerializer extends StdSerializer<Instant> {

        MicrosecondsSerializer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(Times.format(value));
        }
    }

    /** Reads a moment as records have it, and asks Jackson's own for any other spelling. */
    private static final class MicrosecondsDeserializer extends StdDeserializer<Instant>
            implements
                ContextualDeserializer {

        private final transient JsonDeserializer<?> others;

        MicrosecondsDeserializer(JsonDeserializer<?> others) {
            super(Instant.class);
            this.others = others;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property)
                throws JsonMappingException {
            return new MicrosecondsDeserializer(InstantDeserializer.INSTANT.createContextual(context, property));
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            Optional<Instant> moment = json.hasToken(JsonToken.VALUE_STRING)
                    ? Times.parse(json.getText())
                    : Optional.empty();
            return moment.isPresent() ? moment.get() : (Instant) others.deserialize(json, context);
        }
    }
}
