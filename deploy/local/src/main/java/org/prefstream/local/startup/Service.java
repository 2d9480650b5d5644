package org.prefstream.local.startup;

import java.nio.file.Path;
import java.util.Locale;

import org.prefstream.embedded.FreePorts;

/**
 * Describes one of our own services and its ports on 127.0.0.1 in this run.
 *
 * @param name
 *            the name of the service and of its folder in the source tree
 * @param port
 *            the port of the API
 * @param managementPort
 *            the port of health, metrics and internal calls
 * @param compilers
 *            those of its JVM
 */
record Service(String name, int port, int managementPort, Compilers compilers) {

    static Service withDatabase(String name, Compilers compilers) {
        return new Service(name, FreePorts.next(), FreePorts.next(), compilers);
    }

    static Service door(int port) {
        return new Service("frontend", port, FreePorts.next(), Compilers.OPTIMISING);
    }

    /** {@return the program file in the built source tree} */
    Path jar(Path home) {
        return home.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** {@return the name of the database of the service and of its role} */
    String database() {
        return "prefstream_" + word().toLowerCase(Locale.ROOT);
    }

    /** {@return the word for the service in the variables with the addresses of services, such as TASK} */
    String word() {
        return name.replace("-service", "").toUpperCase(Locale.ROOT);
    }
}
