package org.prefstream.frontend.door;

import java.net.URI;
import java.util.List;
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
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;

/**
 * Forwards requests to the services and their responses to the clients. Bodies are streamed, so that bodies of any size
 * pass through a small heap. When one side closes its connection, the door closes the other one.
 */
@Singleton
class ReverseProxy {

    private static final Logger LOG = Logger.getLogger(ReverseProxy.class);
    /** Services keep idle connections longer than this, so that no request meets a connection that is being closed. */
    static final int KEEP_ALIVE_SECONDS = 30;
    private static final int RESPONSE_HEADERS_BYTES_MAX = 32 * 1024;

    private final Map<Destination, HttpProxy> proxies;

    ReverseProxy(Vertx vertx, DoorConfig config, UpstreamFailures upstreamFailures, Admissions admissions,
            ProxyHeaders proxyHeaders) {
        HttpClient client = vertx.createHttpClient(options(config.door()));
        // An answer meets them in the other order: its place is left whichever way ProxyHeaders sends it.
        List<ProxyInterceptor> interceptors = List.of(upstreamFailures, proxyHeaders, admissions);
        this.proxies = Map.of(Destination.TASK_SERVICE, proxy(client, config.task().url(), interceptors),
                Destination.ANNOTATION_SERVICE, proxy(client, config.annotation().url(), interceptors),
                Destination.EXPORT_SERVICE, proxy(client, config.export().url(), interceptors));
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

    private static HttpProxy proxy(HttpClient client, URI base, List<ProxyInterceptor> interceptors) {
        HttpProxy proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(context -> connect(context, base));
        interceptors.forEach(proxy::addInterceptor);
        return proxy;
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
                .onFailure(failure -> UpstreamFailures.markNotSent(context));
    }

    /**
     * A client may disconnect before the connection to the service exists. The service would then wait for the rest.
     */
    private static Future<HttpClientRequest> unlessClientIsGone(ProxyContext context, HttpClientRequest upstream) {
        if (!UpstreamFailures.isClientGone(context)) {
            upstream.exceptionHandler(failure -> LOG.debugf("request aborted: %s", failure.getMessage()));
            return Future.succeededFuture(upstream);
        }
        upstream.reset();
        return Future.failedFuture("the client disconnected");
    }

    private static HttpClientOptions options(DoorConfig.Door config) {
        return new HttpClientOptions().setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(Math.toIntExact(config.silenceMax().toMillis()))
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxPoolSize(config.connectionsMax())
                .setMaxWaitQueueSize(config.connectionsMax())
                .setMaxHeaderSize(RESPONSE_HEADERS_BYTES_MAX);
    }
}
