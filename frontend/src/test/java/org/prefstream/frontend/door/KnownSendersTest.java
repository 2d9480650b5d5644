package org.prefstream.frontend.door;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.prefstream.frontend.door.StandIns.ANNOTATION;
import static org.prefstream.frontend.door.StandIns.TASK;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;

/** The door has its 128 places here. Each test asks another service, whose places are its own. */
@QuarkusTest
@QuarkusTestResource(StandIns.class)
class KnownSendersTest {

    private static final String KNOWN = "X-Prefstream-Known";
    private static final int GREEDY = 40;

    @StandIns.TheStandIns
    @SuppressWarnings("NullAway.Init") // set by the test resource before the tests run
    StandIns services;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final List<HttpServerRequest> held = new CopyOnWriteArrayList<>();

    @AfterEach
    void forgetThisTest() {
        held.forEach(request -> request.response().end("released"));
        services.reset();
    }

    @Test
    void aGreedyTokenHasAnEqualShareWhileKnownPeopleAreAbout() {
        services.behave(ANNOTATION, this::holdGreedyAndKnowOthers);
        for (int person = 0; person < 7; person++) {
            assertThat(ask("/api/annotations/7", "person " + person).join().headers().firstValue(KNOWN)).isEmpty();
        }

        List<CompletableFuture<HttpResponse<String>>> greedy = beGreedy("/api/annotations/7");

        int equal = 128 / 8;
        await().atMost(10, SECONDS).until(() -> refusedOf(greedy) == GREEDY - equal);
        assertThat(held).hasSize(equal);
        assertThat(ask("/api/annotations/7", "person 0").join().body()).isEqualTo("served");
    }

    @Test
    void inventedTokensLessenNobodysShare() {
        services.behave(TASK, request -> {
            if ("Token greedy".equals(request.getHeader("Authorization"))) {
                held.add(request);
            } else {
                request.response().end("served, as everybody is here");
            }
        });
        for (int stranger = 0; stranger < 7; stranger++) {
            assertThat(ask("/api/version", "invented " + stranger).join().statusCode()).isEqualTo(200);
        }

        List<CompletableFuture<HttpResponse<String>>> greedy = beGreedy("/api/version");

        await().atMost(10, SECONDS).until(() -> held.size() == GREEDY);
        assertThat(refusedOf(greedy)).isZero();
    }

    private void holdGreedyAndKnowOthers(HttpServerRequest request) {
        if ("Token greedy".equals(request.getHeader("Authorization"))) {
            held.add(request);
        } else {
            request.response().putHeader(KNOWN, "true").end("served");
        }
    }

    private List<CompletableFuture<HttpResponse<String>>> beGreedy(String path) {
        return Stream.generate(() -> ask(path, "greedy")).limit(GREEDY).toList();
    }

    private static long refusedOf(List<CompletableFuture<HttpResponse<String>>> answers) {
        return answers.stream().filter(one -> one.isDone() && one.join().statusCode() == 429).count();
    }

    private CompletableFuture<HttpResponse<String>> ask(String path, String token) {
        return http.sendAsync(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Token " + token)
                .build(), BodyHandlers.ofString());
    }
}
