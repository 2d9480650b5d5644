package org.prefstream.frontend;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyOptions;

/**
 * Sends requests on to the services and their answers back, piece by piece as they come: bodies of any size pass through
 * a small heap, and whoever hangs up on one side hangs up on the other.
 */
@Singleton
class Forwarding {

    private static final Logger LOG = Logger.getLogger(Forwarding.class);
    /** Shorter than any service keeps an idle connection, so that a request never runs into one that is being closed. */
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final int ANSWER_HEADERS_BYTES_MAX = 32 * 1024;

    private final Map<Destination, HttpProxy> proxies;

    Forwarding(Vertx vertx, DoorConfig config, Passage passage, Outages outages) {
        HttpClient client = vertx.createHttpClient(options(config.door()));
        this.proxies = Map.of(Destination.TASK_SERVICE, proxy(client, config.task().url(), passage, outages),
                Destination.ANNOTATION_SERVICE, proxy(client, config.annotation().url(), passage, outages),
                Destination.EXPORT_SERVICE, proxy(client, config.export().url(), passage, outages));
    }

    void forward(HttpServerRequest request, Destination service) {
        HttpProxy proxy = proxies.get(service);
        if (proxy == null) {
            throw new IllegalArgumentException("not a service: " + service);
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        proxy.handle(request);
    }

    private static HttpProxy proxy(HttpClient client, URI base, Passage passage, Outages outages) {
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(context -> connect(context, base))
                .addInterceptor(outages)
                .addInterceptor(passage);
    }

    private static Future<HttpClientRequest> connect(ProxyContext context, URI base) {
        boolean https = "https".equals(base.getScheme());
        int defaultPort = https ? 443 : 80;
        RequestOptions target = new RequestOptions().setHost(base.getHost())
                .setPort(base.getPort() < 0 ? defaultPort : base.getPort())
                .setSsl(https);
        return context.client()
                .request(target)
                .compose(upstream -> unlessClientIsGone(context, upstream))
                .onFailure(failure -> Outages.noteThatNothingWasSent(context));
    }

    /** A client that hangs up before there is a connection to hang up on would leave the service waiting for the rest. */
    private static Future<HttpClientRequest> unlessClientIsGone(ProxyContext context, HttpClientRequest upstream) {
        if (!Outages.isClientGone(context)) {
            upstream.exceptionHandler(failure -> LOG.debugf("request broken off: %s", failure.getMessage()));
            return Future.succeededFuture(upstream);
        }
        upstream.reset();
        return Future.failedFuture("the client hung up");
    }

    private static HttpClientOptions options(DoorConfig.Door config) {
        return new HttpClientOptions().setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(Math.toIntExact(config.silenceMax().toMillis()))
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxPoolSize(config.connectionsMax())
                .setMaxWaitQueueSize(config.waitingMax())
                .setMaxHeaderSize(ANSWER_HEADERS_BYTES_MAX);
    }
}
