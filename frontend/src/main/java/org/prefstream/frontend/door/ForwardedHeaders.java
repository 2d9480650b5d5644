package org.prefstream.frontend.door;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;

/**
 * Tells the services in {@code X-Forwarded-*} how the client sees the door. The values that a client sends itself count
 * only if the door stands behind a trusted proxy.
 */
@Singleton
class ForwardedHeaders {

    private static final String FOR = "X-Forwarded-For";
    private static final String HOST = "X-Forwarded-Host";
    private static final String PROTO = "X-Forwarded-Proto";

    private final boolean behindProxy;

    ForwardedHeaders(DoorConfig config) {
        this.behindProxy = config.door().behindProxy();
    }

    /** {@return {@code https} or {@code http}} */
    String scheme(HttpServerRequest request) {
        String proto = trusted(request, PROTO);
        if (proto != null) {
            return proto.equalsIgnoreCase("https") ? "https" : "http";
        }
        return request.isSSL() ? "https" : "http";
    }

    /** Replaces the values of the client by those that the services may trust. */
    void set(MultiMap headers, HttpServerRequest request) {
        String host = trusted(request, HOST);
        String path = trusted(request, FOR);
        HostAndPort authority = request.authority();
        String hostSeen = authority == null ? "" : authority.toString();
        String peer = request.remoteAddress().hostAddress();
        headers.remove("Forwarded");
        headers.set(PROTO, scheme(request));
        headers.set(HOST, host == null ? hostSeen : host);
        headers.set(FOR, path == null ? peer : path + ", " + peer);
    }

    private @Nullable String trusted(HttpServerRequest request, String header) {
        return behindProxy ? request.getHeader(header) : null;
    }
}
