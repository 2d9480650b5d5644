package org.prefstream.e2e.support;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/** One record on a topic, a tombstone where the value is null. */
public record TopicEntry(String key, long revision, @Nullable String value, Map<String, String> headers) {

    public boolean isTombstone() {
        return value == null;
    }

    /** {@return the value; a tombstone has none and fails} */
    public String text() {
        if (value == null) {
            throw new AssertionError(key + " is deleted, revision " + revision);
        }
        return value;
    }

    public JsonNode json() {
        return Json.read(text());
    }
}
