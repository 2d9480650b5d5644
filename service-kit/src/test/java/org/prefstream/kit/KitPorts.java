package org.prefstream.kit;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.Config;

/** Where the running application listens. */
@ApplicationScoped
public class KitPorts {

    private final Config config;

    KitPorts(Config config) {
        this.config = config;
    }

    /** {@return the port for everybody} */
    public URI first() {
        return on("quarkus.http.test-port");
    }

    /** {@return the port for health and other services} */
    public URI second() {
        return on("quarkus.management.test-port");
    }

    private URI on(String port) {
        return URI.create("http://localhost:" + config.getValue(port, int.class) + "/");
    }
}
