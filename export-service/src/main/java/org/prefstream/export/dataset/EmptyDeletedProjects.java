package org.prefstream.export.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.Transactions;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Removes the copies of what belongs to deleted projects, in sets that have a transaction each: no export and no projection waits
 * for a whole project. Nothing of a deleted project arrives any more, see {@link Deletions}. It goes on where it stopped.
 */
@ApplicationScoped
class EmptyDeletedProjects {

    private static final int SET = 1_000;
    private static final String NEXT = """
            select project_id from project_copy where deleted and not emptied order by project_id limit 1
            """;
    private static final String REMOVE = """
            delete from %1$s where ctid = any (array(select ctid from %1$s where project_id = ? limit %2$d))
            """;
    private static final List<String> REMOVALS = Stream
            .of("preference_copy", "tie_row", "annotation_copy", "task_copy", "judged_unit", "tally_batch", "tally",
                    "schedule", "snapshot_row", "snapshot_content", "snapshot_source", "snapshot_source_content",
                    "snapshot")
            .map(table -> REMOVE.formatted(table, SET))
            .toList();
    private static final String EMPTIED = "update project_copy set emptied = true where project_id = ?";

    private final Transactions transactions;

    EmptyDeletedProjects(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Empties all projects that are deleted, on a worker thread. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void empty() {
        for (OptionalLong project = next(); project.isPresent(); project = next()) {
            long id = project.getAsLong();
            for (String removal : REMOVALS) {
                while (execute(removal, id) > 0) {
                    // The next set comes in a transaction of its own.
                }
            }
            execute(EMPTIED, id);
        }
    }

    private OptionalLong next() {
        return transactions.bulk(connection -> {
            try (PreparedStatement select = connection.prepareStatement(NEXT); ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        });
    }

    private int execute(String sql, long projectId) {
        return transactions.bulk(connection -> execute(connection, sql, projectId));
    }

    private static int execute(Connection connection, String sql, long projectId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, projectId);
            return statement.executeUpdate();
        }
    }
}
