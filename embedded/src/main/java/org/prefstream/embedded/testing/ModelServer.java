package org.prefstream.embedded.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A real HTTP server that speaks the chat completions of OpenAI as a test wants it to: it answers, refuses, hangs, or breaks off in the middle.
 * It notes all that it was asked. One that was closed can be started again on its port.
 */
public final class ModelServer implements AutoCloseable {

    private static final int OK = 200;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Function<Asked, Reply> behaviour;
    private final List<Asked> asked;

    private ModelServer(HttpServer server, Function<Asked, Reply> behaviour, List<Asked> asked) {
        this.server = server;
        this.threads = Executors.newCachedThreadPool();
        this.behaviour = behaviour;
        this.asked = asked;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /**
     * A request.
     *
     * @param number from 1, in the order of their coming
     * @param body JSON
     * @param authorization the header of that name; empty if there was none
     */
    public record Asked(int number, String body, String authorization) {
    }

    /**
     * What is answered.
     *
     * @param delay how long it takes
     * @param isCutOff whether the connection ends in the middle of the body
     */
    public record Reply(int status, String body, Map<String, String> headers, Duration delay, boolean isCutOff) {

        /** {@return a completion; the text must need no escapes in JSON} */
        public static Reply completion(String text, String finishReason) {
            return of(OK,
                    "{\"id\":\"c\",\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
                            + "\"content\":\"" + text + "\"},\"finish_reason\":\"" + finishReason
                            + "\"}],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":3,\"total_tokens\":10}}");
        }

        /** {@return any answer} */
        public static Reply of(int status, String body) {
            return new Reply(status, body, Map.of(), Duration.ZERO, false);
        }

        /** {@return the same, with a header} */
        public Reply with(String name, String value) {
            return new Reply(status, body, Map.of(name, value), delay, isCutOff);
        }

        /** {@return the same, later} */
        public Reply after(Duration time) {
            return new Reply(status, body, headers, time, isCutOff);
        }

        /** {@return half of it} */
        public Reply cutOff() {
            return new Reply(status, body, headers, delay, true);
        }
    }

    /** Starts one on a free port. */
    public static ModelServer start(Function<Asked, Reply> behaviour) {
        return start(0, behaviour, new CopyOnWriteArrayList<>());
    }

    /** Starts one on that port, which must be free. */
    public static ModelServer start(int port, Function<Asked, Reply> behaviour) {
        return start(port, behaviour, new CopyOnWriteArrayList<>());
    }

    private static ModelServer start(int port, Function<Asked, Reply> behaviour, List<Asked> asked) {
        try {
            return new ModelServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0),
                    behaviour, asked);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** {@return this one once more, after it was closed, on the same port, with what it was asked before} */
    public ModelServer startAgain() {
        return start(port(), behaviour, asked);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** {@return where its API begins} */
    public String baseUrl() {
        return "http://127.0.0.1:" + port() + "/v1";
    }

    /** {@return what it was asked, in that order} */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Ends at once, in the middle of answers. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Reply reply = behaviour.apply(note(body, authorization == null ? "" : authorization));
            Thread.sleep(reply.delay().toMillis());
            send(exchange, reply);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Asked note(String body, String authorization) {
        Asked one = new Asked(asked.size() + 1, body, authorization);
        asked.add(one);
        return one;
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes, 0, reply.isCutOff() ? bytes.length / 2 : bytes.length);
        exchange.getResponseBody().flush();
    }
}
