package org.prefstream.frontend.door;

import io.vertx.core.MultiMap;

/**
 * Tells browsers what they must not do with a response. The headers are set on every response of the door and replace
 * those of a service.
 */
final class SecurityHeaders {

    /**
     * Pages load scripts and styles from our own files only. Only lit-html, and the purifier of tasks' HTML, make HTML
     * from strings.
     */
    private static final String PAGE_POLICY = String.join("; ", "default-src 'none'", "script-src 'self'",
            "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'",
            "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
            "trusted-types lit-html dompurify prefstream-worker");

    /** A response of the API is data. A browser that opens it as a page must do nothing with it. */
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /** An image that a browser opens as a page stands in a sandbox, so that nothing in it could act as a page of ours. */
    private static final String IMAGE_POLICY = "sandbox; " + DATA_POLICY;

    private SecurityHeaders() {
    }

    /** Sets the headers for a response from the destination; {@code https} says how the browser sees the door. */
    static void set(MultiMap headers, Destination destination, boolean https) {
        headers.set("Content-Security-Policy", switch (destination) {
            case WEB_UI -> PAGE_POLICY;
            case IMAGE -> IMAGE_POLICY;
            default -> DATA_POLICY;
        });
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
