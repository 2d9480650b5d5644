package org.prefstream.task.task;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.task.RequiredFields;

/**
 * A task that is copied or moved to another project.
 *
 * @param predictions what models said of it, which go along
 */
record TransferredTask(
        long id,
        long innerId,
        int overlap,
        long createdBy,
        Instant createdAt,
        TaskContent content,
        List<Said> predictions) {

    private static final String READ = """
            select t.id, t.inner_id, t.overlap, t.created_by, t.created_at, t.data, t.meta, t.content_sha256 from task t
            where t.project_id = ? and t.id = any (cast(? as bigint[]))
                and not exists (select from task_event e where e.action_id = ? and e.former_task_id = t.id)
            order by t.id
            """;
    private static final String READ_PREDICTIONS = """
            select task_id, result, score, model_version from prediction where task_id = any (cast(? as bigint[])) order by id
            """;

    /** A prediction. */
    record Said(String result, @Nullable BigDecimal score, String modelVersion) {
    }

    /** How the rows of tasks are held until the transaction ends. */
    enum Hold {

        NONE(""),
        /** Nobody changes them. */
        SHARED("for share of t"),
        /** They are about to go. */
        ALONE("for update of t");

        private final String sql;

        Hold(String sql) {
            this.sql = sql;
        }
    }

    /**
     * {@return those of a project's tasks that an action has not made others of yet, in the order of their numbers}
     *
     * @param action 0 where none has begun
     */
    static List<TransferredTask> read(Connection connection, long projectId, List<Long> ids, long action, Hold hold)
            throws SQLException {
        List<TransferredTask> found = new ArrayList<>();
        Map<Long, List<Said>> predictions = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(READ + hold.sql)) {
            select.setLong(1, projectId);
            select.setArray(2, connection.createArrayOf("bigint", ids.toArray()));
            select.setLong(3, action);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    List<Said> said = new ArrayList<>();
                    predictions.put(row.getLong(1), said);
                    found.add(task(row, said));
                }
            }
        }
        readPredictions(connection, predictions);
        found.sort(Comparator.comparing(TransferredTask::innerId));
        return found;
    }

    private static TransferredTask task(ResultSet row, List<Said> said) throws SQLException {
        String data = row.getString(6);
        String meta = row.getString(7);
        TaskContent content = new TaskContent(Json.readObject(data), Json.readObject(meta), data, meta,
                row.getString(8));
        return new TransferredTask(row.getLong(1), row.getLong(2), row.getInt(3), row.getLong(4),
                row.getObject(5, OffsetDateTime.class).toInstant(), content, said);
    }

    private static void readPredictions(Connection connection, Map<Long, List<Said>> predictions) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(READ_PREDICTIONS)) {
            select.setArray(1, connection.createArrayOf("bigint", predictions.keySet().toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    List<Said> said = predictions.get(row.getLong(1));
                    if (said != null) {
                        said.add(new Said(row.getString(2), row.getBigDecimal(3), row.getString(4)));
                    }
                }
            }
        }
    }

    /** Refuses a task that a project cannot show. */
    void requireFits(RequiredFields required, long to) {
        required.flaw(content.data()).ifPresent(flaw -> {
            throw TransferTarget.refused(
                    "Task %d (No. %d) does not fit the configuration of project %d: %s. Leave the task out, or choose another project."
                            .formatted(id, innerId, to, flaw));
        });
    }
}
