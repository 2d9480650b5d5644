package org.prefstream.task.imports.read;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;

/** The members of a JSON object, each asked for by the type that it must have. */
record Members(Map<String, Object> map, String path) {

    /** As in JSON, with at most so many digits that the database can hold it. */
    private static final Pattern NUMBER = Pattern
            .compile("[+-]?([0-9]{1,300}(\\.[0-9]{0,300})?|\\.[0-9]{1,300})([eE][+-]?0{0,9}[0-9]{1,3})?");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** @throws IllegalArgumentException if the value is no object */
    static Members of(@Nullable Object value, String path) {
        Map<String, Object> map = Json.asObject(value);
        if (map == null) {
            throw new IllegalArgumentException(path + " must be an object");
        }
        return new Members(map, path);
    }

    @Nullable
    Object get(String key) {
        return map.get(key);
    }

    /** {@return the member, false where it is absent or null} */
    boolean flag(String key) {
        Object value = map.get(key);
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw flaw(key, "must be true or false");
    }

    /** {@return the member, null where it is absent or null} */
    @Nullable
    BigDecimal number(String key) {
        Object value = map.get(key);
        BigDecimal number = Json.asNumber(value);
        if (value != null && number == null) {
            throw flaw(key, "must be a number or null");
        }
        return number;
    }

    /** {@return the member, which may be a number or the text of one; null where it is absent or null} */
    @Nullable
    BigDecimal numberOrItsText(String key) {
        Object value = map.get(key);
        if (value instanceof String text) {
            if (!NUMBER.matcher(text.strip()).matches()) {
                throw flaw(key, "must be a number, the text of a number, or null");
            }
            return new BigDecimal(text.strip());
        }
        return number(key);
    }

    /** {@return the moment, null where it is absent or null} */
    @Nullable
    Instant moment(String key) {
        Object value = map.get(key);
        if (value == null) {
            return null;
        }
        BigDecimal seconds = Json.asNumber(value);
        Optional<Instant> moment = seconds != null
                ? SentTime.of(seconds)
                : value instanceof String text ? SentTime.of(text) : Optional.empty();
        return moment.orElseThrow(() -> flaw(key, SentTime.RULE));
    }

    /** {@return the member, null where it is absent or null} */
    @Nullable
    UUID uuid(String key) {
        Object value = map.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof String text && UUID_TEXT.matcher(text).matches()) {
            return UUID.fromString(text);
        }
        throw flaw(key, "must be a UUID, such as 7f1c1a3e-3c55-4b6a-9f0e-2f6f0c1d2a3b, or null");
    }

    /**
     * {@return the member, which must be a list that holds nothing but objects, or null, which exports write where nothing was
     * answered}
     */
    @SuppressWarnings("unchecked") // lists read from JSON
    List<Object> objects(String key) {
        if (map.get(key) == null && map.containsKey(key)) {
            return List.of();
        }
        if (!(map.get(key) instanceof List<?> list)) {
            throw flaw(key, "must be a list of objects");
        }
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof Map)) {
                throw flaw(key + "[" + i + "]", "must be an object");
            }
        }
        return (List<Object>) list;
    }

    /** {@return the value as an id; null if it is none} */
    static @Nullable Long id(@Nullable Object value) {
        return value instanceof Integer || value instanceof Long ? ((Number) value).longValue() : null;
    }

    IllegalArgumentException flaw(String key, String rule) {
        return new IllegalArgumentException(path + "." + key + " " + rule);
    }
}
