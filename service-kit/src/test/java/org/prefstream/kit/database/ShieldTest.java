package org.prefstream.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.Topic;
import org.prefstream.kit.KitDatabase;
import org.prefstream.kit.KitHttp;
import org.prefstream.kit.KitPorts;
import org.prefstream.kit.KitTopics;
import org.prefstream.kit.LoggedErrors;
import org.prefstream.kit.messaging.TopicNames;

import io.quarkus.test.junit.QuarkusTest;

/** A client that hangs up in the middle of a submit must never leave half of it behind. */
@QuarkusTest
class ShieldTest {

    private static final int SUBMITS = 5_000;
    /** Where failures are told that nobody waits for any more. */
    private static final String DROPPED = "io.quarkus.mutiny.runtime.MutinyInfrastructure";
    private static final int ROUNDS_MAX = 8;
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    KitPorts ports;

    @Inject
    KitDatabase database;

    @Inject
    KitTopics topics;

    @Inject
    TopicNames names;

    private final String mark = "submitted " + UUID.randomUUID();

    @Test
    void whoeverHangsUpLeavesAllOrNothingBehind() throws Exception {
        try (LoggedErrors errors = LoggedErrors.ofAll()) {
            int answered = new CutConnections(ports.first(), "/api/leases/kit/submit", mark).submit(SUBMITS);
            awaitQuiet();

            assertThat(answered).isPositive();
            assertThat(notes()).hasSizeGreaterThanOrEqualTo(answered).isEqualTo(published());
            assertThat(errors.messages()).isEmpty();
        }
    }

    /** Proves that the test above can fail. The damage is a matter of luck, so it is given several rounds to appear. */
    @Test
    void withoutTheShieldHalvesAreLeftBehind() throws Exception {
        try (LoggedErrors errors = LoggedErrors.insteadOfLog(DROPPED)) {
            boolean damaged = false;
            for (int round = 0; round < ROUNDS_MAX && !damaged; round++) {
                new CutConnections(ports.first(), "/api/leases/kit/submit-unshielded", mark).submit(SUBMITS);
                awaitQuiet();
                damaged = !notes().equals(published()) || !errors.messages().isEmpty();
            }

            assertThat(damaged).isTrue();
        }
    }

    @Test
    void aWorkerThreadMayWriteToo() {
        var answer = new KitHttp(ports.first()).send("POST", "/api/leases/kit/submit-from-worker", mark);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(notes()).containsExactly(answer.body());
    }

    private void awaitQuiet() {
        await().atMost(SOON).until(() -> database.select("""
                select pid from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and state like 'active%'
                """).isEmpty());
        await().atMost(SOON).until(() -> database.select("select id from outbox").isEmpty());
    }

    private Set<String> notes() {
        return new HashSet<>(database.select("select id from note where words = ?", mark));
    }

    private Set<String> published() {
        Set<String> published = new HashSet<>();
        topics.read(names.onBroker(Topic.TASKS)).forEach(record -> {
            if (record.value() != null && new String(record.value(), StandardCharsets.UTF_8).contains(mark)) {
                published.add(record.key());
            }
        });
        return published;
    }
}
