package org.prefstream.task.imports;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

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
            select u.*, ? from unnest(?::bigint[], ?::bigint[], ?::text[], ?::numeric[], ?::text[]) u
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
        try (PreparedStatement select = connection.prepareStatement(
                "select nextval(pg_get_serial_sequence(?, 'id')) from generate_series(1, ?)")) {
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
        try (PreparedStatement insert = connection.prepareStatement(INSERT_TASKS)) {
            Timestamp now = Timestamp.from(run.now());
            insert.setLong(1, run.target().projectId());
            insert.setLong(2, run.revision());
            insert.setInt(3, run.target().overlap());
            insert.setLong(4, run.importer());
            insert.setTimestamp(5, now);
            insert.setTimestamp(6, now);
            Columns<TaskRow> columns = new Columns<>(connection, insert, 7, rows);
            columns.add("bigint", TaskRow::id);
            columns.add("bigint", TaskRow::innerId);
            columns.add("text", TaskRow::data);
            columns.add("text", TaskRow::meta);
            columns.add("text", TaskRow::sha256);
            columns.add("int", TaskRow::annotations);
            columns.add("int", TaskRow::predictions);
            insert.executeUpdate();
        }
    }

    static void insertPredictions(Connection connection, ImportRun run, List<PredictionRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_PREDICTIONS)) {
            insert.setTimestamp(1, Timestamp.from(run.now()));
            Columns<PredictionRow> columns = new Columns<>(connection, insert, 2, rows);
            columns.add("bigint", PredictionRow::id);
            columns.add("bigint", PredictionRow::taskId);
            columns.add("text", PredictionRow::result);
            columns.add("numeric", PredictionRow::score);
            columns.add("text", PredictionRow::modelVersion);
            insert.executeUpdate();
        }
    }

    /** Turns rows into the arrays that unnest takes. */
    private static final class Columns<R> {

        private final Connection connection;
        private final PreparedStatement statement;
        private final List<R> rows;
        private int next;

        Columns(Connection connection, PreparedStatement statement, int first, List<R> rows) {
            this.connection = connection;
            this.statement = statement;
            this.next = first;
            this.rows = rows;
        }

        void add(String type, Function<R, @Nullable Object> column) throws SQLException {
            List<@Nullable Object> values = new ArrayList<>(rows.size());
            rows.forEach(row -> values.add(column.apply(row)));
            statement.setArray(next++, connection.createArrayOf(type, values.toArray()));
        }
    }
}
