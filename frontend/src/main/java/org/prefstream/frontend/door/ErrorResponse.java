package org.prefstream.frontend.door;

import org.prefstream.labelstudio.error.ErrorBody;
import org.prefstream.labelstudio.error.ProblemException;

import io.vertx.core.http.HttpServerRequest;

/** Sends the errors of the door itself, in the form that the services give to errors on the same path. */
final class ErrorResponse {

    private ErrorResponse() {
    }

    static void send(HttpServerRequest request, ProblemException problem) {
        ErrorBody body = ErrorBody.of(request.path(), problem);
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", body.mediaType())
                .putHeader("Cache-Control", "no-store")
                .end(body.json());
    }

    static void notFound(HttpServerRequest request) {
        send(request, ProblemException.notFound("Not found."));
    }
}
