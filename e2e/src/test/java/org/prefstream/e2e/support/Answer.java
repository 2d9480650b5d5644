package org.prefstream.e2e.support;

import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** What the API answered. */
public record Answer(String request, int status, HttpHeaders headers, String body) {

    /** {@return this answer, if its status is that one; otherwise the test fails with what was answered} */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("%s: expected %d, got %d: %s".formatted(request, expected, status, start()));
        }
        return this;
    }

    /** {@return the body, which must be JSON} */
    public JsonNode json() {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw new UncheckedIOException(request + ": not JSON: " + start(), malformed);
        }
    }

    private String start() {
        return body.length() > 2000 ? body.substring(0, 2000) + "…" : body;
    }
}
