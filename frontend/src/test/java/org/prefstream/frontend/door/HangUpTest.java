package org.prefstream.frontend.door;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.prefstream.frontend.door.StandIns.ANNOTATION;
import static org.prefstream.frontend.door.StandIns.EXPORT;
import static org.prefstream.frontend.door.StandIns.TASK;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A client or service that disconnects ends the other connection, and half a body never passes for a whole one. */
@QuarkusTest
@QuarkusTestResource(StandIns.class)
class HangUpTest {

    /** With so many clients a fault that needs two clients at one moment shows in most runs, but not in every run. */
    private static final int CLIENTS = 16;
    private static final int SUBMITS_EACH = 500;

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
        services.behave(TASK,
                request -> request.handler(piece -> begun.complete(null))
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

    /**
     * Clients share the connections to a service, one after the other. What one client does must not affect the next.
     */
    @Test
    void aClientThatClosesAfterItsAnswerDisturbsNobodyElse() throws Exception {
        services.behave(ANNOTATION, request -> request.end(read -> request.response().setStatusCode(201).end("{}")));

        List<Callable<Void>> clients = Collections.nCopies(CLIENTS, () -> {
            for (int i = 0; i < SUBMITS_EACH; i++) {
                submitAndClose();
            }
            return null;
        });
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (Future<Void> client : threads.invokeAll(clients)) {
                client.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void submitAndClose() throws IOException {
        try (RawConnection client = new RawConnection(port)) {
            client.head("POST /api/tasks/7/annotations HTTP/1.1", "Host: h", "Content-Length: 2").write("{}");
            assertThat(client.readThrough("\r\n\r\n{}")).startsWith("HTTP/1.1 201");
        }
    }

    @Test
    void anAnswerThatBreaksOffIsNotTakenForAWholeOne() throws Exception {
        services.behave(EXPORT,
                request -> request.response()
                        .setChunked(true)
                        .write("half")
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
        services.behave(TASK,
                request -> request.exceptionHandler(broken -> ended.complete(false))
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
