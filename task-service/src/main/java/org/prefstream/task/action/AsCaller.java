package org.prefstream.task.action;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.smallrye.mutiny.Uni;

/** Asks annotation-service for what belongs to the caller alone, by the caller's own credentials. */
@ApplicationScoped
class AsCaller {

    /** Who asks, and that one of our own pages does. */
    private static final List<String> PASSED_ON = List.of("Authorization", "Cookie", "Origin", "Sec-Fetch-Site",
            "X-Forwarded-Host");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    AsCaller(@ConfigProperty(name = "prefstream.annotation.url") URI base) {
        this.base = base;
    }

    /** What was answered. */
    record Response(int status, String body) {
    }

    /** {@return the answer; fails with a 503 if nobody answers} */
    Uni<Response> get(String path, UnaryOperator<@Nullable String> callersHeader) {
        return send("GET", path, BodyPublishers.noBody(), callersHeader);
    }

    /** {@return the answer; fails with a 503 if nobody answers} */
    Uni<Response> post(String path, String json, UnaryOperator<@Nullable String> callersHeader) {
        return send("POST", path, BodyPublishers.ofString(json), callersHeader);
    }

    private Uni<Response> send(String method, String path, BodyPublisher body,
            UnaryOperator<@Nullable String> callersHeader) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .method(method, body);
        for (String name : PASSED_ON) {
            String value = callersHeader.apply(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return Uni.createFrom()
                .completionStage(() -> client.sendAsync(request.build(), BodyHandlers.ofString()))
                .onFailure()
                .transform(failure -> unreachable())
                .map(AsCaller::read);
    }

    private static Response read(HttpResponse<String> response) {
        if (response.statusCode() >= 500) {
            throw unreachable();
        }
        return new Response(response.statusCode(), response.body());
    }

    private static ProblemException unreachable() {
        return new ProblemException(ProblemType.PEER_UNREACHABLE,
                "The annotation service is not answering, or has too much to do now. Try again shortly.");
    }
}
