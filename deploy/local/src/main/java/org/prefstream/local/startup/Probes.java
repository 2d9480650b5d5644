package org.prefstream.local.startup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import org.prefstream.local.process.ManagedProcess.Probe;

/** Makes the readiness probes of the processes. */
final class Probes {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(2);

    private Probes() {
    }

    /** {@return a probe that is ready when {@code GET /q/health/ready} on the management port answers 200} */
    static Probe health(HttpClient http, int managementPort) {
        HttpRequest request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:%d/q/health/ready".formatted(managementPort)))
                .timeout(ANSWER_MAX)
                .build();
        return () -> {
            try {
                return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException notYet) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }

    /** {@return a probe that is ready when the port accepts connections: the last step in the start of the broker} */
    static Probe connects(int port) {
        return () -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                        (int) ANSWER_MAX.toMillis());
                return true;
            } catch (IOException notYet) {
                return false;
            }
        };
    }
}
