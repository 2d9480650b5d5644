package org.prefstream.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Client.HeldLease;
import org.prefstream.annotation.testing.Database;
import org.prefstream.annotation.testing.Results;
import org.prefstream.annotation.testing.World;
import org.prefstream.annotation.testing.World.Holder;

import io.quarkus.test.junit.QuarkusTest;

/** An annotator for whom nothing was left finds whatever becomes free after that, by the next claim. */
@QuarkusTest
class FreedTasksTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Map<String, Object> SKIP = Map.of("was_cancelled", true, "result", List.of());

    @Inject
    World world;

    @Inject
    Database database;

    @Test
    void findsATaskThatSomebodyElseHandsBack() {
        Holder other = world.holder();
        Client idle = idle(other.project());

        other.annotator().handBack(other.lease());

        finds(idle, other.project(), other.lease().task());
    }

    @Test
    void findsATaskWhoseLeaseExpires() {
        Holder other = world.holder();
        Client idle = idle(other.project());

        await().atMost(SOON).until(() -> idle.next(other.project()).extract().statusCode() == 200);
    }

    @Test
    void findsATaskWhoseAnnotationIsDeleted() {
        long project = world.project(1);
        long task = world.task(project);
        Client owner = world.owner();
        int annotation = owner.submitted(task, Results.selected("left"));
        Client idle = idle(project);

        owner.request().delete("/api/annotations/{id}", annotation).then().statusCode(204);

        finds(idle, project, task);
    }

    @Test
    void findsATaskWhoseAnnotationIsTurnedIntoASkip() {
        long project = world.project(1);
        long task = world.task(project);
        Client owner = world.owner();
        int annotation = owner.submitted(task, Results.selected("left"));
        Client idle = idle(project);

        owner.request().body(SKIP).patch("/api/annotations/{id}", annotation).then().statusCode(200);

        finds(idle, project, task);
    }

    @Test
    void findsATaskAgainWhenTheSkipIsDeleted() {
        long project = world.project(1);
        long task = world.task(project);
        Client annotator = world.annotator(project);
        annotator.awaitTask(task);
        int skip = annotator.submit(task, SKIP).statusCode(201).extract().path("id");
        annotator.next(project).statusCode(404);

        annotator.request().delete("/api/annotations/{id}", skip).then().statusCode(204);

        finds(annotator, project, task);
    }

    @Test
    void findsATaskThatComesLaterAndStandsBefore() {
        long project = world.project(1);
        long first = world.newId();
        Client annotator = world.annotator(project);
        annotator.submitted(world.task(project), Results.selected("left"));
        annotator.next(project).statusCode(404);

        world.task(first, project, 1, 1);
        annotator.awaitTask(first);

        finds(annotator, project, first);
    }

    @Test
    void findsATaskThatNeedsMoreAnnotators() {
        long project = world.project(1);
        long task = world.task(project);
        world.owner().submitted(task, Results.selected("left"));
        Client idle = idle(project);

        world.task(task, project, 2, 2);

        await().atMost(SOON).until(() -> idle.next(project).extract().statusCode() == 200);
    }

    @Test
    void findsWhatATransactionFreesThatBeganBeforeTheLook() throws Exception {
        Holder other = world.holder();
        Client idle = world.annotator(other.project());

        try (Database.Open slow = database.open()) {
            slow.execute("select pg_current_xact_id()");
            Holder quick = world.holder();
            quick.verdict(Map.of("outcome", "tie")).statusCode(200);
            idle.next(other.project()).statusCode(404);
            slow.execute("update lease set state = 'RETURNED' where id = ?", Long.valueOf(other.lease().id()))
                    .execute(
                            "update task_slot set free_slots = 1, freed_by = cast(cast(pg_current_xact_id() as text) as bigint)"
                                    + " where task_id = ?",
                            other.lease().task());
            slow.commit();
        }

        finds(idle, other.project(), other.lease().task());
    }

    @Test
    void aTaskThatAnotherTransactionHeldAndDidNotTakeIsNotForgotten() throws Exception {
        long project = world.project(1);
        List<Long> tasks = world.tasks(project, 1, 2);
        Client annotator = world.annotator(project);
        tasks.forEach(annotator::awaitTask);
        HeldLease second;

        try (Database.Open other = database.open()) {
            other.execute("select from task_slot where task_id = ? for update", tasks.get(0));
            second = annotator.claim(project, 1).get(0);
        }
        annotator.verdict(second, Map.of("outcome", "tie")).statusCode(200);

        assertThat((long) second.task()).isEqualTo(tasks.get(1));
        finds(annotator, project, tasks.get(0));
    }

    @Test
    void aClaimWaitsForTheOnlyTaskWhileAnotherTransactionHoldsIt() throws Exception {
        long project = world.project(1);
        long task = world.task(project);
        Client annotator = world.annotator(project);
        annotator.awaitTask(task);
        CompletableFuture<Integer> next;

        try (Database.Open other = database.open()) {
            other.execute("select from task_slot where task_id = ? for update", task);
            next = CompletableFuture.supplyAsync(() -> annotator.next(project).extract().statusCode());
            world.holder().verdict(Map.of("outcome", "tie")).statusCode(200);
            assertThat(next).isNotDone();
        }

        assertThat(next.get()).isEqualTo(200);
    }

    @Test
    void tasksInARandomOrderAreEachGivenOnce() {
        long project = world.projectAtRandom();
        List<Long> tasks = world.tasks(project, 1, 20);
        Client annotator = world.annotator(project);
        tasks.forEach(annotator::awaitTask);
        Set<Long> given = new HashSet<>();

        for (int i = 0; i < tasks.size(); i++) {
            HeldLease lease = annotator.claim(project, 1).get(0);
            given.add((long) lease.task());
            annotator.verdict(lease, Map.of("outcome", "tie")).statusCode(200);
        }

        assertThat(given).containsExactlyInAnyOrderElementsOf(tasks);
        annotator.next(project).statusCode(404);
    }

    /** {@return somebody who has just been told that nothing is left} */
    private Client idle(long project) {
        Client idle = world.annotator(project);
        idle.next(project).statusCode(404);
        return idle;
    }

    private static void finds(Client annotator, long project, long task) {
        annotator.next(project).statusCode(200).body("id", equalTo((int) task));
    }
}
