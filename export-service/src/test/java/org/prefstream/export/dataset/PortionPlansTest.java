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

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.jdbc.PgConnection;

import io.quarkus.test.junit.QuarkusTest;

/**
 * A portion of a file begins at its first row and ends at its last one, also while PostgreSQL has no statistics of what has just arrived. To sort
 * what is left for each portion would make a file of a hundred thousand rows wait for minutes.
 */
@QuarkusTest
class PortionPlansTest {

    private static final long PROJECT = 9_000_000_000_000L;
    /** Of the project that is asked about, which PostgreSQL does not know yet, and before of another one, which it knows. */
    private static final String INSERTS = """
            insert into preference_copy (record_id, revision, deleted, project_id, task_id, annotation_id, shape, record, part, prefers)
            select 'row/' || i, 1, false, {project}, i, i, 'TEXT', '{}', '0-1', 0 from generate_series({project} + 1, {project} + 20000) i;
            insert into annotation_copy (annotation_id, revision, deleted, project_id, task_id, record)
            select i, 1, false, {project}, i, '{}' from generate_series({project} + 1, {project} + 20000) i;
            insert into judged_unit (project_id, task_id, part, counts)
            select {project}, i, '0-1', '{1,0}' from generate_series({project} + 1, {project} + 20000) i on conflict do nothing;
            insert into task_copy (task_id, revision, deleted, project_id, record)
            select i, 1, false, {project}, '{}' from generate_series({project} + 1, {project} + 20000) i;
            insert into snapshot_content (project_id, sha256, record)
            select {project}, sha256(convert_to(cast(i as text), 'UTF8')), '{}' from generate_series(1, 20000) i;
            insert into snapshot_row (snapshot_id, project_id, line, sha256, record_id, revision, task_id, annotation_id, annotator_id, outcome)
            select {project}, {project}, i, sha256(convert_to(cast(i as text), 'UTF8')), 'row/' || i, 1, i, i, 1, 'preference'
            from generate_series(1, 20000) i;
            insert into snapshot_source_content (project_id, sha256, record)
            select {project}, sha256(convert_to(cast(i as text), 'UTF8')), '{}' from generate_series(1, 20000) i;
            insert into snapshot_source (snapshot_id, project_id, task_id, annotation_id, annotator_id, sha256)
            select {project}, {project}, i / 2, i % 2 * i, 1, sha256(convert_to(cast(i as text), 'UTF8'))
            from generate_series(2, 20000) i;
            """;
    private static final String ANALYZE = """
            analyze preference_copy, annotation_copy, judged_unit, task_copy, snapshot_content, snapshot_row, snapshot_source_content,
                snapshot_source""";
    private static final long MIDDLE = PROJECT + 10_000;
    private static final Selection SELECTION = new Selection(PROJECT, Set.of(), false, Judgements.ALL, PairChoice.ALL);

    @Inject
    DataSource database;

    @ParameterizedTest
    @EnumSource
    void rowsAreReadInTheirOrder(Known known) throws SQLException {
        List<Object> behind = List.of(MIDDLE, MIDDLE, "row/" + MIDDLE);
        Query rows = Query.preferences(SELECTION);

        assertThat(plan(known, rows, behind)).contains("preference_copy_by_task").doesNotContain("Sort", "Bitmap");
        assertThat(plan(known, rows.withOrigin(), behind)).contains("preference_copy_by_task")
                .containsPattern("judged_unit_pkey.*\\s*Index Cond: .*task_id = ")
                .doesNotContain("Sort", "Bitmap", "Materialize");
    }

    @ParameterizedTest
    @EnumSource
    void whoHasVotedBeforeIsLookedUpForEachRow(Known known) throws SQLException {
        PairChoice byMajority = new PairChoice(null, 0, null, true, TieChoice.DROPPED);
        Query rows = Query.preferences(new Selection(PROJECT, Set.of(), false, Judgements.ALL, byMajority));

        assertThat(plan(known, rows, List.of(MIDDLE, MIDDLE, "row/" + MIDDLE)))
                .containsPattern("preference_copy_by_task.*\\s*Index Cond: .*task_id = ")
                .doesNotContain("Sort", "Bitmap", "Materialize");
    }

    @ParameterizedTest
    @EnumSource
    void annotationsAreReadInTheirOrder(Known known) throws SQLException {
        String plan = plan(known, Query.annotations(SELECTION), List.of(MIDDLE, MIDDLE));

        assertThat(plan).contains("annotation_copy_by_task").doesNotContain("Sort", "Bitmap");
    }

    @ParameterizedTest
    @EnumSource
    void tasksAreReadInTheOrderOfTheirProjectAndTheirAnnotationsLookedUpForEach(Known known) throws SQLException {
        String plan = plan(known, Query.tasks(SELECTION), List.of(MIDDLE));

        assertThat(plan).contains("task_copy_by_project")
                .containsPattern("annotation_copy_by_task.*\\s*Index Cond: .*task_id = t.task_id")
                .doesNotContain("Sort", "Bitmap", "Materialize");
    }

    @ParameterizedTest
    @EnumSource
    void frozenRowsAreReadInTheirOrder(Known known) throws SQLException {
        Query rows = FrozenRows.query(new FrozenSet(PROJECT, true, false, true), TieChoice.DROPPED, null);

        assertThat(plan(known, rows, List.of(10_000L))).contains("snapshot_row_pkey")
                .containsPattern("snapshot_content_pkey.*\\s*Index Cond: .*sha256 = ")
                .doesNotContain("Sort", "Bitmap");
    }

    @ParameterizedTest
    @EnumSource
    void frozenTasksAndAnnotationsAreReadInTheirOrder(Known known) throws SQLException {
        String tasks = plan(known, FrozenTasks.tasksOf(PROJECT), List.of(5_000L));
        String annotations = plan(known, FrozenTasks.annotationsOf(PROJECT), List.of(5_000L, 10_001L));

        assertThat(List.of(tasks, annotations)).allSatisfy(plan -> assertThat(plan).contains("snapshot_source_pkey")
                .containsPattern("snapshot_source_content_pkey.*\\s*Index Cond: .*sha256 = ")
                .doesNotContain("Sort", "Bitmap"));
    }

    /** What PostgreSQL knows while a portion is read. */
    private enum Known {
        NOTHING,
        ANOTHER_PROJECT
    }

    /** {@return the plan of the portion behind a place} */
    private String plan(Known known, Query query, List<Object> behind) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                Dataset.begin(connection, Dataset.REPEATABLE);
                if (known == Known.ANOTHER_PROJECT) {
                    statement.execute(INSERTS.replace("{project}", String.valueOf(PROJECT + 1_000_000)) + ANALYZE);
                }
                statement.execute(INSERTS.replace("{project}", String.valueOf(PROJECT)));
                return plan(statement, query.portion(connection.unwrap(PgConnection.class), behind));
            } finally {
                connection.rollback();
            }
        }
    }

    private static String plan(Statement explain, PreparedStatement portion) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (portion; ResultSet rows = explain.executeQuery("explain " + portion)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
