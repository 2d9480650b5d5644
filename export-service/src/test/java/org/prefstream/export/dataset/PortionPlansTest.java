package org.prefstream.export.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.postgresql.jdbc.PgConnection;

import io.quarkus.test.junit.QuarkusTest;

/**
 * A portion of a file begins at its first row and ends at its last one, also while PostgreSQL has no statistics of what has just arrived. To sort
 * what is left for each portion would make a file of a hundred thousand rows wait for minutes.
 */
@QuarkusTest
class PortionPlansTest {

    private static final long PROJECT = 9_000_000_000_000L;
    private static final String ROWS = """
            insert into preference_copy (record_id, revision, deleted, project_id, task_id, annotation_id, shape, record)
            select 'row/' || i, 1, false, %1$d, i, i, 'TEXT', '{}' from generate_series(%1$d + 1, %1$d + 20000) i
            """
            .formatted(PROJECT);
    private static final String ANNOTATIONS = """
            insert into annotation_copy (annotation_id, revision, deleted, project_id, task_id, record)
            select i, 1, false, %1$d, i, '{}' from generate_series(%1$d + 1, %1$d + 20000) i
            """.formatted(PROJECT);
    private static final String TASKS = """
            insert into task_copy (task_id, revision, deleted, project_id, record)
            select i, 1, false, %1$d + i %% 2, '{}' from generate_series(%1$d + 1, %1$d + 20000) i
            """.formatted(PROJECT);
    private static final List<String> FROZEN = List.of("""
            insert into snapshot_content (project_id, sha256, record)
            select %1$d, sha256(convert_to(cast(i as text), 'UTF8')), '{}' from generate_series(1, 20000) i
            """.formatted(PROJECT),
            """
                    insert into snapshot_row (snapshot_id, project_id, line, sha256, record_id, revision, task_id, annotation_id, annotator_id, outcome)
                    select %1$d, %1$d, i, sha256(convert_to(cast(i as text), 'UTF8')), 'row/' || i, 1, i, i, 1, 'preference'
                    from generate_series(1, 20000) i
                    """
                    .formatted(PROJECT));
    private static final long MIDDLE = PROJECT + 10_000;
    private static final Selection SELECTION = new Selection(PROJECT, Set.of(), false, Judgements.ALL, PairChoice.ALL);

    @Inject
    DataSource database;

    @Test
    void rowsAreReadInTheirOrder() throws SQLException {
        String plan = plan(List.of(ROWS), Query.preferences(SELECTION), List.of(MIDDLE, MIDDLE, "row/" + MIDDLE));

        assertThat(plan).contains("preference_copy_by_task").doesNotContain("Sort", "Bitmap");
    }

    @Test
    void annotationsAreReadInTheirOrder() throws SQLException {
        String plan = plan(List.of(ANNOTATIONS), Query.annotations(SELECTION), List.of(MIDDLE, MIDDLE));

        assertThat(plan).contains("annotation_copy_by_task").doesNotContain("Sort", "Bitmap");
    }

    @Test
    void tasksAreReadInTheOrderOfTheirProject() throws SQLException {
        String plan = plan(List.of(TASKS, ANNOTATIONS), Query.tasks(SELECTION), List.of(MIDDLE));

        assertThat(plan).contains("task_copy_by_project")
                .containsPattern("annotation_copy_by_task.*\\s*Index Cond: .*task_id = t.task_id")
                .doesNotContain("Sort", "Bitmap", "Materialize");
    }

    @Test
    void frozenRowsAreReadInTheirOrder() throws SQLException {
        Query rows = FrozenRows.query(new FrozenSet(PROJECT, true, false, true), TieChoice.DROPPED, null);

        assertThat(plan(FROZEN, rows, List.of(10_000L))).contains("snapshot_row_pkey", "snapshot_content_pkey")
                .doesNotContain("Sort", "Bitmap");
    }

    /** {@return the plan of the portion behind a place, with what was inserted and is not analyzed} */
    private String plan(List<String> inserts, Query query, List<Object> behind) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Dataset.begin(connection, Dataset.REPEATABLE);
            try (Statement insert = connection.createStatement()) {
                for (String sql : inserts) {
                    insert.execute(sql);
                }
            }
            try (PreparedStatement portion = query.portion(connection.unwrap(PgConnection.class), behind);
                    Statement explain = connection.createStatement();
                    ResultSet rows = explain.executeQuery("explain " + portion)) {
                StringBuilder plan = new StringBuilder();
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
                return plan.toString();
            } finally {
                connection.rollback();
            }
        }
    }
}
