package org.prefstream.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.kit.KitPorts;

import io.quarkus.test.junit.QuarkusTest;

/** Sent by hand, since every client library would tidy such paths up. */
@QuarkusTest
class RawPathsTest {

    @Inject
    KitPorts ports;

    @ParameterizedTest
    @ValueSource(strings = {"/api/tasks/kit/bug;a=b", "//api/tasks/kit/bug", "/api//tasks/kit/bug",
            "/api/tasks%2fkit/bug", "/api/tasks%5Ckit/bug", "/api/tasks/kit/bug%3Ba", "/api/tasks/kit/bug%00",
            "/api/tasks/../tasks/kit/bug", "/api/tasks/%2e%2E/tasks/kit/bug", "http://elsewhere/api/tasks/kit/bug",
            "/api/tasks/kit/forgotten;jsessionid=1?x=1"})
    void pathsThatCanBeReadInTwoWaysAreRefusedBeforeAnythingElse(String path) throws IOException {
        String answer = answerTo(path);

        assertThat(answer).startsWith("HTTP/1.1 400 ")
                .contains("can be read in more than one way")
                .containsIgnoringCase("content-type: application/json")
                .contains("\"status_code\":400");
    }

    @Test
    void aBackslashIsRefusedWhoeverSeesItFirst() throws IOException {
        assertThat(answerTo("/api/tasks\\kit/bug")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void pathsOfOurOwnAreRefusedByAProblem() throws IOException {
        assertThat(answerTo("/api/leases/kit;x/lost")).startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("problems/ambiguous-path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tasks/kit/forgotten", "/api/tasks/kit/forgotten?next=//elsewhere;a=..",
            "/api/tasks/kit/%66orgotten"})
    void plainPathsGoOn(String path) throws IOException {
        assertThat(answerTo(path)).startsWith("HTTP/1.1 401 ");
    }

    private String answerTo(String path) throws IOException {
        try (Socket socket = new Socket(ports.first().getHost(), ports.first().getPort())) {
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(path, ports.first().getAuthority())
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
