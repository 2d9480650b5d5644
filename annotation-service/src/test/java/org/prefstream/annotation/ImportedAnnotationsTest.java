package org.prefstream.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Results;
import org.prefstream.annotation.testing.TaskServiceStandIn;
import org.prefstream.annotation.testing.TestServers;
import org.prefstream.annotation.testing.World;
import org.prefstream.contract.Topic;

import io.quarkus.test.junit.QuarkusTest;

/** Annotations that came with a task. */
@QuarkusTest
class ImportedAnnotationsTest {

    @Inject
    World world;

    @Inject
    TaskServiceStandIn taskService;

    @Test
    void oneThatIsDeliveredTwiceBeforeItsTaskIsAppliedOnce() {
        long project = world.project(1);
        Client owner = world.owner();
        long task = 6_000_000_000L + project;
        world.importAnnotation(task, project, owner.id(), Results.selected("right"));
        world.importAnnotation(task, project, owner.id(), Results.selected("right"));
        taskService.owns(task, project);

        owner.awaitTask(task);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> owner.annotationsOf(task)
                        .body("$", hasSize(1))
                        .body("[0].result[0].value.selected", equalTo("right")));
        int id = owner.annotationsOf(task).extract().path("[0].id");
        assertThat(TestServers.topics()
                .await(Topic.PREFERENCES, key -> key.startsWith(id + "/"), found -> assertThat(found).hasSize(1))
                .get(0)
                .text()).contains("\"chosen_index\":1");
    }
}
