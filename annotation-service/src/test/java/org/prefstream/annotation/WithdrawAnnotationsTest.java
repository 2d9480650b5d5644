package org.prefstream.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Results;
import org.prefstream.annotation.testing.TestServers;
import org.prefstream.annotation.testing.World;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.TopicEntry;
import org.prefstream.kit.projection.Peers;
import org.prefstream.kit.projection.WithdrawnAnnotations;

import io.quarkus.test.junit.QuarkusTest;

/** What task-service asks for when somebody deletes the annotations of many tasks. Here the service is its own peer. */
@QuarkusTest
class WithdrawAnnotationsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    World world;

    @Inject
    Peers peers;

    @Test
    void theAnnotationsOfTheseTasksAreGoneWithTheirRowsAndTheTasksAreFreeAgain() {
        long project = world.project(1);
        List<Long> tasks = world.tasks(project, 1, 2);
        long other = world.task(project);
        Client owner = world.owner();
        int first = owner.submitted(tasks.get(0), Results.selected("left"));
        owner.submitted(tasks.get(0), Results.selected("right"));
        owner.submitted(tasks.get(1), Results.selected("left"));
        int kept = owner.submitted(other, Results.selected("left"));

        assertThat(withdraw(project, tasks, null)).isEqualTo(3);
        assertThat(withdraw(project, tasks, null)).isZero();

        owner.annotationsOf(tasks.get(0)).body("$", hasSize(0));
        owner.annotationsOf(other).body("id", equalTo(List.of(kept)));
        TestServers.topics()
                .await(Topic.PREFERENCES, key -> key.startsWith(first + "/"),
                        found -> assertThat(found).hasSize(2).last().matches(TopicEntry::isTombstone));
        TestServers.topics()
                .await(Topic.ANNOTATIONS, first, found -> assertThat(found).last().matches(TopicEntry::isTombstone));
        assertThat(tasks).contains((long) world.annotator(project).awaitLease(project).task());
    }

    @Test
    void onlyWhatOneAnnotatorHasSaidAndBegunGoesWhereOneIsNamed() {
        long project = world.project(3);
        long task = world.task(project);
        Client one = world.annotator(project);
        Client two = world.annotator(project);
        one.submitted(task, Results.selected("left"));
        int kept = two.submitted(task, Results.selected("right"));
        int ended = begin(one, task);
        int begun = begin(two, task);

        assertThat(withdraw(project, List.of(task), one.id())).isEqualTo(1);

        world.owner().annotationsOf(task).body("id", equalTo(List.of(kept)));
        one.get("/api/drafts/{id}", ended).then().statusCode(404);
        two.get("/api/drafts/{id}", begun).then().statusCode(200);
    }

    @Test
    void tasksOfAnotherProjectAreLeftAlone() {
        long project = world.project(1);
        long task = world.task(project);
        int kept = world.owner().submitted(task, Results.selected("left"));

        assertThat(withdraw(world.project(1), List.of(task), null)).isZero();
        assertThat(withdraw(project, List.of(), null)).isZero();

        world.owner().annotationsOf(task).body("id", equalTo(List.of(kept)));
    }

    private static int begin(Client client, long task) {
        return client.request()
                .body(Map.of("result", Results.selected("left")))
                .post("/api/tasks/{id}/drafts", task)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private long withdraw(long project, List<Long> tasks, @Nullable Long annotator) {
        Map<String, Object> question = new HashMap<>(Map.of("tasks", tasks));
        if (annotator != null) {
            question.put("annotator", annotator);
        }
        return peers
                .ask("task", "projects/" + project + "/annotations/withdrawal", question, WithdrawnAnnotations.class,
                        SOON)
                .await()
                .atMost(SOON)
                .orElseThrow()
                .annotations();
    }
}
