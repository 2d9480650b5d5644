package org.prefstream.frontend.door;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.vertx.core.MultiMap;

/**
 * What the proxy right before the door says about the request: by {@code Forwarded} (RFC 7239) if it sends that, or else by
 * {@code X-Forwarded-*}. Of a list the last entry counts, because earlier ones come from farther away.
 *
 * @param scheme {@code https} or {@code http}; null where it is not said
 * @param host the host that the client asked for; null where it is not said
 * @param path the addresses that the request came by; null where they are not said
 */
record Forwarding(@Nullable String scheme, @Nullable String host, @Nullable String path) {

    static Forwarding of(MultiMap headers) {
        String forwarded = headers.get("Forwarded");
        if (forwarded == null) {
            return new Forwarding(last(headers.get("X-Forwarded-Proto")), last(headers.get("X-Forwarded-Host")),
                    headers.get("X-Forwarded-For"));
        }
        String nearest = String.valueOf(last(forwarded));
        return new Forwarding(parameter(nearest, "proto"), parameter(nearest, "host"), parameter(nearest, "for"));
    }

    /** {@return the address that the proxy got the request from} */
    Optional<String> client() {
        return Optional.ofNullable(last(path));
    }

    private static @Nullable String last(@Nullable String list) {
        return list == null ? null : list.substring(list.lastIndexOf(',') + 1).strip();
    }

    private static @Nullable String parameter(String element, String name) {
        for (String pair : element.split(";", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && parts[0].strip().equalsIgnoreCase(name)) {
                String value = parts[1].strip();
                boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
                return quoted ? value.substring(1, value.length() - 1) : value;
            }
        }
        return null;
    }
}
