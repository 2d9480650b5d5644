package org.prefstream.frontend;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;

/**
 * How the client sees the door, told to the services in {@code X-Forwarded-*}. What a client writes into those headers
 * itself counts only if the door stands behind a proxy of one's own.
 */
@Singleton
class ClientAddress {

    private static final String FOR = "X-Forwarded-For";
    private static final String HOST = "X-Forwarded-Host";
    private static final String PROTO = "X-Forwarded-Proto";

    private final boolean behindProxy;

    ClientAddress(DoorConfig config) {
        this.behindProxy = config.door().behindProxy();
    }

    /** {@return {@code https} or {@code http}} */
    String scheme(HttpServerRequest request) {
        String told = told(request, PROTO);
        if (told != null) {
            return told.equalsIgnoreCase("https") ? "https" : "http";
        }
        return request.isSSL() ? "https" : "http";
    }

    /** Writes what the services may believe over what the client sent. */
    void put(MultiMap headers, HttpServerRequest request) {
        String host = told(request, HOST);
        String path = told(request, FOR);
        HostAndPort authority = request.authority();
        String hostSeen = authority == null ? "" : authority.toString();
        String peer = request.remoteAddress().hostAddress();
        headers.remove("Forwarded");
        headers.set(PROTO, scheme(request));
        headers.set(HOST, host == null ? hostSeen : host);
        headers.set(FOR, path == null ? peer : path + ", " + peer);
    }

    private @Nullable String told(HttpServerRequest request, String header) {
        return behindProxy ? request.getHeader(header) : null;
    }
}
