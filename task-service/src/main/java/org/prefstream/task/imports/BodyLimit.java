package org.prefstream.task.imports;

import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;

import org.prefstream.labelstudio.error.ErrorBody;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Only imports may be as large as the server takes at all; everything else is held in memory and must be small. */
class BodyLimit {

    /** A task's data may have 2 MiB, and a form writes some characters as three. */
    private static final long LARGEST = 10L * 1024 * 1024;
    private static final Pattern IMPORT = Pattern.compile("/api/projects/[^/]+/import/?");
    private static final int BEFORE_ROUTING = 500;

    void register(@Observes Filters filters) {
        filters.register(BodyLimit::limit, BEFORE_ROUTING);
    }

    /** A body that does not say its length is cut off by the server where it grows too long. */
    private static void limit(RoutingContext request) {
        if (IMPORT.matcher(request.request().path()).matches()) {
            request.next();
        } else if (length(request.request()) > LARGEST) {
            refuse(request);
        } else {
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, LARGEST);
            request.next();
        }
    }

    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }

    private static void refuse(RoutingContext request) {
        ErrorBody body = ErrorBody.of(request.request().path(), ProblemException.tooLarge("The body is longer than "
                + LARGEST + " bytes (10 MiB). Only an import may be longer: POST /api/projects/{id}/import."));
        request.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, body.mediaType())
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(body.json());
    }
}
