package org.prefstream.kit.security;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import org.prefstream.labelstudio.error.ProblemException;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;

/** Refuses a write with a cookie unless one of our own pages sends it. Another site can send the cookie, but not this proof. */
final class SameOrigin {

    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private SameOrigin() {
    }

    static void require(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean own = site != null
                ? OWN_SITES.contains(site)
                : origin != null && authority(origin).filter(host -> isAsked(request, host)).isPresent();
        if (!own) {
            throw ProblemException.forbidden("A change with a session cookie is taken from Prefstream's own pages only,"
                    + " which a browser shows by the header Origin or Sec-Fetch-Site. Scripts send 'Authorization: Token <your API token>'"
                    + " in place of the cookie.");
        }
    }

    /** {@return whether the browser asked for that host; the door passes its name on, beside the address that it is known by} */
    private static boolean isAsked(HttpServerRequest request, String host) {
        HostAndPort authority = request.authority();
        return host.equals(request.getHeader("Host")) || host.equals(request.getHeader("X-Forwarded-Host"))
                || (authority != null && host.equals(authority.toString()));
    }

    /** {@return the host of an origin; empty for {@code null}, which a page without an origin of its own sends} */
    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
