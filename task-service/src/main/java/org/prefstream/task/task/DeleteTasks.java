package org.prefstream.task.task;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.Transactions;
import org.prefstream.task.project.Projects;

/** Deletes tasks of a project: all that it has now, set by set, or some. Tasks that come meanwhile stay. */
@ApplicationScoped
public class DeleteTasks {

    private static final String LAST = """
            select (select coalesce(max(id), 0) from task where project_id = p.id) from project p
            where p.id = ? and p.deleted_at is null
            """;

    private final Transactions transactions;
    private final WithdrawTasks withdraw;

    DeleteTasks(Transactions transactions, WithdrawTasks withdraw) {
        this.transactions = transactions;
        this.withdraw = withdraw;
    }

    /** Blocks until they are gone; refuses with a 404 where there is no project. */
    void ofProject(long projectId) {
        long last = transactions.bulk(connection -> last(connection, projectId));
        withdraw.all(projectId, last);
    }

    /** Blocks until these tasks of a project are gone. {@return how many of them were there} */
    public int these(long projectId, List<Long> ids) {
        return withdraw.these(projectId, ids);
    }

    /** Blocks until those of these tasks that nobody has annotated are gone. {@return how many that were} */
    public int unjudged(long projectId, List<Long> ids) {
        return ids.isEmpty() ? 0 : withdraw.unjudged(projectId, ids);
    }

    private static long last(Connection connection, long projectId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST)) {
            select.setLong(1, projectId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw Projects.unknown();
                }
                return row.getLong(1);
            }
        }
    }
}
