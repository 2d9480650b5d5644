package org.prefstream.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.FormerContentStandIn;
import org.prefstream.annotation.testing.Records;
import org.prefstream.annotation.testing.Results;
import org.prefstream.annotation.testing.TaskServiceStandIn;
import org.prefstream.annotation.testing.World;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.junit.QuarkusTest;

/** Imported annotations are applied in sets, in which each is on its own. */
@QuarkusTest
class ImportedSetsTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SPEC = Hashes.sha256(Json.write(Records.spec()));
    private static final ComparisonSpec RANKING = new ComparisonSpec(
            List.of(ShownObject.prompt("prompt", "Text", "$prompt"),
                    ShownObject.candidate("answers", "List", "$items")),
            List.of(new Control("rank", "ranker", List.of("answers"), List.of(), false, 0, false)));
    private static final String COUNT_STATEMENTS = """
            create table stored_sets (project_id bigint);
            create function note_set() returns trigger language plpgsql as
                $$ begin insert into stored_sets select distinct project_id from added; return null; end $$;
            create trigger note_set after insert on annotation referencing new table as added
                for each statement execute function note_set()
            """;
    private static final String COUNT_NO_LONGER = "drop trigger note_set on annotation; drop function note_set; drop table stored_sets";

    @Inject
    World world;

    @Inject
    DataSource dataSource;

    @Inject
    TaskServiceStandIn ownedTasks;

    @Inject
    TaskServiceStandIn.Projects ownedProjects;

    @Inject
    FormerContentStandIn formerData;

    @Inject
    FormerContentStandIn.Specs formerSpecs;

    @Test
    void manyThatWaitForTheirProjectAreStoredByAStatementForEachSet() throws SQLException {
        Client owner = world.owner();
        long project = lateProject(owner);
        List<Long> tasks = world.tasks(project, 1, 3);
        for (int i = 0; i < 1_200; i++) {
            world.importAnnotation(record(owner, project, tasks.get(i % 3), i / 3, Results.selected("left"), null));
        }
        awaitNoted(project, 1_200);
        execute(COUNT_STATEMENTS);
        try {
            arrives(project, owner);

            assertThat(number("select count(*) from annotation where project_id = " + project)).isEqualTo(1_200);
            assertThat(number("select count(*) from stored_sets where project_id = " + project)).isEqualTo(2);
            assertThat(number("select count(*) from imported_annotation where not applied and project_id = " + project))
                    .isZero();
        } finally {
            execute(COUNT_NO_LONGER);
        }
    }

    @Test
    void thoseWhoseRecordsAreLongAreAllAppliedThoughFewerComeIntoOneSet() throws SQLException {
        Client owner = world.owner();
        long project = lateProject(owner);
        long task = world.tasks(project, 1, 1).get(0);
        Map<String, Object> region = new HashMap<>(
                Results.region("comparison", "pairwise", Map.of("selected", "left")));
        region.put("meta", "m".repeat(900_000));
        for (int i = 0; i < 20; i++) {
            world.importAnnotation(record(owner, project, task, i, List.of(region), null));
        }
        awaitNoted(project, 20);

        arrives(project, owner);

        assertThat(number("select count(*) from annotation where project_id = " + project)).isEqualTo(20);
    }

    @Test
    void ofTwoWithOneUniqueIdTheSecondIsAppliedWhereTheFirstIsPutAside() {
        Client owner = world.owner();
        long project = world.project(1);
        long task = world.task(project);
        UUID unique = UUID.randomUUID();
        List<Object> unknown = List.of(Results.region("nobody", "pairwise", Map.of("selected", "left")));

        long second = lateTask(project);
        world.importAnnotation(record(owner, project, second, 0, unknown, unique));
        world.importAnnotation(record(owner, project, second, 1, Results.selected("right"), unique));
        world.importAnnotation(record(owner, project, task, 0, Results.selected("left"), null));
        awaitAnnotations(owner, task, 1);
        arrives(second, project, owner);

        owner.annotationsOf(second).body("$", hasSize(1)).body("[0].unique_id", equalTo(unique.toString()));
        awaitDeadLetters(second, 1);
    }

    @Test
    void oneWhoseUniqueIdSomebodySendsMeanwhileGoesOnWaitingAndTheOthersAreApplied() throws Exception {
        Client owner = world.owner();
        long project = world.project(1);
        List<Long> tasks = world.tasks(project, 1, 2);
        tasks.forEach(owner::awaitTask);
        UUID unique = UUID.randomUUID();
        try (Connection other = dataSource.getConnection(); Statement sends = other.createStatement()) {
            other.setAutoCommit(false);
            sends.execute(
                    """
                            insert into annotation (revision, task_id, project_id, completed_by, updated_by, was_cancelled, counts,
                                ground_truth, created_at, updated_at, unique_id, shown_order, shown_sha256, record_keys)
                            values (1, %d, %d, %d, %d, false, true, false, now(), now(), '%s', '[0,1]', 'unknown', '[]')
                            """
                            .formatted(tasks.get(1), project, owner.id(), owner.id(), unique));
            world.importAnnotation(record(owner, project, tasks.get(0), 0, Results.selected("left"), unique));
            world.importAnnotation(record(owner, project, tasks.get(0), 1, Results.selected("right"), null));
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(number("select count(*) from pg_locks where not granted")).isPositive());
            other.commit();
        }

        awaitAnnotations(owner, tasks.get(0), 1);
        owner.annotationsOf(tasks.get(0)).body("[0].result[0].value.selected", equalTo("right"));
        assertThat(world.deadLetters(tasks.get(0))).isEmpty();
    }

    @Test
    void aRankingWhoseRowsWouldBeTooLongIsPutAsideAndTheOthersAreApplied() {
        Client owner = world.owner();
        long project = world.project(1);
        long task = world.task(project);
        world.importAnnotation(ranking(owner, project, task, 0, 40, "long prompt ".repeat(2_000)));
        world.importAnnotation(ranking(owner, project, task, 1, 10, "a prompt"));

        awaitAnnotations(owner, task, 1);
        awaitDeadLetters(task, 1);

        assertThat(cause(world.deadLetters(task).get(0))).contains("\"rank\"", "16777216 characters");
    }

    private ImportedAnnotationRecord ranking(Client owner, long project, long task, int index, int items,
            String prompt) {
        List<Map<String, Object>> all = IntStream.range(0, items)
                .<Map<String, Object>>mapToObj(i -> Map.of("id", "i" + i, "title", "answer " + i))
                .toList();
        String data = formerData.had(task, Map.of("prompt", prompt, "items", all));
        List<Object> result = List.of(
                Results.region("rank", "ranker", Map.of("ranker", all.stream().map(item -> item.get("id")).toList())));
        return new ImportedAnnotationRecord(task, project, index, owner.id(), result, false, false, null,
                Records.BEGINNING, Records.BEGINNING, Records.BEGINNING, null, null, null, formerSpecs.had(RANKING),
                data);
    }

    private static ImportedAnnotationRecord record(Client owner, long project, long task, int index,
            List<Object> result, @Nullable UUID uniqueId) {
        return new ImportedAnnotationRecord(task, project, index, owner.id(), result, false, false, null,
                Records.BEGINNING, Records.BEGINNING, Records.BEGINNING, uniqueId, null, null, SPEC,
                Hashes.sha256(Json.write(Records.data(task))));
    }

    /** A project that no topic has brought: it is here once somebody has asked for it. */
    private static long lateProject(Client owner) {
        return 8_000_000_000L + owner.id();
    }

    private void arrives(long project, Client owner) {
        ownedProjects.owns(project);
        owner.next(project);
    }

    /** A task that no topic has brought: it is here once somebody has asked for it. */
    private static long lateTask(long project) {
        return 9_000_000_000L + project;
    }

    private void arrives(long task, long project, Client owner) {
        ownedTasks.owns(task, project);
        owner.awaitTask(task);
    }

    private void awaitNoted(long project, int count) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                        number("select count(*) from imported_annotation i join task_copy using (task_id)"
                                + " where i.project_id = " + project))
                        .isEqualTo(count));
    }

    private static void awaitAnnotations(Client reader, long task, int count) {
        await().atMost(SOON).untilAsserted(() -> reader.annotationsOf(task).body("$", hasSize(count)));
    }

    private void awaitDeadLetters(long task, int count) {
        await().atMost(SOON).untilAsserted(() -> assertThat(world.deadLetters(task)).hasSize(count));
    }

    private static String cause(ConsumerRecord<String, byte[]> letter) {
        return new String(letter.headers().lastHeader("ps_cause").value(), StandardCharsets.UTF_8);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
