package org.prefstream.frontend;

import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.prefstream.contract.RawPath;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Receives every request: refuses odd paths, finds the destination, hands over. */
@Singleton
class Door {

    /** Before every route of the framework: nothing that it might serve on this port is reachable from outside. */
    private static final int FIRST = -1_000_000;

    private final Forwarding forwarding;
    private final SystemHealth health;
    private final WebUi webUi;
    private final Answers answers;
    private final ClientAddress clientAddress;

    Door(Forwarding forwarding, SystemHealth health, WebUi webUi, Answers answers, ClientAddress clientAddress) {
        this.forwarding = forwarding;
        this.health = health;
        this.webUi = webUi;
        this.answers = answers;
        this.clientAddress = clientAddress;
    }

    void open(@Observes Router router) {
        router.route().order(FIRST).handler(this::receive);
    }

    private void receive(RoutingContext context) {
        HttpServerRequest request = context.request();
        String rawPath = rawPath(request.uri());
        Optional<String> refusal = RawPath.refusal(rawPath);
        Destination destination = refusal.isPresent()
                ? Destination.NOWHERE
                : Routes.destination(request.method().name(), rawPath);
        boolean https = clientAddress.scheme(request).equals("https");
        context.addHeadersEndHandler(ignored -> SecurityHeaders.put(request.response().headers(), destination, https));
        refusal.ifPresentOrElse(reason -> answers.error(request, 400, reason),
                () -> handOver(request, rawPath, destination));
    }

    private void handOver(HttpServerRequest request, String rawPath, Destination destination) {
        switch (destination) {
            case TASK_SERVICE, ANNOTATION_SERVICE, EXPORT_SERVICE -> forwarding.forward(request, destination);
            case HEALTH -> health.answer(request);
            case VERSION -> answers.version(request);
            case WEB_UI -> webUi.answer(request, rawPath);
            case NOWHERE -> answers.error(request, 404, "Not found.");
        }
    }

    private static String rawPath(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }
}
