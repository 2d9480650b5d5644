package org.prefstream.labelstudio.result;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;

/** Refuses text that neither PostgreSQL nor a dataset file can hold: NUL, and halves of surrogate pairs. */
final class TextCheck {

    private TextCheck() {
    }

    /**
     * Walks a JSON value.
     *
     * @throws ProblemException naming the first text or key that cannot be stored
     */
    static void storable(String field, @Nullable Object value) {
        if (value instanceof String text) {
            refuseUnstorable(field, "The text", text);
        } else if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                storable(field + "[" + i + "]", items.get(i));
            }
        } else if (value instanceof Map<?, ?> keys) {
            keys.forEach((key, item) -> {
                refuseUnstorable(field, "A key", key.toString());
                storable(field + "." + key, item);
            });
        }
    }

    private static void refuseUnstorable(String field, String what, String text) {
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int codePoint = text.codePointAt(i);
            if (codePoint == 0) {
                throw ProblemException.invalid(field,
                        "%s has a NUL character (U+0000) at position %d, which cannot be stored.".formatted(what, i));
            }
            if (Character.getType(codePoint) == Character.SURROGATE) {
                throw ProblemException.invalid(field,
                        "%s has half of a surrogate pair (U+%04X) at position %d, which is no character."
                                .formatted(what, codePoint, i));
            }
        }
    }
}
