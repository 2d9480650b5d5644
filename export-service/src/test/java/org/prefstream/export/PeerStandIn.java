package org.prefstream.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.Topic;
import org.prefstream.contract.TopicRecord;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.projection.VersionedState;
import org.prefstream.labelstudio.json.Json;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Answers on another service's second port as that service would: how far its topics are, and what it owns. */
public final class PeerStandIn {

    /** What was asked at the barrier, in order. */
    final List<Map<String, Object>> barrierQuestions = new CopyOnWriteArrayList<>();

    private final String secret;
    private final HttpServer server;
    private final Map<String, VersionedState> owned = new ConcurrentHashMap<>();
    private volatile Positions published = Positions.NONE;
    private volatile Supplier<Answer> barrier = this::howFar;
    private final Set<String> lost = ConcurrentHashMap.newKeySet();
    private volatile boolean accessWaits;
    private volatile boolean saysWhatItHas = true;
    private volatile Map<String, Object> database = Map.of();

    record Answer(int status, String body) {
    }

    PeerStandIn(String secret) {
        this.secret = secret;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/internal/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void published(Positions positions) {
        published = published.and(positions);
    }

    /** From now on it knows, or no longer knows, what is there. */
    void owns(String path, long revision, @Nullable TopicRecord record) {
        if (record == null) {
            owned.remove(path);
        } else {
            owned.put(path, VersionedState.of(revision, record));
        }
    }

    /** Answers the next barriers otherwise, until {@link #isWell()}. */
    void answersTheBarrierBy(Supplier<Answer> answer) {
        barrier = answer;
    }

    public void isWell() {
        barrier = this::howFar;
        accessWaits = false;
        saysWhatItHas = true;
        database = Map.of();
    }

    /** From now on it does not have this key, and has every other one. */
    public void lose(Topic topic, String key) {
        lost.add(topic.topicName() + " " + key);
    }

    /** From now on it says this of its database, too, until {@link #isWell()}. */
    public void saysOfItsDatabase(UUID outbox, boolean neverWentBack, Positions published) {
        database = Map.of("outbox", outbox, "never_went_back", neverWentBack, "published", published);
    }

    /** From now on it does not know the question which keys it has, until {@link #isWell()}. */
    public void saysNotWhatItHas() {
        saysWhatItHas = false;
    }

    /** From now on a change of access waits to be published, until {@link #isWell()}. */
    void letsAccessWait() {
        accessWaits = true;
    }

    Answer howFar() {
        return new Answer(200, Json.write(published));
    }

    void stop() {
        server.stop(0);
    }

    private void handle(HttpExchange call) throws IOException {
        try (call) {
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Answer answer = answer(call, body);
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            call.getResponseBody().write(bytes);
        }
    }

    private Answer present(Map<String, Object> question) {
        List<?> keys = (List<?>) Objects.requireNonNull(question.get("keys"));
        Map<String, Object> answer = new HashMap<>(database);
        answer.put("keys", keys.stream().filter(key -> !lost.contains(question.get("topic") + " " + key)).toList());
        return new Answer(200, Json.write(answer));
    }

    private Answer answer(HttpExchange call, String body) {
        if (!secret.equals(call.getRequestHeaders().getFirst("X-Prefstream-Internal"))) {
            return new Answer(403, "");
        }
        String path = call.getRequestURI().getPath().substring("/internal/".length());
        if (path.equals("barrier")) {
            barrierQuestions.add(Json.readObject(body));
            return barrier.get();
        }
        if (path.equals("published/access")) {
            return accessWaits ? new Answer(503, "{\"detail\":\"changes of access wait\"}") : howFar();
        }
        if (path.equals("present") && saysWhatItHas) {
            return present(Json.readObject(body));
        }
        VersionedState found = owned.get(path);
        return found == null ? new Answer(404, "") : new Answer(200, Json.write(found));
    }
}
