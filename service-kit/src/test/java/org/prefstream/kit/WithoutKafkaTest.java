package org.prefstream.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.RealServers;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.kit.projection.AppliedOffsets;
import org.prefstream.kit.projection.BarrierTimedOut;
import org.prefstream.kit.projection.Deadline;
import org.prefstream.kit.projection.OutboxDrain;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** A service starts and serves while Kafka is dead, and catches up when it is back. Comes after the tests that need it. */
@QuarkusTest
@TestProfile(WithoutKafkaTest.DeadBroker.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WithoutKafkaTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(500);

    /** Kafka is dead before the service starts. */
    public static class DeadBroker implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(StoppedBroker.class));
        }
    }

    /** Stops the broker of all tests; who uses it starts it again. */
    public static class StoppedBroker implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            RealServers.shared();
            RealServers.stopBroker();
            return Map.of();
        }

        @Override
        public void stop() {
            RealServers.startBroker();
        }
    }

    @Inject
    KitPorts ports;

    @Inject
    OutboxDrain drain;

    @Inject
    AppliedOffsets applied;

    @Inject
    KitDatabase database;

    @Inject
    KitTopics topics;

    @Inject
    TopicNames names;

    @AfterAll
    static void backForOthers() {
        RealServers.startBroker();
    }

    @Test
    @Order(1)
    void aServiceStartsAndServes() {
        String mark = "before the first sight of Kafka " + UUID.randomUUID();

        assertThat(new KitHttp(ports.second()).get("/q/health/ready").statusCode()).isEqualTo(200);
        List<String> ids = submit(mark);

        assertThat(database.select("select id from note where words = ? order by id", mark))
                .containsExactlyElementsOf(ids);
    }

    @Test
    @Order(2)
    void whoeverAsksForEverythingIsToldWhatLags() {
        submit("lagging");
        Positions target = new Positions(Map.of(names.onBroker(Topic.TASKS), Map.of(0, 1L << 40)));

        assertThatThrownBy(() -> drain.drained(Notes.SCOPE, Deadline.in(SHORT)).await().atMost(SOON))
                .isInstanceOf(BarrierTimedOut.class);
        assertThatThrownBy(
                () -> applied.reach(target, Set.of(), Deadline.in(Duration.ofSeconds(2))).await().atMost(SOON))
                .isInstanceOf(BarrierTimedOut.class);
    }

    @Test
    @Order(2)
    void itsHealthSaysWhatIsLateAndByHowMuch() {
        submit("late");

        await().atMost(SOON).untilAsserted(() -> {
            var progress = new KitHttp(ports.second()).get("/q/health/group/progress");
            assertThat(progress.statusCode()).isEqualTo(503);
            assertThat(progress.body()).containsPattern("a change has waited for [0-9]+ s")
                    .contains("Kafka does not answer");
        });
        assertThat(new KitHttp(ports.second()).get("/q/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void everythingIsPublishedWhenKafkaIsBack() {
        String mark = "before Kafka " + UUID.randomUUID();
        List<String> ids = submit(mark);

        RealServers.startBroker();

        awaitPublishedOnce(mark, ids);
    }

    @Test
    @Order(4)
    void everythingIsPublishedWhenKafkaWasAwayInBetween() {
        String mark = "between two lives of Kafka " + UUID.randomUUID();
        List<String> ids = new ArrayList<>(submit(mark));
        RealServers.stopBroker();
        ids.addAll(submit(mark));

        RealServers.startBroker();

        awaitPublishedOnce(mark, ids);
        ids.forEach(id -> await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(database.select("select words from note_copy where id = ?", Long.valueOf(id)))
                                .containsExactly(mark)));
    }

    private List<String> submit(String mark) {
        KitHttp http = new KitHttp(ports.first());
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            var answer = http.send("POST", "/api/leases/kit/submit", mark);
            assertThat(answer.statusCode()).isEqualTo(200);
            ids.add(answer.body());
        }
        return ids;
    }

    private void awaitPublishedOnce(String mark, List<String> ids) {
        await().atMost(SOON).until(() -> database.select("select id from outbox").isEmpty());
        assertThat(topics.read(names.onBroker(Topic.TASKS))
                .stream()
                .filter(record -> record.value() != null
                        && new String(record.value(), StandardCharsets.UTF_8).contains(mark))
                .map(record -> record.key())).containsExactlyInAnyOrderElementsOf(ids);
    }
}
