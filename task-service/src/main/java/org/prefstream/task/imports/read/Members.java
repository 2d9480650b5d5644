package org.prefstream.task.imports.read;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;

/** The members of a JSON object, each asked for by the type that it must have. */
record Members(Map<String, Object> map, String path) {

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
        if (value == null || value instanceof BigDecimal) {
            return (BigDecimal) value;
        }
        if (value instanceof Integer || value instanceof Long) {
            return BigDecimal.valueOf(((Number) value).longValue());
        }
        if (value instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        throw flaw(key, "must be a number or null");
    }

    /** {@return the member, which must be a list that holds nothing but objects} */
    @SuppressWarnings("unchecked") // lists read from JSON
    List<Object> objects(String key) {
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
