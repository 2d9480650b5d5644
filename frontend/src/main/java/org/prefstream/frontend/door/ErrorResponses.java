package org.prefstream.frontend;

import java.util.UUID;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** The door's own answers: its version, and errors in the form that Label Studio's clients understand. */
@Singleton
class Answers {

    private final String version;

    Answers(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
    }

    /** {@return the body of an error, for those who send it themselves} */
    String errorBody(int status, String detail) {
        return new JsonObject().put("id", UUID.randomUUID().toString())
                .put("status_code", status)
                .put("version", version)
                .put("detail", detail)
                .putNull("exc_info")
                .encode();
    }

    void error(HttpServerRequest request, int status, String detail) {
        json(request, status, errorBody(status, detail));
    }

    void version(HttpServerRequest request) {
        json(request, 200, new JsonObject().put("name", "prefstream").put("version", version).encode());
    }

    /** Sends a small JSON answer that nobody may keep. */
    static void json(HttpServerRequest request, int status, String body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(body);
    }

    static boolean reads(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    }
}
