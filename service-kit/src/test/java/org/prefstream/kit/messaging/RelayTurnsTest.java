package org.prefstream.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the relay does while more rows wait than one batch holds. */
class RelayTurnsTest {

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

        List<OutboxRow> found = bench.outbox().inTurns(0, names(), 7, 1 << 20);

        assertThat(found).extracting(OutboxRow::id).containsExactly(1L, 2L, 3L, 11L, 12L, 21L, 22L);
    }

    @Test
    void rowsUnderWayAndThoseUpToTheFloorAreLeftOut() throws Exception {
        bench.record(LARGE, 6);
        bench.record(SMALL, 6);

        List<OutboxRow> found = bench.outbox().inTurns(2, names(3, 4, 7), 100, 1 << 20);

        assertThat(found).extracting(OutboxRow::id).containsExactly(5L, 6L, 8L, 9L, 10L, 11L, 12L);
    }

    @Test
    void aFirstRowThatIsLargerThanTheLimitComesAlone() throws Exception {
        bench.record(LARGE, 3);
        bench.record(SMALL, 3);

        assertThat(bench.outbox().inTurns(0, names(), 100, 1)).extracting(OutboxRow::id).containsExactly(1L);
    }

    @Test
    void projectsWhoseRowsHaveWaitedLongestComeFirst() throws Exception {
        for (long project = 60; project > 0; project--) {
            bench.record(project, 1);
        }

        List<OutboxRow> found = bench.outbox().inTurns(0, names(), 1_000, 1 << 20);

        assertThat(found).extracting(OutboxRow::id)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 50).boxed().toList());
    }

    /** Statistics that know one project only would choose the index of ids, which holds all that others have waiting. */
    @Test
    void theRowsOfAProjectAreFoundByItsIndexWhateverTheStatisticsSay() throws Exception {
        bench.record(LARGE, 5_000);
        bench.execute("analyze outbox");
        bench.record(SMALL, 3);

        List<String> plan = new ArrayList<>();
        try (Connection connection = bench.connection(); Statement settings = connection.createStatement()) {
            connection.setAutoCommit(false);
            settings.execute(OutboxTurns.BY_INDEX);
            try (PreparedStatement explain = connection.prepareStatement("explain " + OutboxTurns.ROWS)) {
                OutboxTurns.fill(explain, 0, names(), 1_000, 1 << 20);
                ResultSet row = explain.executeQuery();
                while (row.next()) {
                    plan.add(row.getString(1));
                }
            }
        }

        assertThat(plan).filteredOn(line -> line.contains(" on outbox"))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).contains("using outbox_project"));
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
