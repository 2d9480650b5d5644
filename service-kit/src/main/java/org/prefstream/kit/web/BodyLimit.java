package org.prefstream.kit.web;

import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.prefstream.labelstudio.error.ErrorBody;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Keeps bodies small that are held in memory. */
public final class BodyLimit {

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private BodyLimit() {
    }

    /**
     * Lets a request go on whose body is no longer than that, and answers any other with a 413. A body that does not say its
     * length is cut off by the server where it grows too long.
     *
     * @param refusal names the limit, and says where more is taken if it is
     */
    public static void require(RoutingContext request, long bytesMax, Supplier<String> refusal) {
        if (length(request.request()) > bytesMax) {
            refuse(request, refusal.get());
        } else {
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, bytesMax);
            request.next();
        }
    }

    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && LENGTH.matcher(length).matches() ? Long.parseLong(length) : 0;
    }

    private static void refuse(RoutingContext request, String refusal) {
        ErrorBody body = ErrorBody.of(request.request().path(), ProblemException.tooLarge(refusal));
        request.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, body.mediaType())
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(body.json());
    }
}
