package org.prefstream.annotation;

import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Database;
import org.prefstream.annotation.testing.Results;
import org.prefstream.annotation.testing.TaskServiceStandIn;
import org.prefstream.annotation.testing.World;
import org.prefstream.contract.Topic;

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

    @Inject
    Database database;

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
    void tasksThatAreOnTheirWayAreGivenOneAfterAnother() throws Exception {
        // Given a project whose tasks wait to be published: a row that no relay reads
        long project = world.project(1);
        database.execute("""
                insert into outbox (id, aggregatetype, aggregateid, type, revision, project_id, closes)
                values (?, ?, 'held', 'test', 1, ?, true)
                """, -project, Topic.TASKS.topicName(), project);
        long first = 6_000_000_000L + 2 * project;
        nextTasks.owns(project, first, first + 1);
        Client annotator = world.annotator(project);

        for (long task : List.of(first, first + 1)) {
            annotator.next(project).statusCode(200).body("id", equalTo(task));
            annotator.submit(task, Map.of("result", Results.selected("left"))).statusCode(201);
        }

        database.execute("delete from outbox where id = ?", -project);
        annotator.next(project).statusCode(404);
    }

    @Test
    void nobodyIsAskedForTasksOfAProjectThatHasArrived() {
        long project = world.project(1);
        nextTasks.owns(project, 8_000_000_000L + project);

        world.annotator(project).next(project).statusCode(404);
    }
}
