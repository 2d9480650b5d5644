package org.prefstream.task.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.prefstream.task.testing.AnnotationTopic.annotation;
import static org.prefstream.task.testing.AnnotationTopic.newId;
import static org.prefstream.task.testing.AnnotationTopic.send;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.task.testing.Api;

import io.quarkus.test.junit.QuarkusTest;

/** Counters are kept while tasks and annotations change. At every moment they are what a count would give. */
@QuarkusTest
class KeptCountersTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    /** One statement, so that both sides see the same moment. */
    private static final String DIFFERENCES = """
            select 'progress ' || p.counted || ' is ' || t.counted
            from (select (coalesce(sum(tasks), 0), coalesce(sum(finished), 0), coalesce(sum(annotated), 0), coalesce(sum(annotations), 0), coalesce(sum(skipped), 0), coalesce(sum(ground_truths), 0),
                    coalesce(sum(predictions), 0))::text as counted from project_progress where project_id = ?) p,
                (select (count(*), count(*) filter (where is_labeled), count(*) filter (where total_annotations > 0),
                    coalesce(sum(total_annotations), 0), coalesce(sum(cancelled_annotations), 0), coalesce(sum(ground_truths), 0), coalesce(sum(total_predictions), 0))::text
                    as counted from task t left join task_count c on c.task_id = t.id where t.project_id = ?) t
            where p.counted <> t.counted
            union all
            select 'counts of no task ' || task_id from task_count c
            where project_id = ? and not exists (select from task t where t.id = c.task_id)
            union all
            select 'counts of task ' || t.id from task t left join task_count c on c.task_id = t.id
                left join (select task_id, count(*) filter (where not was_cancelled) as total,
                        count(*) filter (where was_cancelled) as cancelled
                    from annotation_summary where not deleted group by task_id) s on s.task_id = t.id
            where t.project_id = ? and (coalesce(c.total_annotations, 0), coalesce(c.cancelled_annotations, 0))
                <> (coalesce(s.total, 0), coalesce(s.cancelled, 0))
            union all
            select 'block ' || block || ' has ' || sum(tasks) from (
                select block, tasks from task_block where project_id = ?
                union all select id / 1024, -1 from task where project_id = ?) b
            group by block having sum(tasks) <> 0
            union all
            select 'control ' || control || ' has ' || sum(annotations) from (
                select control, annotations from used_control where project_id = ?
                union all select control, -1 from annotation_summary, unnest(controls) control
                    where project_id = ? and not deleted) c
            group by control having sum(annotations) <> 0
            """;

    @Inject
    DataSource dataSource;

    @Inject
    FoldCounters fold;

    private final Api owner = Api.owner();

    @Test
    void countersEqualARecountAfterRandomChangesAtOnce() throws Exception {
        int project = owner.project(Map.of("title", "Two each", "label_config", Api.CONFIG, "maximum_annotations", 2));
        List<CompletableFuture<Void>> changing = IntStream.range(0, 3)
                .mapToObj(seed -> CompletableFuture.runAsync(() -> changeAtRandom(project, new Random(seed))))
                .toList();
        while (changing.stream().anyMatch(one -> !one.isDone())) {
            assertThat(differences(project)).isEmpty();
            fold.fold();
        }
        changing.forEach(CompletableFuture::join);

        long last = newId();
        int task = owner.task(project);
        send(last, 1, annotation(last, project, task, 1, false));
        await().atMost(SOON)
                .until(() -> !select("select task_id::text from annotation_summary where annotation_id = ?", last)
                        .isEmpty());
        assertThat(differences(project)).isEmpty();
        fold.fold();
        assertThat(differences(project)).isEmpty();
        assertThat(select("select sum(annotations)::text from project_progress where project_id = ?", (long) project))
                .isNotEqualTo(List.of("0"));
    }

    @Test
    void pagesByNumberHoldWhatTheirPlaceInAllTasksSays() {
        int project = owner.project();
        int between = owner.project();
        List<Integer> all = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            all.addAll(importTasks(project, 900));
            importTasks(between, 200);
        }
        for (int place : new int[]{2_500, 1_300, 1_299, 5, 0}) {
            owner.request().delete("/api/tasks/" + all.remove(place)).then().statusCode(204);
        }

        for (int size : new int[]{7, 1_000}) {
            for (int page : new int[]{1, 2, (all.size() - 1) / size, (all.size() - 1) / size + 1}) {
                List<Integer> expected = all.stream().skip((page - 1L) * size).limit(size).toList();
                List<Integer> ids = owner
                        .get("/api/tasks?include=id&project=" + project + "&page=" + page + "&page_size=" + size)
                        .statusCode(200)
                        .extract()
                        .path("tasks.id");
                assertThat(ids).isEqualTo(expected);
            }
        }
        List<Integer> newestFirst = owner.get("/api/projects/" + project + "/tasks?page=3&page_size=500")
                .statusCode(200)
                .extract()
                .path("id");
        List<Integer> reversed = IntStream.rangeClosed(1, all.size()).mapToObj(i -> all.get(all.size() - i)).toList();
        assertThat(newestFirst).isEqualTo(reversed.subList(1_000, 1_500));
        owner.get("/api/tasks?project=" + project + "&page=2&page_size=3000").statusCode(404);
    }

    @Test
    void nothingIsCountedOfADeletedProject() throws Exception {
        int project = owner.project();
        int task = owner.task(project);
        long id = newId();
        send(id, 1, annotation(id, project, task, 1, false));
        await().atMost(SOON)
                .until(() -> !select("select control from used_control where project_id = ?", (long) project)
                        .isEmpty());

        owner.request().delete("/api/projects/" + project).then().statusCode(204);

        await().atMost(SOON).until(() -> select("select id::text from project where id = ?", (long) project).isEmpty());
        assertThat(select("""
                select control from used_control where project_id = ? group by control having sum(annotations) <> 0
                """, (long) project)).isEmpty();
        assertThat(select("select sum(tasks)::text from project_progress where project_id = ? having sum(tasks) <> 0",
                (long) project)).isEmpty();
        assertThat(select("select annotation_id::text from annotation_summary where project_id = ? and not deleted",
                (long) project)).isEmpty();
    }

    @Test
    void controlsAreKeptAsTheyAreNamedWhateverCharactersTheirValuesHave() throws Exception {
        int project = owner.project();
        int task = owner.task(project);
        List<String> values = List.of("say \"no\"", "C:\\new", "{a,b}", "null", "", "two\nlines", "é 漢 😀");
        long id = newId();
        send(id, 1, annotation(id, project, task, 1, List
                .of(Map.of("from_name", "why", "to_name", "p", "type", "choices", "value", Map.of("choices", values))),
                false));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                        select("select unnest(controls) from annotation_summary where annotation_id = ?", id))
                        .containsExactlyElementsOf(values.stream().map("why\tp\tchoices\t"::concat).toList()));
    }

    private void changeAtRandom(int project, Random random) {
        List<Integer> tasks = new ArrayList<>();
        Map<Long, Integer> annotations = new LinkedHashMap<>();
        try {
            for (int step = 0; step < 25; step++) {
                switch (random.nextInt(6)) {
                    case 0 -> tasks.addAll(importTasks(project, 1 + random.nextInt(5)));
                    case 1 -> {
                        if (tasks.size() > 2) {
                            owner.request().delete("/api/tasks/" + tasks.remove(0)).then().statusCode(204);
                        }
                    }
                    case 5 -> {
                        if (!tasks.isEmpty()) {
                            owner.json(Map.of("task", tasks.get(0), "result", List.of()))
                                    .post("/api/predictions")
                                    .then()
                                    .statusCode(201);
                        }
                    }
                    case 2 -> {
                        if (!annotations.isEmpty()) {
                            long first = annotations.keySet().iterator().next();
                            annotations.remove(first);
                            send(first, 100, null);
                        }
                    }
                    default -> {
                        if (!tasks.isEmpty()) {
                            boolean again = !annotations.isEmpty() && random.nextBoolean();
                            long id = again ? annotations.keySet().iterator().next() : newId();
                            int task = annotations.computeIfAbsent(id,
                                    added -> tasks.get(random.nextInt(tasks.size())));
                            send(id, 1 + step,
                                    annotation(id, project, task, 1 + random.nextInt(3), random.nextInt(4) == 0));
                        }
                    }
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Integer> importTasks(int project, int count) {
        return owner
                .importJson(project,
                        IntStream.range(0, count)
                                .mapToObj(i -> "{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"}")
                                .collect(Collectors.joining(",", "[", "]")))
                .statusCode(201)
                .extract()
                .path("task_ids");
    }

    private List<String> differences(long project) throws SQLException {
        return select(DIFFERENCES, project, project, project, project, project, project, project, project);
    }

    private List<String> select(String sql, Object... parameters) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(String.valueOf(row.getString(1)));
                }
            }
            return found;
        }
    }
}
