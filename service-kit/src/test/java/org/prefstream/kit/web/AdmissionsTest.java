package org.prefstream.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.prefstream.kit.KitHttp;
import org.prefstream.kit.KitPorts;
import org.prefstream.kit.KitResource;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AdmissionsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String HELD = "/api/tasks/kit/held";

    @Inject
    KitPorts ports;

    @Inject
    AdmissionConfig config;

    final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void forgetThisTest() {
        KitResource.release();
    }

    @Test
    void oneSenderLeavesHalfOfThePlacesToOthers() {
        int half = config.places() / 2;
        List<CompletableFuture<HttpResponse<String>>> inside = IntStream.range(0, half)
                .mapToObj(i -> hold("Token greedy"))
                .toList();
        await().atMost(SOON).until(() -> KitResource.waiting() == half);

        HttpResponse<String> oneMore = get("/api/tasks/kit/ids/1", "Token greedy");
        HttpResponse<String> other = get("/api/tasks/kit/ids/1", "Token modest");
        KitResource.release();

        assertThat(oneMore.statusCode()).isEqualTo(429);
        assertThat(oneMore.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(KitHttp.members(oneMore)).containsEntry("status_code", 429);
        assertThat(other.body()).isEqualTo("1");
        assertThat(inside).allSatisfy(answer -> assertThat(answer.get().body()).isEqualTo("released"));
        await().atMost(SOON).until(() -> get("/api/tasks/kit/ids/1", "Token greedy").statusCode() == 200);
    }

    @Test
    void aClientThatHangsUpGivesItsPlaceBack() {
        int half = config.places() / 2;
        List<CompletableFuture<HttpResponse<String>>> inside = IntStream.range(0, half)
                .mapToObj(i -> hold("Token hasty"))
                .toList();
        await().atMost(SOON).until(() -> KitResource.waiting() == half);

        inside.forEach(answer -> answer.cancel(true));

        await().atMost(SOON).until(() -> get("/api/tasks/kit/ids/1", "Token hasty").statusCode() == 200);
    }

    private CompletableFuture<HttpResponse<String>> hold(String token) {
        HttpRequest request = HttpRequest.newBuilder(ports.first().resolve(HELD)).header("Authorization", token).build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String token) {
        return new KitHttp(ports.first()).get(path, "Authorization", token);
    }
}
