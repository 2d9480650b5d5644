package org.prefstream.kit.web;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.prefstream.labelstudio.error.ErrorBody;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.labelstudio.path.RawPath;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Refuses paths and lengths of requests that two programs might read differently, before anything else looks at them. */
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
        if (refusal.isPresent()) {
            refuse(request, path, new ProblemException(ProblemType.AMBIGUOUS_PATH, refusal.get()));
        } else if (!isLengthPlain(request.request())) {
            refuse(request, path,
                    ProblemException.invalid("Transfer-Encoding", "Send \"chunked\" once, and nothing else."));
            request.request().connection().close();
        } else {
            request.next();
        }
    }

    /** The door refuses such requests, and more exactly. This is for whoever reaches a service without it. */
    private static boolean isLengthPlain(HttpServerRequest request) {
        List<String> encodings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        return encodings.isEmpty() || (encodings.size() == 1 && encodings.get(0).strip().equalsIgnoreCase("chunked"));
    }

    private static void refuse(RoutingContext request, String path, ProblemException problem) {
        ErrorBody body = ErrorBody.of(path, problem);
        request.response().setStatusCode(400).putHeader("content-type", body.mediaType()).end(body.json());
    }
}
