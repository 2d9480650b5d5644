package org.prefstream.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ids do not commit in their order, and the floor must not hide those that commit late. */
class OutboxFloorTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String INSERT = """
            insert into outbox (aggregatetype, aggregateid, type, payload, revision)
            values ('prefstream.tasks.v1', '%s', 'late', %s, %d)
            """;

    /** Each look at the clock is a second later. */
    private final AtomicLong seconds = new AtomicLong();
    private final OutboxFloor floor = new OutboxFloor(() -> Duration.ofSeconds(seconds.incrementAndGet()).toNanos());
    private final List<Long> relayed = new ArrayList<>();
    private RelayBench bench;

    @BeforeEach
    void freshBench() throws Exception {
        bench = RelayBench.fresh();
    }

    @Test
    void theFloorRisesWhenNobodyIsLate() throws Exception {
        bench.record(5);

        relay(3);

        assertThat(relayed).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(floor.present()).isEqualTo(5);
    }

    @Test
    void aRowThatCommitsLateIsRelayed() throws Exception {
        // Given a transaction that holds a low id, and relayed rows with higher ones
        try (Connection late = bench.connection(); Statement statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute(INSERT.formatted("1", "'late'", 1));
            bench.record(5);
            relay(5);
            assertThat(floor.present()).isZero();
            bench.record(5);
            relay(5);

            // When
            late.commit();
        }
        relay(5);

        // Then
        assertThat(relayed).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 1L);
        assertThat(floor.present()).isEqualTo(11);
    }

    @Test
    void aRowThatCommitsBetweenTheLookAndTheReadIsRelayed() throws Exception {
        try (Connection late = bench.connection(); Statement statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute(INSERT.formatted("1", "'late'", 1));
            bench.record(5);
            relay(3);
            late.commit();
        }

        floor.look(bench.life()::writers);
        List<OutboxRow> found = bench.outbox().oldest(floor.present(), 100, 1 << 20);
        floor.read(OutboxHead.of(found).lowest());

        assertThat(found).extracting(OutboxRow::id).containsExactly(1L);
        assertThat(floor.present()).isZero();
    }

    @Test
    void anIdThatWasTakenBeforeAnythingWasWrittenIsWaitedFor() throws Exception {
        // Given an insert that has taken its id and waits, before its transaction has got an id of its own
        try (Connection guard = bench.connection();
                Statement hold = guard.createStatement();
                Connection late = bench.connection();
                Statement statement = late.createStatement()) {
            guard.setAutoCommit(false);
            hold.execute("select pg_advisory_xact_lock(77)");
            CompletableFuture<Void> inserted = CompletableFuture.runAsync(() -> execute(statement,
                    INSERT.formatted("1", "(select 'late' from (select pg_advisory_xact_lock(77)) held)", 1)));
            await().atMost(SOON)
                    .until(() -> bench.text("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                            .equals("1"));
            bench.record(5);
            assertThat(bench.text("select min(id) from outbox")).isEqualTo("2");
            relay(5);

            // When
            guard.rollback();
            inserted.get();
        }
        relay(3);

        // Then
        assertThat(relayed).containsExactly(2L, 3L, 4L, 5L, 6L, 1L);
    }

    @Test
    void aKeysLateRevisionIsPublishedBeforeItsNextOne() throws Exception {
        try (RelayTerm term = bench.begin();
                Connection late = bench.connection();
                Statement statement = late.createStatement()) {
            // Given the first revision of a key in a transaction that is open while others are relayed
            late.setAutoCommit(false);
            statement.execute(INSERT.formatted("late", "'1'", 1));
            bench.record(30);
            RelayBench.relayAll(term);

            // When it commits, and the next one follows
            late.commit();
            late.setAutoCommit(true);
            statement.execute(INSERT.formatted("late", "'2'", 2));
            RelayBench.relayAll(term);
        }

        // Then
        assertThat(bench.published().stream().filter(record -> record.key().equals("late")))
                .extracting(ConsumerRecord::value)
                .containsExactly("1", "2");
    }

    @Test
    void theFloorRisesToRowsThatWaitForTheirTurn() throws Exception {
        bench.record(6);

        for (int round = 0; round < 4; round++) {
            floor.look(bench.life()::writers);
            List<OutboxRow> found = bench.outbox().oldest(floor.present(), 100, 1 << 20);
            floor.read(OutboxHead.of(found).lowest());
            RowNames turn = RowNames.of(found.stream().filter(row -> Set.of(1L, 2L, 6L).contains(row.id())).toList());
            bench.outbox().settle(turn, Positions.NONE);
            floor.settled(turn);
        }

        assertThat(floor.present()).isEqualTo(2);
    }

    /** Goes through the steps of a term, but for Kafka. */
    private void relay(int rounds) throws SQLException {
        for (int round = 0; round < rounds; round++) {
            floor.look(bench.life()::writers);
            List<OutboxRow> found = bench.outbox().oldest(floor.present(), 100, 1 << 20);
            floor.read(OutboxHead.of(found).lowest());
            found.forEach(row -> relayed.add(row.id()));
            bench.outbox().settle(RowNames.of(found), Positions.NONE);
            floor.settled(RowNames.of(found));
        }
    }

    private static void execute(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
