package org.prefstream.frontend.door;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;

/**
 * The address that links in answers begin with. A client may write any name into {@code Host}, so that header alone decides
 * nothing: it counts where it names this very machine. In all other cases the address is the configured one, or else
 * the one that the client has connected to.
 */
@Singleton
class PublicAddress {

    private final @Nullable String scheme;
    private final @Nullable Authority configured;
    private final String machine;

    PublicAddress(DoorConfig config) {
        URI url = config.publicUrl().orElse(null);
        this.scheme = url == null ? null : url.getScheme();
        this.configured = url == null ? null : authority(url);
        this.machine = machineName();
    }

    /** {@return the host and port for a request that no trusted proxy has sent} */
    Authority authority(HttpServerRequest request) {
        Optional<Authority> asked = Authority.parse(request.getHeader("Host"));
        if (configured != null) {
            return configured.isLoopback() ? asked.filter(Authority::isLoopback).orElse(configured) : configured;
        }
        SocketAddress here = request.localAddress();
        Authority connected = Authority.of(here.hostAddress(), here.port());
        return asked.filter(host -> host.isLoopback() || host.equals(connected) || host.host().equals(machine))
                .orElse(connected);
    }

    /** {@return {@code https} or {@code http}, if it is configured} */
    Optional<String> scheme() {
        return Optional.ofNullable(scheme);
    }

    /** {@return the host of the configured address, if there is one that is not this machine's own} */
    Optional<Authority> configured() {
        return Optional.ofNullable(configured).filter(address -> !address.isLoopback());
    }

    private static Authority authority(URI url) {
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new IllegalArgumentException(
                    "prefstream.public-url: \"%s\" is no address; write one such as https://prefs.example.org"
                            .formatted(url));
        }
        return Authority.of(url.getHost().toLowerCase(Locale.ROOT), url.getPort());
    }

    private static String machineName() {
        try {
            return InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
