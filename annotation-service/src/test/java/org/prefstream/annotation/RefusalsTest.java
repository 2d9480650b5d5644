package org.prefstream.annotation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Results;
import org.prefstream.annotation.testing.World;
import org.prefstream.annotation.testing.World.Holder;

import io.quarkus.test.junit.QuarkusTest;

/** What is not taken, and what the answer says. */
@QuarkusTest
class RefusalsTest {

    private static final List<Object> LEFT = Results.selected("left");

    @Inject
    World world;

    static Stream<Arguments> wrongFields() {
        return Stream.of(Arguments.of("result[0].value.selected", Map.of("result", Results.selected("middle"))),
                Arguments.of("result", Map.of("result", Map.of("a", 1))),
                Arguments.of("result", Map.of("result", List.of())),
                Arguments.of("result[0].from_name",
                        Map.of("result", List.of(Results.region("nothing", "pairwise", Map.of("selected", "left"))))),
                Arguments.of("result[0].value.choices",
                        Map.of("result",
                                List.of(Results.region("flag", "choices", Map.of("choices", List.of("Perhaps")))))),
                Arguments.of("lead_time", Map.of("result", LEFT, "lead_time", -1)),
                Arguments.of("unique_id", Map.of("result", LEFT, "unique_id", "me")),
                Arguments.of("was_cancelled", Map.of("result", LEFT, "was_cancelled", "perhaps")));
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void aWrongFieldIsNamedAndNothingIsStored(String field, Map<String, Object> body) {
        Client owner = world.owner();
        long task = owner.awaitTask(world.task(world.project(1, false, "REQUEUE_FOR_OTHERS")));

        Map<String, Object> errors = owner.submit(task, body).statusCode(400).extract().path("validation_errors");

        assertThat(errors.keySet()).anySatisfy(named -> assertThat(named).startsWith(field));
        owner.annotationsOf(task).body("$", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"result\": null}", "{\"lead_time\": 3}"})
    void aMissingResultIsNamedThoughAnEmptyOneIsAllowed(String body) {
        Client owner = world.owner();
        long task = owner.awaitTask(world.task(world.project(1)));

        owner.request()
                .body(body)
                .post("/api/tasks/{id}/annotations", task)
                .then()
                .statusCode(400)
                .body("validation_errors.result[0]", containsString("required"));

        owner.annotationsOf(task).body("$", hasSize(0));
    }

    @Test
    void aSkipNeedsNoResult() {
        Client owner = world.owner();
        long task = owner.awaitTask(world.task(world.project(1)));

        owner.submit(task, Map.of("was_cancelled", true)).statusCode(201).body("result", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"result\": [", "{\"result\": [{\"from_name\": \"comparison\", \"x\": \"\\u0000\"}]}"})
    void aBodyThatCannotBeReadOrStoredIsRefused(String body) {
        Client owner = world.owner();
        long task = owner.awaitTask(world.task(world.project(1)));

        owner.request().body(body).post("/api/tasks/{id}/annotations", task).then().statusCode(400);

        owner.annotationsOf(task).body("$", hasSize(0));
    }

    @Test
    void aBodyThatIsNoJsonIsSaidToBeSo() {
        Client owner = world.owner();
        long task = owner.awaitTask(world.task(world.project(1)));

        owner.request()
                .body("{\"result\": [")
                .post("/api/tasks/{id}/annotations", task)
                .then()
                .body("detail", containsString("JSON parse error"));
    }

    @ParameterizedTest
    @CsvSource({"POST, /api/tasks/1/annotations", "PATCH, /api/annotations/1", "PUT, /api/annotations/1",
            "POST, /api/projects/1/leases", "POST, /api/leases/1/heartbeat", "POST, /api/leases/1/verdict"})
    void onlyJsonAndFormsAreTaken(String method, String path) {
        world.owner()
                .request()
                .contentType("text/plain")
                .body("{}")
                .request(method, path)
                .then()
                .statusCode(415)
                .body("detail", containsString("\"text/plain"));
    }

    @Test
    void aVerdictThatThePageCannotMeanIsNamedByItsField() {
        Holder holder = world.holder();

        refusesVerdict(holder, "outcome", Map.of("outcome", "ranking"));
        refusesVerdict(holder, "slot", Map.of("outcome", "preference"));
        refusesVerdict(holder, "strength", Map.of("outcome", "tie", "strength", 1));
        refusesVerdict(holder, "lead_time_seconds", Map.of("outcome", "tie", "lead_time_seconds", -1));
        holder.verdict(Map.of("outcome", "tie")).statusCode(200).body("revision", equalTo(1));
    }

    @Test
    void whoIsNotAMemberSeesNothing() {
        long project = world.project(1);
        long task = world.task(project);
        world.owner().awaitTask(task);
        Client stranger = world.annotator();

        stranger.next(project).statusCode(404);
        stranger.submit(task, Map.of("result", LEFT)).statusCode(404);
    }

    @Test
    void whoHasNoTokenIsAskedForOne() {
        given().get("/api/projects/{id}/next", 1)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Token")
                .body("detail", equalTo("Authentication credentials were not provided."));
    }

    private static void refusesVerdict(Holder holder, String field, Map<String, Object> verdict) {
        String answer = holder.verdict(verdict).statusCode(400).extract().asString();
        assertThat(answer).contains("\"" + field + "\"");
    }
}
