package org.prefstream.frontend.door;

import io.vertx.core.http.HttpServerRequest;

/** Sends the JSON responses of the door itself, which are small and must not be cached. */
final class JsonResponse {

    private JsonResponse() {
    }

    static void send(HttpServerRequest request, int status, String body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(body);
    }
}
