package org.prefstream.task.task;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.prefstream.kit.database.Transactions;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Withdraws what belongs to deleted projects, then forgets the projects themselves. It goes on where it stopped. */
@ApplicationScoped
class DeletedProjectSweeper {

    private static final Logger LOG = Logger.getLogger(DeletedProjectSweeper.class);
    private static final int SET = 1_000;
    /** Markers stay, as they do everywhere. Rows are locked by ascending id, as the projection of annotations does. */
    private static final String FORGET_SUMMARIES = """
            delete from annotation_summary where annotation_id in (
                select annotation_id from annotation_summary where project_id = ? and not deleted
                order by annotation_id limit %d for update)
            """.formatted(SET);
    private static final List<String> FORGET = List.of("delete from used_control where project_id = ?",
            "delete from project_progress where project_id = ?", "delete from membership where project_id = ?",
            "delete from task_fingerprint where project_id = ?",
            "delete from project where id = ? and deleted_at is not null");

    private final Transactions transactions;
    private final WithdrawTasks withdraw;

    DeletedProjectSweeper(Transactions transactions, WithdrawTasks withdraw) {
        this.transactions = transactions;
        this.withdraw = withdraw;
    }

    /** Sweeps all projects that are marked, on a worker thread. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void sweep() {
        for (OptionalLong project = next(); project.isPresent(); project = next()) {
            long id = project.getAsLong();
            long withdrawn = withdraw.all(id, Long.MAX_VALUE);
            while (transactions.bulk(connection -> delete(connection, FORGET_SUMMARIES, id)) == SET) {
                // The next set comes in a transaction of its own, so that nobody waits for all of them.
            }
            transactions.bulk(connection -> forget(connection, id));
            LOG.infof("withdrew deleted project %d and its %d tasks", id, withdrawn);
        }
    }

    private OptionalLong next() {
        return transactions.bulk(connection -> {
            try (PreparedStatement select = connection
                    .prepareStatement("select id from project where deleted_at is not null order by id limit 1");
                    ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        });
    }

    private static int forget(Connection connection, long id) throws SQLException {
        int rows = 0;
        for (String statement : FORGET) {
            rows += delete(connection, statement, id);
        }
        return rows;
    }

    private static int delete(Connection connection, String sql, long id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setLong(1, id);
            return delete.executeUpdate();
        }
    }
}
