package org.prefstream.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.prefstream.embedded.FreePorts;
import org.prefstream.kit.LoggedErrors;
import org.prefstream.kit.database.CommitSignal;
import org.prefstream.kit.database.TestDatabase;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** The relay's thread lives as long as its process, and says what it does. */
class RelaySurvivesTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** The defaults, but for a relay that tries again sooner. */
    private record Config(boolean enabled, Duration poll, Duration lease) implements RelayConfig {

        @Override
        public Duration spacing() {
            return Duration.ZERO;
        }

        @Override
        public int batchRows() {
            return RelayBench.BATCH_ROWS;
        }

        @Override
        public long batchBytes() {
            return 1 << 20;
        }

        @Override
        public Duration backoff() {
            return Duration.ofMillis(50);
        }
    }

    static final RelayConfig QUICK = new Config(true, Duration.ofMillis(50), Duration.ofSeconds(5));

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void anErrorEndsATermAndNotTheRelay() throws Exception {
        // Given a route that fails with an error, which is no exception
        RelayBench bench = RelayBench.fresh();
        bench.record(15);
        AtomicReference<Error> failure = new AtomicReference<>(new NoClassDefFoundError("gone for a moment"));
        RelayRoute route = new RelayRoute(bench.names(), KafkaSettings.at(bench.bootstrapServers())) {

            @Override
            ProducerRecord<byte[], byte[]> record(UUID identity, OutboxRow row) {
                Error error = failure.get();
                if (error != null) {
                    throw error;
                }
                return super.record(identity, row);
            }
        };
        RelayHealth health = new RelayHealth(bench.outbox(), Clock.systemUTC());
        Relay relay = relay(bench, route, health);
        try (LoggedErrors errors = LoggedErrors.insteadOfLog(Relay.class.getName())) {
            relay.start(new StartupEvent());
            await().atMost(SOON).until(() -> health.words().contains("gone for a moment"));
            assertThat(health.isWell()).isFalse();
            assertThat(health.words()).startsWith("publishing waits since")
                    .contains("the oldest change that waits was recorded");
            assertThat(errors.messages()).isNotEmpty();

            // When it passes
            failure.set(null);

            // Then
            await().atMost(SOON).until(() -> bench.outbox().oldestRecordedAt().isEmpty());
            await().atMost(SOON).untilAsserted(() -> assertThat(health.words()).isEqualTo("publishing; nothing waits"));
            assertThat(health.isWell()).isTrue();
        } finally {
            relay.stop(new ShutdownEvent());
        }
        bench.assertPublishedExactlyOnce(bench.recorded());
    }

    @Test
    void aRelayThatIsNotTheActiveOneSaysSo() throws Exception {
        RelayBench bench = RelayBench.fresh();
        bench.lease().take(UUID.randomUUID(), Duration.ofMinutes(1));
        RelayHealth health = new RelayHealth(bench.outbox(), Clock.systemUTC());
        assertThat(health.words()).isEqualTo("publishing is switched off in this process");
        Relay relay = relay(bench, bench.route(), health);
        try {
            relay.start(new StartupEvent());

            await().atMost(SOON).until(() -> health.words().startsWith("another replica publishes"));
            assertThat(health.isWell()).isTrue();
        } finally {
            relay.stop(new ShutdownEvent());
        }
    }

    @Test
    void aRelayBeginsTheNewEpochOfAPromotedDatabase() throws Exception {
        RelayBench bench = RelayBench.fresh();
        bench.execute("update outbox_identity set timeline = timeline - 1");
        bench.record(5);
        RelayHealth health = new RelayHealth(bench.outbox(), Clock.systemUTC());
        Relay relay = relay(bench, bench.route(), health);
        try {
            relay.start(new StartupEvent());
            await().atMost(SOON).until(() -> bench.outbox().oldestRecordedAt().isEmpty());
            assertThat(bench.life().identity().epoch()).isEqualTo(1);

            // and sees a promotion while it is active
            bench.execute("update outbox_identity set timeline = timeline - 1");
            await().atMost(SOON).until(() -> bench.life().identity().epoch() == 2);
        } finally {
            relay.stop(new ShutdownEvent());
        }
    }

    @Test
    void aRelayThatStandsByWakesTheActiveOne() throws Exception {
        // Given a relay that would not look at the outbox by itself for a long time, and another one that stands by
        RelayBench bench = RelayBench.fresh();
        bench.record(5); // which the active one's first look finds
        Config slow = new Config(true, Duration.ofMinutes(5), Duration.ofMinutes(5));
        CommitSignal recorded = new CommitSignal();
        RelayHealth health = new RelayHealth(bench.outbox(), Clock.systemUTC());
        RelayHealth otherHealth = new RelayHealth(bench.outbox(), Clock.systemUTC());
        Relay active = relay(bench, bench.route(), slow, new CommitSignal(), health);
        Relay other = relay(bench, bench.route(), slow, recorded, otherHealth);
        try {
            active.start(new StartupEvent());
            await().atMost(SOON).until(() -> health.words().equals("publishing; nothing waits"));
            other.start(new StartupEvent());
            await().atMost(SOON).until(() -> otherHealth.words().startsWith("another replica publishes"));

            // When the other one's process records something
            bench.record(5);
            recorded.wake();

            // Then
            await().atMost(SOON).until(() -> bench.outbox().oldestRecordedAt().isEmpty());
            assertThat(otherHealth.words()).startsWith("another replica publishes");
        } finally {
            other.stop(new ShutdownEvent());
            active.stop(new ShutdownEvent());
        }
        bench.assertPublishedExactlyOnce(bench.recorded());
    }

    @Test
    void aRelayThatCannotListenPublishesAllTheSame() throws Exception {
        // Given a database's own address at which nobody answers
        RelayBench bench = RelayBench.fresh();
        bench.record(5);
        TestDatabase deaf = TestDatabase.settings("relay")
                .set("direct-host", "127.0.0.1")
                .set("direct-port", Integer.toString(FreePorts.next()));
        CommitSignal signal = new CommitSignal();
        RelayHealth health = new RelayHealth(bench.outbox(), Clock.systemUTC());
        Relay relay = new Relay(QUICK, bench.route(), bench.lease(), bench.outbox(), bench.life(), bench.topics(),
                signal, bench.calls(vertx, deaf.connections(), signal), health, pace(QUICK));
        try {
            relay.start(new StartupEvent());
            await().atMost(SOON).until(() -> health.words().equals("publishing; nothing waits"));

            // When more is recorded, which it finds by looking
            bench.record(5);

            await().atMost(SOON).until(() -> bench.outbox().oldestRecordedAt().isEmpty());
        } finally {
            relay.stop(new ShutdownEvent());
        }
        bench.assertPublishedExactlyOnce(bench.recorded());
    }

    private Relay relay(RelayBench bench, RelayRoute route, RelayHealth health) {
        return relay(bench, route, QUICK, new CommitSignal(), health);
    }

    private Relay relay(RelayBench bench, RelayRoute route, RelayConfig config, CommitSignal signal,
            RelayHealth health) {
        return new Relay(config, route, bench.lease(), bench.outbox(), bench.life(), bench.topics(), signal,
                bench.calls(vertx, TestDatabase.settings("relay").connections(), signal), health, pace(config));
    }

    private static RelayPace pace(RelayConfig config) {
        return new RelayPace(config, new BulkWrites(), new SettledSignal(), new CommitSignal());
    }
}
