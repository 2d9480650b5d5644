package org.prefstream.frontend.door;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Asks one service, on its second port, whether it is ready and what of its work is late. */
final class ServiceHealth {

    private static final long READINESS_TIMEOUT_MILLIS = 2_000;
    private static final long PROGRESS_TIMEOUT_MILLIS = 4_000;

    private final HttpClient client;
    private final String name;
    private final String url;

    ServiceHealth(HttpClient client, Destination service, URI internalUrl) {
        this.client = client;
        this.name = service.displayName();
        this.url = internalUrl.toString().replaceAll("/+$", "") + "/q/health/";
    }

    /**
     * What a service says of itself.
     *
     * @param ready whether it serves requests
     * @param words what a person should know; nothing where all is well
     */
    record Condition(boolean ready, List<String> words) {
    }

    /** {@return the condition; it never fails} */
    Future<Condition> condition() {
        return get("ready", READINESS_TIMEOUT_MILLIS).compose(readiness -> {
            if (readiness.status() != 200) {
                return Future.succeededFuture(new Condition(false, List.of(notReady(readiness))));
            }
            return get("group/progress", PROGRESS_TIMEOUT_MILLIS).map(progress -> new Condition(true, late(progress)));
        });
    }

    private String notReady(Answer readiness) {
        if (readiness.status() == 0) {
            return "The %s does not answer.".formatted(name);
        }
        boolean database = checks(readiness).stream()
                .anyMatch(check -> "DOWN".equals(check.getString("status"))
                        && check.getString("name", "").contains("connection"));
        return database
                ? "The %s does not reach its database.".formatted(name)
                : "The %s is not ready.".formatted(name);
    }

    private List<String> late(Answer progress) {
        List<String> words = new ArrayList<>();
        for (JsonObject check : checks(progress)) {
            JsonObject data = check.getJsonObject("data", new JsonObject());
            if (data.getValue("detail") instanceof String detail) {
                words.add("In the %s: %s".formatted(name, detail));
            }
        }
        return words;
    }

    private static List<JsonObject> checks(Answer answer) {
        try {
            JsonArray checks = new JsonObject(answer.body()).getJsonArray("checks", new JsonArray());
            return checks.stream().map(JsonObject.class::cast).toList();
        } catch (DecodeException | ClassCastException unknown) {
            return List.of();
        }
    }

    /** An answer; status 0 stands for none. */
    private record Answer(int status, Buffer body) {
    }

    private Future<Answer> get(String path, long timeoutMillis) {
        return client.request(new RequestOptions().setAbsoluteURI(url + path).setTimeout(timeoutMillis))
                .compose(HttpClientRequest::send)
                .compose(response -> response.body().map(body -> new Answer(response.statusCode(), body)))
                .otherwise(new Answer(0, Buffer.buffer("{}")));
    }
}
