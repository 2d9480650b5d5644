package org.prefstream.task.twin;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.kit.database.SetStatement;
import org.prefstream.kit.database.Transactions;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.task.TaskFingerprint;

/**
 * The fingerprints of a project's tasks. They are stored when somebody asks for twins, not when tasks are written: most imports ask
 * for none. From then on only those of new and changed tasks are missing.
 *
 * <p>Whoever relies on them holds {@link #lock}: so two imports never both store a twin. Nothing that people do waits for it.
 */
@ApplicationScoped
public class Fingerprints {

    private static final int SET = 1_000;
    /** Tasks may be long. */
    private static final int IN_MEMORY = 16;
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('task_twins', ?))";
    private static final String FORM = "select form from fingerprint_form where project_id = ?";
    private static final String FORGET = "delete from task_fingerprint where project_id = ?";
    private static final String KEEP_FORM = """
            insert into fingerprint_form (project_id, form) values (?, ?)
            on conflict (project_id) do update set form = excluded.form
            """;
    /** From indexes alone. The project is no constant in the join (ADR 0074). */
    private static final String MISSING = """
            select t.id from task t
            left join task_fingerprint f on f.project_id = t.project_id + 0 and f.task_id = t.id
            where t.project_id = ? and t.id > ? and f.fingerprint is null order by t.project_id, t.id limit ?
            """;
    private static final String READ = "select id, revision, data from task where id = any (?) order by id";
    /** A task that was changed meanwhile has a higher revision there, and is looked at another time. */
    private static final String STORE = """
            insert into task_fingerprint (project_id, task_id, revision, fingerprint)
            select ?, u.task_id, u.revision, cast(u.fingerprint as uuid)
            from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as text[])) u (task_id, revision, fingerprint)
            on conflict (project_id, task_id) do update set revision = excluded.revision, fingerprint = excluded.fingerprint
            where task_fingerprint.fingerprint is null and task_fingerprint.revision <= excluded.revision
            """;
    private static final String TWINS = """
            select f.fingerprint, min(f.task_id) from task_fingerprint f join task t on t.id = f.task_id
            where f.project_id = ? and f.fingerprint = any (?) group by f.fingerprint
            """;

    private final Transactions transactions;
    private final DataSource pool;

    Fingerprints(Transactions transactions, @io.quarkus.agroal.DataSource("imports") DataSource pool) {
        this.transactions = transactions;
        this.pool = pool;
    }

    /**
     * The fingerprint of a task as it is stored.
     *
     * @param revision the task's
     */
    public record Stored(long taskId, long revision, UUID fingerprint) {
    }

    /** Waits until nobody else relies on the fingerprints of the project, and keeps others waiting until the transaction ends. */
    public void lock(Connection connection, long projectId) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setLong(1, projectId);
            lock.execute();
        }
    }

    /** Completes the fingerprints of a project as {@link #complete(long, ComparisonSpec, Runnable)} does, under the lock; blocks. */
    public void complete(long projectId, ComparisonSpec spec) {
        transactions.bulk(pool, connection -> {
            lock(connection, projectId);
            return complete(projectId, spec, () -> {
                // nobody waits for it who could give up
            });
        });
    }

    /**
     * Stores the fingerprints that are missing, set by set in transactions of their own; blocks. The caller holds the lock.
     *
     * @param spec what the project compares
     * @param goOn called before each set; throws to give up
     * @return how many were missing
     */
    public long complete(long projectId, ComparisonSpec spec, Runnable goOn) {
        TaskFingerprint fingerprint = new TaskFingerprint(spec);
        transactions.bulk(pool, connection -> form(connection, projectId, fingerprint.form()));
        long missing = 0;
        long last = 0;
        do {
            goOn.run();
            long after = last;
            List<Long> ids = transactions.bulk(pool, connection -> {
                List<Long> set = missing(connection, projectId, after);
                remember(connection, projectId, read(connection, set, fingerprint));
                return set;
            });
            missing += ids.size();
            last = ids.size() < SET ? Long.MAX_VALUE : ids.get(ids.size() - 1);
        } while (last < Long.MAX_VALUE);
        return missing;
    }

    /** {@return by fingerprint, the oldest task of the project that has it} */
    public Map<UUID, Long> twins(Connection connection, long projectId, Collection<UUID> fingerprints)
            throws SQLException {
        Map<UUID, Long> twins = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(TWINS)) {
            select.setLong(1, projectId);
            select.setArray(2, connection.createArrayOf("uuid", fingerprints.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    twins.put(row.getObject(1, UUID.class), row.getLong(2));
                }
            }
        }
        return twins;
    }

    /** Stores fingerprints of tasks that are there, in the transaction of the caller. */
    public void remember(Connection connection, long projectId, List<Stored> all) throws SQLException {
        new SetStatement<>(STORE, all).value(projectId)
                .longs(Stored::taskId)
                .longs(Stored::revision)
                .texts(each -> each.fingerprint().toString())
                .execute(connection);
    }

    /** Forgets what was worked out for another form. {@return whether there was anything of the kind} */
    private static boolean form(Connection connection, long projectId, String form) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FORM)) {
            select.setLong(1, projectId);
            try (ResultSet row = select.executeQuery()) {
                if (row.next() && row.getString(1).equals(form)) {
                    return false;
                }
            }
        }
        try (PreparedStatement forget = connection.prepareStatement(FORGET);
                PreparedStatement keep = connection.prepareStatement(KEEP_FORM)) {
            forget.setLong(1, projectId);
            keep.setLong(1, projectId);
            keep.setString(2, form);
            keep.executeUpdate();
            return forget.executeUpdate() > 0;
        }
    }

    private static List<Long> missing(Connection connection, long projectId, long after) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(MISSING)) {
            select.setLong(1, projectId);
            select.setLong(2, after);
            select.setInt(3, SET);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
        }
        return ids;
    }

    private static List<Stored> read(Connection connection, List<Long> ids, TaskFingerprint fingerprint)
            throws SQLException {
        List<Stored> all = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(READ)) {
            select.setFetchSize(IN_MEMORY);
            select.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(new Stored(row.getLong(1), row.getLong(2),
                            fingerprint.of(Json.readObject(row.getString(3)))));
                }
            }
        }
        return all;
    }
}
