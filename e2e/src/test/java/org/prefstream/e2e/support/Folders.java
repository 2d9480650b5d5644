package org.prefstream.e2e.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the journeys find and leave things. */
final class Folders {

    private Folders() {
    }

    /** {@return the root of the source tree, which holds deploy/up} */
    static Path root() {
        return Path.of(property("prefstream.root"));
    }

    /** {@return a new folder in the build directory; it stays after the run, for whoever looks for a reason} */
    static Path fresh(String purpose) {
        try {
            Path runs = Files.createDirectories(target().resolve("journeys"));
            return Files.createTempDirectory(runs, purpose + "-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** {@return this module's build directory} */
    static Path target() {
        return Path.of(property("prefstream.target"));
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("set -D" + name + ", as the build does");
        }
        return value;
    }
}
