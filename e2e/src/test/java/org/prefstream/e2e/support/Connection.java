package org.prefstream.e2e.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the launcher tells scripts in {@code connection.env}. */
public record Connection(URI url, String token, String email, String password, String kafkaBootstrap) {

    /** Reads lines of {@code NAME=value}; comments, {@code export} and quotes around a value are allowed, as in a shell. */
    static Connection read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Connection parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).forEach(line -> {
            int equals = line.indexOf('=');
            values.put(line.substring(0, equals).replaceFirst("^export\\s+", ""), unquoted(line.substring(equals + 1)));
        });
        return new Connection(URI.create(require(values, "PREFSTREAM_URL")), require(values, "PREFSTREAM_TOKEN"),
                require(values, "PREFSTREAM_EMAIL"), require(values, "PREFSTREAM_PASSWORD"),
                require(values, "KAFKA_BOOTSTRAP"));
    }

    private static String unquoted(String value) {
        return value.length() >= 2 && (value.matches("'.*'") || value.matches("\".*\""))
                ? value.substring(1, value.length() - 1)
                : value;
    }

    private static String require(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("connection.env lacks " + name + "; it has " + values.keySet());
        }
        return value;
    }
}
