package org.prefstream.frontend;

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
 * What changes on the way through the door: headers that concern one connection stay behind, headers that only services
 * may send to each other are taken away, and the services learn how the client sees the door.
 */
@Singleton
class Passage implements ProxyInterceptor {

    /** The secret that services show each other; nobody outside may even try one. */
    static final String INTERNAL_SECRET = "X-Prefstream-Internal";

    private static final List<String> ONE_CONNECTION_ONLY = List.of("Connection", "Keep-Alive", "Proxy-Authenticate",
            "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Upgrade");

    private final ClientAddress clientAddress;

    Passage(ClientAddress clientAddress) {
        this.clientAddress = clientAddress;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        MultiMap headers = context.request().headers();
        leaveBehind(headers);
        headers.remove("Expect");
        headers.remove(INTERNAL_SECRET);
        clientAddress.put(headers, context.request().proxiedRequest());
        HostAndPort authority = context.request().proxiedRequest().authority();
        if (authority != null) {
            context.request().setAuthority(authority);
        }
        return context.sendRequest();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse response = context.response();
        leaveBehind(response.headers());
        response.headers().remove(INTERNAL_SECRET);
        if (response.getStatusCode() == 204 || response.getStatusCode() == 304) {
            response.setBody(null);
        }
        Body body = response.getBody();
        boolean oldClient = context.request().version() == HttpVersion.HTTP_1_0;
        return oldClient && body != null && body.length() < 0
                ? sendUntilClosed(response, body, context.request().proxiedRequest().response())
                : context.sendResponse();
    }

    /** HTTP/1.0 knows no chunks: the end of the connection is the end of the body, which need not be held for its length. */
    private static Future<Void> sendUntilClosed(ProxyResponse from, Body body, HttpServerResponse to) {
        to.setStatusCode(from.getStatusCode());
        from.headers().remove("Transfer-Encoding");
        to.headers().addAll(from.headers()).set("Connection", "close");
        return body.stream().pipeTo(to);
    }

    private static void leaveBehind(MultiMap headers) {
        for (String named : headers.getAll("Connection")) {
            for (String name : named.split(",", -1)) {
                if (!name.isBlank()) {
                    headers.remove(name.strip());
                }
            }
        }
        ONE_CONNECTION_ONLY.forEach(headers::remove);
    }
}
