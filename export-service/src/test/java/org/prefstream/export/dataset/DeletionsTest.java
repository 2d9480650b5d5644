package org.prefstream.export.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.export.Ids;
import org.prefstream.export.Owners;
import org.prefstream.kit.projection.Change;
import org.prefstream.kit.projection.Projector;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class DeletionsTest {

    @Inject
    Projector projector;

    @Inject
    ProjectProjection projects;

    @Inject
    DataSource dataSource;

    @Test
    void aRowThatArrivesWhileItsProjectIsDeletedGoesWithIt() throws SQLException {
        long projectId = Ids.next();
        CompletableFuture<Void> deletion;
        try (Connection arriving = dataSource.getConnection()) {
            arriving.setAutoCommit(false);
            execute(arriving, "select pg_advisory_xact_lock_shared(" + Deletions.LOCK + ")");
            execute(arriving, "insert into task_copy values (%d, 1, false, %d, '{}')".formatted(Ids.next(), projectId));

            deletion = projector.apply(projects, new Change<ProjectRecord>(Long.toString(projectId), 2, null))
                    .subscribeAsCompletionStage();
            await().atMost(Owners.SOON)
                    .until(() -> count(
                            "select count(*) from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and not granted") == 1);
            arriving.commit();
        }
        deletion.orTimeout(Owners.SOON.toSeconds(), TimeUnit.SECONDS).join();

        await().atMost(Owners.SOON)
                .until(() -> count("select count(*) from task_copy where project_id = " + projectId) == 0);
    }

    @Test
    void aDeletionDoesNotWaitForTheRowsOfItsProject() throws SQLException {
        long projectId = Ids.next();
        try (Connection reading = dataSource.getConnection()) {
            execute(reading, "insert into task_copy values (%d, 1, false, %d, '{}')".formatted(Ids.next(), projectId));
            reading.setAutoCommit(false);
            execute(reading, "select * from task_copy where project_id = %d for update".formatted(projectId));

            projector.apply(projects, new Change<ProjectRecord>(Long.toString(projectId), 2, null))
                    .await()
                    .atMost(Owners.SOON);

            assertThat(count("select count(*) from project_copy where deleted and project_id = " + projectId)).isOne();
            reading.commit();
            reading.setAutoCommit(true);
        }
        await().atMost(Owners.SOON)
                .until(() -> count(
                        "select count(*) from project_copy where emptied and project_id = " + projectId) == 1);
        assertThat(count("select count(*) from task_copy where project_id = " + projectId)).isZero();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private long count(String select) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(select);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
