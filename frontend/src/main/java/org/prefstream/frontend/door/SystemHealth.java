package org.prefstream.frontend.door;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.prefstream.frontend.door.ServiceHealth.Condition;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Tells whether the whole system works, which is the case when every service is ready, and says in words what is late and by how
 * much. Everybody may ask, so those who ask at one moment share an answer.
 */
@Singleton
class SystemHealth {

    private final Map<String, ServiceHealth> services = new LinkedHashMap<>();
    private @Nullable Future<Map<String, Condition>> shared;

    SystemHealth(Vertx vertx, DoorConfig config) {
        HttpClient client = vertx.createHttpClient();
        services.put("task", new ServiceHealth(client, Destination.TASK_SERVICE, config.task().internalUrl()));
        services.put("annotation",
                new ServiceHealth(client, Destination.ANNOTATION_SERVICE, config.annotation().internalUrl()));
        services.put("export", new ServiceHealth(client, Destination.EXPORT_SERVICE, config.export().internalUrl()));
    }

    /** Responds with 200 {@code UP}, or with 503 {@code DOWN} and the state of each service; {@code detail} has the words. */
    void respond(HttpServerRequest request) {
        conditions().onSuccess(found -> {
            List<String> words = found.values().stream().flatMap(condition -> condition.words().stream()).toList();
            boolean up = found.values().stream().allMatch(Condition::ready);
            JsonObject body = new JsonObject().put("status", up ? "UP" : "DOWN");
            if (!up) {
                body.put("services", states(found));
                request.response().putHeader("Retry-After", "1");
            }
            if (!words.isEmpty()) {
                body.put("detail", new JsonArray(words));
            }
            JsonResponse.send(request, up ? 200 : 503, body.encode());
        });
    }

    private synchronized Future<Map<String, Condition>> conditions() {
        Future<Map<String, Condition>> present = shared;
        if (present == null) {
            present = ask();
            shared = present;
            present.onComplete(asked -> forget());
        }
        return present;
    }

    private synchronized void forget() {
        shared = null;
    }

    private Future<Map<String, Condition>> ask() {
        Map<String, Future<Condition>> asked = new LinkedHashMap<>();
        services.forEach((name, service) -> asked.put(name, service.condition()));
        return Future.all(List.copyOf(asked.values())).map(all -> {
            Map<String, Condition> found = new LinkedHashMap<>();
            asked.forEach((name, condition) -> found.put(name, condition.result()));
            return found;
        });
    }

    private static JsonObject states(Map<String, Condition> found) {
        JsonObject states = new JsonObject();
        found.forEach((name, condition) -> states.put(name, condition.ready() ? "UP" : "DOWN"));
        return states;
    }
}
