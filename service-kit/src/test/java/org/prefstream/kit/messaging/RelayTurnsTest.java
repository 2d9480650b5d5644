package org.prefstream.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the relay does while more rows wait than one batch holds. */
class RelayTurnsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int ROWS = RelayBench.BATCH_ROWS;
    private static final long LARGE = 1;
    private static final long SMALL = 2;

    private RelayBench bench;

    @BeforeEach
    void freshBench() throws Exception {
        bench = RelayBench.fresh();
    }

    @Test
    void aSmallProjectDoesNotWaitBehindALargeOne() throws Exception {
        bench.record(LARGE, 20 * ROWS);
        bench.record(SMALL, 3);

        try (RelayTerm term = bench.begin()) {
            relay(term);
            relay(term);
            term.read(1, 1); // waits until the two are settled

            assertThat(bench.text("select count(*) from outbox where project_id = 2")).isEqualTo("0");
            assertThat(bench.text("select count(*) from outbox where project_id = 1"))
                    .isEqualTo(Integer.toString(18 * ROWS + 3));
        }
        try (RelayTerm term = bench.begin()) {
            RelayBench.relayAll(term);
        }
        bench.assertPublishedExactlyOnce(bench.recorded());
    }

    @Test
    void projectsTakeEqualTurns() throws Exception {
        for (long project = 1; project <= 3; project++) {
            bench.record(project, 10);
        }

        OutboxHead found = bench.outbox().inTurns(0, names(), 7, 1 << 20);

        assertThat(found.rows()).extracting(OutboxRow::id).containsExactly(1L, 2L, 3L, 11L, 12L, 21L, 22L);
    }

    @Test
    void rowsUnderWayAndThoseUpToTheFloorAreLeftOut() throws Exception {
        bench.record(LARGE, 6);
        bench.record(SMALL, 6);

        OutboxHead found = bench.outbox().inTurns(2, names(3, 4, 7), 100, 1 << 20);

        assertThat(found.lowest()).isEqualTo(5);
        assertThat(found.rows()).extracting(OutboxRow::id).containsExactly(5L, 6L, 8L, 9L, 10L, 11L, 12L);
    }

    @Test
    void aFirstRowThatIsLargerThanTheLimitComesAlone() throws Exception {
        bench.record(LARGE, 3);
        bench.record(SMALL, 3);

        assertThat(bench.outbox().inTurns(0, names(), 100, 1).rows()).extracting(OutboxRow::id).containsExactly(1L);
    }

    @Test
    void projectsWhoseRowsHaveWaitedLongestComeFirst() throws Exception {
        for (long project = 60; project > 0; project--) {
            bench.record(project, 1);
        }

        OutboxHead found = bench.outbox().inTurns(0, names(), 50, 1 << 20);

        assertThat(found.rows()).extracting(OutboxRow::id)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 50).boxed().toList());
    }

    /** The floor rests on the lowest row that waits, in however many projects others are under way. */
    @Test
    void theLowestRowThatWaitsIsFoundBehindThoseThatAreUnderWay() throws Exception {
        for (long project = 1; project <= 61; project++) {
            bench.record(project, 1);
        }
        for (long project = 1; project <= 60; project++) {
            bench.record(project, 1);
        }

        OutboxHead found = bench.outbox().inTurns(0, names(LongStream.rangeClosed(1, 60).toArray()), 20, 1 << 20);

        assertThat(found.lowest()).isEqualTo(61);
        assertThat(found.rows()).hasSize(20).extracting(OutboxRow::id).startsWith(61L);
    }

    @Test
    void nothingWaitsWhereAllIsUnderWay() throws Exception {
        bench.record(LARGE, 3);

        OutboxHead found = bench.outbox().inTurns(0, names(1, 2, 3), 20, 1 << 20);

        assertThat(found.lowest()).isEqualTo(OutboxHead.NOTHING_WAITS);
        assertThat(found.rows()).isEmpty();
    }

    /** Large rows of a few projects would otherwise fill each batch before anybody else's turn. */
    @Test
    void projectsWithRowsUnderWayComeLast() throws Exception {
        bench.record(LARGE, 3);
        bench.record(SMALL, 3);

        OutboxHead found = bench.outbox().inTurns(0, names(1), 1, 1 << 20);

        assertThat(found.rows()).extracting(OutboxRow::id).containsExactly(4L);
        assertThat(found.lowest()).isEqualTo(2);
    }

    /** Statistics that know one project only would choose the index of ids, which holds all that others have waiting. */
    @Test
    void rowsAreFoundByTheirIndexesWhereStatisticsKnowOneProject() throws Exception {
        bench.record(LARGE, 5_000);
        bench.execute("analyze outbox");
        bench.record(SMALL, 3);

        assertRowsAreFoundByTheirIndexes();
    }

    /** What looks like next to nothing would be read as a whole, for each row under way. */
    @Test
    void rowsAreFoundByTheirIndexesWhereStatisticsKnowNextToNone() throws Exception {
        bench.record(LARGE, 5_000);
        bench.execute("delete from outbox where id <= 4990");
        bench.execute("vacuum (truncate off, analyze) outbox");
        bench.record(SMALL, 5_000);

        assertRowsAreFoundByTheirIndexes();
    }

    private void assertRowsAreFoundByTheirIndexes() throws SQLException {
        for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
            List<String> plan = plan(mode, names(LongStream.rangeClosed(4_991, 5_990).toArray()));

            assertThat(plan).as(mode).noneMatch(line -> line.contains("Seq Scan"));
            assertThat(plan).as(mode)
                    .filteredOn(line -> line.contains("Index"))
                    .filteredOn(line -> line.contains(" outbox_"))
                    .extracting(line -> line.replaceFirst(".* (?:using|on) (outbox_\\w+) .*", "$1"))
                    .containsExactlyInAnyOrder("outbox_closing", "outbox_closing", "outbox_project", "outbox_project",
                            "outbox_pkey");
        }
    }

    /** The relay looks many times while an import is stored, the rows of which it does not see before the commit. */
    @Test
    void rowsOfAnImportThatHasNotCommittedAreNotWalkedOver() throws Exception {
        bench.execute("analyze outbox");
        try (Connection importing = bench.connection()) {
            importing.setAutoCommit(false);
            try (Statement insert = importing.createStatement()) {
                insert.execute("""
                        insert into outbox (aggregatetype, aggregateid, type, payload, revision, project_id, closes)
                        select 'prefstream.tasks.v1', cast(id as text), 'type', '{}', 1, 1, id %% 1000 = 0
                        from generate_series(1, %d) id""".formatted(5_000));
            }

            assertThat(plan(OutboxTable.OLDEST, "bigint, int, bigint", "0, 1000, 1048576", "force_generic_plan"))
                    .filteredOn(line -> line.contains("outbox_pkey"))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).contains("never executed"));

            importing.commit();
            assertThat(bench.outbox().oldest(0, 7, 1 << 20)).hasSize(7);
        }
    }

    private List<String> plan(String mode, RowNames underWay) throws SQLException {
        String ids = underWay.ids().toString().replace('[', '{').replace(']', '}');
        return plan(OutboxTurns.ROWS, "bigint[], bigint, int, int, int, bigint",
                "'" + ids + "', 0, 1000, 1000, 1000, 1048576", mode);
    }

    /** {@return how the statement was executed, line by line} */
    private List<String> plan(String sql, String types, String values, String mode) throws SQLException {
        List<String> plan = new ArrayList<>();
        try (Connection connection = bench.connection(); Statement settings = connection.createStatement()) {
            connection.setAutoCommit(false);
            settings.execute(OutboxTurns.BY_INDEX);
            settings.execute("set local plan_cache_mode = " + mode);
            settings.execute("prepare asked (" + types + ") as " + numbered(sql));
            ResultSet row = settings.executeQuery("explain (analyze) execute asked (" + values + ")");
            while (row.next()) {
                plan.add(row.getString(1));
            }
            settings.execute("deallocate asked");
        }
        return plan;
    }

    /** {@return the statement with numbers instead of question marks} */
    private static String numbered(String sql) {
        AtomicInteger number = new AtomicInteger();
        return Pattern.compile("\\?").matcher(sql).replaceAll(mark -> "\\$" + number.incrementAndGet());
    }

    /** Rows that were read beside a batch must not overtake those of their key that were committed meanwhile. */
    @Test
    void keysKeepTheirOrderWhileOthersRecord() throws Exception {
        bench.record(LARGE, 10 * ROWS);

        try (RelayTerm term = bench.begin()) {
            CompletableFuture<Void> writers = CompletableFuture.runAsync(this::recordMeanwhile);
            while (!writers.isDone()) {
                relay(term);
            }
            writers.get();
            RelayBench.relayAll(term);
        }

        bench.assertPublishedExactlyOnce(bench.recorded());
    }

    private void recordMeanwhile() {
        try {
            for (int round = 0; round < 40; round++) {
                bench.record(1 + round % 3, 1 + round % ROWS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takeover takes several batches that are committed and not settled for those of a database that went back. */
    @Test
    void aBatchIsCommittedOnlyWhenTheOneBeforeItIsSettled() throws Exception {
        bench.record(LARGE, 5 * ROWS);
        try (RelayTerm term = bench.begin(); Connection other = bench.connection()) {
            CompletableFuture<Void> third = relayThirdWhileTheSecondCannotBeSettled(term, other);

            await().atMost(SOON).until(() -> bench.sent() >= 3 * ROWS);
            assertThat(bench.published()).hasSize(2 * ROWS);
            assertThat(third).isNotDone();

            other.rollback();
            third.get();
            assertThat(bench.published()).hasSize(3 * ROWS);
        }
    }

    @Test
    void theEndOfATermWaitsForWhatIsBeingSettled() throws Exception {
        bench.record(LARGE, 5 * ROWS);
        try (RelayTerm term = bench.begin(); Connection other = bench.connection()) {
            CompletableFuture<Void> third = relayThirdWhileTheSecondCannotBeSettled(term, other);
            await().atMost(SOON).until(() -> bench.sent() >= 3 * ROWS);

            Runnable close = term::close;
            Thread ending = new Thread(() -> {
                Thread.currentThread().interrupt(); // as a process that stops does
                close.run();
            });
            ending.start();
            await().atMost(SOON).until(() -> ending.getState() == Thread.State.TIMED_WAITING);
            ending.interrupt();
            await().atMost(SOON).until(() -> !ending.isInterrupted());
            await().atMost(SOON).until(() -> ending.getState() == Thread.State.TIMED_WAITING);
            assertThat(bench.text("select count(*) from outbox")).isEqualTo(Integer.toString(4 * ROWS));

            other.rollback();
            ending.join();
            assertThat(bench.text("select count(*) from outbox")).isEqualTo(Integer.toString(3 * ROWS));
            assertThat(third).failsWithin(SOON);
        }
        try (RelayTerm last = bench.begin()) {
            RelayBench.relayAll(last);
        }
        bench.assertPublishedExactlyOnce(bench.recorded());
        assertThat(bench.life().identity().epoch()).isZero();
    }

    /** Relays three batches, of which the second one waits to be settled for a lock that the other connection holds. */
    private CompletableFuture<Void> relayThirdWhileTheSecondCannotBeSettled(RelayTerm term, Connection other)
            throws Exception {
        relay(term);
        await().atMost(SOON).until(() -> bench.text("select count(*) from outbox").equals(Integer.toString(4 * ROWS)));
        other.setAutoCommit(false);
        try (Statement lock = other.createStatement()) {
            lock.execute("select from relay_position for update");
        }
        relay(term);
        return CompletableFuture.runAsync(() -> {
            try {
                relay(term);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** What was settled behind a batch is what the successor finds settled. */
    @Test
    void aTermThatEndsBehindAFullBatchLeavesNoDoubt() throws Exception {
        bench.record(LARGE, 5 * ROWS);

        for (int term = 0; term < 3; term++) {
            try (RelayTerm present = bench.begin()) {
                relay(present);
            }
        }
        try (RelayTerm last = bench.begin()) {
            RelayBench.relayAll(last);
        }

        bench.assertPublishedExactlyOnce(bench.recorded());
        assertThat(bench.life().identity().epoch()).isZero();
    }

    private static void relay(RelayTerm term) throws Exception {
        term.relay(ROWS, RelayBench.BATCH_BYTES);
    }

    private static RowNames names(long... ids) {
        List<Long> named = LongStream.of(ids).boxed().toList();
        return new RowNames(named, named);
    }
}
