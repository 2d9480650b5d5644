package org.prefstream.task.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.embedded.testing.QueryPlan;

import io.quarkus.test.junit.QuarkusTest;

/** What goes through the tasks of a project in their order does not walk over those of other projects. */
@QuarkusTest
class ProjectPlansTest {

    private static final String OF_OTHER_PROJECTS = """
            insert into task (id, project_id, inner_id, data, meta, content_sha256, overlap, revision, created_at, updated_at, created_by)
            overriding system value
            select 9000000000000 + i, 9000000000000 + i % 3, i, '{}', '{}', 'sha256', 1, 1, now(), now(), 1
            from generate_series(1, 20000) i
            """;

    @Inject
    DataSource database;

    @Test
    void theNextTasksOfAProjectAreReadInItsOwnOrder() throws SQLException {
        String read = QueryPlan.of(database, QueryPlan.IN_SESSIONS, OF_OTHER_PROJECTS, "task", Tasks.NEXT_PLAIN, "1",
                "0");

        assertThat(read).contains("task_list").doesNotContain("task_pkey");
    }
}
