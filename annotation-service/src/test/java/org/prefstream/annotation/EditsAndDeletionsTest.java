package org.prefstream.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Results;
import org.prefstream.annotation.testing.TestServers;
import org.prefstream.annotation.testing.World;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.TopicEntry;
import org.prefstream.embedded.testing.TopicReader;

import io.quarkus.test.junit.QuarkusTest;

/** Annotations that change or go, and what the topics hold then. */
@QuarkusTest
class EditsAndDeletionsTest {

    @Inject
    World world;

    @Test
    void aJudgementChangedToATieLeavesATombstone() {
        long task = world.task(world.project(1));
        Client owner = world.owner();
        int id = owner.submitted(task, Results.selected("left"));

        owner.change(id, Results.selected("right"));
        owner.change(id, Results.selected("tie"));

        List<TopicEntry> rows = awaitRows(id, found -> assertThat(found).hasSize(3));
        assertThat(rows.get(0).text()).contains("\"chosen_index\":0");
        assertThat(rows.get(1).text()).contains("\"chosen_index\":1");
        assertThat(TopicReader.newest(rows).values()).allMatch(TopicEntry::isTombstone);
    }

    @Test
    void aDeletedAnnotationLeavesTombstonesAndIsNotFound() {
        long task = world.task(world.project(1));
        Client owner = world.owner();
        int id = owner.submitted(task, Results.selected("left"));

        owner.request().delete("/api/annotations/{id}/", id).then().statusCode(204);

        awaitRows(id, EditsAndDeletionsTest::isDeleted);
        TestServers.topics().await(Topic.ANNOTATIONS, id, EditsAndDeletionsTest::isDeleted);
        owner.get("/api/annotations/{id}", id)
                .then()
                .statusCode(404)
                .body("detail", equalTo("No Annotation matches the given query."));
    }

    @Test
    void whatAPatchDoesNotNameStays() {
        long task = world.task(world.project(1));
        Client owner = world.owner();
        int id = owner.submitted(task, Results.selected("left"));

        owner.request().body(Map.of("ground_truth", true)).patch("/api/annotations/{id}", id).then().statusCode(200);

        owner.get("/api/annotations/{id}", id)
                .then()
                .body("ground_truth", equalTo(true))
                .body("lead_time", equalTo(1.5f))
                .body("result[0].value.selected", equalTo("left"));
    }

    @Test
    void anAnnotatorDoesNotChangeWhatSomebodyElseSaid() {
        long project = world.project(2);
        long task = world.task(project);
        int id = world.owner().submitted(task, Results.selected("left"));
        Client annotator = world.annotator(project);

        annotator.request()
                .body(Map.of("result", Results.selected("right")))
                .patch("/api/annotations/{id}", id)
                .then()
                .statusCode(403);
        annotator.get("/api/annotations/{id}", id).then().statusCode(404);
    }

    @Test
    void aDeletedTaskTakesItsAnnotationsAndRowsAlong() {
        long task = world.task(world.project(1));
        Client owner = world.owner();
        int id = owner.submitted(task, Results.selected("left"));

        world.deleteTask(task);

        awaitRows(id, EditsAndDeletionsTest::isDeleted);
        owner.annotationsOf(task).statusCode(404);
    }

    private static void isDeleted(List<TopicEntry> records) {
        assertThat(records).hasSizeGreaterThan(1).last().matches(TopicEntry::isTombstone);
    }

    private static List<TopicEntry> awaitRows(int annotation, Consumer<List<TopicEntry>> assertion) {
        return TestServers.topics().await(Topic.PREFERENCES, key -> key.startsWith(annotation + "/"), assertion);
    }
}
