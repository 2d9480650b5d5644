package org.prefstream.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** The database goes away under a running service, and comes back. */
@QuarkusTest
class WithoutDatabaseTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    KitPorts ports;

    @Inject
    KitDatabase database;

    @AfterEach
    void letIn() {
        KitDatabase.asAdministrator("alter role kit connection limit -1");
    }

    @Test
    void aServiceSaysSoAndGoesOnWhenItIsBack() {
        // Given
        KitHttp http = new KitHttp(ports.first());
        String mark = "written once the database is back " + UUID.randomUUID();

        // When it is away
        KitDatabase.asAdministrator("alter role kit connection limit 0");
        KitDatabase.asAdministrator("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'kit'");

        // Then requests are refused in words, and the service is not ready
        await().atMost(SOON).untilAsserted(() -> {
            HttpResponse<String> refused = http.send("POST", "/api/leases/kit/submit", "never written");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("database-unreachable");
        });
        assertThat(new KitHttp(ports.second()).get("/q/health/ready").statusCode()).isEqualTo(503);

        // When it is back, writes are taken, published and copied again
        letIn();
        await().atMost(SOON).until(() -> http.send("POST", "/api/leases/kit/submit", mark).statusCode() == 200);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(database.select("select words from note_copy where words = ?", mark))
                        .isNotEmpty());
    }
}
