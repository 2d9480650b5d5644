package org.prefstream.task.generation;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.json.JsonRefused;
import org.prefstream.labelstudio.json.StrictJson;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/** Asks models, one request for each answer. Neither keys nor texts are logged. */
@ApplicationScoped
class ChatClient {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int CONNECTIONS_MAX = 128;
    private static final int SAID_LONGEST = 300;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final Vertx vertx;
    private final HttpClient client;
    private final ModelServers servers;
    private final GenerationConfig config;

    ChatClient(Vertx vertx, ModelServers servers, GenerationConfig config) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setMaxPoolSize(CONNECTIONS_MAX));
        this.servers = servers;
        this.config = config;
    }

    /** What one request is. */
    record Question(
            ModelAddress address,
            @Nullable String key,
            Source source,
            List<Map<String, Object>> messages,
            long seed) {
    }

    /**
     * {@return the model's answer; blocks}
     *
     * @throws NotAnswered with what the server said instead
     */
    ChatAnswer ask(Question question) throws NotAnswered, InterruptedException {
        List<InetAddress> addresses = servers.resolve(question.address());
        InetAddress one = addresses.get(ThreadLocalRandom.current().nextInt(addresses.size()));
        ChatExchange exchange = new ChatExchange(vertx, client, config, options(question, one),
                Json.write(question.source().request(question.messages(), question.seed())));
        ChatExchange.Reply reply = await(exchange);
        if (reply.status() != OK) {
            throw refused(reply, question);
        }
        return ChatAnswer.of(reply.body());
    }

    /** The name is for TLS and for {@code Host}; what is connected to is the address that was checked. */
    private static RequestOptions options(Question question, InetAddress to) {
        ModelAddress address = question.address();
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(address.port(), to.getHostAddress()))
                .setHost(address.host())
                .setPort(address.port())
                .setSsl(address.isEncrypted())
                .setURI(address.chatPath())
                .setFollowRedirects(false)
                .putHeader("Content-Type", "application/json")
                .putHeader("Accept", "application/json")
                .putHeader("User-Agent", "Prefstream");
        if (question.key() != null) {
            options.putHeader("Authorization", "Bearer " + question.key());
        }
        return options;
    }

    private static ChatExchange.Reply await(ChatExchange exchange) throws NotAnswered, InterruptedException {
        try {
            return exchange.start().toCompletionStage().toCompletableFuture().get();
        } catch (InterruptedException e) {
            exchange.cancel();
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NotAnswered why) {
                throw why;
            }
            throw NotAnswered.yet("The server cannot be reached.", null);
        }
    }

    private static NotAnswered refused(ChatExchange.Reply reply, Question question) {
        int status = reply.status();
        String said = said(reply.body(), question.key());
        String words = "The server answers " + status + (said.isEmpty() ? "." : ": " + said);
        if (status == TOO_MANY || status == REQUEST_TIMEOUT || status >= SERVER_ERROR) {
            return NotAnswered.yet(words, retryAfter(reply.retryAfter()));
        }
        return switch (status) {
            case 401, 403 -> NotAnswered.byAnybody(words + " Look at the key.");
            case 404, 405 -> NotAnswered.byAnybody(words + " Look at the address and at the model's name.");
            default -> status < BAD_REQUEST
                    ? NotAnswered.byAnybody("The server answers " + status + ", and redirects are not followed.")
                    : NotAnswered.forThisTask(words);
        };
    }

    /** What the server says of an error, without the key, which some servers repeat. */
    private static String said(String body, @Nullable String key) {
        String said = body;
        try {
            Map<String, Object> root = StrictJson.readObject(body);
            Map<String, Object> error = Json.asObject(root.get("error"));
            Object message = error == null ? root.getOrDefault("message", root.get("detail")) : error.get("message");
            said = message == null ? body : message.toString();
        } catch (JsonRefused noJson) {
            // then it is shown as it is
        }
        String plain = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        String without = key == null ? plain : plain.replace(key, "…");
        return without.length() <= SAID_LONGEST ? without : without.substring(0, SAID_LONGEST) + "…";
    }

    /** Seconds, or a date (RFC 9110, 10.2.3). */
    static @Nullable Duration retryAfter(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String said = header.strip();
        if (said.matches("[0-9]{1,6}")) {
            return Duration.ofSeconds(Long.parseLong(said));
        }
        try {
            Duration until = Duration.between(Instant.now(),
                    ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            return until.isNegative() ? Duration.ZERO : until;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
