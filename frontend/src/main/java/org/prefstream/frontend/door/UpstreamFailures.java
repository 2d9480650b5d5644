package org.prefstream.frontend;

import java.util.Set;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/**
 * Answers in place of a service that does not. It says what is known: a request that never reached the service changed
 * nothing, one whose answer was lost may have been carried out.
 */
@Singleton
class Outages implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Outages.class);
    private static final String NOTHING_SENT = "prefstream.nothing-sent";

    private static final Set<HttpMethod> CHANGES_NOTHING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Answers answers;

    Outages(Answers answers) {
        this.answers = answers;
    }

    /** To be told when a request could not be brought to its service at all. */
    static void noteThatNothingWasSent(ProxyContext context) {
        context.set(NOTHING_SENT, true);
    }

    /** {@return whether nobody is there any more to get an answer} */
    static boolean isClientGone(ProxyContext context) {
        return context.request().proxiedRequest().response().closed();
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest().recover(failure -> {
            LOG.logf(isClientGone(context) ? Level.DEBUG : Level.WARN, "no answer to %s %s: %s",
                    context.request().getMethod(), context.request().proxiedRequest().path(), failure.getMessage());
            return Future.succeededFuture(unavailable(context));
        });
    }

    private ProxyResponse unavailable(ProxyContext context) {
        String detail = detail(context);
        return context.request()
                .release()
                .response()
                .setStatusCode(503)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Retry-After", "1")
                .setBody(Body.body(Buffer.buffer(answers.errorBody(503, detail))));
    }

    private static String detail(ProxyContext context) {
        HttpMethod method = context.request().getMethod();
        String path = context.request().proxiedRequest().path();
        String service = Routes.destination(method.name(), path).spokenName();
        if (context.get(NOTHING_SENT, Boolean.class) != null) {
            return "The %s is not answering. Your request did not reach it, so nothing was changed; try again."
                    .formatted(service);
        }
        if (CHANGES_NOTHING.contains(method)) {
            return "The %s stopped answering. Try again.".formatted(service);
        }
        return ("The %s stopped answering before it said what became of your request: it may have been carried out or not."
                + " Look before you repeat it, or repeat it with the same Idempotency-Key.").formatted(service);
    }
}
