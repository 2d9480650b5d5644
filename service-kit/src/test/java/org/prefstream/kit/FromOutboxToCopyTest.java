package org.prefstream.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

@QuarkusTest
@QuarkusTestResource(KitServers.class)
class FromOutboxToCopyTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Notes notes;

    @Inject
    Pool pool;

    @Test
    void whatIsWrittenIsAppliedByWhoeverKeepsACopy() {
        long id = notes.write("Grüße").await().atMost(SOON);

        await().atMost(SOON).untilAsserted(() -> assertThat(words(id)).isEqualTo("Grüße"));
    }

    private String words(long id) {
        var rows = pool.preparedQuery("select words from note_copy where id = $1")
                .execute(Tuple.of(id))
                .await()
                .atMost(SOON);
        return rows.size() == 0 ? "" : rows.iterator().next().getString(0);
    }
}
