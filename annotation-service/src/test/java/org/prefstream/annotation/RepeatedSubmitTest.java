package org.prefstream.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Parallel;
import org.prefstream.annotation.testing.Results;
import org.prefstream.annotation.testing.World;
import org.prefstream.annotation.testing.World.Holder;

import io.quarkus.test.junit.QuarkusTest;

/** A request that is sent again counts once. */
@QuarkusTest
class RepeatedSubmitTest {

    @Inject
    World world;

    @Test
    void oneKeySentTwentyTimesAtOnceIsOneAnnotationWithEqualAnswers() throws Exception {
        Client owner = world.owner();
        long task = owner.awaitTask(world.task(world.project(1)));
        String key = UUID.randomUUID().toString();

        List<String> answers = Parallel.times(20, () -> submit(owner, task, key, "left", 201));

        assertThat(answers).containsOnly(answers.get(0));
        owner.annotationsOf(task).body("$", hasSize(1));
    }

    @Test
    void oneKeyForTwoRequestsIsRefused() {
        Client owner = world.owner();
        long task = owner.awaitTask(world.task(world.project(1)));
        String key = UUID.randomUUID().toString();
        submit(owner, task, key, "left", 201);

        submit(owner, task, key, "right", 409);
    }

    @Test
    void oneUniqueIdSentTwentyTimesAtOnceIsOneAnnotationWithEqualAnswers() throws Exception {
        Client owner = world.owner();
        long task = owner.awaitTask(world.task(world.project(1)));
        Map<String, Object> body = Map.of("result", Results.selected("left"), "unique_id",
                UUID.randomUUID().toString());

        List<String> answers = Parallel.times(20, () -> owner.submit(task, body).statusCode(201).extract().asString());

        assertThat(answers).containsOnly(answers.get(0));
        owner.annotationsOf(task).body("$", hasSize(1));
    }

    @Test
    void oneUniqueIdForTwoTasksIsRefused() throws Exception {
        List<Long> tasks = world.tasks(world.project(1), 1, 2);
        Client owner = world.owner();
        tasks.forEach(owner::awaitTask);
        Map<String, Object> body = Map.of("result", Results.selected("left"), "unique_id",
                UUID.randomUUID().toString());

        List<Integer> statuses = Parallel.all(tasks.stream()
                .<Callable<Integer>>map(task -> () -> owner.submit(task, body).extract().statusCode())
                .toList());

        assertThat(statuses).containsExactlyInAnyOrder(201, 400);
    }

    @Test
    void aVerdictSentAgainWithItsKeyIsTheSameRevision() {
        Holder holder = world.holder();

        List<Integer> revisions = IntStream.range(0, 3)
                .mapToObj(i -> holder.annotator()
                        .verdict(holder.lease(), Map.of("outcome", "tie"), "once")
                        .statusCode(200)
                        .extract()
                        .<Integer>path("revision"))
                .toList();

        assertThat(revisions).containsOnly(1);
    }

    private static String submit(Client owner, long task, String key, String selected, int status) {
        return owner.request()
                .header("Idempotency-Key", key)
                .body(Map.of("result", Results.selected(selected)))
                .post("/api/tasks/{id}/annotations", task)
                .then()
                .statusCode(status)
                .extract()
                .asString();
    }
}
