package org.prefstream.kit.web;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.Config;
import org.prefstream.kit.projection.InternalConfig;

import io.quarkus.test.Mock;

/** Makes the application its own peer: the second port is known only when it listens, and is asked for at each call. */
@Mock
@ApplicationScoped
class OwnPeer implements InternalConfig {

    /** As many as a test can ask at a time. */
    static final int AT_ONCE = 16;

    private final Config config;

    OwnPeer(Config config) {
        this.config = config;
    }

    @Override
    public Optional<Path> secretFile() {
        return config.getOptionalValue("prefstream.internal.secret-file", Path.class);
    }

    @Override
    public Map<String, URI> url() {
        return Map.of("task", URI.create("http://localhost:" + port()));
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    private int port() {
        return config.getValue("quarkus.management.test-port", int.class);
    }
}
