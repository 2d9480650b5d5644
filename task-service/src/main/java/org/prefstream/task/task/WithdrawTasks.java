package org.prefstream.task.task;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.messaging.Outbox;
import org.prefstream.kit.messaging.OutboxEntry;

/** Withdraws a project's tasks in sets, each in a transaction of its own, so that it may stop anywhere and go on later. */
@ApplicationScoped
class WithdrawTasks {

    private static final int SET = 1_000;
    private static final String IS_LEFT = "select exists (select from task where project_id = ? and id <= ?)";
    /** Locked in the order of ids, as the projection of annotations does. */
    private static final String DELETE = """
            with victim as (select id, next_revision(revision) as revision, imported_annotations from task
                where project_id = ? and id <= ? order by id limit ? for update)
            delete from task using victim where task.id = victim.id
            returning victim.id, victim.revision, victim.imported_annotations
            """;
    private static final String DELETE_THESE = DELETE.replace("id <= ? order by id limit ?",
            "id = any (cast(? as bigint[])) order by id");

    /** Whoever annotates a task locks it; what they did is seen by the statement that follows. */
    private static final String LOCK_THESE = """
            select id from task where project_id = ? and id = any (cast(? as bigint[])) order by id for update
            """;
    private static final String DELETE_UNJUDGED = """
            with victim as (select t.id, next_revision(t.revision) as revision, t.imported_annotations from task t
                where t.project_id = ? and t.id = any (cast(? as bigint[])) and %s order by t.id)
            delete from task using victim where task.id = victim.id
            returning victim.id, victim.revision, victim.imported_annotations
            """.formatted(TwinTasks.UNJUDGED);

    private final Transactions transactions;
    private final Outbox outbox;

    WithdrawTasks(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** Blocks until no task with an id up to the given one is left. {@return how many were withdrawn} */
    long all(long projectId, long upToId) {
        long withdrawn = 0;
        while (isAnyLeft(projectId, upToId)) {
            withdrawn += next(projectId, upToId);
        }
        return withdrawn;
    }

    /** A set that turns out small does not say that it was the last one: somebody may have changed its tasks meanwhile. */
    private boolean isAnyLeft(long projectId, long upToId) {
        return transactions.bulk(connection -> {
            try (PreparedStatement select = connection.prepareStatement(IS_LEFT)) {
                select.setLong(1, projectId);
                select.setLong(2, upToId);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() && row.getBoolean(1);
                }
            }
        });
    }

    private int next(long projectId, long upToId) {
        return transactions.bulk(connection -> {
            List<OutboxEntry> tombstones = new ArrayList<>();
            int withdrawn = delete(connection, projectId, upToId, tombstones);
            outbox.record(connection, tombstones);
            return withdrawn;
        });
    }

    /** Blocks until these tasks of a project are gone, in one transaction. {@return how many were withdrawn} */
    int these(long projectId, List<Long> ids) {
        return transactions.bulk(connection -> these(connection, projectId, ids));
    }

    /** Withdraws tasks of a project in the transaction of the caller. {@return how many there were} */
    int these(Connection connection, long projectId, List<Long> ids) throws SQLException {
        List<OutboxEntry> tombstones = new ArrayList<>();
        try (PreparedStatement delete = connection.prepareStatement(DELETE_THESE)) {
            delete.setLong(1, projectId);
            delete.setArray(2, connection.createArrayOf("bigint", ids.toArray()));
            int withdrawn = deleted(delete, projectId, tombstones);
            outbox.record(connection, tombstones);
            return withdrawn;
        }
    }

    /** Blocks until those of the tasks that nobody has annotated are gone, in one transaction. {@return how many were withdrawn} */
    int unjudged(long projectId, List<Long> ids) {
        return transactions.bulk(connection -> {
            Array all = connection.createArrayOf("bigint", ids.toArray());
            List<OutboxEntry> tombstones = new ArrayList<>();
            try (PreparedStatement lock = connection.prepareStatement(LOCK_THESE);
                    PreparedStatement delete = connection.prepareStatement(DELETE_UNJUDGED)) {
                for (PreparedStatement statement : List.of(lock, delete)) {
                    statement.setLong(1, projectId);
                    statement.setArray(2, all);
                }
                lock.execute();
                int withdrawn = deleted(delete, projectId, tombstones);
                outbox.record(connection, tombstones);
                return withdrawn;
            }
        });
    }

    private static int delete(Connection connection, long projectId, long upToId, List<OutboxEntry> tombstones)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setLong(1, projectId);
            delete.setLong(2, upToId);
            delete.setInt(3, SET);
            return deleted(delete, projectId, tombstones);
        }
    }

    private static int deleted(PreparedStatement delete, long projectId, List<OutboxEntry> tombstones)
            throws SQLException {
        int withdrawn = 0;
        try (ResultSet row = delete.executeQuery()) {
            while (row.next()) {
                tombstones.addAll(Tombstones.of(row.getLong(1), projectId, row.getLong(2), row.getInt(3)));
                withdrawn++;
            }
        }
        return withdrawn;
    }
}
