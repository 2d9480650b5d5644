package org.prefstream.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Client.HeldLease;
import org.prefstream.annotation.testing.Parallel;
import org.prefstream.annotation.testing.Results;
import org.prefstream.annotation.testing.TestServers;
import org.prefstream.annotation.testing.World;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.TopicEntry;

import io.quarkus.test.junit.QuarkusTest;

/** Judgements that are stored together get their own answers, and what they say of one task is taken one after another. */
@QuarkusTest
class SubmitsAtOnceTest {

    private static final Map<String, Object> LEFT = Map.of("result", Results.selected("left"));

    @Inject
    World world;

    @Inject
    DataSource dataSource;

    @Test
    void moreSubmitsThanAGroupHoldsAreEachStoredOnce() throws Exception {
        Client owner = world.owner();
        List<Long> tasks = world.tasks(world.project(1), 1, 150);
        tasks.forEach(owner::awaitTask);

        List<Integer> ids = Parallel.all(tasks.stream()
                .<Callable<Integer>>map(task -> () -> owner.submit(task, LEFT).statusCode(201).extract().path("id"))
                .toList());

        assertThat(ids).doesNotHaveDuplicates();
        for (int i = 0; i < tasks.size(); i += 37) {
            owner.annotationsOf(tasks.get(i)).body("$", hasSize(1)).body("[0].id", equalTo(ids.get(i)));
        }
        TestServers.topics()
                .await(Topic.ANNOTATIONS, key -> ids.contains(Integer.valueOf(key)),
                        found -> assertThat(found).hasSameSizeAs(ids));
    }

    @Test
    void thoseThatAreRefusedLeaveTheOthersAsTheyAre() throws Exception {
        Client owner = world.owner();
        Client stranger = world.annotator();
        List<Long> tasks = world.tasks(world.project(1), 1, 12);
        tasks.forEach(owner::awaitTask);
        Map<String, Object> unknownControl = Map.of("result",
                List.of(Results.region("nowhere", "pairwise", Map.of("selected", "left"))));
        List<Callable<Integer>> submits = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            long task = tasks.get(i);
            submits.add(switch (i % 4) {
                case 1 -> () -> owner.submit(task, unknownControl).extract().statusCode();
                case 2 -> () -> stranger.submit(task, LEFT).extract().statusCode();
                case 3 -> () -> owner.submit(task + 1_000_000, LEFT).extract().statusCode();
                default -> () -> owner.submit(task, LEFT).extract().statusCode();
            });
        }

        List<Integer> statuses = Parallel.all(submits);

        assertThat(statuses).containsExactly(201, 400, 404, 404, 201, 400, 404, 404, 201, 400, 404, 404);
        owner.annotationsOf(tasks.get(0)).body("$", hasSize(1));
        owner.annotationsOf(tasks.get(1)).body("$", hasSize(0));
    }

    @Test
    void aTaskThatAnotherTransactionHoldsHoldsUpNoOther() throws Exception {
        Client owner = world.owner();
        List<Long> tasks = world.tasks(world.project(1), 1, 2);
        tasks.forEach(owner::awaitTask);
        CompletableFuture<Integer> held;

        try (Connection other = dataSource.getConnection(); Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("select from task_slot where task_id = %d for update".formatted(tasks.get(0)));
            held = CompletableFuture.supplyAsync(() -> owner.submit(tasks.get(0), LEFT).extract().statusCode());
            owner.submit(tasks.get(1), LEFT).statusCode(201);

            assertThat(held).isNotDone();
            other.rollback();
        }

        assertThat(held.get()).isEqualTo(201);
    }

    @Test
    void manyAnnotatorsOfOneTaskAreAllStored() throws Exception {
        long project = world.project(8);
        long task = world.tasks(project, 8, 1).get(0);
        List<Client> annotators = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            annotators.add(world.annotator(project));
        }
        annotators.get(0).awaitTask(task);

        Parallel.all(annotators.stream()
                .<Callable<Integer>>map(
                        annotator -> () -> annotator.submit(task, LEFT).statusCode(201).extract().statusCode())
                .toList());

        world.owner().annotationsOf(task).body("$", hasSize(8));
        annotators.get(0).next(project).statusCode(404);
    }

    @Test
    void editsOfOneAnnotationAtOnceAreEachARevision() throws Exception {
        Client owner = world.owner();
        int id = owner.submitted(world.task(world.project(1)), Results.selected("left"));

        Parallel.times(10, () -> {
            owner.change(id, Results.selected("right"));
            return id;
        });

        List<TopicEntry> states = TestServers.topics().await(Topic.ANNOTATIONS, id, 11);
        assertThat(states.stream().map(TopicEntry::text).collect(Collectors.toSet())).hasSizeGreaterThan(1);
    }

    @Test
    void theVerdictsOfOneLeaseAtOnceAreOneAnnotation() throws Exception {
        long project = world.project(1);
        world.task(project);
        Client annotator = world.annotator(project);
        HeldLease lease = annotator.awaitLease(project);

        List<Integer> ids = Parallel.times(8,
                () -> annotator.verdict(lease, Map.of("outcome", "tie"), UUID.randomUUID().toString())
                        .statusCode(200)
                        .extract()
                        .path("annotation_id"));

        assertThat(ids).containsOnly(ids.get(0));
        annotator.annotationsOf(lease.task()).body("$", hasSize(1));
    }
}
