package org.prefstream.task.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.embedded.testing.QueryPlan;

import io.quarkus.test.junit.QuarkusTest;

/** What is counted of a task is looked up for it, also in a project that PostgreSQL has no statistics of. */
@QuarkusTest
class CountPlansTest {

    @Inject
    DataSource database;

    @Test
    void countsOfATaskAreLookedUpForItInAProjectThatPostgresDoesNotKnow() throws SQLException {
        String plan = QueryPlan.amongNewRows(database, QueryPlan.IN_SESSIONS, counted(1), "task, task_count",
                counted(2), "select count(*) from task t" + TaskPages.COUNTS
                        + "t.project_id = 2000000000000 and coalesce(c.total_annotations, 0) = 1");

        assertThat(plan).containsPattern("task_count_pkey.*\\s*Index Cond: .*task_id = t.id");
    }

    private static String counted(long project) {
        return """
                insert into task (id, project_id, inner_id, data, meta, content_sha256, overlap, revision, created_at, updated_at, created_by)
                overriding system value
                select {id} + i, {id}, i, '{}', '{}', 'sha256', 1, 1, now(), now(), 1 from generate_series(1, 20000) i;
                insert into task_count (project_id, task_id, total_annotations, cancelled_annotations, ground_truths, is_labeled)
                select {id}, {id} + i, 1, 0, 0, false from generate_series(1, 20000) i"""
                .replace("{id}", String.valueOf(project * 1_000_000_000_000L));
    }
}
