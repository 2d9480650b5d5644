package org.prefstream.export.statistics;

import static java.util.concurrent.CompletableFuture.allOf;
import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** How many people said what of a pair is counted in the transaction that brings their annotations, whoever else counts beside it. */
@QuarkusTest
class JudgedUnitsTest {

    private static final long PATIENCE_SECONDS = 30;
    private static final String UPSERT = """
            insert into annotation_copy (annotation_id, revision, deleted, project_id, task_id, record, annotator_id, judged_hour,
                judged_us, judged_pairs)
            select task * 100 + ?, ?, false, ?, task, '{}', ?, 500000, 1800000000000000, format('[{"part":"0-1","value":%s}]', ?)
            from unnest(cast(? as bigint[])) task
            on conflict (annotation_id) do update set revision = excluded.revision, judged_pairs = excluded.judged_pairs
            where excluded.revision > annotation_copy.revision
            """;
    private static final String COUNTS = "select cast(counts as text) from judged_unit where project_id = ? and task_id = ?";
    private static final String WAITS = """
            select exists (select from pg_locks where not granted and locktype = 'advisory' and pid = ?)
            """;

    @Inject
    DataSource database;

    private final long project = ThreadLocalRandom.current().nextLong(1L << 50, 1L << 51);
    private final long task = project + 1;
    private final long other = project + 2;

    @Test
    void aTaskIsCountedByPeopleAndByWhatEachOfThemSaidLast() throws SQLException {
        say(1, 1, 0, task);
        say(2, 1, 0, task);
        assertThat(counts(task)).isEqualTo("{2,0,0,0,0}");

        say(2, 2, 4, task);
        assertThat(counts(task)).isEqualTo("{1,0,0,0,1}");
    }

    /** It agrees with nobody, and most tasks are judged by one person. */
    @Test
    void aTaskThatOnePersonHasJudgedIsCountedOnceAnotherOneJudgesIt() throws SQLException {
        say(1, 1, 0, task, other);
        say(1, 2, 3, task);
        assertThat(counts(task)).isNull();

        say(2, 1, 0, task);
        assertThat(counts(task)).isEqualTo("{1,0,0,1,0}");
        assertThat(counts(other)).isNull();
    }

    @Test
    void aTaskOfWhichAllButOneAnnotationAreTakenBackIsCountedWithThatOne() throws SQLException {
        say(1, 1, 0, task);
        say(2, 1, 0, task);
        takeBack(2);
        assertThat(counts(task)).isEqualTo("{1,0,0,0,0}");

        say(1, 2, 1, task);
        assertThat(counts(task)).isEqualTo("{0,1,0,0,0}");
    }

    @Test
    void twoWhoJudgeANewTaskAtTheSameMomentAreBothCounted() throws Exception {
        sayBesideOneWho(Connection::commit, other, task);

        assertThat(counts(task)).isEqualTo("{1,1,0,0,0}");
        assertThat(counts(other)).isNull();
    }

    @Test
    void whoCountsBesideOneThatIsRolledBackIsNotCountedWithThatOne() throws Exception {
        sayBesideOneWho(Connection::rollback, task);
        assertThat(counts(task)).isNull();

        say(1, 1, 0, task);
        assertThat(counts(task)).isEqualTo("{1,1,0,0,0}");
    }

    @Test
    void twoWhoJudgeTheSameTasksInDifferentOrderDoNotWaitForEachOther() throws Exception {
        Long[] upwards = LongStream.range(0, 200).mapToObj(i -> task + i).toArray(Long[]::new);
        Long[] downwards = LongStream.range(0, 200).mapToObj(i -> task + 199 - i).toArray(Long[]::new);

        CompletableFuture<Void> first = runAsync(() -> sayRepeatedly(1, upwards));
        CompletableFuture<Void> second = runAsync(() -> sayRepeatedly(2, downwards));

        allOf(first, second).get(PATIENCE_SECONDS, SECONDS);
        for (long one : upwards) {
            assertThat(counts(one)).isEqualTo("{0,2,0,0,0}");
        }
    }

    /** What ends a transaction. */
    private interface End {

        void of(Connection connection) throws SQLException;
    }

    /** Lets the second person judge tasks while a transaction has judged one of them for the first person, and ends that one then. */
    private void sayBesideOneWho(End end, Long... tasks) throws Exception {
        try (Connection first = database.getConnection(); Connection second = database.getConnection()) {
            first.setAutoCommit(false);
            say(first, 1, 1, 0, task);

            int waiting = pid(second);
            CompletableFuture<Void> saying = runAsync(() -> sayOrFail(second, tasks));
            await().until(() -> waits(waiting));
            end.of(first);
            saying.get(PATIENCE_SECONDS, SECONDS);
        }
    }

    private void sayOrFail(Connection connection, Long... tasks) {
        try {
            say(connection, 2, 1, 1, tasks);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void say(int annotator, int revision, int value, Long... tasks) throws SQLException {
        try (Connection connection = database.getConnection()) {
            say(connection, annotator, revision, value, tasks);
        }
    }

    private void say(Connection connection, int annotator, int revision, int value, Long... tasks) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setInt(1, annotator);
            upsert.setInt(2, revision);
            upsert.setLong(3, project);
            upsert.setInt(4, annotator);
            upsert.setInt(5, value);
            upsert.setArray(6, connection.createArrayOf("bigint", tasks));
            upsert.executeUpdate();
        }
    }

    private void sayRepeatedly(int annotator, Long... tasks) {
        for (int revision = 1; revision <= 10; revision++) {
            try {
                say(annotator, revision, revision % 2 == 0 ? 1 : 0, tasks);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** As the projection does it: a withdrawal has no state, so the row lacks its task. */
    private void takeBack(int annotator) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        """
                                update annotation_copy set revision = revision + 1, deleted = true, project_id = null, task_id = null,
                                    record = null, annotator_id = null, judged_hour = null, judged_us = null, judged_pairs = null
                                where annotation_id = ?
                                """)) {
            update.setLong(1, task * 100 + annotator);
            update.executeUpdate();
        }
    }

    private @Nullable String counts(long ofTask) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNTS)) {
            select.setLong(1, project);
            select.setLong(2, ofTask);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private static int pid(Connection connection) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private boolean waits(int pid) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(WAITS)) {
            select.setInt(1, pid);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
