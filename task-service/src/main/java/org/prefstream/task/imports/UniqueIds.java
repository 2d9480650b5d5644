package org.prefstream.task.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.SetStatement;

/**
 * The unique_ids of a batch's annotations, and which of them the project has already: by an earlier import, by an annotator, or
 * by an item before. So the same file again adds no annotation. Annotations of deleted tasks count no longer, also while they
 * are still being withdrawn.
 *
 * <p>Imports that bring such annotations into one project at once wait for one another, because each must know what the other
 * adds. Nothing else waits for them.
 */
final class UniqueIds {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('imported_unique_id', ?))";
    private static final String KNOWN = """
            select u.unique_id from (select distinct unnest(?::uuid[]) as unique_id) u
            where exists (select from imported_unique_id i where i.project_id = ? and i.unique_id = u.unique_id)
               or exists (select from annotation_summary s join task t on t.id = s.task_id
                          where s.project_id = ? and s.unique_id = u.unique_id and not s.deleted)
            """;
    private static final String REMEMBER = """
            insert into imported_unique_id (project_id, unique_id, task_id)
            select ?, cast(u.unique_id as uuid), u.task_id from unnest(?::text[], ?::bigint[]) as u(unique_id, task_id)
            """;

    private final Connection connection;
    private final long projectId;
    private final Set<UUID> known;
    private final List<Taken> taken = new ArrayList<>();

    private record Taken(UUID uniqueId, long taskId) {
    }

    private UniqueIds(Connection connection, long projectId, Set<UUID> known) {
        this.connection = connection;
        this.projectId = projectId;
        this.known = known;
    }

    /** {@return the unique_ids of these items, after asking the database once; not at all where there are none} */
    static UniqueIds of(List<PreparedItem> items, Connection connection, long projectId) throws SQLException {
        UUID[] sent = items.stream()
                .flatMap(prepared -> prepared.item().annotations().stream())
                .map(annotation -> annotation.uniqueId())
                .filter(Objects::nonNull)
                .toArray(UUID[]::new);
        return new UniqueIds(connection, projectId,
                sent.length == 0 ? new HashSet<>() : known(sent, connection, projectId));
    }

    /** {@return whether an annotation is new, which from now on it is no longer; always true for one without a unique_id} */
    boolean take(@Nullable UUID uniqueId, long taskId) {
        if (uniqueId == null) {
            return true;
        }
        boolean isNew = known.add(uniqueId);
        if (isNew) {
            taken.add(new Taken(uniqueId, taskId));
        }
        return isNew;
    }

    /** Notes what was taken, once its tasks are stored. */
    void remember() throws SQLException {
        new SetStatement<>(REMEMBER, taken).value(projectId)
                .texts(each -> each.uniqueId().toString())
                .longs(Taken::taskId)
                .execute(connection);
    }

    private static Set<UUID> known(UUID[] sent, Connection connection, long projectId) throws SQLException {
        lock(connection, projectId);
        Set<UUID> known = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setArray(1, connection.createArrayOf("uuid", sent));
            select.setLong(2, projectId);
            select.setLong(3, projectId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.add(row.getObject(1, UUID.class));
                }
            }
        }
        return known;
    }

    /** Until the transaction ends; taken again by each batch, which then waits for nothing. */
    private static void lock(Connection connection, long projectId) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setLong(1, projectId);
            lock.execute();
        }
    }
}
