package org.prefstream.kit.web;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.projection.InternalSecret;
import org.prefstream.labelstudio.error.ErrorBody;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.vertx.http.ManagementInterface;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Serves {@code /internal/**} on the second port, behind the shared secret. */
@ApplicationScoped
class InternalRoutes {

    private final InternalSecret secret;
    private final Instance<InternalRoute> routes;

    InternalRoutes(InternalSecret secret, Instance<InternalRoute> routes) {
        this.secret = secret;
        this.routes = routes;
    }

    void register(@Observes ManagementInterface management) {
        for (InternalRoute route : routes) {
            management.router().route("/internal/" + route.path()).handler(request -> handle(route, request));
        }
    }

    private void handle(InternalRoute route, RoutingContext request) {
        if (!secret.matches(request.request().getHeader(InternalSecret.HEADER))) {
            request.response().setStatusCode(403).end();
            return;
        }
        Map<String, String> parameters = new HashMap<>(request.pathParams());
        request.queryParams().forEach(parameters::put);
        // Quarkus reads bodies on the second port before any route of ours.
        String body = request.body().asString();
        Uni.createFrom()
                .deferred(() -> route.answer(parameters, body == null ? "" : body).map(Object.class::cast))
                .subscribe()
                .with(answer -> succeed(request.response(), answer), failure -> fail(request, failure));
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
        request.response().setStatusCode(problem.status()).putHeader("content-type", body.mediaType()).end(body.json());
    }
}
