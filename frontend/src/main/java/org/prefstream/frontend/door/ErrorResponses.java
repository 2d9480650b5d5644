package org.prefstream.frontend.door;

import java.util.UUID;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** Makes the error responses of the door, in the form that clients of Label Studio understand. */
@Singleton
class ErrorResponses {

    private final String version;

    ErrorResponses(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
    }

    /** {@return the JSON body of an error} */
    String body(int status, String detail) {
        return new JsonObject().put("id", UUID.randomUUID().toString())
                .put("status_code", status)
                .put("version", version)
                .put("detail", detail)
                .putNull("exc_info")
                .encode();
    }

    void send(HttpServerRequest request, int status, String detail) {
        JsonResponse.send(request, status, body(status, detail));
    }
}
