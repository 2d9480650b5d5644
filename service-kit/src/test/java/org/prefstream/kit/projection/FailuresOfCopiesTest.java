package org.prefstream.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.Headers;
import org.prefstream.contract.TaskRecord;
import org.prefstream.contract.Topic;
import org.prefstream.kit.KitDatabase;
import org.prefstream.kit.KitTopics;
import org.prefstream.kit.NoteProjection;
import org.prefstream.kit.Notes;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

/** What becomes of a copy when something fails that is no fault of its records. */
@QuarkusTest
class FailuresOfCopiesTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    NoteProjection projection;

    @Inject
    Projector projector;

    @Inject
    TopicNames names;

    @Inject
    Handover handover;

    @Inject
    KitDatabase database;

    @Inject
    KitTopics topics;

    @Test
    void aBugInALibraryIsNoFaultOfTheRecord() {
        // Given a copy behind a driver that has a bug, for a while
        long id = ownId();
        AtomicInteger attempts = new AtomicInteger();
        Projection<TaskRecord> buggy = copy(changes -> {
            if (attempts.incrementAndGet() < 3) {
                throw new NullPointerException("in a driver");
            }
            return projection.apply(changes);
        });

        // When
        projector.apply(buggy, polled(id, "patient")).await().atMost(SOON);

        // Then
        assertThat(attempts.get()).isEqualTo(3);
        assertThat(copy(id)).containsExactly("patient");
    }

    @Test
    void whatTheDatabaseHasLostIsReadAgainBeforeWhatFollows() throws Exception {
        long id = ownId();
        loseTheLastOf(id);

        send(id + 2, "next");

        awaitCopy(id + 2, "next");
        awaitCopy(id + 1, "lost");
    }

    @Test
    void whatTheDatabaseHasLostIsReadAgainAlsoIfNothingFollows() throws Exception {
        long id = ownId();

        loseTheLastOf(id);

        awaitCopy(id + 1, "lost");
    }

    /** Two records of one partition are applied, and then the database knows nothing more of the second, as after a crash. */
    private void loseTheLastOf(long id) throws Exception {
        long earlier = send(id, "earlier").offset();
        send(id + 1, "lost");
        awaitCopy(id + 1, "lost");
        database.execute("""
                with gone as (delete from note_copy where id = ?)
                update applied_offset set last_offset = ? where topic = ? and partition = 0
                """, id + 1, earlier, tasks());
    }

    @Test
    void whatIsPolledIsMarkedWithItsAssignment() throws Exception {
        long id = ownId();

        send(id, "marked");

        awaitCopy(id, "marked");
        ConsumerRecords<String, byte[]> latest = projection.latest();
        assertThat(latest.partitions()).isNotEmpty()
                .allSatisfy(
                        partition -> assertThat(AssignmentMark.isMarked(latest.records(partition).get(0))).isTrue());
    }

    @Test
    void aBatchIsUnderWayFromThePollUntilItIsApplied() throws Exception {
        long id = ownId();
        String topic = names.onBroker(Topic.TASKS);
        KitDatabase.Lock held = database.holdBack("note_copy");
        try {
            send(id, "held up");
            await().atMost(SOON).until(() -> handover.isUnderWay(topic));
        } finally {
            held.close();
        }
        awaitCopy(id, "held up");
        await().atMost(SOON).until(() -> !handover.isUnderWay(topic));
    }

    @Test
    void aCopyWaitsForTheDiskOnlyIfSomethingWasRecorded() {
        // Given
        long id = ownId();
        List<String> whoDecides = new ArrayList<>();
        TaskRecord unusable = Notes.record(id, "unusable");
        Projection<TaskRecord> watched = copy(changes -> whoDecidesOnTheDisk().invoke(whoDecides::add)
                .chain(() -> projector
                        .setAside(List.of(new Projector.Refused(unusable, new IllegalStateException("not usable")))))
                .chain(() -> whoDecidesOnTheDisk())
                .invoke(whoDecides::add)
                .replaceWithVoid());

        // When
        projector.apply(watched, polled(id, "watched")).await().atMost(SOON);

        // Then the transaction has decided at first, and what every session has decides in the end
        assertThat(whoDecides).hasSize(2);
        assertThat(whoDecides.get(0)).isEqualTo("off session");
        assertThat(whoDecides.get(1)).doesNotContain("session");
    }

    private static Uni<String> whoDecidesOnTheDisk() {
        return Panache.getSession()
                .chain(session -> session
                        .createNativeQuery(
                                "select setting || ' ' || source from pg_settings where name = 'synchronous_commit'",
                                String.class)
                        .getSingleResult());
    }

    private static Projection<TaskRecord> copy(Function<List<Change<TaskRecord>>, Uni<Void>> apply) {
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
                return apply.apply(changes);
            }
        };
    }

    /** {@return a record as if it had been polled, from before all others} */
    private ConsumerRecords<String, byte[]> polled(long id, String words) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(tasks(), 0, 0, Long.toString(id),
                bytes(Json.write(Notes.record(id, words))));
        record.headers().add(Headers.REVISION, bytes("1"));
        return new ConsumerRecords<>(Map.of(new TopicPartition(tasks(), 0), List.of(record)), Map.of());
    }

    private RecordMetadata send(long id, String words) throws Exception {
        return topics.send(tasks(), 0, Long.toString(id), bytes(Json.write(Notes.record(id, words))),
                Map.of(Headers.REVISION, "1"));
    }

    private String tasks() {
        return names.onBroker(Topic.TASKS);
    }

    private void awaitCopy(long id, String expected) {
        await().atMost(SOON).untilAsserted(() -> assertThat(copy(id)).containsExactly(expected));
    }

    private List<String> copy(long id) {
        return database.select("select words from note_copy where id = ?", id);
    }

    private static long ownId() {
        return ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
