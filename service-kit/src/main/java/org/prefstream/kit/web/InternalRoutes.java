package org.prefstream.kit.web;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.projection.InternalConfig;
import org.prefstream.kit.projection.InternalSecret;
import org.prefstream.labelstudio.error.ErrorBody;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.vertx.http.ManagementInterface;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Serves {@code /internal/**} on the second port, behind the shared secret. Of each route a bounded number of questions is
 * answered at a time, so that barriers, which wait, take nothing from questions that are answered at once. None waits for a place:
 * whoever asks has only a short time itself.
 */
@ApplicationScoped
class InternalRoutes {

    private final InternalSecret secret;
    private final Instance<InternalRoute> routes;
    private final InternalConfig config;

    InternalRoutes(InternalSecret secret, Instance<InternalRoute> routes, InternalConfig config) {
        this.secret = secret;
        this.routes = routes;
        this.config = config;
    }

    void register(@Observes ManagementInterface management) {
        for (InternalRoute route : routes) {
            Semaphore places = new Semaphore(config.atOnce());
            management.router().route("/internal/" + route.path()).handler(request -> handle(route, places, request));
        }
    }

    private void handle(InternalRoute route, Semaphore places, RoutingContext request) {
        if (!secret.matches(request.request().getHeader(InternalSecret.HEADER))) {
            request.response().setStatusCode(403).end();
        } else if (places.tryAcquire()) {
            answer(route, request).onTermination()
                    .invoke(() -> places.release())
                    .subscribe()
                    .with(answer -> succeed(request.response(), answer), failure -> fail(request, failure));
        } else {
            fail(request, tooMany());
        }
    }

    private static Uni<@Nullable Object> answer(InternalRoute route, RoutingContext request) {
        return Uni.createFrom().deferred(() -> {
            Map<String, String> parameters = new HashMap<>(request.pathParams());
            request.queryParams().forEach(parameters::put);
            // Quarkus reads bodies on the second port before any route of ours.
            String body = request.body().asString();
            return route.answer(parameters, body == null ? "" : body).map(Object.class::cast);
        });
    }

    private static ProblemException tooMany() {
        return new ProblemException(ProblemType.OVERLOADED,
                "As many questions of other services as can be answered at a time are being answered. Send this request again in a moment.");
    }

    private static void succeed(HttpServerResponse response, @Nullable Object answer) {
        if (answer == null) {
            response.setStatusCode(404).end();
        } else {
            response.putHeader("content-type", "application/json").end(Json.write(answer));
        }
    }

    private static void fail(RoutingContext request, Throwable failure) {
        String path = request.normalizedPath();
        ProblemException problem = Failures.problem(failure, path);
        ErrorBody body = ErrorBody.problem(path, problem);
        if (problem.status() == 503) {
            request.response().putHeader("retry-after", "1");
        }
        request.response().setStatusCode(problem.status()).putHeader("content-type", body.mediaType()).end(body.json());
    }
}
