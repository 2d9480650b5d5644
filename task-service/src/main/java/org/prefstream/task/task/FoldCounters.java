package org.prefstream.task.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.Transactions;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Folds the rows of counters that many changes have left into one each. What is counted stays the same at every moment: a row
 * goes in the statement that adds it to the sum.
 */
@ApplicationScoped
class FoldCounters {

    private static final String PROGRESS = """
            with many as (select project_id from project_progress group by project_id having count(*) > 8),
                gone as (delete from project_progress p using many where p.project_id = many.project_id returning p.*)
            insert into project_progress
            select project_id, sum(tasks), sum(finished), sum(annotated), sum(annotations), sum(skipped), sum(ground_truths),
                sum(predictions), max(judged_at)
            from gone group by project_id
            """;
    private static final String BLOCKS = """
            with many as (
                    select project_id, block from task_block group by project_id, block
                    having count(*) > 8 or sum(tasks) = 0),
                gone as (
                    delete from task_block b using many where (b.project_id, b.block) = (many.project_id, many.block)
                    returning b.*)
            insert into task_block
            select project_id, block, sum(tasks) from gone group by project_id, block having sum(tasks) <> 0
            """;
    private static final String CONTROLS = """
            with many as (select project_id from used_control group by project_id, control having count(*) > 8),
                gone as (delete from used_control c using many where c.project_id = many.project_id returning c.*)
            insert into used_control
            select project_id, control, sum(annotations) from gone group by project_id, control having sum(annotations) <> 0
            """;

    private final Transactions transactions;

    FoldCounters(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Folds all counters, on a worker thread. */
    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void fold() {
        for (String statement : List.of(PROGRESS, BLOCKS, CONTROLS)) {
            transactions.bulk(connection -> execute(connection, statement));
        }
    }

    private static int execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
