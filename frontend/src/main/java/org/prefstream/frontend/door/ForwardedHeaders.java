package org.prefstream.frontend.door;

import java.util.Optional;

import jakarta.inject.Singleton;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/**
 * Tells the services in {@code X-Forwarded-*} how the world sees the door. The values that a client sends itself count only if
 * a trusted proxy has sent them.
 */
@Singleton
class ForwardedHeaders {

    private final TrustedProxies proxies;
    private final PublicAddress address;

    ForwardedHeaders(TrustedProxies proxies, PublicAddress address) {
        this.proxies = proxies;
        this.address = address;
    }

    /** {@return {@code https} or {@code http}} */
    String scheme(HttpServerRequest request) {
        Optional<String> said = forwarding(request).map(Forwarding::scheme);
        String seen = request.isSSL() ? "https" : "http";
        return said.or(address::scheme).orElse(seen).equalsIgnoreCase("https") ? "https" : "http";
    }

    /** {@return the address of the client, as far as it can be trusted} */
    String client(HttpServerRequest request) {
        return forwarding(request).flatMap(Forwarding::client).orElseGet(() -> peer(request));
    }

    /** Replaces the values of the client by those that the services may trust. */
    void set(MultiMap headers, HttpServerRequest request) {
        Optional<Forwarding> said = forwarding(request);
        headers.remove("Forwarded");
        headers.set("X-Forwarded-Proto", scheme(request));
        headers.set("X-Forwarded-Host", authority(request, said).toString());
        headers.set("X-Forwarded-For",
                said.map(Forwarding::path).map(path -> path + ", " + peer(request)).orElseGet(() -> peer(request)));
    }

    /** What is configured is the address for everybody, whatever a proxy says. */
    private Authority authority(HttpServerRequest request, Optional<Forwarding> said) {
        return address.configured()
                .or(() -> said.map(Forwarding::host).flatMap(Authority::parse))
                .orElseGet(() -> address.authority(request));
    }

    private Optional<Forwarding> forwarding(HttpServerRequest request) {
        return proxies.sent(request) ? Optional.of(Forwarding.of(request.headers())) : Optional.empty();
    }

    private static String peer(HttpServerRequest request) {
        return request.remoteAddress().hostAddress();
    }
}
