package org.prefstream.frontend.door;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.prefstream.frontend.door.StandIns.ANNOTATION;
import static org.prefstream.frontend.door.StandIns.EXPORT;
import static org.prefstream.frontend.door.StandIns.TASK;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** Slow, greedy and too many clients. The door has few places here and little patience; and it has a public address. */
@QuarkusTest
@TestProfile(StrainTest.FewPlaces.class)
@QuarkusTestResource(value = StandIns.class, restrictToAnnotatedClass = true)
class StrainTest {

    private static final int CONNECTIONS_MAX = 300;

    /** Limits that a test can reach. */
    public static class FewPlaces implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("prefstream.public-url", "https://prefs.example.org", "prefstream.door.places-most", "4",
                    "prefstream.door.places-least", "4", "prefstream.door.waiting-max", "4", "prefstream.door.wait-max",
                    "2s", "prefstream.door.streams-max", "4", "prefstream.door.live-max", "4",
                    "prefstream.door.slow-period", "1s", "prefstream.door.clients-per-address-max",
                    Integer.toString(CONNECTIONS_MAX));
        }
    }

    @StandIns.TheStandIns
    @SuppressWarnings("NullAway.Init") // set by the test resource before the tests run
    StandIns services;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    final List<RawConnection> open = new ArrayList<>();

    @AfterEach
    void forgetThisTest() throws IOException {
        for (RawConnection connection : open) {
            connection.close();
        }
        services.reset();
    }

    @Test
    void manySlowClientsHarmNobody() throws Exception {
        services.sayWhoTheyAre();
        for (int i = 0; i < 100; i++) {
            connect().write("GET /api/projects HTTP/1.1\r\nHost: h\r\nX-Slow: ");
            connect()
                    .head("POST /api/tasks/7/annotations HTTP/1.1", "Host: h", "Authorization: Token " + i,
                            "Content-Length: 100")
                    .write("{");
        }

        assertThat(ask("GET /api/projects HTTP/1.1", "t")).startsWith("HTTP/1.1 200");
        assertThat(ask("GET /api/annotations/7 HTTP/1.1", "t")).startsWith("HTTP/1.1 200");
    }

    @Test
    void aHeadThatDoesNotEndIsCutOff() throws Exception {
        RawConnection silent = connect();
        RawConnection dripping = connect();
        CompletableFuture<Void> drip = CompletableFuture
                .runAsync(() -> drip(dripping, "GET /api/projects HTTP/1.1\r\nX: "));

        assertThat(silent.readToTheEnd()).isEmpty();
        drip.get(20, SECONDS);
    }

    @Test
    void aBodyThatComesByDropsIsCutOff() throws Exception {
        RawConnection small = connect().head("POST /api/projects HTTP/1.1", "Host: h", "Content-Length: 1000");
        RawConnection large = connect().head("POST /api/projects/7/import HTTP/1.1", "Host: h",
                "Content-Length: 100000");

        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> drip(small, ""));
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> drip(large, ""));

        first.get(20, SECONDS);
        second.get(20, SECONDS);
    }

    @Test
    void anUploadIsNotCutOffWhileTheServiceDoesNotReadIt() throws Exception {
        CompletableFuture<HttpServerRequest> arrived = new CompletableFuture<>();
        AtomicLong taken = new AtomicLong();
        services.behave(TASK, request -> {
            request.pause()
                    .handler(piece -> taken.addAndGet(piece.length()))
                    .endHandler(end -> request.response().end("taken"));
            arrived.complete(request);
        });
        byte[] piece = new byte[64 * 1024];
        int pieces = 1_000;
        RawConnection client = connect().head("POST /api/projects/7/import HTTP/1.1", "Host: h",
                "Content-Length: " + (long) pieces * piece.length, "Connection: close");
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> repeat(client, piece, pieces));
        HttpServerRequest slow = arrived.get(10, SECONDS);

        await().pollDelay(3, SECONDS).until(() -> true); // three times as long as a slow client is given
        slow.resume();

        sending.get(30, SECONDS);
        assertThat(client.readToTheEnd()).endsWith("taken");
        assertThat(taken).hasValue((long) pieces * piece.length);
    }

    @Test
    void aSlowAnswerKeepsItsConnection() throws Exception {
        CompletableFuture<HttpServerRequest> arrived = new CompletableFuture<>();
        services.behave(TASK, arrived::complete);
        RawConnection client = connect().head("GET /api/projects HTTP/1.1", "Host: h", "Connection: close");
        HttpServerRequest slow = arrived.get(10, SECONDS);

        await().pollDelay(3, SECONDS).until(() -> true); // three times as long as a slow client is given
        slow.response().end("at last");

        assertThat(client.readToTheEnd()).startsWith("HTTP/1.1 200").endsWith("at last");
    }

    @Test
    void aGreedyTokenLeavesRoomForAnotherOne() throws Exception {
        List<HttpServerRequest> held = new CopyOnWriteArrayList<>();
        services.behave(ANNOTATION, request -> {
            if ("Token greedy".equals(request.getHeader("Authorization"))) {
                held.add(request);
            } else {
                request.response().end("served");
            }
        });
        for (int i = 0; i < 20; i++) {
            connect().head("GET /api/annotations/7 HTTP/1.1", "Host: h", "Authorization: Token greedy");
        }
        await().atMost(10, SECONDS).until(() -> held.size() == 2);

        assertThat(ask("GET /api/annotations/7 HTTP/1.1", "modest")).startsWith("HTTP/1.1 200").endsWith("served");
        assertThat(ask("GET /api/annotations/7 HTTP/1.1", "greedy")).startsWith("HTTP/1.1 429")
                .containsIgnoringCase("retry-after: 1")
                .contains("\"status_code\":429", "of yours");
        held.forEach(request -> request.response().end("released"));
    }

    @Test
    void aFullLineRefusesAtOnceAndServesAgainOnceItIsEmpty() throws Exception {
        List<HttpServerRequest> held = new CopyOnWriteArrayList<>();
        services.behave(ANNOTATION, held::add);
        List<RawConnection> inside = fillPlaces();
        await().atMost(10, SECONDS).until(() -> held.size() == 4);

        String tooLate = ask("GET /api/leases/7 HTTP/1.1", "late");
        held.forEach(request -> request.response().end("released"));
        services.behave(ANNOTATION, request -> request.response().end("served"));

        assertThat(tooLate).startsWith("HTTP/1.1 503").containsIgnoringCase("retry-after: 1");
        JsonObject problem = new JsonObject(tooLate.substring(tooLate.indexOf("\r\n\r\n")));
        assertThat(problem.getString("type")).isEqualTo("https://prefstream.org/problems/overloaded");
        for (RawConnection client : inside) {
            assertThat(client.readThrough("released")).startsWith("HTTP/1.1 200");
        }
        assertThat(ask("GET /api/annotations/7 HTTP/1.1", "late")).startsWith("HTTP/1.1 200").endsWith("served");
    }

    @Test
    void clientsThatHangUpGiveTheirPlacesBack() throws Exception {
        List<HttpServerRequest> held = new CopyOnWriteArrayList<>();
        services.behave(ANNOTATION, held::add);
        List<RawConnection> inside = fillPlaces();
        await().atMost(10, SECONDS).until(() -> held.size() == 4);
        for (RawConnection client : inside) {
            client.close();
        }
        services.behave(ANNOTATION, request -> request.response().end("served"));

        await().atMost(10, SECONDS)
                .until(() -> ask("GET /api/annotations/7 HTTP/1.1", "next").startsWith("HTTP/1.1 200"));
    }

    @Test
    void waitingForASlowServiceDoesNotTouchAnotherOne() throws Exception {
        List<HttpServerRequest> held = new CopyOnWriteArrayList<>();
        services.behave(ANNOTATION, held::add);
        services.behave(TASK, request -> request.response().end("served"));
        fillPlaces();
        await().atMost(10, SECONDS).until(() -> held.size() == 4);

        assertThat(ask("GET /api/projects HTTP/1.1", "t")).endsWith("served");
        held.forEach(request -> request.response().end("released"));
    }

    @Test
    void whoeverWaitsToReadLeavesJudgementsTheirPlaces() throws Exception {
        List<HttpServerRequest> held = new CopyOnWriteArrayList<>();
        services.behave(ANNOTATION, request -> {
            if (request.path().endsWith("/verdict")) {
                request.response().end("judged");
            } else {
                held.add(request);
            }
        });
        for (int i = 0; i < 4; i++) {
            String line = i % 2 == 0 ? "POST /api/projects/7/leases HTTP/1.1" : "GET /api/projects/7/next HTTP/1.1";
            connect().head(line, "Host: h", "Authorization: Token t" + i);
        }
        await().atMost(10, SECONDS).until(() -> held.size() == 4);

        assertThat(ask("POST /api/leases/7/verdict HTTP/1.1", "t0")).endsWith("judged");
        held.forEach(request -> request.response().end("released"));
    }

    @Test
    void streamsThatStayOpenLeaveExportsTheirPlaces() throws Exception {
        List<HttpServerRequest> held = new CopyOnWriteArrayList<>();
        services.behave(EXPORT, request -> {
            if (request.path().endsWith("/stream")) {
                request.response().setChunked(true).write("retry: 2000\n\n");
                held.add(request);
            } else {
                request.response().end("file");
            }
        });
        List<RawConnection> inside = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            inside.add(connect().head("GET /api/projects/7/stream HTTP/1.1", "Host: h", "Authorization: Token t" + i));
        }
        await().atMost(10, SECONDS).until(() -> held.size() == 4);

        assertThat(ask("GET /api/projects/7/export HTTP/1.1", "late")).startsWith("HTTP/1.1 200").endsWith("file");
        assertThat(ask("GET /api/projects/7/stream HTTP/1.1", "late")).startsWith("HTTP/1.1 503")
                .containsIgnoringCase("retry-after: 1")
                .contains("https://prefstream.org/problems/overloaded");

        inside.get(0).close();
        await().atMost(10, SECONDS)
                .until(() -> connect().head("GET /api/projects/7/stream HTTP/1.1", "Host: h", "Authorization: Token n")
                        .readThrough("\r\n")
                        .startsWith("HTTP/1.1 200"));
    }

    @Test
    void oneConnectionTooManyIsToldSo() throws Exception {
        services.sayWhoTheyAre();
        List<RawConnection> many = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS_MAX; i++) {
            RawConnection served = connect().head("GET /api/projects HTTP/1.1", "Host: h");
            served.readThrough("task"); // one that waits for its next request is not cut off
            many.add(served);
        }

        String refusal = connect().readToTheEnd();
        many.get(0).close();

        assertThat(refusal).startsWith("HTTP/1.1 503").contains("Retry-After: 5", "more connections");
        await().atMost(10, SECONDS).until(() -> ask("GET /api/projects HTTP/1.1", "t").startsWith("HTTP/1.1 200"));
    }

    @Test
    void linksBeginWithThePublicAddressWhateverHostIsAskedFor() throws Exception {
        services.behave(TASK, request -> request.response()
                .end(request.getHeader("X-Forwarded-Proto") + "://" + request.getHeader("X-Forwarded-Host")));

        for (String host : List.of("evil.example", "localhost:8080", "prefs.example.org")) {
            String answer = connect()
                    .head("GET /api/projects HTTP/1.1", "Host: " + host, "X-Forwarded-Host: evil.example",
                            "Forwarded: host=evil.example", "Connection: close")
                    .readToTheEnd();

            assertThat(answer).endsWith("https://prefs.example.org");
        }
    }

    /** Holds all places of annotation-service. */
    private List<RawConnection> fillPlaces() throws IOException {
        List<RawConnection> inside = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            inside.add(connect().head("GET /api/annotations/7 HTTP/1.1", "Host: h", "Authorization: Token t" + i));
        }
        return inside;
    }

    private RawConnection connect() throws IOException {
        RawConnection connection = new RawConnection(port);
        open.add(connection);
        return connection;
    }

    private String ask(String line, String token) throws IOException {
        return connect().head(line, "Host: h", "Authorization: Token " + token, "Connection: close").readToTheEnd();
    }

    /** Sends a byte ten times a second until the door cuts the connection. */
    private static void drip(RawConnection client, String begin) {
        try {
            client.write(begin);
            while (true) {
                client.write("x");
                Thread.sleep(100);
            }
        } catch (IOException cutOff) {
            // what the tests wait for
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void repeat(RawConnection client, byte[] piece, int times) {
        try {
            for (int i = 0; i < times; i++) {
                client.write(piece);
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
