package org.prefstream.local;

import java.nio.file.Path;
import java.util.Locale;

import org.prefstream.embedded.FreePorts;

/**
 * One of our own services, and where it listens on 127.0.0.1 this time.
 *
 * @param name
 *            its name, also that of its folder in the source tree
 * @param port
 *            the port of its API
 * @param managementPort
 *            the port of its health, metrics and internal calls
 */
record Service(String name, int port, int managementPort) {

    static Service withDatabase(String name) {
        return new Service(name, FreePorts.next(), FreePorts.next());
    }

    static Service door(int port) {
        return new Service("frontend", port, FreePorts.next());
    }

    /** {@return the program in the built source tree} */
    Path jar(Path home) {
        return home.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** {@return the name of its database and of its role there} */
    String database() {
        return "prefstream_" + word().toLowerCase(Locale.ROOT);
    }

    /** {@return the word that names it in the variables by which services find each other, such as TASK} */
    String word() {
        return name.replace("-service", "").toUpperCase(Locale.ROOT);
    }
}
