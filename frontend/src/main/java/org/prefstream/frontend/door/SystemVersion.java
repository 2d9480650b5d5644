package org.prefstream.frontend.door;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** Tells which version of Prefstream runs. */
@Singleton
class SystemVersion {

    private final String version;

    SystemVersion(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
    }

    void respond(HttpServerRequest request) {
        JsonResponse.send(request, 200, new JsonObject().put("name", "prefstream").put("version", version).encode());
    }
}
