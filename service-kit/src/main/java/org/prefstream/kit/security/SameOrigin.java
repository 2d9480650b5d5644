package org.prefstream.kit.security;

import java.net.URI;
import java.util.Set;

import io.quarkus.security.ForbiddenException;
import io.vertx.core.http.HttpServerRequest;

/** A write with a cookie must come from our own pages: another site's page can send the cookie, but not this proof. */
final class SameOrigin {

    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private SameOrigin() {
    }

    static void require(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean own = site != null
                ? OWN_SITES.contains(site)
                : origin != null && authority(origin).equals(host(request));
        if (!own) {
            throw new ForbiddenException(
                    "a write with a session cookie needs a same-origin Origin or Sec-Fetch-Site header");
        }
    }

    /** The door passes the host on that the browser asked for. */
    private static String host(HttpServerRequest request) {
        String forwarded = request.getHeader("X-Forwarded-Host");
        return forwarded != null ? forwarded : String.valueOf(request.getHeader("Host"));
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
