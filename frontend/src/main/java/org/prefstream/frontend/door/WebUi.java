package org.prefstream.frontend.door;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * Serves the web UI. A path with a file extension is a file. Every other path is a page of the single-page application,
 * which starts from {@code index.html}.
 */
@Singleton
class WebUi {

    private static final Pattern FILE = Pattern
            .compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");
    private static final String INDEX = "/index.html";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Vertx vertx;
    private final Map<String, WebFile> files = new ConcurrentHashMap<>();

    WebUi(Vertx vertx) {
        this.vertx = vertx;
        this.files.put(INDEX, WebFile.load(INDEX)
                .orElseThrow(() -> new IllegalStateException(
                        "This build lacks the web UI: build the frontend module with ./mvnw -pl frontend -am package")));
    }

    void respond(HttpServerRequest request, String path) {
        if (!READING.contains(request.method())) {
            request.response().putHeader("Allow", "GET, HEAD");
            ErrorResponse.send(request,
                    new ProblemException(ProblemType.METHOD_NOT_ALLOWED,
                            "%s is not allowed on this path, which is only read: use GET or HEAD."
                                    .formatted(request.method().name())));
            return;
        }
        String name = FILE.matcher(path).matches() ? path : INDEX;
        file(name).onSuccess(
                file -> file.ifPresentOrElse(found -> send(request, found), () -> ErrorResponse.notFound(request)))
                .onFailure(failure -> ErrorResponse.send(request,
                        new ProblemException(ProblemType.INTERNAL_ERROR, "The page could not be read.")));
    }

    private Future<Optional<WebFile>> file(String name) {
        WebFile known = files.get(name);
        if (known != null) {
            return Future.succeededFuture(Optional.of(known));
        }
        return vertx.executeBlocking(() -> WebFile.load(name), false)
                .onSuccess(loaded -> loaded.ifPresent(file -> files.put(name, file)));
    }

    private static void send(HttpServerRequest request, WebFile file) {
        HttpServerResponse response = request.response()
                .putHeader("Content-Type", file.contentType())
                .putHeader("Cache-Control", file.cacheControl())
                .putHeader("ETag", file.etag())
                .putHeader("Vary", "Accept-Encoding");
        if (file.etag().equals(request.getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
            return;
        }
        String accepted = request.getHeader("Accept-Encoding");
        boolean compressed = accepted != null && accepted.contains("gzip");
        if (compressed) {
            response.putHeader("Content-Encoding", "gzip");
        }
        Buffer body = compressed ? file.gzip() : file.bytes();
        response.putHeader("Content-Length", Integer.toString(body.length())).end(body);
    }
}
