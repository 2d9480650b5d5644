package org.prefstream.task.imports.read;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;

/**
 * Rows of JSON that could not be imported, as JSON Lines. An object has the reason as its first member. Anything else has a line
 * before it that holds the reason alone. Both are left out when the row is imported.
 */
final class RefusedJson {

    private RefusedJson() {
    }

    static String text(@Nullable Object value, String reason) {
        Map<String, Object> object = Json.asObject(value);
        if (object == null) {
            return line(Json.write(value), reason);
        }
        Map<String, Object> withReason = new LinkedHashMap<>();
        withReason.put(RefusedRow.REASON_KEY, reason);
        withReason.putAll(object);
        withReason.put(RefusedRow.REASON_KEY, reason);
        return Json.write(withReason) + "\n";
    }

    /** A line that is no JSON stays as it is. */
    static String line(String line, String reason) {
        return Json.write(Map.of(RefusedRow.REASON_KEY, reason)) + "\n" + line + "\n";
    }

    /** {@return the value without the reason why it could not be imported before} */
    static @Nullable Object withoutReason(@Nullable Object value) {
        Map<String, Object> object = Json.asObject(value);
        if (object == null || !(object.get(RefusedRow.REASON_KEY) instanceof String)) {
            return value;
        }
        Map<String, Object> without = new LinkedHashMap<>(object);
        without.remove(RefusedRow.REASON_KEY);
        return without;
    }
}
