package org.prefstream.kit.web;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.prefstream.labelstudio.error.ErrorBody;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.labelstudio.path.RawPath;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/** Refuses request paths that two programs might read differently, before anything else looks at them. */
@ApplicationScoped
class RawPaths {

    private static final int BEFORE_EVERYTHING = 1_000_000;

    void register(@Observes Filters filters) {
        filters.register(RawPaths::handle, BEFORE_EVERYTHING);
    }

    private static void handle(RoutingContext request) {
        String uri = request.request().uri();
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        Optional<String> refusal = RawPath.refusal(path);
        if (refusal.isEmpty()) {
            request.next();
            return;
        }
        ErrorBody body = ErrorBody.of(path, new ProblemException(ProblemType.AMBIGUOUS_PATH, refusal.get()));
        request.response().setStatusCode(400).putHeader("content-type", body.mediaType()).end(body.json());
    }
}
