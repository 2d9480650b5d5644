package org.prefstream.frontend.door;

import java.util.List;

import jakarta.inject.Singleton;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/**
 * Changes the headers of requests and responses on their way through the door. It removes hop-by-hop headers, and
 * those that only services may send to each other. It adds headers that tell a service how the client sees the door.
 */
@Singleton
class ProxyHeaders implements ProxyInterceptor {

    /** The header with the secret between services. Clients must not be able to try a value. */
    private static final String INTERNAL_SECRET = "X-Prefstream-Internal";

    private static final List<String> HOP_BY_HOP = List.of("Connection", "Keep-Alive", "Proxy-Authenticate",
            "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Upgrade");

    private final ForwardedHeaders forwardedHeaders;

    ProxyHeaders(ForwardedHeaders forwardedHeaders) {
        this.forwardedHeaders = forwardedHeaders;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        MultiMap headers = context.request().headers();
        removeHopByHop(headers);
        headers.remove("Expect");
        headers.remove(INTERNAL_SECRET);
        forwardedHeaders.set(headers, context.request().proxiedRequest());
        HostAndPort authority = context.request().proxiedRequest().authority();
        if (authority != null) {
            context.request().setAuthority(authority);
        }
        return context.sendRequest();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse response = context.response();
        removeHopByHop(response.headers());
        response.headers().remove(INTERNAL_SECRET);
        if (response.getStatusCode() == 204 || response.getStatusCode() == 304) {
            response.setBody(null);
        }
        Body body = response.getBody();
        boolean oldClient = context.request().version() == HttpVersion.HTTP_1_0;
        return oldClient && body != null && body.length() < 0
                ? sendUntilClose(response, body, context.request().proxiedRequest().response())
                : context.sendResponse();
    }

    /** HTTP/1.0 has no chunked encoding. The body ends with the connection, so nobody needs its length before. */
    private static Future<Void> sendUntilClose(ProxyResponse from, Body body, HttpServerResponse to) {
        to.setStatusCode(from.getStatusCode());
        from.headers().remove("Transfer-Encoding");
        to.headers().addAll(from.headers()).set("Connection", "close");
        return body.stream().pipeTo(to);
    }

    private static void removeHopByHop(MultiMap headers) {
        for (String named : headers.getAll("Connection")) {
            for (String name : named.split(",", -1)) {
                if (!name.isBlank()) {
                    headers.remove(name.strip());
                }
            }
        }
        HOP_BY_HOP.forEach(headers::remove);
    }
}
