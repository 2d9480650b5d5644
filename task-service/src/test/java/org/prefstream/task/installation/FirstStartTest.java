package org.prefstream.task.installation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import org.junit.jupiter.api.Test;
import org.prefstream.task.testing.Api;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class FirstStartTest {

    private final Api owner = Api.owner();

    @Test
    void beginsWithTheOwnerAndASampleProjectThatCanBeLabeled() {
        int project = owner.get("/api/projects?title=Sample:")
                .statusCode(200)
                .body("count", equalTo(1))
                .body("results[0].task_number", equalTo(24))
                .body("results[0].config_has_control_tags", equalTo(true))
                .extract()
                .path("results[0].id");

        owner.get("/api/tasks?project=" + project)
                .statusCode(200)
                .body("tasks", hasSize(24))
                .body("tasks.collect { it.data.prompt }.unique()", hasSize(24))
                .body("tasks.findAll { it.data.answer1 && it.data.answer2 && it.data.answer1 != it.data.answer2 }",
                        hasSize(24));
    }
}
