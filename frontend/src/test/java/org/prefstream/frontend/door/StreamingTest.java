package org.prefstream.frontend.door;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.prefstream.frontend.door.StandIns.EXPORT;
import static org.prefstream.frontend.door.StandIns.TASK;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Bodies are streamed in both directions. */
@QuarkusTest
@QuarkusTestResource(StandIns.class)
class StreamingTest {

    private static final int MORE_THAN_THERE_ARE_PLACES = 70;

    private static final byte[] PIECE = new byte[64 * 1024];
    private static final long MANY_PIECES = 4_000;
    /** A tenth of what is sent: room for socket buffers and the queues of both connections, with a wide margin. */
    private static final long HELD_BYTES_MAX = MANY_PIECES * PIECE.length / 10;

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
    void theFirstBytesOfAnUploadArriveBeforeTheLastAreSent() throws Exception {
        CompletableFuture<String> firstSeen = new CompletableFuture<>();
        services.behave(TASK, request -> request.handler(piece -> firstSeen.complete(piece.toString()))
                .endHandler(end -> request.response().end("taken")));

        try (RawConnection client = new RawConnection(port)) {
            client.head("POST /api/projects/7/import HTTP/1.1", "Host: h", "Content-Length: 10", "Connection: close")
                    .write("first");
            String seen = firstSeen.get(10, SECONDS);
            client.write("final");

            assertThat(seen).isEqualTo("first");
            assertThat(client.readToTheEnd()).endsWith("taken");
        }
    }

