package org.prefstream.export.dataset;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.Transactions;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Adds the changes of tallies to their sums. What is tallied stays the same at every moment: a change goes in the statement that
 * adds it to the sum. Those of deleted projects go. Young ones stay, so that {@link TallyArrivals} sees them.
 */
@ApplicationScoped
class FoldTallies {

    private static final String FOLD = """
            with gone as (delete from tally_batch where changed_at < clock_timestamp() - interval '5 seconds' returning *)
            insert into tally as present
            select project_id, annotator_id, kind, value, sum(count) from gone, unnest(gone.counts)
            where not exists (select from project_copy p where p.project_id = gone.project_id and p.deleted)
            group by 1, 2, 3, 4 having sum(count) <> 0
            order by 1, 2, 3, 4
            on conflict (project_id, annotator_id, kind, value) do update set count = present.count + excluded.count
            """;

    private final Transactions transactions;

    FoldTallies(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Folds all tallies, on a worker thread. */
    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void fold() {
        transactions.bulk(FoldTallies::fold);
    }

    private static int fold(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(FOLD);
        }
    }
}
