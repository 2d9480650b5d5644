package org.prefstream.frontend;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.prefstream.frontend.StandIns.EXPORT;
import static org.prefstream.frontend.StandIns.TASK;

import java.util.concurrent.CompletableFuture;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Whoever hangs up on one side hangs up on the other, and half a body is never taken for a whole one. */
@QuarkusTest
@QuarkusTestResource(StandIns.class)
class HangUpTest {

    @StandIns.TheStandIns
    @SuppressWarnings("NullAway.Init") // set by the test resource before the tests run
    StandIns services;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @AfterEach
    void forgetThisTest() {
        services.reset();
    }

    @Test
    void aClientThatHangsUpWhileItWaitsHangsUpOnTheService() throws Exception {
        CompletableFuture<Void> arrived = new CompletableFuture<>();
        CompletableFuture<Void> hungUp = new CompletableFuture<>();
        services.behave(EXPORT, request -> {
            request.connection().closeHandler(closed -> hungUp.complete(null));
            arrived.complete(null);
        });

        try (RawConnection client = new RawConnection(port)) {
            client.head("GET /api/projects/7/export HTTP/1.1", "Host: h");
            arrived.get(10, SECONDS);
        }

        hungUp.get(10, SECONDS);
    }

    @Test
    void aClientThatHangsUpInAnUploadHangsUpOnTheService() throws Exception {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Throwable> broken = new CompletableFuture<>();
        services.behave(TASK, request -> request
                .handler(piece -> begun.complete(null))
                .exceptionHandler(broken::complete)
                .endHandler(end -> broken
                        .completeExceptionally(new AssertionError("took half an upload for a whole one"))));

        try (RawConnection client = new RawConnection(port)) {
            client.head("POST /api/projects/7/import HTTP/1.1", "Host: h", "Transfer-Encoding: chunked")
                    .write("5\r\nfirst\r\n");
            begun.get(10, SECONDS);
        }

        assertThat(broken.get(10, SECONDS)).isNotNull();
    }

    @Test
    void anAnswerThatBreaksOffIsNotTakenForAWholeOne() throws Exception {
        services.behave(EXPORT, request -> request.response().setChunked(true).write("half")
                .onSuccess(written -> request.connection().close()));

        try (RawConnection client = new RawConnection(port)) {
            client.head("GET /api/projects/7/export HTTP/1.1", "Host: h");

            assertThat(client.readToTheEnd()).contains("half").doesNotContain("\r\n0\r\n\r\n");
        }
    }

    @Test
    void aBrokenChunkIsNotPassedOnAsAnEnd() throws Exception {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        services.behave(TASK, request -> request
                .exceptionHandler(broken -> ended.complete(false))
                .handler(piece -> begun.complete(null))
                .endHandler(end -> ended.complete(true)));

        try (RawConnection client = new RawConnection(port)) {
            client.head("POST /api/projects/7/import HTTP/1.1", "Host: h", "Transfer-Encoding: chunked")
                    .write("5\r\nfirst\r\n");
            begun.get(10, SECONDS);
            client.write("no-chunk\r\n");

            assertThat(ended.get(10, SECONDS)).isFalse();
        }
    }

    @Test
    void refusesARequestThatStatesTwoLengths() throws Exception {
        services.sayWhoTheyAre();

        try (RawConnection client = new RawConnection(port)) {
            client.head("POST /api/projects/7/import HTTP/1.1", "Host: h", "Content-Length: 3", "Content-Length: 30");

            assertThat(client.readHead()).startsWith("HTTP/1.1 400");
        }
    }
}
