package org.prefstream.kit.projection;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.Headers;
import org.prefstream.contract.TaskRecord;
import org.prefstream.contract.Topic;
import org.prefstream.kit.KitDatabase;
import org.prefstream.kit.KitTopics;
import org.prefstream.kit.LoggedErrors;
import org.prefstream.kit.Notes;
import org.prefstream.kit.database.Connections;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.messaging.KafkaSettings;
import org.prefstream.kit.messaging.Outbox;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.messaging.TopicIds;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/** Where a copy goes on when its topic, or itself, is not what it was. */
@QuarkusTest
class AppliedOffsetsListenerTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final int RECORDS = 6;

    @Inject
    AppliedOffsets applied;

    @Inject
    Doubts doubts;

    @Inject
    TopicIds topicIds;

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    @Inject
    TopicNames names;

    @Inject
    DataSource dataSource;

    @Inject
    Pool pool;

    @Inject
    KitDatabase database;

    @Inject
    KitTopics topics;

    @Inject
    KafkaSettings kafka;

    @Inject
    Connections connections;

    @Inject
    Replay replay;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final TopicPartition partition = new TopicPartition("assigned-" + UUID.randomUUID(), 0);
    private Readings readings;

    @BeforeEach
    void aTopicWithRecords() throws Exception {
        readings = new Readings(topicIds);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(partition.topic(), 1, (short) 1))).all().get();
        }
        for (int i = 0; i < RECORDS; i++) {
            topics.send(partition.topic(), 0, "key " + i, new byte[]{1}, Map.of());
        }
    }

    @AfterEach
    void noDoubtIsLeft() {
        database.execute("delete from copy_in_doubt where topic = ?", partition.topic());
    }

    @Test
    void aCopyGoesOnBehindWhatWasApplied() {
        given(present(), 3, "0 days");

        assertThat(assignedAt()).isEqualTo(4);
        assertThat(doubt()).isEmpty();
    }

    @Test
    void aFirstStartCastsNoDoubt() {
        assertThat(assignedAt()).isZero();
        assertThat(doubt()).isEmpty();
    }

    @Test
    void aTopicThatWasMadeAnewIsReadFromItsBeginningAndItsCopyIsInDoubt() {
        given("former", 3, "0 days");
        database.execute(
                "insert into applied_offset (topic, topic_id, partition, last_offset) values (?, 'former', 9, 1)",
                partition.topic());

        assertThat(assignedAt()).isZero();
        assertThat(doubt()).containsExactly("");

        compared();
        assertThat(assignedAt()).isZero();
        applyTo(applied, 2);
        assertThat(assignedAt()).isEqualTo(3);
        assertThat(doubt()).as("cast once").containsExactly("compared");
    }

    @Test
    void whatWasNotedWithoutATopicsIdBelongsToTheTopicThatIsThere() {
        given("", 3, "0 days");

        assertThat(assignedAt()).isEqualTo(4);
        assertThat(database.select("select topic_id from applied_offset where topic = ?", partition.topic()))
                .containsExactly(present());
        assertThat(doubt()).isEmpty();
    }

    @Test
    void aPartitionThatHasLostItsEndIsReadFromItsBeginningAndItsCopyIsInDoubt() {
        given(present(), 100, "0 days");

        assertThat(assignedAt()).isZero();
        assertThat(lastOffset()).isEmpty();
        assertThat(doubt()).containsExactly("");
    }

    @Test
    void aCopyThatWasAwayForLongerThanDeletionsStayIsInDoubtAndReadOn() {
        given(present(), 1, "30 days");

        assertThat(assignedAt()).isEqualTo(2);
        assertThat(doubt()).containsExactly("");

        compared();
        assertThat(assignedAt()).isEqualTo(2);
        applyTo(applied, 3);
        assertThat(assignedAt()).isEqualTo(4);
        assertThat(doubt()).as("cast once, and neither a batch nor another assignment ends it")
                .containsExactly("compared");
        assertThatThrownBy(() -> applied.reach(positions(3), Set.of(), Deadline.in(SHORT)).await().atMost(SOON))
                .isInstanceOf(BarrierTimedOut.class)
                .hasMessageContaining("the copy of " + partition.topic());
    }

    @Test
    void aCopyThatWasAwayAndKnowsItsOwnerIsComparedWithoutAWord() {
        given(present(), 1, "30 days");
        assignedAt();
        assertThat(comparison()).as("no owner is known").containsExactly("f f");
        noDoubtIsLeft();

        applyTo(applied, 1, UUID.randomUUID());
        isAway();
        assignedAt();

        assertThat(comparison()).containsExactly("t t");
    }

    @Test
    void aDoubtForAnotherReasonWaitsForAWordAndGoesOnWaiting() {
        applyTo(applied, 1, UUID.randomUUID());
        isAway();
        assignedAt();
        assertThat(comparison()).containsExactly("t t");

        database.execute("update applied_offset set last_offset = 100 where topic = ?", partition.topic());
        assignedAt();
        assertThat(comparison()).as("it has lost its end").containsExactly("f f");

        applyTo(applied, 1, UUID.randomUUID());
        isAway();
        assignedAt();
        assertThat(comparison()).as("it was away besides").containsExactly("f f");

        database.select("select compare_copy(?)", partition.topic());
        assertThat(comparison()).containsExactly("t f");
    }

    @Test
    void theFirstOwnerOfACopyStaysNotedAlsoWhenItsPositionIsForgotten() {
        UUID owner = UUID.randomUUID();
        applyTo(applied, 1);
        assertThat(owner()).isEmpty();
        applyTo(applied, 2, owner);
        applyTo(applied, 3, UUID.randomUUID());
        database.execute("update applied_offset set topic_id = 'former' where topic = ?", partition.topic());
        assignedAt();
        assertThat(lastOffset()).isEmpty();

        applyTo(applied, 1, UUID.randomUUID());

        assertThat(owner()).containsExactly(owner.toString());
    }

    @Test
    void aNewDoubtBeginsTheComparisonAnew() {
        given(present(), 1, "30 days");
        assignedAt();
        compared();
        database.execute("update applied_offset set last_offset = 100 where topic = ?", partition.topic());

        assertThat(assignedAt()).isZero();

        assertThat(doubt()).containsExactly("");
    }

    @Test
    void aCopyOfATopicOnWhichNothingHappenedSinceIsNotInDoubt() {
        given(present(), RECORDS - 1, "300 days");

        assertThat(assignedAt()).isEqualTo(RECORDS);
        assertThat(doubt()).isEmpty();
    }

    @Test
    void aCopyThatHoldsEverythingIsNotedAsComplete() {
        given(present(), RECORDS - 1, "300 days");
        assignedAt();

        new CopyAge(readings, applied, new LogProbe(kafka)).note();

        assertThat(isNotedSince("1 day")).isTrue();
    }

    @Test
    void aCopyThatLagsIsNotNotedAsComplete() {
        given(present(), RECORDS - 3, "20 days");
        assignedAt();

        new CopyAge(readings, applied, new LogProbe(kafka)).note();

        assertThat(isNotedSince("1 day")).isFalse();
    }

    @Test
    void aPartitionThatIsReadAnewWhileTheServiceRunsIsLowered() {
        AppliedOffsets own = new AppliedOffsets(dataSource, pool, new LogProbe(kafka), readings);
        given(present(), 100, "0 days");
        readings.begin(partition, present(), 100);

        transactions.write(() -> own.raise(new Positions(Map.of(partition.topic(), Map.of(0, 2L))), Map.of()))
                .await()
                .atMost(SOON);
        assertThat(lastOffset()).containsExactly("2");

        readings.handled(new Positions(Map.of(partition.topic(), Map.of(0, 2L))));
        transactions.write(() -> own.raise(new Positions(Map.of(partition.topic(), Map.of(0, 4L))), Map.of()))
                .await()
                .atMost(SOON);
        assertThat(lastOffset()).containsExactly("4");
    }

    @Test
    void aPartitionThatWasLoweredHasLostNothing() {
        AppliedOffsets own = new AppliedOffsets(dataSource, pool, new LogProbe(kafka), readings);
        given(present(), 100, "0 days");
        readings.begin(partition, present(), 100);

        applyTo(own, 2);
        applyTo(own, 4);

        assertThat(lastOffset()).containsExactly("4");
    }

    @Test
    void aPartitionThatWasLoweredWaitsForTheDisk() {
        AppliedOffsets own = new AppliedOffsets(dataSource, pool, new LogProbe(kafka), readings);
        given(present(), 100, "0 days");
        readings.begin(partition, present(), 100);
        List<String> deciders = new ArrayList<>();

        copies().write(partition.topic(), readings.handled(),
                () -> whoDecidesOnTheDisk().invoke(deciders::add)
                        .chain(() -> own.raise(positions(2), Map.of()))
                        .chain(() -> whoDecidesOnTheDisk().invoke(deciders::add))
                        .replaceWithVoid())
                .await()
                .atMost(SOON);

        assertThat(deciders).hasSize(2).startsWith("session");
        assertThat(deciders.get(1)).isNotEqualTo("session");
    }

    @Test
    void nothingIsAppliedBehindWhatTheDatabaseHasLost() {
        given(present(), 3, "0 days");
        readings.begin(partition, present(), 3);
        readings.handled(positions(5));

        assertThatThrownBy(() -> applyTo(applied, 6)).isInstanceOf(CopyFellBehind.class);

        assertThat(lastOffset()).containsExactly("3");
        assertThat(assignedAt()).isEqualTo(4);
    }

    @Test
    void whatWasAppliedOfAFormerTopicHidesNoLoss() {
        given("former", 100, "0 days");
        assertThat(assignedAt()).isZero();
        readings.handled(positions(5));

        assertThatThrownBy(() -> applyTo(applied, 6)).isInstanceOf(CopyFellBehind.class);
    }

    @Test
    void whatWasPolledBeforeItsPartitionWasAssignedAnewIsNotApplied() {
        given(present(), 3, "0 days");
        assertThat(assignedAt()).isEqualTo(4);
        ConsumerRecord<String, byte[]> beyond = polledAt(9);
        readings.end(partition);
        assertThat(assignedAt()).isEqualTo(4);

        apply(beyond);
        assertThat(lastOffset()).containsExactly("3");

        apply(polledAt(4));
        assertThat(lastOffset()).containsExactly("4");
    }

    @Test
    void whatWasPolledOfAPartitionThatIsNoLongerReadIsNotApplied() {
        given(present(), 3, "0 days");
        assertThat(assignedAt()).isEqualTo(4);
        ConsumerRecord<String, byte[]> late = polledAt(9);
        readings.end(partition);

        apply(late);

        assertThat(lastOffset()).containsExactly("3");
    }

    /** {@return a record as the consumer of a channel gives it} */
    private ConsumerRecord<String, byte[]> polledAt(long offset) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(partition.topic(), 0, offset, "1",
                Json.write(Notes.record(1, "polled")).getBytes(StandardCharsets.UTF_8));
        record.headers().add(Headers.REVISION, new byte[]{'1'});
        AssignmentMark.mark(record, readings.assignment(partition));
        return record;
    }

    private void apply(ConsumerRecord<String, byte[]> record) {
        AppliedOffsets own = new AppliedOffsets(dataSource, pool, new LogProbe(kafka), readings);
        new Projector(transactions, outbox, own, readings, names, copies(), replay, new Handover())
                .apply(copy(() -> Uni.createFrom().voidItem()),
                        new ConsumerRecords<>(Map.of(partition, List.of(record)), Map.of()))
                .await()
                .atMost(SOON);
    }

    private CopyTransactions copies() {
        return new CopyTransactions(transactions, connections, readings);
    }

    private void applyTo(AppliedOffsets offsets, long last) {
        applyTo(offsets, last, Map.of());
    }

    private void applyTo(AppliedOffsets offsets, long last, UUID owner) {
        applyTo(offsets, last, Map.of(partition, owner));
    }

    private void applyTo(AppliedOffsets offsets, long last, Map<TopicPartition, UUID> owners) {
        copies().write(partition.topic(), readings.handled(), () -> offsets.raise(positions(last), owners))
                .await()
                .atMost(SOON);
        readings.handled(positions(last));
    }

    private Positions positions(long last) {
        return new Positions(Map.of(partition.topic(), Map.of(0, last)));
    }

    /** {@return {@code session} if the transaction itself has decided whether it waits for the disk} */
    private static Uni<String> whoDecidesOnTheDisk() {
        return Panache.getSession()
                .chain(session -> session
                        .createNativeQuery("select source from pg_settings where name = 'synchronous_commit'",
                                String.class)
                        .getSingleResult());
    }

    @Test
    void aTopicThatIsMadeAnewWhileItIsReadIsRefused() {
        readings.begin(partition, "former", 3);

        try (LoggedErrors errors = LoggedErrors.insteadOfLog(Readings.class.getName())) {
            readings.check(partition.topic());

            assertThat(errors.messages()).singleElement().asString().contains("was made anew while it was read");
        }
        assertThat(readings.refusal(partition.topic())).isPresent();
    }

    @Test
    void aTopicThatIsStillTheSameIsNotRefused() {
        readings.begin(partition, present(), 3);

        readings.check(partition.topic());

        assertThat(readings.refusal(partition.topic())).isEmpty();
    }

    @Test
    void nothingIsAppliedOfARefusedTopic() {
        String tasks = names.onBroker(Topic.TASKS);
        Projector projector = new Projector(transactions, outbox, applied, readings, names, copies(), replay,
                new Handover());
        try (LoggedErrors errors = LoggedErrors.insteadOfLog(Readings.class.getName())) {
            readings.refuse(tasks, "refused by a test");
            assertThat(errors.messages()).hasSize(1);
        }
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(tasks, 0, 0, "1",
                Json.write(Notes.record(1, "refused")).getBytes(StandardCharsets.UTF_8));
        record.headers().add(Headers.REVISION, new byte[]{'1'});
        AtomicInteger calls = new AtomicInteger();

        CompletableFuture<Void> refused = projector
                .apply(counting(calls),
                        new ConsumerRecords<>(Map.of(new TopicPartition(tasks, 0), List.of(record)), Map.of()))
                .subscribeAsCompletionStage();

        await().during(SHORT).atMost(SOON).until(() -> calls.get() == 0 && !refused.isDone());
    }

    private static Projection<TaskRecord> counting(AtomicInteger calls) {
        return copy(() -> {
            calls.incrementAndGet();
            return Uni.createFrom().failure(new IllegalStateException("it was refused"));
        });
    }

    private static Projection<TaskRecord> copy(Supplier<Uni<Void>> apply) {
        return new Projection<>() {

            @Override
            public Topic topic() {
                return Topic.TASKS;
            }

            @Override
            public HeldKeys held() {
                return HeldKeys.none();
            }

            @Override
            public Uni<Void> apply(List<Change<TaskRecord>> changes) {
                return apply.get();
            }
        };
    }

    private List<String> doubt() {
        return database.select("select reached from copy_in_doubt where topic = ?", partition.topic());
    }

    private void compared() {
        database.execute("update copy_in_doubt set reached = 'compared' where topic = ?", partition.topic());
    }

    private void given(String topicId, long lastOffset, String ago) {
        database.execute("""
                insert into applied_offset (topic, topic_id, partition, last_offset, current_at)
                values (?, ?, 0, ?, clock_timestamp() - cast(? as interval))
                """, partition.topic(), topicId, lastOffset, ago);
    }

    private void isAway() {
        database.execute(
                "update applied_offset set current_at = clock_timestamp() - interval '30 days' where topic = ?",
                partition.topic());
    }

    private List<String> comparison() {
        return database.select("select concat_ws(' ', comparing, unless_gone_back) from copy_in_doubt where topic = ?",
                partition.topic());
    }

    private List<String> owner() {
        return database.select("select outbox from copy_owner where topic = ?", partition.topic());
    }

    private List<String> lastOffset() {
        return database.select("select last_offset from applied_offset where topic = ?", partition.topic());
    }

    private boolean isNotedSince(String ago) {
        return database.select(
                "select current_at > clock_timestamp() - cast(? as interval) from applied_offset where topic = ?", ago,
                partition.topic()).equals(List.of("t"));
    }

    private String present() {
        return topicIds.of(partition.topic()).orElseThrow();
    }

    /** {@return where a consumer goes on when the partition is assigned to it} */
    private long assignedAt() {
        AppliedOffsetsListener listener = new AppliedOffsetsListener(applied, readings, doubts, topicIds);
        try (Consumer<String, byte[]> consumer = topics.consumer(Map.of())) {
            consumer.assign(List.of(partition));
            listener.onPartitionsAssigned(consumer, List.of(partition));
            return consumer.position(partition);
        }
    }
}
