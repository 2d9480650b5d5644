package org.prefstream.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import com.sun.net.httpserver.HttpServer;

/** What becomes of the 503 of another service. */
class PeersTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private HttpServer peer;

    @BeforeEach
    void listen() throws IOException {
        peer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        peer.start();
    }

    @AfterEach
    void close() {
        peer.stop(0);
    }

    @Test
    void whatThePeerSaysIsPassedOn() {
        ProblemException failure = asked(
                "{\"type\":\"%s\",\"detail\":\"Too much to do.\"}".formatted(ProblemType.OVERLOADED.uri()));

        assertThat(failure.type()).isEqualTo(ProblemType.OVERLOADED);
        assertThat(failure).hasMessage("task-service: Too much to do.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "\"busy\"", "", "<html>Bad gateway</html>", "{\"detail\":null}"})
    void whatIsNoWordOfThePeersIsNoAnswer(String body) {
        ProblemException failure = asked(body);

        assertThat(failure.type()).isEqualTo(ProblemType.PEER_UNREACHABLE);
        assertThat(failure.getMessage()).contains("The task service is not answering", "it answered 503");
    }

    private ProblemException asked(String body) {
        peer.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(503, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        InternalConfig config = new Config(
                Map.of("task", URI.create("http://127.0.0.1:" + peer.getAddress().getPort())));
        Peers peers = new Peers(config, new InternalSecret(config));
        return catchThrowableOfType(ProblemException.class,
                () -> peers.ask("task", "anything", Map.of(), Map.class, SOON).await().atMost(SOON));
    }

    private record Config(Map<String, URI> url) implements InternalConfig {

        @Override
        public Optional<Path> secretFile() {
            return Optional.empty();
        }

        @Override
        public int atOnce() {
            return 1;
        }
    }
}
