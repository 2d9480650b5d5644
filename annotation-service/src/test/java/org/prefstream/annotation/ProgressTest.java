package org.prefstream.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;

import jakarta.inject.Inject;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Client.HeldLease;
import org.prefstream.annotation.testing.Database;
import org.prefstream.annotation.testing.Parallel;
import org.prefstream.annotation.testing.Results;
import org.prefstream.annotation.testing.World;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** The counts that are kept are those that counting gives, whatever happens. */
@QuarkusTest
class ProgressTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int STEPS = 30;
    /** What is kept and not folded yet, beside what is there, seen at one moment. */
    private static final String KEPT_AND_COUNTED = """
            with kept as (
                select project_id, annotator, sum(tasks) as tasks, sum(finished) as finished, sum(annotations) as annotations
                from (select * from progress union all select * from progress_change) as each group by 1, 2),
            counted as (
                select project_id, 0 as annotator, count(*) as tasks, count(*) filter (where finished) as finished, 0 as annotations
                from task_slot group by 1
                union all select project_id, completed_by, 0, 0, count(*) from annotation group by 1, 2)
            select coalesce(k.project_id, c.project_id), coalesce(k.annotator, c.annotator), k.tasks, c.tasks, k.finished,
                c.finished, k.annotations, c.annotations
            from kept k full join counted c on c.project_id = k.project_id and c.annotator = k.annotator
            where (coalesce(k.tasks, 0), coalesce(k.finished, 0), coalesce(k.annotations, 0))
                is distinct from (coalesce(c.tasks, 0), coalesce(c.finished, 0), coalesce(c.annotations, 0))
            """;

    @Inject
    World world;

    @Inject
    Database database;

    private long project;
    private final List<Long> tasks = new ArrayList<>();
    private final List<Client> people = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void staysTrueWhateverHappens(long seed) throws Exception {
        Random random = new Random(seed);
        project = world.project(2, true, seed == 2 ? "IGNORE_SKIPPED" : "REQUEUE_FOR_OTHERS");
        tasks.addAll(world.tasks(project, 2, 12));
        people.addAll(List.of(world.owner(), world.owner(), world.annotator(project)));
        tasks.forEach(people.get(0)::awaitTask);

        for (int step = 0; step < STEPS; step++) {
            Parallel.all(people.stream().<Callable<Integer>>map(person -> {
                long next = random.nextLong();
                return () -> something(person, new Random(next));
            }).toList());
            if (random.nextInt(10) == 0) {
                changeOfTasks(random);
            }
            assertThat(database.select(KEPT_AND_COUNTED)).as("seed %d, step %d", seed, step).isEmpty();
        }
        tasks.forEach(world::deleteTask);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(database.select("""
                        select sum(tasks), sum(finished), sum(annotations) from (select * from progress union all
                            select * from progress_change) as each where project_id = ?""", project))
                        .allSatisfy(sums -> assertThat(sums).allSatisfy(sum -> assertThat(sum).hasToString("0"))));
        assertThat(database.select(KEPT_AND_COUNTED)).isEmpty();
    }

    private int something(Client person, Random random) {
        long task = tasks.get(random.nextInt(tasks.size()));
        return switch (random.nextInt(6)) {
            case 0 -> person.submit(task, Map.of("result", Results.selected("left"))).extract().statusCode();
            case 1 -> person.submit(task, Map.of("result", List.of(), "was_cancelled", true)).extract().statusCode();
            case 2 -> claimed(person, random);
            case 3 -> ofOwn(person, task, id -> person.request().delete("/api/annotations/{id}", id).statusCode());
            case 4 -> ofOwn(person, task,
                    id -> person.request()
                            .body(Map.of("was_cancelled", random.nextBoolean(), "result", Results.selected("right")))
                            .patch("/api/annotations/{id}", id)
                            .statusCode());
            default -> claimed(person, random);
        };
    }

    private int claimed(Client person, Random random) {
        for (HeldLease lease : person.claim(project, 1 + random.nextInt(3))) {
            if (random.nextBoolean()) {
                return person.verdict(lease, Map.of("outcome", random.nextBoolean() ? "tie" : "skip"))
                        .extract()
                        .statusCode();
            }
            return person.request()
                    .queryParam("token", lease.token())
                    .delete("/api/leases/{id}", lease.id())
                    .statusCode();
        }
        return 0;
    }

    private static int ofOwn(Client person, long task, ToIntFunction<Integer> change) {
        Response found = person.get("/api/tasks/{id}/annotations", task);
        List<Integer> ids = found.statusCode() == 200 ? found.jsonPath().getList("id") : List.of();
        return ids.isEmpty() ? 0 : change.applyAsInt(ids.get(0));
    }

    private void changeOfTasks(Random random) {
        long task = tasks.get(random.nextInt(tasks.size()));
        switch (random.nextInt(4)) {
            case 0 -> tasks.addAll(world.tasks(project, 2, 2));
            case 1 -> world.task(task, project, 1 + random.nextInt(3), 2 + random.nextInt(5));
            case 2 -> world.importAnnotation(task, project, people.get(1).id(), Results.selected("left"));
            default -> {
                tasks.remove(task);
                world.deleteTask(task);
            }
        }
    }
}
