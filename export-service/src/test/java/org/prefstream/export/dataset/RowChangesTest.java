package org.prefstream.export.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.export.Ids;
import org.prefstream.export.Owners;
import org.prefstream.export.Records;
import org.prefstream.kit.database.SessionStatements;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.projection.Change;
import org.prefstream.kit.projection.Projector;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RowChangesTest {

    private static final int WRITERS = 5;
    private static final Duration HAMMERING = Duration.ofSeconds(5);
    private static final double SLEEP_MAX_SECONDS = 0.03;

    @Inject
    Projector projector;

    @Inject
    Transactions transactions;

    @Inject
    PreferenceProjection projection;

    @Inject
    RowChanges changes;

    @Inject
    DataSource dataSource;

    private final Audience audience = new Audience(Ids.next(), null);

    @Test
    void aReaderMissesNothingWhileSeveralWritersCommit() {
        Map<String, Long> written = new ConcurrentHashMap<>();
        AtomicBoolean isOver = new AtomicBoolean();
        List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> write(written, isOver), RowChangesTest::start))
                .toList();
        Map<String, Long> read = new HashMap<>();
        long position = 0;
        for (long begun = System.nanoTime(); System.nanoTime() - begun < HAMMERING.toNanos();) {
            position = readOn(position, read);
        }

        isOver.set(true);
        writers.forEach(CompletableFuture::join);
        readOn(position, read);

        assertThat(read).hasSizeGreaterThan(WRITERS).isEqualTo(written);
    }

    @Test
    void aPositionThatACrashHasTakenAwayIsNotGivenOutAgain() throws SQLException {
        apply(List.of(row(Ids.next(), 1)));
        long seen = changes.last().await().atMost(Owners.SOON);
        try (Connection connection = dataSource.getConnection(); Statement crash = connection.createStatement()) {
            crash.execute("update preference_head set last_position = last_position - 1000000");
        }

        apply(List.of(row(Ids.next(), 1)));

        RowPage page = changes.behind(audience, seen).await().atMost(Owners.SOON);
        assertThat(page.changes()).hasSize(1);
    }

    @Test
    void aChangeThatIsNoneKeepsItsPlace() {
        Change<PreferenceRecord> row = row(Ids.next(), 2);
        apply(List.of(row));
        RowPage before = changes.behind(audience, 0).await().atMost(Owners.SOON);

        apply(List.of(row));
        apply(List.of(new Change<>(row.key(), 1, null)));

        assertThat(changes.behind(audience, 0).await().atMost(Owners.SOON).changes()).isEqualTo(before.changes());
    }

    @Test
    void aDeletionOfWhatWasNeverThereIsNoChange() {
        long last = changes.last().await().atMost(Owners.SOON);

        apply(List.of(new Change<>(PreferenceRecord.key(Ids.next(), "comparison", 0, 1), 1, null)));

        assertThat(changes.behind(audience, last).await().atMost(Owners.SOON).changes()).isEmpty();
    }

    private static void start(Runnable task) {
        new Thread(task, "writes rows").start();
    }

    /** Commits some rows at a time, new ones and edits, and each time after a while of its own. */
    private void write(Map<String, Long> written, AtomicBoolean isOver) {
        long annotationId = Ids.next();
        for (long revision = 1; !isOver.get(); revision++) {
            List<Change<PreferenceRecord>> rows = List.of(row(annotationId, revision), row(Ids.next(), 1));
            double sleep = ThreadLocalRandom.current().nextDouble(SLEEP_MAX_SECONDS);
            transactions
                    .write(() -> projection.apply(rows)
                            .call(() -> SessionStatements.row("select cast(pg_sleep($1) as text)", sleep)))
                    .await()
                    .atMost(Owners.SOON);
            rows.forEach(row -> written.merge(row.key(), row.revision(), Math::max));
        }
    }

    /** {@return the position behind the last change that there is, once all were noted} */
    private long readOn(long position, Map<String, Long> read) {
        long reached = position;
        List<RowChange> found = new ArrayList<>();
        for (boolean isLast = false; !isLast;) {
            RowPage page = changes.behind(audience, reached).await().atMost(Owners.SOON);
            found.addAll(page.changes());
            reached = page.reached();
            isLast = page.isLast();
        }
        found.forEach(change -> read.put(change.recordId(), change.revision()));
        return reached;
    }

    private void apply(List<Change<PreferenceRecord>> rows) {
        projector.apply(projection, rows).await().atMost(Owners.SOON);
    }

    private Change<PreferenceRecord> row(long annotationId, long revision) {
        PreferenceRecord row = Records.preference(audience.projectId(), 1, annotationId, "better");
        return new Change<>(row.key(), revision, row);
    }
}
