package org.prefstream.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.Topic;
import org.prefstream.kit.KitDatabase;
import org.prefstream.kit.database.Transactions;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ProjectPositionsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    ProjectPositions positions;

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    @Inject
    TopicNames names;

    @Inject
    KitDatabase database;

    private final long project = ThreadLocalRandom.current().nextLong(1_000_000, 1_000_000_000_000L);

    @Test
    void theLastRowOfEachProjectAndTopicClosesAStatement() throws Exception {
        String key = Long.toString(project);
        KitDatabase.Lock held = database.holdBack("relay_position");
        try {
            transactions
                    .write(() -> outbox.record(List.of(entry(tasks(), key + "1", project),
                            entry(tasks(), key + "2", project + 1), entry(letters(), key + "3", project),
                            entry(tasks(), key + "4", project), entry(letters(), key + "5", project))))
                    .await()
                    .atMost(SOON);

            assertThat(database.select("select aggregateid from outbox where aggregateid like ? and closes order by id",
                    key + "%")).containsExactly(key + "2", key + "4", key + "5");
        } finally {
            held.close();
        }
    }

    private List<Long> numbers(String column, String key) throws Exception {
        return database.select("select " + column + " from outbox where aggregateid = ? order by id", key)
                .stream()
                .map(Long::valueOf)
                .toList();
    }

    @Test
    void aProjectsPositionIsRaisedWithTheRowsThatAreSettledAndNeverLowered() throws Exception {
        KitDatabase.Lock held = database.holdBack("relay_position");
        try {
            String topic = "prefix-" + tasks();
            for (long offset : new long[]{50, 40}) {
                String key = project + "-" + offset;
                transactions.write(() -> outbox.record(List.of(entry(tasks(), key, project)))).await().atMost(SOON);
                RowNames rows = new RowNames(numbers("id", key), numbers("nonce", key));
                Positions sent = new Positions(Map.of(topic, Map.of(1, offset), "prefix-" + letters(), Map.of(0, 70L)));
                transactions.bulk(connection -> {
                    ProjectPositions.forget(connection, rows, sent);
                    return rows;
                });
                assertThat(numbers("id", key)).isEmpty();
            }

            assertThat(positionsOf(project)).containsExactly(topic + "/1/50");
        } finally {
            held.close();
        }
    }

    @Test
    void positionsThatRestForADayAreFoldedIntoWhatEverybodyWaitsFor() {
        String topic = "folded-" + project;
        for (long offset : new long[]{7, 9}) {
            database.execute("insert into project_position values (?, ?, '', 0, ?, now() - interval '2 days')",
                    project + offset, topic, offset);
        }
        database.execute("insert into project_position values (?, ?, '', 0, 11, now())", project, topic);

        positions.fold().await().atMost(SOON);

        assertThat(positionsOf(project)).containsExactly(topic + "/0/11");
        assertThat(positionsOf(project + 7)).isEmpty();
        assertThat(
                database.select("select last_offset from project_position where project_id = 0 and topic = ?", topic))
                .containsExactly("9");
    }

    private static String tasks() {
        return Topic.TASKS.topicName();
    }

    private String letters() {
        return names.deadLetters(Topic.TASKS);
    }

    private static OutboxEntry entry(String topicName, String key, long project) {
        return new OutboxEntry(topicName, key, "test", null,
                Map.of("ps_cause", "test", "ps_origin", "test", "ps_key", "test"), 1, project);
    }

    private List<String> positionsOf(long id) {
        return database.select(
                "select topic || '/' || partition || '/' || last_offset from project_position where project_id = ?",
                id);
    }
}
