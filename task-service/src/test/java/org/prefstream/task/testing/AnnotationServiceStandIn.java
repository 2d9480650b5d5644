package org.prefstream.task.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Answers in place of annotation-service: the annotations that a test says a task has, and a barrier that is always reached.
 * What it was asked with is kept. A task that no test named gets no answer, as if the service were away.
 */
public final class AnnotationServiceStandIn implements QuarkusTestResourceLifecycleManager {

    private static final String ANSWERS = "prefstream.test.answers";

    private @Nullable HttpServer server;

    /** Test classes and this resource live in different class loaders; the JDK's classes are common to both. */
    @SuppressWarnings("unchecked")
    private static Map<Object, Object> shared() {
        return (Map<Object, Object>) System.getProperties().computeIfAbsent(ANSWERS, key -> new ConcurrentHashMap<>());
    }

    /** Gives a task's annotations, as a JSON array. */
    public static void annotations(int task, String json) {
        shared().put("/api/tasks/" + task + "/annotations/", json);
    }

    /** Gives the answer to every question of a path. */
    public static void answers(String path, String json) {
        shared().put(path, json);
    }

    /** {@return the bodies of the questions of a path that {@link #answers} answers} */
    @SuppressWarnings("unchecked")
    public static List<String> bodies(String path) {
        return (List<String>) shared().getOrDefault("body" + path, List.of());
    }

    /** {@return the Authorization headers that came with questions about a task} */
    @SuppressWarnings("unchecked")
    public static List<String> askedBy(int task) {
        return (List<String>) shared().getOrDefault("asked/api/tasks/" + task + "/annotations/", List.of());
    }

    /** Says how far the annotations of a project are published. */
    public static void published(int project, String topic, int partition, long offset) {
        shared().put("barrier/" + project, "{\"" + topic + "\":{\"" + partition + "\":" + offset + "}}");
    }

    /** Takes an annotation away; it has every other one. */
    public static void lose(long annotation) {
        shared().put("lost/" + annotation, true);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", AnnotationServiceStandIn::answer);
            server.start();
            String url = "http://localhost:" + server.getAddress().getPort();
            return Map.of("prefstream.annotation.url", url, "prefstream.internal.url.annotation", url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @SuppressWarnings("unchecked")
    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization != null) {
            ((List<String>) shared().computeIfAbsent("asked" + path, key -> new CopyOnWriteArrayList<>()))
                    .add(authorization);
        }
        Object body = switch (path) {
            case "/internal/barrier" -> positions(exchange);
            case "/internal/present" -> present(exchange);
            default -> {
                ((List<String>) shared().computeIfAbsent("body" + path, key -> new CopyOnWriteArrayList<>()))
                        .add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                yield shared().get(path);
            }
        };
        byte[] bytes = (body == null ? "{}" : body.toString()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(body == null ? 503 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Object present(HttpExchange exchange) throws IOException {
        Map<String, Object> question = Json
                .readObject(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        return Json.write(Map.of("keys",
                ((List<?>) question.getOrDefault("keys", List.of())).stream()
                        .filter(key -> !shared().containsKey("lost/" + key))
                        .toList()));
    }

    private static Object positions(HttpExchange exchange) throws IOException {
        String question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return ((List<?>) Json.readObject(question).getOrDefault("projects", List.of())).stream()
                .map(project -> shared().get("barrier/" + project))
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .findFirst()
                .orElse("{}");
    }
}
