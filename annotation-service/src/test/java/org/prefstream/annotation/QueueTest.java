package org.prefstream.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import io.restassured.response.ValidatableResponse;

/** Which task an annotator gets next. */
@QuarkusTest
class QueueTest {

    private static final Map<String, Object> SKIP = Map.of("outcome", "skip");

    @Inject
    World world;

    @Test
    void everyTaskIsLabeledByOverlapManyPeopleAndNobodyTwice() throws Exception {
        long project = world.project(2);
        List<Long> tasks = world.tasks(project, 2, 30);
        List<Client> annotators = IntStream.range(0, 4).mapToObj(i -> world.annotator(project)).toList();
        Client owner = world.owner();
        tasks.forEach(owner::awaitTask);

        Parallel.all(annotators.stream().<Callable<Integer>>map(each -> () -> labelAll(each, project)).toList());

        for (long task : tasks) {
            List<Integer> authors = owner.annotationsOf(task).body("$", hasSize(2)).extract().path("completed_by");
            assertThat(new HashSet<>(authors)).hasSize(2);
        }
    }

    @Test
    void theNextTaskStaysTheSameUntilItIsAnswered() {
        long project = world.project(1);
        List<Long> tasks = world.tasks(project, 1, 2);
        Client annotator = world.annotator(project);
        tasks.forEach(annotator::awaitTask);

        for (int time = 0; time < 2; time++) {
            annotator.next(project)
                    .statusCode(200)
                    .body("id", equalTo(tasks.get(0).intValue()))
                    .body("data.prompt", equalTo("prompt of " + tasks.get(0)))
                    .body("data.answer1_model", equalTo(null))
                    .body("annotations", hasSize(0));
        }
        annotator.submitted(tasks.get(0), Results.selected("left"));
        annotator.next(project).statusCode(200).body("id", equalTo(tasks.get(1).intValue()));
    }

    @Test
    void aSkippedTaskGoesToSomebodyElse() {
        Holder first = world.holder();
        Client second = world.annotator(first.project());

        first.verdict(SKIP).statusCode(200).body("progress.finished", equalTo(0));

        first.annotator().next(first.project()).statusCode(404);
        second.next(first.project()).statusCode(200).body("id", equalTo(first.lease().task()));
    }

    @Test
    void aSkippedTaskIsFinishedWhereSkipsCloseTasks() {
        Holder first = world.holder(world.project(1, true, "IGNORE_SKIPPED"));
        Client second = world.annotator(first.project());

        first.verdict(SKIP).statusCode(200).body("progress.finished", equalTo(1));

        second.next(first.project()).statusCode(404);
    }

    @Test
    void aSkippedTaskComesBackWhereSkipsReturnToTheirAnnotator() {
        Holder holder = world.holder(world.project(1, true, "REQUEUE_FOR_ME"));

        holder.verdict(SKIP).statusCode(200);

        holder.annotator().next(holder.project()).statusCode(200).body("id", equalTo(holder.lease().task()));
    }

    private static int labelAll(Client annotator, long project) {
        for (int labeled = 0;; labeled++) {
            ValidatableResponse next = annotator.next(project);
            if (next.extract().statusCode() == 404) {
                next.body("detail", containsString("There are no tasks for"));
                return labeled;
            }
            int task = next.statusCode(200).extract().path("id");
            annotator.submit(task, Map.of("result", Results.selected("left"))).statusCode(201);
        }
    }
}
