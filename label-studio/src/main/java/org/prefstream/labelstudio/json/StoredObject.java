package org.prefstream.labelstudio.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;

/**
 * An object within JSON of our own, which is read only when somebody asks for its members. An export writes the data of most tasks
 * as they are stored, and to read them for that costs more than all else.
 */
public final class StoredObject extends AbstractMap<String, Object> {

    private static final byte[] ESCAPED_SLASH = {'\\', '/'};
    private static final int UNICODE_ESCAPE_LENGTH = 6;

    private final byte[] json;
    private final int begin;
    private final int end;
    private volatile @Nullable Map<String, Object> members;

    private StoredObject(byte[] json, int begin, int end) {
        this.json = json;
        this.begin = begin;
        this.end = end;
    }

    /** {@return its members, in their order} */
    @Override
    public Set<Entry<String, Object>> entrySet() {
        return members().entrySet();
    }

    @Override
    public @Nullable Object get(Object key) {
        return members().get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        return members().containsKey(key);
    }

    private Map<String, Object> members() {
        Map<String, Object> read = members;
        if (read == null) {
            read = Json.readObject(new String(json, begin, end - begin, StandardCharsets.UTF_8));
            members = read;
        }
        return read;
    }

    /**
     * Writes it in UTF-8 as Python's {@code ujson} writes it, which Label Studio exports with: {@code /} is escaped, hexadecimal
     * digits are small, and line separators stand as they are.
     */
    public void writeTo(OutputStream out) throws IOException {
        int written = begin;
        int at = begin;
        while (at < end) {
            byte one = json[at];
            if (one == '/') {
                out.write(json, written, at - written);
                out.write(ESCAPED_SLASH);
                written = ++at;
            } else if (one != '\\') {
                at++;
            } else if (json[at + 1] != 'u') {
                at += 2;
            } else {
                out.write(json, written, at - written);
                out.write(unicode(new String(json, at, UNICODE_ESCAPE_LENGTH, StandardCharsets.US_ASCII)));
                at += UNICODE_ESCAPE_LENGTH;
                written = at;
            }
        }
        out.write(json, written, end - written);
    }

    private static byte[] unicode(String escape) {
        int character = Integer.parseInt(escape, 2, UNICODE_ESCAPE_LENGTH, 16);
        boolean isLineEnd = character == 0x85 || character == 0x2028 || character == 0x2029;
        return (isLineEnd ? Character.toString(character) : escape.toLowerCase(Locale.ROOT))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Map<?, ?> map && members().equals(map);
    }

    @Override
    public int hashCode() {
        return members().hashCode();
    }

    /** Finds an object in the bytes that are read, which the reader has as its attribute of this class. */
    public static final class Reader extends StdDeserializer<Map<String, Object>> {

        private static final long serialVersionUID = 1L;

        public Reader() {
            super(Map.class);
        }

        @Override
        public Map<String, Object> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.START_OBJECT)) {
                throw context.wrongTokenException(parser, Map.class, JsonToken.START_OBJECT,
                        "an object is kept as it is");
            }
            byte[] json = (byte[]) context.getAttribute(Reader.class);
            int begin = (int) parser.currentTokenLocation().getByteOffset();
            check(parser);
            return new StoredObject(json, begin, (int) parser.currentLocation().getByteOffset());
        }

        /**
         * Goes to the end of the object. The parser checks what it passes, but for the values of numbers and the lengths of texts. A
         * record has no room for a text that would be too long.
         */
        private static void check(JsonParser parser) throws IOException {
            for (int depth = 1; depth > 0;) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    throw new JsonEOFException(parser, JsonToken.NOT_AVAILABLE, "an object has no end");
                } else if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                } else if (token.isNumeric()) {
                    parser.getNumberValueExact();
                }
            }
        }
    }
}
