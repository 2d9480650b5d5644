package org.prefstream.kit.projection;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.TopicRecord;
import org.prefstream.kit.database.CallersContext;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.labelstudio.json.Json;

import io.smallrye.mutiny.Uni;

/** Calls other services on their second ports. A service answers such a call by itself and calls no third one. */
@ApplicationScoped
public class Peers {

    /** How long a plain question may take. Barriers bring their own time-out. */
    public static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final InternalConfig config;
    private final InternalSecret secret;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    Peers(InternalConfig config, InternalSecret secret) {
        this.config = config;
        this.secret = secret;
    }

    /**
     * Asks a service.
     *
     * @param peer {@code task}, {@code annotation} or {@code export}
     * @param path what is asked for, below {@code /internal/}
     * @param body written as the JSON body of the question
     * @return the answer; empty if the peer does not know what was asked for; fails with a 503 if the peer does not answer, says that
     *     something lags, or has too much to do now
     */
    public <T> Uni<Optional<T>> ask(String peer, String path, Object body, Class<T> type, Duration timeout) {
        HttpRequest request = HttpRequest.newBuilder(uri(peer, path))
                .timeout(timeout)
                .header(InternalSecret.HEADER, secret.value())
                .POST(BodyPublishers.ofString(Json.write(body)))
                .build();
        return CallersContext
                .returning(Uni.createFrom().completionStage(() -> client.sendAsync(request, BodyHandlers.ofString())))
                .onFailure()
                .transform(failure -> unreachable(peer, String.valueOf(failure.getMessage())))
                .map(response -> read(peer, response, type));
    }

    /** Asks the owner of a key for its present state. {@return the change that a projection applies; empty if there is none} */
    public <R extends TopicRecord> Uni<Optional<Change<R>>> askOwner(String peer, String path, Class<R> type) {
        return ask(peer, path, Map.of(), VersionedState.class, TIMEOUT)
                .map(owned -> owned.map(found -> found.as(type)));
    }

    private URI uri(String peer, String path) {
        URI base = config.url().get(peer);
        if (base == null) {
            throw new IllegalStateException("prefstream.internal.url.%s is not set".formatted(peer));
        }
        return base.resolve("/internal/" + path);
    }

    private static <T> Optional<T> read(String peer, HttpResponse<String> response, Class<T> type) {
        return switch (response.statusCode()) {
            case 200 -> Optional.of(Json.read(response.body(), type));
            case 404 -> Optional.empty();
            case 503 -> throw relayed(peer, response.body());
            default -> throw unreachable(peer, "it answered " + response.statusCode());
        };
    }

    private static ProblemException relayed(String peer, String body) {
        Map<String, Object> problem = problem(body);
        if (problem == null || !(problem.get("detail") instanceof String detail)) {
            return unreachable(peer, "it answered 503"); // something between the services says so
        }
        ProblemType type = ProblemType.OVERLOADED.uri().equals(problem.get("type"))
                ? ProblemType.OVERLOADED
                : ProblemType.LAGGING;
        return new ProblemException(type, "%s-service: %s".formatted(peer, detail));
    }

    private static @Nullable Map<String, Object> problem(String body) {
        try {
            return Json.asObject(Json.read(body, Object.class));
        } catch (UncheckedIOException noJson) {
            return null;
        }
    }

    private static ProblemException unreachable(String peer, String why) {
        return new ProblemException(ProblemType.PEER_UNREACHABLE,
                "The %s service is not answering, and an answer without it would be half the truth. Try again shortly. (%s)"
                        .formatted(peer, why));
    }
}
