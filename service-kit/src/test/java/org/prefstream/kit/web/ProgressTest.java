package org.prefstream.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.kit.KitHttp;
import org.prefstream.kit.KitPorts;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ProgressTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    KitPorts ports;

    @Test
    void whatKeepsUpIsSaidToBeUp() {
        await().atMost(SOON).untilAsserted(() -> {
            HttpResponse<String> progress = new KitHttp(ports.second()).get("/q/health/group/progress");

            assertThat(progress.statusCode()).isEqualTo(200);
            assertThat(progress.body()).contains("\"relay\"", "\"copies\"").doesNotContain("late");
        });
    }
}
