package org.prefstream.kit.request;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.json.Json;
import org.prefstream.kit.problem.ProblemException;

import com.fasterxml.jackson.core.JsonProcessingException;

/**
 * The members of a JSON object that a client sent. Each reading says what it expects; anything else is a 400 that names the
 * field. A member that is null counts as not sent.
 */
public record Fields(Map<String, Object> members) {

    /** {@return the members of a body, which must be a JSON object} */
    public static Fields of(String body) {
        try {
            Object value = body.isBlank() ? Map.of() : Json.mapper().readValue(body, Object.class);
            if (value instanceof Map<?, ?>) {
                @SuppressWarnings("unchecked") // JSON objects have strings as keys
                Map<String, Object> members = (Map<String, Object>) value;
                return new Fields(members);
            }
        } catch (JsonProcessingException e) {
            throw new ProblemException(400, "malformed-body", "Malformed request body",
                    "JSON parse error - the body is not valid JSON at line %d, column %d".formatted(
                            e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                            e.getLocation() == null ? 1 : e.getLocation().getColumnNr()));
        }
        throw ProblemException.invalid("non_field_errors", "Invalid data. Expected a JSON object.");
    }

    /** {@return whether the member was sent, null or not} */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** {@return the member as it was sent} */
    public @Nullable Object raw(String name) {
        return members.get(name);
    }

    /** {@return a boolean, or the default where none was sent} */
    public boolean bool(String name, boolean absent) {
        Object value = members.get(name);
        if (value == null) {
            return absent;
        }
        if (value instanceof Boolean bool) {
            return bool;
        }
        throw ProblemException.invalid(name, "Must be a valid boolean: true or false.");
    }

    /** {@return a whole number, or null where none was sent} */
    public @Nullable Long whole(String name) {
        Object value = members.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw ProblemException.invalid(name, "A valid integer is required.");
    }

    /** {@return a number that is zero or more, or null where none was sent} */
    public @Nullable BigDecimal notNegative(String name) {
        Object value = members.get(name);
        if (value == null) {
            return null;
        }
        BigDecimal number = decimal(value);
        if (number == null || number.signum() < 0 || number.precision() - number.scale() > 15 || number.scale() > 30) {
            throw ProblemException.invalid(name, "A number of zero or more is required, below 10^15.");
        }
        return number;
    }

    private static @Nullable BigDecimal decimal(Object value) {
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

    /** {@return a text, or null where none was sent} */
    public @Nullable String text(String name) {
        Object value = members.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw ProblemException.invalid(name, "Not a valid string.");
    }

    /** {@return a UUID, or null where none was sent} */
    public @Nullable UUID uuid(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            if (text.length() == 36) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            // told below, with the rest
        }
        throw ProblemException.invalid(name, "Must be a valid UUID, such as 7f1c1a3e-3c55-4b6a-9f0e-2f6f0c1d2a3b.");
    }
}
