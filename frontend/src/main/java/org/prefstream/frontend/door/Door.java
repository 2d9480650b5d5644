package org.prefstream.frontend.door;

import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.prefstream.labelstudio.error.ProblemException;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Receives every request: refuses unsafe heads, finds the destination and passes the request there. */
@Singleton
class Door {

    /** This route comes before all routes of the framework, so that clients reach none of those. */
    private static final int FIRST = -1_000_000;

    private final ReverseProxy reverseProxy;
    private final SystemHealth health;
    private final SystemVersion version;
    private final WebUi webUi;
    private final Images images;
    private final ForwardedHeaders forwardedHeaders;

    Door(ReverseProxy reverseProxy, SystemHealth health, SystemVersion version, WebUi webUi, Images images,
            ForwardedHeaders forwardedHeaders) {
        this.reverseProxy = reverseProxy;
        this.health = health;
        this.version = version;
        this.webUi = webUi;
        this.images = images;
        this.forwardedHeaders = forwardedHeaders;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::receive);
    }

    private void receive(RoutingContext context) {
        HttpServerRequest request = context.request();
        String rawPath = rawPath(request.uri());
        Optional<ProblemException> refusal = RequestHead.refusal(request, rawPath);
        Destination destination = refusal.isPresent()
                ? Destination.NOT_FOUND
                : Routes.destination(request.method().name(), rawPath);
        boolean https = forwardedHeaders.scheme(request).equals("https");
        context.addHeadersEndHandler(ignored -> SecurityHeaders.set(request.response().headers(), destination, https));
        refusal.ifPresentOrElse(problem -> ErrorResponse.send(request, problem),
                () -> dispatch(request, rawPath, destination));
    }

    private void dispatch(HttpServerRequest request, String rawPath, Destination destination) {
        switch (destination) {
            case TASK_SERVICE, ANNOTATION_SERVICE, EXPORT_SERVICE -> reverseProxy.forward(request, destination);
            case HEALTH -> health.respond(request);
            case VERSION -> version.respond(request);
            case IMAGE -> images.show(request);
            case IMAGE_SOURCES -> images.listSources(request);
            case WEB_UI -> webUi.respond(request, rawPath);
            case NOT_FOUND -> ErrorResponse.notFound(request);
        }
    }

    private static String rawPath(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }
}
