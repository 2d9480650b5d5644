package org.prefstream.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.RealServers;
import org.prefstream.kit.KitDatabase;
import org.prefstream.kit.Notes;
import org.prefstream.kit.projection.AppliedOffsets;
import org.prefstream.kit.projection.Deadline;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** Every client reaches a broker that demands TLS and a password (by SCRAM), by settings that are written once. */
@QuarkusTest
@TestProfile(SecuredKafkaTest.SecuredBroker.class)
class SecuredKafkaTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** The service finds the secured broker, where no topic of its own exists yet. */
    public static class SecuredBroker implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Settings.class));
        }
    }

    /** Comes behind the resource that all tests have, whose broker it replaces. */
    public static class Settings implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            Map<String, String> settings = new HashMap<>();
            RealServers.securedBroker("SCRAM-SHA-512").forEach((name, value) -> settings.put("kafka." + name, value));
            settings.put("prefstream.topic-prefix", "s" + UUID.randomUUID().toString().substring(0, 8) + ".");
            return settings;
        }

        @Override
        public void stop() {
            // the broker runs until the JVM ends
        }

        @Override
        public int order() {
            return 10;
        }
    }

    @Inject
    Notes notes;

    @Inject
    KitDatabase database;

    @Inject
    TopicNames names;

    @Inject
    AppliedOffsets applied;

    @Inject
    KafkaSettings kafka;

    @Test
    void whatIsWrittenIsPublishedAndCopiedThere() throws Exception {
        long id = notes.write("through TLS").await().atMost(SOON);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(database.select("select words from note_copy where id = ?", id))
                        .containsExactly("through TLS"));
        try (Admin admin = Admin.create(kafka.with(Map.of()))) {
            Set<String> topics = admin.listTopics().names().get();
            assertThat(topics).contains(names.onBroker(Topic.TASKS), names.manifests(),
                    names.onBroker(names.deadLetters(Topic.TASKS)));
        }
    }

    @Test
    void aClientMayLogInByAPlainPasswordInstead() throws Exception {
        KafkaSettings plain = new KafkaSettings(Map.copyOf(RealServers.securedBroker("PLAIN")));

        try (Admin admin = Admin.create(plain.with(Map.of()))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
    }

    @Test
    void theLogIsAskedThere() {
        // Given a topic that was applied, and a target behind it where only the transaction's marker is
        notes.write("before the question").await().atMost(SOON);
        await().atMost(SOON).until(() -> !applied.offsets(names.onBroker(Topic.TASKS)).isEmpty());
        var last = applied.offsets(names.onBroker(Topic.TASKS)).entrySet().iterator().next();
        Positions marker = new Positions(
                Map.of(names.onBroker(Topic.TASKS), Map.of(last.getKey(), last.getValue() + 1)));

        // Then the log says that nothing is left to wait for
        assertThat(applied.reach(marker, Set.of(), Deadline.in(SOON)).replaceWith(true).await().atMost(SOON)).isTrue();
    }
}
