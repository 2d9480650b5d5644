package org.prefstream.annotation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.World;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** Annotations that a script sends by {@code requests.post(url, data={…})}. */
@QuarkusTest
class SubmittingByFormTest {

    private static final String LEFT = """
            [{"from_name":"comparison","to_name":"comparison","type":"pairwise","value":{"selected":"left"}}]""";

    @Inject
    World world;

    private Client owner = new Client(0, "");
    private long task;

    @BeforeEach
    void aTaskAndSomebodyWhoIsKnown() {
        owner = world.owner();
        task = owner.awaitTask(world.task(world.project(1)));
    }

    @Test
    void anUrlencodedFormIsAnAnnotation() {
        request().contentType("application/x-www-form-urlencoded")
                .formParams(Map.of("result", LEFT, "lead_time", "12.5", "ground_truth", "true"))
                .post("/api/tasks/{id}/annotations", task)
                .then()
                .statusCode(201)
                .body("result[0].value.selected", equalTo("left"))
                .body("lead_time", equalTo(12.5f))
                .body("ground_truth", equalTo(true));
    }

    @Test
    void aMultipartFormIsAnAnnotation() {
        request().contentType("multipart/form-data")
                .multiPart("result", LEFT)
                .multiPart("lead_time", "")
                .post("/api/tasks/{id}/annotations/", task)
                .then()
                .statusCode(201)
                .body("result[0].type", equalTo("pairwise"));
    }

    @Test
    void aBadValueIsRefusedByItsField() {
        refused(Map.of("result", LEFT, "lead_time", "long"), "lead_time");
        refused(Map.of("result", LEFT, "ground_truth", "perhaps"), "ground_truth");
        refused(Map.of("result", "[{'from_name'"), "result");
    }

    private void refused(Map<String, String> form, String field) {
        request().contentType("application/x-www-form-urlencoded")
                .formParams(form)
                .post("/api/tasks/{id}/annotations", task)
                .then()
                .statusCode(400)
                .body("validation_errors", hasKey(field));
    }

    private RequestSpecification request() {
        return owner.request();
    }
}
