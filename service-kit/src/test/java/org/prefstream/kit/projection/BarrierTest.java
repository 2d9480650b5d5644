package org.prefstream.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.Topic;
import org.prefstream.kit.KitDatabase;
import org.prefstream.kit.KitTopics;
import org.prefstream.kit.Notes;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.messaging.TopicIds;
import org.prefstream.kit.messaging.TopicNames;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

@QuarkusTest
class BarrierTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    @Inject
    OutboxDrain drain;

    @Inject
    AppliedOffsets applied;

    @Inject
    Notes notes;

    @Inject
    KitDatabase database;

    @Inject
    KitTopics topics;

    @Inject
    TopicNames names;

    @Inject
    TopicIds topicIds;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void theOutboxIsDrainedWhenWhatCommittedBeforeIsPublished() throws Exception {
        // Given a relay that cannot finish, and a committed change
        CompletableFuture<Positions> drained;
        long id;
        KitDatabase.Lock held = database.holdBack("relay_position");
        try {
            id = notes.write("acknowledged").await().atMost(SOON);
            drained = drain.drained(Notes.SCOPE, Deadline.in(SOON)).subscribeAsCompletionStage();
            await().during(SHORT).atMost(SOON).until(() -> !drained.isDone());
        } finally {
            held.close();
        }

        // When it can
        Positions target = drained.get();

        // Then the target is at or behind that change's record
        var record = topics.read(names.onBroker(Topic.TASKS))
                .stream()
                .filter(one -> one.key().equals(Long.toString(id)))
                .findFirst()
                .orElseThrow();
        String topic = Positions.key(record.topic(), topicIds.of(record.topic()).orElseThrow());
        assertThat(target.offsets().getOrDefault(topic, Map.of())).hasEntrySatisfying(record.partition(),
                offset -> assertThat(offset).isGreaterThanOrEqualTo(record.offset()));
    }

    @Test
    void anOutboxThatIsNotDrainedInTimeIsSaidToLag() throws Exception {
        KitDatabase.Lock held = database.holdBack("relay_position");
        try {
            notes.write("stuck").await().atMost(SOON);

            assertThatThrownBy(() -> drain.drained(Notes.SCOPE, Deadline.in(SHORT)).await().atMost(SOON))
                    .isInstanceOfSatisfying(BarrierTimedOut.class, late -> assertThat(late.status()).isEqualTo(503))
                    .hasMessageContaining("wait to be published");
        } finally {
            held.close();
        }
    }

    @Test
    void whatWasPublishedIsReachedWhenItIsApplied() throws Exception {
        // Given a published change that the copy's table cannot take yet
        CompletableFuture<Void> reached;
        long id;
        KitDatabase.Lock held = database.holdBack("note_copy");
        try {
            id = notes.write("published").await().atMost(SOON);
            Positions target = drain.drained(Notes.SCOPE, Deadline.in(SOON))
                    .await()
                    .atMost(SOON)
                    .within(Set.of(names.onBroker(Topic.TASKS)));
            assertThatThrownBy(() -> applied.reach(target, Set.of(), Deadline.in(SHORT)).await().atMost(SOON))
                    .isInstanceOf(BarrierTimedOut.class)
                    .hasMessageContaining(names.onBroker(Topic.TASKS));
            reached = applied.reach(target, Set.of(), Deadline.in(SOON)).subscribeAsCompletionStage();
        } finally {
            held.close();
        }

        // When it can
        reached.get();

        // Then
        assertThat(database.select("select words from note_copy where id = ?", id)).containsExactly("published");
    }

    @Test
    void aTargetWhoseRecordIsGoneIsReachedOnceNothingBeforeItIsLeft() throws Exception {
        String topic = topicWithRecords(5);
        deleteRecordsBefore(topic, 5);
        applied(topic, 3);

        reach(topic, 4).await().atMost(SOON);
    }

    @Test
    void aTargetOnATransactionMarkerIsReachedOnceNothingBeforeItIsLeft() throws Exception {
        String topic = topicWithRecords(5);
        applied(topic, 4);

        reach(topic, 5).await().atMost(SOON);
    }

    @Test
    void aTargetIsNotReachedWhileARecordBeforeItIsLeft() throws Exception {
        String topic = topicWithRecords(5);
        applied(topic, 3);

        assertThatThrownBy(() -> reach(topic, 5).await().atMost(SOON)).isInstanceOf(BarrierTimedOut.class)
                .hasMessageContaining(topic);
    }

    @Test
    void whatWasAppliedOfATopicIsNotThatOfAnotherOneWithItsName() throws Exception {
        // Given a copy of a topic, and another topic that was made under the same name since
        String topic = topicWithRecords(5);
        database.execute("""
                insert into applied_offset (topic, topic_id, partition, last_offset) values (?, 'former', 0, 900)
                """, topic);
        String present = Positions.key(topic, topicIds.of(topic).orElseThrow());

        // Then nothing of the present one is reached, and the former one is
        assertThatThrownBy(() -> reach(present, 4).await().atMost(SOON)).isInstanceOf(BarrierTimedOut.class)
                .hasMessageContaining(topic);
        reach(Positions.key(topic, "former"), 900).await().atMost(SOON);
    }

    private Uni<Void> reach(String topic, long offset) {
        return applied.reach(new Positions(Map.of(topic, Map.of(0, offset))), Set.of(),
                Deadline.in(Duration.ofSeconds(4)));
    }

    private void applied(String topic, long offset) {
        database.execute("insert into applied_offset (topic, partition, last_offset) values (?, 0, ?)", topic, offset);
    }

    /** {@return a topic with records at offsets from 0, and one transaction's marker behind them} */
    private String topicWithRecords(int records) throws Exception {
        String topic = "barrier-" + UUID.randomUUID();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        try (Producer<String, String> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic),
                new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(topic, "key " + i, "value")).get();
            }
            producer.commitTransaction();
        }
        return topic;
    }

    private void deleteRecordsBefore(String topic, long offset) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(offset))).all().get();
        }
    }
}
