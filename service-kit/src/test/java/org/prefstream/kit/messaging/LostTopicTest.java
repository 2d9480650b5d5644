package org.prefstream.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.Topic;

/** A topic that no longer holds what was published to it is never written to as if it did. */
class LostTopicTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private RelayBench bench;
    private String tasks;

    @BeforeEach
    void aTopicThatWasPublishedTo() throws Exception {
        bench = RelayBench.fresh();
        tasks = bench.names().onBroker(Topic.TASKS);
        bench.record(30);
        try (RelayTerm term = bench.begin()) {
            RelayBench.relayAll(term);
        }
    }

    @Test
    void aTopicThatWasMadeAnewIsRefusedUntilSomebodyAcceptsIt() throws Exception {
        Map<String, String> present = madeAnew(tasks);
        bench.record(5);

        String acceptance = "select republish('%s', '%s')".formatted(tasks, present.get(tasks));
        assertThatThrownBy(() -> begin(present).close()).isInstanceOf(TopicMismatch.class)
                .hasMessageContaining("topic %s was made anew", tasks)
                .hasMessageContaining(
                        "filled again from what this service has, execute in this service's database: " + acceptance);
        assertThat(bench.outbox().oldest(0, 10, 1 << 20)).hasSize(5);

        bench.execute(acceptance);
        try (RelayTerm term = begin(present)) {
            RelayBench.relayAll(term);
        }
        assertThat(bench.outbox().positions().offsets())
                .containsKey(Positions.key(tasks, String.valueOf(present.get(tasks))))
                .doesNotContainKey(Positions.key(tasks, String.valueOf(bench.topicIds().get(tasks))));
        assertThat(bench.text("select reached from republication where topic = '%s'".formatted(tasks))).isEqualTo("0");
    }

    @Test
    void anAcceptanceHoldsForOneTopicAndOnce() throws Exception {
        Map<String, String> second = madeAnew(tasks);
        bench.execute("select republish('%s', '%s')".formatted(tasks, second.get(tasks)));
        Map<String, String> third = madeAnew(tasks);

        assertThatThrownBy(() -> begin(third).close()).isInstanceOf(TopicMismatch.class)
                .hasMessageContaining("'%s')", third.get(tasks));

        bench.execute("select republish('%s', '%s')".formatted(tasks, third.get(tasks)));
        bench.record(30);
        try (RelayTerm term = begin(third)) {
            RelayBench.relayAll(term);
        }
        bench.execute("update relay_position set last_offset = last_offset + 1000 where topic = '%s'".formatted(tasks));
        assertThatThrownBy(() -> begin(third).close()).isInstanceOf(TopicMismatch.class)
                .hasMessageContaining("has lost its end");
    }

    @Test
    void aTopicThatIsLostAgainWhileItIsFilledIsRefusedAgain() throws Exception {
        Map<String, String> second = madeAnew(tasks);
        bench.execute("select republish('%s', '%s')".formatted(tasks, second.get(tasks)));
        begin(second).close();
        Map<String, String> third = madeAnew(tasks);

        assertThatThrownBy(() -> begin(third).close()).isInstanceOf(TopicMismatch.class)
                .hasMessageContaining("'%s')", third.get(tasks));

        bench.execute("select republish('%s', '%s')".formatted(tasks, third.get(tasks)));
        begin(third).close();
        assertThat(bench.text("select reached from republication where topic = '%s'".formatted(tasks))).isEqualTo("0");
    }

    @Test
    void aTopicThatIsAcceptedOnceMoreWhileItIsFilledStaysBeingFilled() throws Exception {
        String acceptance = "select republish('%s', '%s')".formatted(tasks, bench.topicIds().get(tasks));
        String begun = "select begun_at from republication where ended_at is null and topic = '%s'".formatted(tasks);
        bench.execute(acceptance);
        bench.begin().close();
        String before = bench.text(begun);

        bench.execute(acceptance);

        assertThat(bench.text(begun)).isEqualTo(before).isNotEmpty();
        bench.execute("update republication set ended_at = now() where topic = '%s'".formatted(tasks));
        bench.execute(acceptance);
        assertThat(bench.text("select begun_at is null from republication where topic = '%s'".formatted(tasks)))
                .isEqualTo("t");
    }

    @Test
    void aTopicThatIsWholeIsFilledAgainAndNothingIsForgotten() throws Exception {
        Positions before = bench.outbox().positions();
        bench.execute("select republish('%s', '%s')".formatted(tasks, bench.topicIds().get(tasks)));

        bench.begin().close();

        assertThat(bench.outbox().positions()).isEqualTo(before);
        assertThat(bench.text("select reached from republication where topic = '%s'".formatted(tasks))).isEqualTo("0");
    }

    @Test
    void aTopicThatHasLostItsEndIsRefusedUntilSomebodyAcceptsIt() throws Exception {
        bench.execute("update relay_position set last_offset = last_offset + 1000 where topic = '%s'".formatted(tasks));

        assertThatThrownBy(() -> bench.begin().close()).isInstanceOf(TopicMismatch.class)
                .hasMessageContaining("topic %s has lost its end", tasks);

        bench.execute("select republish('%s', '%s')".formatted(tasks, bench.topicIds().get(tasks)));
        bench.begin().close();
        assertThat(bench.outbox().positions().within(Set.of(tasks))).isEqualTo(Positions.NONE);
    }

    @Test
    void whatWasNotedWithoutATopicsIdBelongsToTheTopicThatIsThere() throws Exception {
        bench.execute("update relay_position set topic_id = ''");
        bench.record(30);

        try (RelayTerm term = bench.begin()) {
            RelayBench.relayAll(term);
        }

        bench.assertPublishedExactlyOnce(bench.recorded());
        assertThat(bench.outbox().positions().offsets()).containsOnlyKeys(bench.topicIds()
                .entrySet()
                .stream()
                .map(topic -> Positions.key(topic.getKey(), topic.getValue()))
                .toList()
                .toArray(String[]::new));
    }

    @Test
    void aTopicOfManifestsThatWasMadeAnewDoesNotHinderPublishing() throws Exception {
        Map<String, String> present = madeAnew(bench.route().manifests());
        bench.record(30);

        try (RelayTerm term = begin(present)) {
            RelayBench.relayAll(term);
        }

        bench.assertPublishedExactlyOnce(bench.recorded());
        assertThat(bench.text("select never_went_back()")).as("it would no longer show").isEqualTo("f");
    }

    @Test
    void aDatabaseWhoseManifestsWereDeletedMayHaveGoneBack() throws Exception {
        bench.record(5);
        try (RelayTerm term = begin(bench.topicIds())) {
            RelayBench.relayAll(term);
        }
        assertThat(bench.text("select never_went_back()")).isEqualTo("t");

        TopicPartition manifests = new TopicPartition(bench.route().manifests(), 0);
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bench.bootstrapServers()))) {
            admin.deleteRecords(Map.of(manifests, RecordsToDelete.beforeOffset(-1))).all().get();
        }
        begin(bench.topicIds()).close();

        assertThat(bench.text("select never_went_back()")).isEqualTo("f");
    }

    private RelayTerm begin(Map<String, String> topicIds) throws Exception {
        return RelayTerm.begin(bench.route(), bench.outbox(), bench.life(), topicIds);
    }

    private Map<String, String> madeAnew(String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bench.bootstrapServers()))) {
            admin.deleteTopics(List.of(topic)).all().get();
            await().atMost(SOON).until(() -> !admin.listTopics().names().get().contains(topic));
        }
        return bench.topics().ensure();
    }
}
