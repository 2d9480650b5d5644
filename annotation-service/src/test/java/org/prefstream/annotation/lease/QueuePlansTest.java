package org.prefstream.annotation.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.embedded.testing.QueryPlan;

import io.quarkus.test.junit.QuarkusTest;

/** Whoever asks for the next task does not wait longer because other projects have many, which came later. */
@QuarkusTest
class QueuePlansTest {

    private static final String OF_OTHER_PROJECTS = """
            insert into task_slot (task_id, project_id, overlap, free_slots)
            select 9000000000000 + i, 9000000000000 + i % 3, 1, 1 from generate_series(1, 20000) i
            """;

    @Inject
    DataSource database;

    @Test
    void theSearchReadsTheFreeTasksOfItsProjectAlone() throws SQLException {
        for (String sql : List.of(Queue.AHEAD, Queue.END_OF_PORTION, Queue.RANGE_AHEAD, Queue.FREED)) {
            String plan = QueryPlan.of(database, QueryPlan.IN_FLIGHTS, OF_OTHER_PROJECTS, "task_slot", sql,
                    sql.contains("$4") ? new String[]{"1", "0", "1", "false"} : new String[]{"1", "0"});

            assertThat(plan).as(sql)
                    .containsAnyOf("task_slot_queue", "task_slot_freed")
                    .doesNotContain("task_slot_pkey", "Sort", "Bitmap");
        }
    }

    @Test
    void theShareOfWhatIsLeftIsToldFromTheFreeTasksOfItsProjectAlone() throws SQLException {
        String plan = QueryPlan.of(database, QueryPlan.IN_FLIGHTS, OF_OTHER_PROJECTS, "task_slot", FairShare.READ, "1",
                "1", "'2026-11-23'", "0", "0", "'{}'", "false");

        assertThat(plan).contains("task_slot_queue", "task_slot_freed").doesNotContain("task_slot_pkey", "Bitmap");
    }
}
