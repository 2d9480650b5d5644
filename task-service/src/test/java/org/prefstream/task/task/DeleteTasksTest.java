package org.prefstream.task.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.task.testing.Api;

import io.quarkus.test.junit.QuarkusTest;

/** All tasks of a project are gone once their deletion is answered. */
@QuarkusTest
class DeleteTasksTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String LOCK_WAITS = """
            select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
            """;

    @Inject
    DataSource dataSource;

    private final Api owner = Api.owner();

    @Test
    void aTaskThatSomebodyChangesMeanwhileIsGoneToo() throws SQLException {
        int project = owner.project();
        owner.task(project);
        int changed = owner.task(project);
        try (Connection other = dataSource.getConnection(); Statement change = other.createStatement()) {
            other.setAutoCommit(false);
            change.execute("update task set updated_at = now() where id = " + changed);
            CompletableFuture<Integer> answer = CompletableFuture
                    .supplyAsync(() -> owner.request().delete("/api/projects/" + project + "/tasks").statusCode());
            await().atMost(SOON).until(() -> number(LOCK_WAITS) > 0);
            other.commit();
            other.setAutoCommit(true);

            assertThat(answer.join()).isEqualTo(204);
        }
        assertThat(number("select count(*) from task where project_id = " + project)).isZero();
    }

    @Test
    void twoWhoDeleteAtOnceAreBothAnsweredOnceAllAreGone() throws SQLException {
        int project = owner.project();
        StringBuilder tasks = new StringBuilder("[");
        for (int i = 0; i < 2_500; i++) {
            tasks.append(i == 0 ? "" : ",").append("{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"}");
        }
        owner.importJson(project, tasks.append("]").toString()).statusCode(201);

        CompletableFuture<Long> first = CompletableFuture.supplyAsync(() -> leftAfterDeleting(project));
        CompletableFuture<Long> second = CompletableFuture.supplyAsync(() -> leftAfterDeleting(project));

        assertThat(first.join()).isZero();
        assertThat(second.join()).isZero();
    }

    private long leftAfterDeleting(int project) {
        owner.request().delete("/api/projects/" + project + "/tasks").then().statusCode(204);
        try {
            return number("select count(*) from task where project_id = " + project);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
