package org.prefstream.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.prefstream.embedded.testing.RealServers;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The real servers, and the secret that services share. Named by one test, in force for all. */
public final class KitServers implements QuarkusTestResourceLifecycleManager {

    private final RealServers servers = new RealServers();

    @Override
    public Map<String, String> start() {
        servers.init(Map.of("database", "kit"));
        Map<String, String> settings = new HashMap<>(servers.start());
        settings.put("prefstream.internal.secret-file", secretFile().toString());
        return settings;
    }

    @Override
    public void stop() {
        servers.stop();
    }

    private static Path secretFile() {
        try {
            Path file = Files.createTempFile("prefstream-kit", ".secret");
            file.toFile().deleteOnExit();
            return Files.writeString(file, "known to the services of one installation\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
