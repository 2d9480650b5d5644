package org.prefstream.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Results;
import org.prefstream.annotation.testing.TestServers;
import org.prefstream.annotation.testing.World;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.TopicEntry;

import io.quarkus.test.junit.QuarkusTest;

/** Annotations as Label Studio's clients submit them. */
@QuarkusTest
class SubmittingTest {

    @Inject
    World world;

    @Test
    void aSubmittedPreferenceIsOneRecordOnTheDatasetTopic() {
        long task = world.task(world.project(1));
        int id = world.owner().submitted(task, Results.selected("right", 2));

        List<TopicEntry> rows = TestServers.topics()
                .await(Topic.PREFERENCES, key -> key.startsWith(id + "/"), found -> assertThat(found).hasSize(1));

        assertThat(rows.get(0).text()).contains("\"chosen\":\"second of " + task + "\"",
                "\"rejected\":\"first of " + task + "\"", "\"margin\":2.0", "\"chosen_model\":\"m-1200\"",
                "\"shown_order\":[0,1]");
        assertThat(TestServers.topics().await(Topic.ANNOTATIONS, id, 1)).hasSize(1);
    }

    @Test
    void anAnnotationIsShownAsItWasSubmitted() {
        long project = world.project(1);
        long task = world.task(project);
        Client owner = world.owner();
        int id = owner.submitted(task, Results.selected("left"));

        owner.annotationsOf(task).body("$", hasSize(1)).body("[0].id", equalTo(id));
        owner.get("/api/annotations/{id}", id)
                .then()
                .statusCode(200)
                .body("result[0].value.selected", equalTo("left"))
                .body("completed_by", equalTo((int) owner.id()))
                .body("created_ago", equalTo("0\u00a0minutes"))
                .body("lead_time", equalTo(1.5f))
                .body("task", equalTo((int) task))
                .body("project", equalTo((int) project));
    }

    @Test
    void aSubmitEndsTheLeaseOfItsAuthor() {
        long project = world.project(1);
        long task = world.task(project);
        Client annotator = world.annotator(project);
        annotator.awaitLease(project);

        int id = annotator.submitted(task, Results.selected("left"));

        annotator.next(project).statusCode(404);
        TopicEntry row = TestServers.topics()
                .await(Topic.PREFERENCES, key -> key.startsWith(id + "/"), found -> assertThat(found).hasSize(1))
                .get(0);
        assertThat(row.text()).contains("\"chosen\":\"first of " + task + "\"");
    }

    @Test
    void onlyManagersNameAnotherAuthor() {
        long project = world.project(2);
        long task = world.tasks(project, 2, 1).get(0);
        Client annotator = world.annotator(project);
        Client owner = world.owner();
        owner.awaitTask(task);
        Map<String, Object> body = Map.of("result", Results.selected("left"), "completed_by", annotator.id());

        owner.submit(task, body).statusCode(201).body("completed_by", equalTo((int) annotator.id()));
        annotator.submit(task, Map.of("result", Results.selected("left"), "completed_by", owner.id())).statusCode(400);
    }
}
