package org.prefstream.frontend;

import io.vertx.core.MultiMap;

/**
 * The headers that tell a browser what it must not do with an answer. They go on everything that leaves the door and
 * replace what a service may have said itself.
 */
final class SecurityHeaders {

    /** Scripts and styles from our own files only; no frame, no plugin, no HTML made from strings but by lit-html. */
    private static final String PAGE_POLICY = String.join("; ", "default-src 'none'", "script-src 'self'",
            "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'",
            "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
            "trusted-types lit-html");

    /** An answer of the API is data: opened as a page it may do nothing at all. */
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private SecurityHeaders() {
    }

    /** Sets them on the headers of an answer from that destination; {@code https} as the browser sees the door. */
    static void put(MultiMap headers, Destination destination, boolean https) {
        headers.set("Content-Security-Policy", destination == Destination.WEB_UI ? PAGE_POLICY : DATA_POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        if (https) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        } else {
            headers.remove("Strict-Transport-Security");
        }
    }
}
