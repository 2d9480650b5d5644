package org.prefstream.labelstudio.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.JsonRefused.Kind;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Reads JSON values into maps, lists, strings, exact numbers, booleans and null, and refuses what could not be stored or would
 * take too much memory: text with NUL or lone surrogates, numbers too long or too far, deep nesting, huge items.
 */
public final class JsonValues {

    /** The deepest nesting. */
    public static final int DEPTH_MAX = 100;
    private static final int NUMBER_LENGTH_MAX = 1_000;
    private static final int EXPONENT_MAX = 1_000;
    /** The most that the data of a task may have. */
    public static final int DATA_BYTES_MAX = 2 * 1024 * 1024;
    /** The most that one value may have as compact JSON. */
    public static final int ITEM_BYTES_MAX = 8 * 1024 * 1024;
    /** Many small values weigh much more in memory than as text. */
    private static final int VALUES_MAX = 250_000;

    private final JsonParser parser;
    private @Nullable JsonStreamContext around;
    private long bytes;
    private long dataBytes;
    private int values;

    /** @param parser standing before a value or at its first token */
    public JsonValues(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads the value at the parser's current token, to its last token.
     *
     * @throws JsonRefused naming the place within the value
     */
    public @Nullable Object read() throws IOException {
        bytes = 0;
        dataBytes = -1;
        values = 0;
        JsonStreamContext here = parser.getParsingContext();
        around = parser.currentToken() != null && parser.currentToken().isStructStart() ? here.getParent() : here;
        return value(0);
    }

    /** {@return how many bytes the value read last takes as compact JSON in UTF-8} */
    public long bytes() {
        return bytes;
    }

    /** {@return the bytes of the member {@code data} of the object read last; -1 where it had none} */
    public long dataBytes() {
        return dataBytes;
    }

    private @Nullable Object value(int depth) throws IOException {
        if (++values > VALUES_MAX) {
            throw new JsonRefused(Kind.SIZE, "it holds more than " + VALUES_MAX + " values");
        }
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new JsonRefused(Kind.SYNTAX, "JSON parse error - the text ends where a value is expected");
        }
        return switch (token) {
            case START_OBJECT -> object(depth + 1);
            case START_ARRAY -> list(depth + 1);
            case VALUE_STRING -> text();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token);
            case VALUE_TRUE, VALUE_FALSE -> {
                add(token == JsonToken.VALUE_TRUE ? 4 : 5);
                yield token == JsonToken.VALUE_TRUE;
            }
            default -> {
                add(4);
                yield null;
            }
        };
    }

    private Map<String, Object> object(int depth) throws IOException {
        checkDepth(depth);
        add(1);
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = checked(parser.currentName(), StorableText.jsonBytes(parser.currentName()), "a key");
            parser.nextToken();
            long before = bytes;
            object.put(key, value(depth));
            if (depth == 1 && key.equals("data")) {
                dataBytes = bytes - before;
            }
            add(2);
        }
        add(object.isEmpty() ? 1 : 0);
        return object;
    }

    private List<Object> list(int depth) throws IOException {
        checkDepth(depth);
        add(1);
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(depth));
            add(1);
        }
        add(list.isEmpty() ? 1 : 0);
        return list;
    }

    private void checkDepth(int depth) {
        if (depth > DEPTH_MAX) {
            throw new JsonRefused(Kind.VALUE, "values are nested deeper than " + DEPTH_MAX + " levels");
        }
    }

    private Number number(JsonToken token) throws IOException {
        int length = parser.getTextLength();
        add(length);
        if (length > NUMBER_LENGTH_MAX) {
            throw JsonRefused.at(path(), "the number", "is longer than " + NUMBER_LENGTH_MAX + " characters");
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getNumberValue();
        }
        if (exponentTooFar(parser.getText())) {
            throw JsonRefused.at(path(), "the exponent of the number", "is beyond ±" + EXPONENT_MAX);
        }
        return parser.getDecimalValue();
    }

    private static boolean exponentTooFar(String literal) {
        int e = Math.max(literal.indexOf('e'), literal.indexOf('E'));
        if (e < 0) {
            return false;
        }
        int digits = e + 1;
        while (digits < literal.length() && "+-0".indexOf(literal.charAt(digits)) >= 0) {
            digits++;
        }
        int length = literal.length() - digits;
        return length > 4 || (length > 0 && Integer.parseInt(literal.substring(digits)) > EXPONENT_MAX);
    }

    /** The parser's own characters are looked at: a text's would be asked for one by one. */
    private String text() throws IOException {
        int size = StorableText.jsonBytes(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        return checked(parser.getText(), size, "the text");
    }

    private String checked(String text, int size, String what) {
        if (size < 0) {
            throw JsonRefused.at(path(), what, StorableText.flaw(text));
        }
        add(size);
        return text;
    }

    private void add(int more) {
        bytes += more;
        if (bytes > ITEM_BYTES_MAX) {
            throw new JsonRefused(Kind.SIZE, "it is longer than " + ITEM_BYTES_MAX + " bytes");
        }
    }

    /** {@return the way from the value being read to where the parser is: {@code data.turns[2].text}} */
    private String path() {
        StringBuilder path = new StringBuilder();
        JsonStreamContext at = parser.getParsingContext();
        for (; at != null && at != around; at = at.getParent()) {
            String name = at.getCurrentName();
            if (at.inArray()) {
                path.insert(0, "[" + at.getCurrentIndex() + "]");
            } else if (name != null) {
                String shown = StorableText.shown(name);
                path.insert(0, shown.matches("\\w+") ? "." + shown : "[\"" + shown + "\"]");
            }
        }
        String all = path.toString();
        return all.startsWith(".") ? all.substring(1) : all.isEmpty() ? "the top" : all;
    }
}
