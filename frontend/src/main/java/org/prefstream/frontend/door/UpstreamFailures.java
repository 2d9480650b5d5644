package org.prefstream.frontend.door;

import java.util.Set;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.prefstream.labelstudio.error.ErrorBody;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/**
 * Responds in place of a service that does not respond, and tells the client what is known. A request that did not
 * reach the service changed nothing. A request whose response was lost may have been carried out.
 */
@Singleton
class UpstreamFailures implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(UpstreamFailures.class);
    private static final String NOT_SENT = "prefstream.not-sent";

    private static final Set<HttpMethod> SAFE_METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Records that a request did not reach its service. */
    static void markNotSent(ProxyContext context) {
        context.set(NOT_SENT, true);
    }

    /** {@return whether the client has disconnected} */
    static boolean isClientGone(ProxyContext context) {
        return context.request().proxiedRequest().response().closed();
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest().recover(failure -> {
            if (failure instanceof ProblemException refusal) {
                return Future.succeededFuture(answer(context, refusal));
            }
            LOG.logf(isClientGone(context) ? Level.DEBUG : Level.WARN, "no response to %s %s: %s",
                    context.request().getMethod(), context.request().proxiedRequest().path(), failure.getMessage());
            return Future.succeededFuture(
                    answer(context, new ProblemException(ProblemType.PEER_UNREACHABLE, detail(context))));
        });
    }

    private static ProxyResponse answer(ProxyContext context, ProblemException problem) {
        ErrorBody body = ErrorBody.of(context.request().proxiedRequest().path(), problem);
        return context.request()
                .release()
                .response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", body.mediaType())
                .putHeader("Cache-Control", "no-store")
                .putHeader("Retry-After", "1")
                .setBody(Body.body(Buffer.buffer(body.json())));
    }

    private static String detail(ProxyContext context) {
        HttpMethod method = context.request().getMethod();
        String path = context.request().proxiedRequest().path();
        String service = Routes.destination(method.name(), path).displayName();
        if (context.get(NOT_SENT, Boolean.class) != null) {
            return "The %s is not answering. Your request did not reach it, so nothing was changed; try again."
                    .formatted(service);
        }
        if (SAFE_METHODS.contains(method)) {
            return "The %s stopped answering. Try again.".formatted(service);
        }
        return ("The %s stopped answering before it said what became of your request: it may have been carried out or not."
                + " Look before you repeat it, or repeat it with the same Idempotency-Key.").formatted(service);
    }
}
