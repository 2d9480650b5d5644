package org.prefstream.annotation;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Results;
import org.prefstream.annotation.testing.TaskServiceStandIn;
import org.prefstream.annotation.testing.World;

import io.quarkus.test.junit.QuarkusTest;

/** What no topic holds yet is asked for at its owner. */
@QuarkusTest
class ReadThroughTest {

    @Inject
    World world;

    @Inject
    TaskServiceStandIn taskService;

    @Inject
    TaskServiceStandIn.Projects ownedProjects;

    @Test
    void aTaskThatIsOnNoTopicYetIsLabeledAtOnce() {
        long project = world.project(1);
        Client owner = world.owner();
        owner.awaitTask(world.task(project));
        long fresh = 5_000_000_000L + project;
        taskService.owns(fresh, project);

        owner.submit(fresh, Map.of("result", Results.selected("left"))).statusCode(201);
    }

    @Test
    void aTaskOfAProjectThatIsOnNoTopicYetIsLabeledAtOnce() {
        Client owner = world.owner();
        long fresh = 7_000_000_000L + owner.id();
        ownedProjects.owns(fresh);
        taskService.owns(fresh, fresh);

        owner.submit(fresh, Map.of("result", Results.selected("left"))).statusCode(201);
    }
}
