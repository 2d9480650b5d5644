package org.prefstream.task.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Chooses the port at which tests have their model servers, and lists it for the service. */
public final class ModelServerPort implements QuarkusTestResourceLifecycleManager {

    private static final String PORT = "prefstream.test.model-port";

    /** {@return the port; at every other one models may not be asked} */
    public static int port() {
        return Integer.getInteger(PORT);
    }

    @Override
    public Map<String, String> start() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.setProperty(PORT, Integer.toString(free.getLocalPort()));
            return Map.of("prefstream.model-servers", "127.0.0.1:" + free.getLocalPort());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    @Override
    public void stop() {
        System.clearProperty(PORT);
    }
}
