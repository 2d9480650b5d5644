package org.prefstream.annotation;

import static org.hamcrest.Matchers.equalTo;

import java.util.List;
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

    @Inject
    TaskServiceStandIn.NextTasks nextTasks;

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

    @Test
    void tasksThatAreOnNoTopicYetAreGivenOneAfterAnother() {
        long project = world.project(1);
        long first = 6_000_000_000L + 2 * project;
        nextTasks.owns(project, first, first + 1);
        Client annotator = world.annotator(project);

        for (long task : List.of(first, first + 1)) {
            annotator.next(project).statusCode(200).body("id", equalTo(task));
            annotator.submit(task, Map.of("result", Results.selected("left"))).statusCode(201);
        }
        annotator.next(project).statusCode(404);
    }
}