    @Test
    void anUploadWaitsForASlowServiceInsteadOfFillingTheMemory() throws Exception {
        CompletableFuture<HttpServerRequest> paused = new CompletableFuture<>();
        AtomicLong taken = new AtomicLong();
        services.behave(TASK, request -> {
            request.pause()
                    .handler(piece -> taken.addAndGet(piece.length()))
                    .endHandler(end -> request.response().end("taken"));
            paused.complete(request);
        });

        try (RawConnection client = new RawConnection(port)) {
            long size = MANY_PIECES * PIECE.length;
            client.head("POST /api/projects/7/import HTTP/1.1", "Host: h", "Content-Length: " + size,
                    "Connection: close");
            AtomicLong sent = new AtomicLong();
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> sendMany(client, sent));
            HttpServerRequest slow = paused.get(10, SECONDS);
            long held = waitUntilItStandsStill(sent);

            assertThat(held).isLessThan(HELD_BYTES_MAX);

            slow.resume();
            sending.get(60, SECONDS);
            assertThat(client.readToTheEnd()).endsWith("taken");
            assertThat(taken.get()).isEqualTo(size);
        }
    }

    @Test
    void theFirstBytesOfAnAnswerArriveBeforeTheLastAreSent() throws Exception {
        CompletableFuture<HttpServerResponse> begun = new CompletableFuture<>();
        services.behave(EXPORT, request -> {
            request.response().setChunked(true).write("first");
            begun.complete(request.response());
        });

        try (RawConnection client = new RawConnection(port)) {
            client.head("GET /api/projects/7/export HTTP/1.1", "Host: h", "Connection: close");
            String seen = client.readThrough("first");
            begun.get(10, SECONDS).end("final");

            assertThat(seen).endsWith("first");
            assertThat(client.readToTheEnd()).contains("final");
        }
    }

    @Test
    void anEventIsPassedOnAtOnceAndAClientThatHangsUpEndsItsStream() throws Exception {
        CompletableFuture<HttpServerResponse> begun = new CompletableFuture<>();
        CompletableFuture<Void> hungUp = new CompletableFuture<>();
        services.behave(EXPORT, request -> {
            request.connection().closeHandler(closed -> hungUp.complete(null));
            request.response().putHeader("Content-Type", "text/event-stream").setChunked(true).write("retry: 2000\n\n");
            begun.complete(request.response());
        });

        try (RawConnection client = new RawConnection(port)) {
            client.head("GET /api/projects/7/stream?from=now HTTP/1.1", "Host: h", "Accept: text/event-stream");
            String head = client.readThrough("retry: 2000\n\n");
            begun.get(10, SECONDS).write(": still here\n\n");

            assertThat(head).containsIgnoringCase("content-type: text/event-stream");
            assertThat(client.readThrough(": still here\n\n")).isNotEmpty();
            assertThat(hungUp).isNotDone();
        }

        hungUp.get(10, SECONDS);
    }

    @Test
    void anAnswerWaitsForASlowClientInsteadOfFillingTheMemory() throws Exception {
        AtomicLong sent = new AtomicLong();
        services.behave(EXPORT, request -> pour(request.response().setChunked(true), sent));

        try (RawConnection client = new RawConnection(port)) {
            client.head("GET /api/projects/7/export HTTP/1.1", "Host: h", "Connection: close");
            long held = waitUntilItStandsStill(sent);

            assertThat(held).isLessThan(HELD_BYTES_MAX);
        }
    }

    @Test
    void anOldClientGetsAnAnswerOfUnknownLengthPieceByPieceToo() throws Exception {
        CompletableFuture<HttpServerResponse> begun = new CompletableFuture<>();
        services.behave(EXPORT, request -> {
            request.response().setChunked(true).write("first");
            begun.complete(request.response());
        });

        try (RawConnection client = new RawConnection(port)) {
            String head = client.head("GET /api/projects/7/export HTTP/1.0", "Host: h").readHead();
            String first = client.readThrough("first");
            begun.get(10, SECONDS).end("final");

            assertThat(head).doesNotContainIgnoringCase("transfer-encoding");
            assertThat(first + client.readToTheEnd()).isEqualTo("firstfinal");
        }
    }

    @Test
    void oldClientsLeaveTheirPlacesWhenTheyHaveTheirAnswers() throws Exception {
        services.behave(EXPORT, request -> request.response().setChunked(true).end("file"));

        for (int i = 0; i < MORE_THAN_THERE_ARE_PLACES; i++) {
            try (RawConnection client = new RawConnection(port)) {
                String answer = client.head("GET /api/projects/7/export HTTP/1.0", "Host: h").readToTheEnd();

                assertThat(answer).as("answer %d", i).contains(" 200 ").endsWith("file");
            }
        }
    }

    @Test
    void aClientThatAsksBeforeItUploadsIsToldToGoOn() throws Exception {
        services.behave(TASK, request -> request.body().onSuccess(body -> request.response().end("got " + body)));

        try (RawConnection client = new RawConnection(port)) {
            client.head("POST /api/projects/7/import HTTP/1.1", "Host: h", "Content-Length: 5", "Expect: 100-continue",
                    "Connection: close");
            String interim = client.readHead();
            client.write("whole");

            assertThat(interim).startsWith("HTTP/1.1 100 Continue");
            assertThat(client.readToTheEnd()).startsWith("HTTP/1.1 200").endsWith("got whole");
        }
    }

    private static void sendMany(RawConnection client, AtomicLong sent) {
        try {
            for (long i = 0; i < MANY_PIECES; i++) {
                client.write(PIECE);
                sent.addAndGet(PIECE.length);
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void pour(HttpServerResponse response, AtomicLong sent) {
        while (!response.writeQueueFull() && sent.get() < MANY_PIECES * PIECE.length) {
            response.write(Buffer.buffer(PIECE));
            sent.addAndGet(PIECE.length);
        }
        if (sent.get() < MANY_PIECES * PIECE.length) {
            response.drainHandler(drained -> pour(response, sent));
        } else {
            response.end();
        }
    }

    /** {@return the number, once it has grown and then has not grown for a second} */
    private static long waitUntilItStandsStill(AtomicLong number) {
        AtomicLong before = new AtomicLong(-1);
        await().atMost(30, SECONDS)
                .pollInterval(1000, MILLISECONDS)
                .until(() -> number.get() > 0 && before.getAndSet(number.get()) == number.get());
        return number.get();
    }
}
