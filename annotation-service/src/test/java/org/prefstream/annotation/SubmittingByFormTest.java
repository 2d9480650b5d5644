package org.prefstream.annotation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.annotation.World.User;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.embedded.testing.RealServers;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** Annotations that a script sends by {@code requests.post(url, data={…})}. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "annotation"))
class SubmittingByFormTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String LEFT = """
            [{"from_name":"comparison","to_name":"comparison","type":"pairwise","value":{"selected":"left"}}]""";

    @Inject
    World world;

    private User owner = new User(0, "");
    private long task;

    @BeforeEach
    void aTaskAndSomebodyWhoIsKnown() {
        task = world.tasks(world.project(1), 1, 1).get(0);
        owner = world.user(Role.OWNER);
        await().atMost(SOON).until(() -> request().get("/api/tasks/{id}/annotations", task).statusCode() == 200);
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
        request().multiPart("result", LEFT)
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
        return given().header("Authorization", "Token " + owner.token());
    }
}
