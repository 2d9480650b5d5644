package org.prefstream.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.Headers;
import org.prefstream.contract.Topic;
import org.prefstream.kit.KitDatabase;
import org.prefstream.kit.KitTopics;
import org.prefstream.kit.NoteProjection;
import org.prefstream.kit.Notes;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ProjectionTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Notes notes;

    @Inject
    NoteProjection projection;

    @Inject
    Projector projector;

    @Inject
    TopicNames names;

    @Inject
    KitDatabase database;

    @Inject
    KitTopics topics;

    @Test
    void whatWasDeletedStaysAwayWhateverArrivesLate() throws Exception {
        // Given a note that was copied and deleted again
        long id = notes.write("soon gone").await().atMost(SOON);
        awaitCopy(id, "1 soon gone");
        notes.delete(id, 2).await().atMost(SOON);
        awaitCopy(id, "2 deleted");

        // When a read-through that began before the deletion answers, and everything is delivered again
        projector.apply(projection, new Change<>(Long.toString(id), 1, Notes.record(id, "soon gone")))
                .await()
                .atMost(SOON);
        replayFromTheBeginning();

        // Then
        assertThat(copy(id)).isEqualTo("2 deleted");
    }

    @Test
    void whatIsAppliedAgainChangesNothing() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(notes.write("note " + i).await().atMost(SOON));
        }
        ids.subList(0, 5).forEach(id -> notes.delete(id, 2).await().atMost(SOON));
        awaitCopy(ids.get(19), "1 note 19");
        awaitCopy(ids.get(4), "2 deleted");
        assertThat(database.select("select outbox from copy_owner where topic = ?", tasks()))
                .isEqualTo(database.select("select id from outbox_identity"));
        await().atMost(SOON).until(() -> copies(ids).size() == ids.size());
        List<String> before = copies(ids);

        replayFromTheBeginning();

        assertThat(copies(ids)).isEqualTo(before);
    }

    @Test
    void whatCannotBeAppliedIsPutAsideAndThePartitionGoesOn() throws Exception {
        // Given five records that no copy can hold
        long id = ownId();
        String good = Json.write(Notes.record(id, "good"));
        List<Refused> refused = List.of(
                new Refused(id, "{\"task_id\": oops", Map.of(Headers.REVISION, "1"), "JsonParseException"),
                new Refused(id, good, Map.of(), Headers.REVISION),
                new Refused(id, good, Map.of(Headers.REVISION, "first"), "NumberFormatException"),
                new Refused(id + 1, good, Map.of(Headers.REVISION, "1"), "not that of the value"), new Refused(id + 2,
                        Json.write(Notes.record(id + 2, "nul \u0000")), Map.of(Headers.REVISION, "1"), "22021"));
        Map<String, Refused> byOrigin = new HashMap<>();
        for (Refused one : refused) {
            RecordMetadata sent = topics.send(tasks(), 0, Long.toString(one.key()), bytes(one.value()), one.headers());
            byOrigin.put("%s-%d-%d".formatted(sent.topic(), sent.partition(), sent.offset()), one);
        }

        // When a good one follows
        topics.send(tasks(), 0, Long.toString(id), bytes(good), Map.of(Headers.REVISION, "1"));

        // Then
        awaitCopy(id, "1 good");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deadLetters()).containsKeys(byOrigin.keySet().toArray(String[]::new)));
        Map<String, ConsumerRecord<String, byte[]>> letters = deadLetters();
        byOrigin.forEach((origin, one) -> {
            ConsumerRecord<String, byte[]> letter = Objects.requireNonNull(letters.get(origin));
            assertThat(Base64.getDecoder().decode(text(letter.value()))).asString(StandardCharsets.UTF_8)
                    .isEqualTo(one.value());
            assertThat(header(letter, "ps_cause")).contains(one.cause());
            assertThat(header(letter, "ps_origin")).isEqualTo(origin);
            assertThat(header(letter, "ps_key")).isEqualTo(Long.toString(one.key()));
        });
        assertThat(copy(id + 1)).isEmpty();
        assertThat(copy(id + 2)).isEmpty();
    }

    private record Refused(long key, String value, Map<String, String> headers, String cause) {
    }

    @Test
    void aPartitionGoesOnBehindWhatTheDatabaseSaysIsApplied() throws Exception {
        // Given two records of one partition, applied, of which the database then forgets the later one
        long id = ownId();
        long earlier = send(id, "earlier").offset();
        send(id + 1, "later");
        awaitCopy(id + 1, "1 later");
        database.execute("delete from note_copy where id in (?, ?)", id, id + 1);
        database.execute("update applied_offset set last_offset = ? where topic = ? and partition = 0", earlier,
                tasks());

        // When its partition is assigned anew
        rebalance();

        // Then the later one is applied again, and the earlier one is not
        awaitCopy(id + 1, "1 later");
        assertThat(copy(id)).isEmpty();
    }

    @Test
    void aDatabaseThatFailsInTheMiddleOfABatchIsWaitedFor() throws Exception {
        // Given a batch that waits for the table
        long id;
        KitDatabase.Lock held = database.holdBack("note_copy");
        try {
            id = notes.write("patient").await().atMost(SOON);
            await().atMost(SOON).until(() -> !waitingBackends().isEmpty());

            // When the server throws its connection out
            waitingBackends().forEach(pid -> KitDatabase.asAdministrator("select pg_terminate_backend(" + pid + ")"));
            await().atMost(SOON).until(() -> !waitingBackends().isEmpty());
        } finally {
            held.close();
        }

        // Then
        awaitCopy(id, "1 patient");
        assertThat(deadLetters().values()).extracting(letter -> header(letter, "ps_key"))
                .doesNotContain(Long.toString(id));
    }

    private static List<String> waitingBackends() {
        return KitDatabase.asAdministrator("""
                select pid from pg_stat_activity
                where datname = 'kit' and wait_event_type = 'Lock' and query like '%note_copy%'
                """);
    }

    /** Lets another member join the group and leave it again, as a second replica would. */
    private void rebalance() {
        Map<String, Object> member = Map.of(ConsumerConfig.GROUP_ID_CONFIG,
                tasks().replace("prefstream.tasks.v1", "prefstream.kit-test.tasks"));
        try (Consumer<String, byte[]> other = topics.consumer(member)) {
            other.subscribe(List.of(tasks()));
            await().atMost(SOON).until(() -> {
                other.poll(Duration.ofMillis(100));
                return !other.assignment().isEmpty();
            });
        }
    }

    private void replayFromTheBeginning() {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> records = new HashMap<>();
        topics.read(tasks())
                .forEach(record -> records
                        .computeIfAbsent(new TopicPartition(record.topic(), record.partition()), p -> new ArrayList<>())
                        .add(record));
        projector.apply(projection, new ConsumerRecords<>(records, Map.of())).await().atMost(SOON);
    }

    private RecordMetadata send(long id, String words) throws Exception {
        return topics.send(tasks(), 0, Long.toString(id), bytes(Json.write(Notes.record(id, words))),
                Map.of(Headers.REVISION, "1"));
    }

    private Map<String, ConsumerRecord<String, byte[]>> deadLetters() {
        Map<String, ConsumerRecord<String, byte[]>> letters = new HashMap<>();
        topics.read(names.onBroker(names.deadLetters(Topic.TASKS)))
                .forEach(letter -> letters.put(letter.key(), letter));
        return letters;
    }

    private String tasks() {
        return names.onBroker(Topic.TASKS);
    }

    private void awaitCopy(long id, String expected) {
        await().atMost(SOON).untilAsserted(() -> assertThat(copy(id)).isEqualTo(expected));
    }

    private String copy(long id) {
        return String.join("", copies(List.of(id)));
    }

    private List<String> copies(List<Long> ids) {
        return database.select("""
                select revision || ' ' || case when deleted then 'deleted' else words end from note_copy
                where id in (%s) order by id
                """.formatted(String.join(",", ids.stream().map(String::valueOf).toList())));
    }

    private static long ownId() {
        return ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
