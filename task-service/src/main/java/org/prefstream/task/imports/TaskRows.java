package org.prefstream.task.imports;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.SetStatement;

/** Inserts sets of tasks and predictions, one statement for each set. */
final class TaskRows {

    private static final String INSERT_TASKS = """
            insert into task (id, inner_id, data, meta, content_sha256, imported_annotations, total_predictions,
                project_id, revision, overlap, created_by, created_at, updated_at)
            select u.*, ?, ?, ?, ?, ?, ? from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::int[],
                ?::int[]) u
            """;
    private static final String INSERT_PREDICTIONS = """
            insert into prediction (id, task_id, result, score, model_version, created_at)
            select u.id, u.task_id, u.result, u.score::numeric, u.model_version, ?
            from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[]) as u(id, task_id, result, score, model_version)
            """;

    /** A task about to be inserted; its data and meta as compact JSON. */
    record TaskRow(long id, long innerId, String data, String meta, String sha256, int annotations, int predictions) {
    }

    /** A prediction about to be inserted; its result as compact JSON. */
    record PredictionRow(long id, long taskId, String result, @Nullable BigDecimal score, String modelVersion) {
    }

    private TaskRows() {
    }

    /** {@return so many new ids of a table, ascending} */
    static long[] ids(Connection connection, String table, int count) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("select nextval(pg_get_serial_sequence(?, 'id')) from generate_series(1, ?)")) {
            select.setString(1, table);
            select.setInt(2, count);
            select.setFetchSize(0);
            long[] ids = new long[count];
            try (ResultSet row = select.executeQuery()) {
                for (int i = 0; row.next(); i++) {
                    ids[i] = row.getLong(1);
                }
            }
            return ids;
        }
    }

    static void insertTasks(Connection connection, ImportRun run, List<TaskRow> rows) throws SQLException {
        Timestamp now = Timestamp.from(run.now());
        new SetStatement<>(INSERT_TASKS, rows).value(run.target().projectId())
                .value(run.revision())
                .value(run.target().overlap())
                .value(run.importer())
                .value(now)
                .value(now)
                .longs(TaskRow::id)
                .longs(TaskRow::innerId)
                .texts(TaskRow::data)
                .texts(TaskRow::meta)
                .texts(TaskRow::sha256)
                .ints(TaskRow::annotations)
                .ints(TaskRow::predictions)
                .execute(connection);
    }

    static void insertPredictions(Connection connection, ImportRun run, List<PredictionRow> rows) throws SQLException {
        new SetStatement<>(INSERT_PREDICTIONS, rows).value(Timestamp.from(run.now()))
                .longs(PredictionRow::id)
                .longs(PredictionRow::taskId)
                .texts(PredictionRow::result)
                .texts(row -> row.score() == null ? null : row.score().toString())
                .texts(PredictionRow::modelVersion)
                .execute(connection);
    }
}
