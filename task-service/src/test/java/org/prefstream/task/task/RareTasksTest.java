package org.prefstream.task.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.kit.database.Transactions;
import org.prefstream.task.task.TaskPages.Run;

import io.quarkus.test.junit.QuarkusTest;

/** Tasks that a filter finds seldom are all found, each once and in order, however many others stand between them. */
@QuarkusTest
class RareTasksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TASKS = 3 * TaskPages.NEAR;
    private static final int MANY_TASKS = TaskPages.FAR + 1_000;
    private static final String INSERT = """
            insert into task (id, project_id, inner_id, data, meta, content_sha256, overlap, revision, created_at, updated_at, created_by)
            overriding system value
            select {id} + i, {id}, i, '{"every":' || i % 1500 || ',"last":' || i / 29990
                || ',"both":' || cast(i <= 9 or i > 300990 as int) || '}', '{}', 'sha256', 1, 1, now(), now(), 1
            from generate_series(1, {tasks}) i""";

    @Inject
    DataSource database;
    @Inject
    TaskPages pages;
    @Inject
    Transactions transactions;

    @Test
    void tasksThatStandFarFromEachOtherAreFoundPageByPage() throws SQLException {
        long project = filled(3_000_000_000_000L);

        assertThat(found(project, "every", 7, 10))
                .isEqualTo(ids(project, LongStream.iterate(7, i -> i + 1_500).limit(20)));
    }

    @Test
    void tasksThatStandTogetherAtTheEndAreFoundThere() throws SQLException {
        long project = filled(4_000_000_000_000L);

        assertThat(found(project, "last", 1, 4)).isEqualTo(ids(project, LongStream.rangeClosed(29_990, TASKS)));
    }

    /** Nine at the beginning say that a page of ten pays to be looked for among the next ones, and there is no tenth among them. */
    @Test
    void tasksThatStandAtBothEndsOfManyAreFoundOnOnePage() throws SQLException {
        long project = filled(7_000_000_000_000L, MANY_TASKS);

        assertThat(found(project, "both", 1, 10)).isEqualTo(ids(project,
                LongStream.concat(LongStream.rangeClosed(1, 9), LongStream.rangeClosed(300_991, MANY_TASKS))));
    }

    @Test
    void whereNoTaskIsFoundThePageIsEmpty() throws SQLException {
        long project = filled(5_000_000_000_000L);

        assertThat(found(project, "every", 1_500, 3)).isEmpty();
    }

    @Test
    void ofAProjectThatIsLookedAtAsAWholeNothingFollows() throws SQLException {
        long project = filled(6_000_000_000_000L, TaskPages.NEAR);

        assertThat(found(project, "every", 7, 100))
                .isEqualTo(ids(project, LongStream.iterate(7, i -> i + 1_500).limit(7)));
    }

    private long filled(long project) throws SQLException {
        return filled(project, TASKS);
    }

    private long filled(long project, int tasks) throws SQLException {
        try (Connection connection = database.getConnection(); Statement insert = connection.createStatement()) {
            insert.execute(INSERT.replace("{id}", String.valueOf(project)).replace("{tasks}", String.valueOf(tasks)));
        }
        return project;
    }

    private static List<Long> ids(long project, LongStream numbers) {
        return numbers.map(i -> project + i).boxed().toList();
    }

    /** {@return the tasks of all pages of this size} */
    private List<Long> found(long project, String field, int value, int size) {
        TaskQuery query = TaskQuery.of(project, """
                {"filters":{"conjunction":"and","items":[
                    {"filter":"filter:tasks:data.%s","operator":"equal","type":"Number","value":%d}]}}"""
                .formatted(field, value), false);
        List<Long> ids = new ArrayList<>();
        String after = TaskOrder.START;
        while (after != null) {
            String place = after;
            Run run = transactions.read(() -> pages.run(query, place, size)).await().atMost(PATIENCE);
            ids.addAll(run.ids());
            after = run.next();
        }
        return ids;
    }
}
