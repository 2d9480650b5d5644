package org.prefstream.frontend.door;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.inject.Singleton;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;

/** Tells whether the whole system works, which is the case when every service is ready. */
@Singleton
class SystemHealth {

    private static final long PROBE_TIMEOUT_MILLIS = 2_000;

    private final HttpClient client;
    private final Map<String, String> readiness;

    SystemHealth(Vertx vertx, DoorConfig config) {
        this.client = vertx.createHttpClient();
        this.readiness = new LinkedHashMap<>();
        readiness.put("task", readinessOf(config.task().internalUrl()));
        readiness.put("annotation", readinessOf(config.annotation().internalUrl()));
        readiness.put("export", readinessOf(config.export().internalUrl()));
    }

    /** Responds with 200 {@code UP}, or with 503 {@code DOWN} and the state of each service. */
    void respond(HttpServerRequest request) {
        Map<String, Future<Boolean>> checks = new LinkedHashMap<>();
        readiness.forEach((service, url) -> checks.put(service, isReady(url)));
        Future.all(checks.values().stream().toList()).onSuccess(ignored -> {
            if (checks.values().stream().allMatch(Future::result)) {
                JsonResponse.send(request, 200, new JsonObject().put("status", "UP").encode());
            } else {
                request.response().putHeader("Retry-After", "1");
                JsonResponse.send(request, 503,
                        new JsonObject().put("status", "DOWN").put("services", states(checks)).encode());
            }
        });
    }

    private Future<Boolean> isReady(String url) {
        return client.request(new RequestOptions().setAbsoluteURI(url).setTimeout(PROBE_TIMEOUT_MILLIS))
                .compose(HttpClientRequest::send)
                .compose(response -> response.body().map(response.statusCode() == 200))
                .otherwise(false);
    }

    private static JsonObject states(Map<String, Future<Boolean>> checks) {
        JsonObject states = new JsonObject();
        checks.forEach((service, check) -> states.put(service, check.result() ? "UP" : "DOWN"));
        return states;
    }

    private static String readinessOf(URI internalUrl) {
        return internalUrl.toString().replaceAll("/+$", "") + "/q/health/ready";
    }
}
