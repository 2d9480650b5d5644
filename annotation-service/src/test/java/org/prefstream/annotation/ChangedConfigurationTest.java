package org.prefstream.annotation;

import static org.hamcrest.Matchers.hasSize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Records;
import org.prefstream.annotation.testing.Results;
import org.prefstream.annotation.testing.TaskServiceStandIn;
import org.prefstream.annotation.testing.World;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ProjectRecord;

import io.quarkus.test.junit.QuarkusTest;

/** A project's configuration was changed, and no topic has brought the change yet. */
@QuarkusTest
class ChangedConfigurationTest {

    private static final List<Object> NEW_ANSWER = List
            .of(Results.region("sure", "choices", Map.of("choices", List.of("Sure"))));

    @Inject
    World world;

    @Inject
    TaskServiceStandIn.Projects owned;

    @Test
    void whatFitsTheNewConfigurationIsTakenAtOnce() {
        Client owner = world.owner();
        long project = world.project(1);
        long task = owner.awaitTask(world.task(project));
        change(project);

        owner.submit(task, Map.of("result", NEW_ANSWER)).statusCode(201);

        owner.annotationsOf(task).body("$", hasSize(1));
    }

    @Test
    void whatFitsNeitherIsRefused() {
        Client owner = world.owner();
        long project = world.project(1);
        long task = owner.awaitTask(world.task(project));
        change(project);

        owner.submit(task, Map.of("result", List.of(Results.region("neither", "choices", Map.of())))).statusCode(400);

        owner.annotationsOf(task).body("$", hasSize(0));
    }

    @Test
    void anAnswerThatMayBeEmptyByNowIsTakenAtOnce() {
        Client owner = world.owner();
        long project = world.project(1, false, "REQUEUE_FOR_OTHERS");
        long task = owner.awaitTask(world.task(project));
        owner.submit(task, Map.of("result", List.of())).statusCode(400);
        change(project);

        owner.submit(task, Map.of("result", List.of())).statusCode(201);
    }

    /** Adds a control, and lets answers be empty. */
    private void change(long project) {
        ComparisonSpec before = Records.spec();
        List<Control> controls = new ArrayList<>(before.controls());
        controls.add(new Control("sure", "choices", List.of("prompt"), List.of("Sure"), false, 0, false));
        owned.owns(new ProjectRecord(project, "Changed", "", 1, "Sequential sampling", "REQUEUE_FOR_OTHERS", true, true,
                new ComparisonSpec(before.objects(), controls)), 2);
    }
}
