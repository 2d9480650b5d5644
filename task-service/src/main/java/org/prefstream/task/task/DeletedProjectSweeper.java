package org.prefstream.task.task;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    private static final String FORGET_SUMMARIES = "delete from annotation_summary where project_id = ?";
    private static final String FORGET_MEMBERS = "delete from membership where project_id = ?";
    private static final String FORGET_PROJECT = "delete from project where id = ? and deleted_at is not null";

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
        for (String statement : new String[]{FORGET_SUMMARIES, FORGET_MEMBERS, FORGET_PROJECT}) {
            try (PreparedStatement delete = connection.prepareStatement(statement)) {
                delete.setLong(1, id);
                rows += delete.executeUpdate();
            }
        }
        return rows;
    }
}
