package org.prefstream.annotation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.World;
import org.prefstream.annotation.testing.World.Holder;
import org.prefstream.annotation.verdict.Samples;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What is kept of work that nobody has submitted yet. */
@QuarkusTest
class DraftsTest {

    @Inject
    World world;

    @Test
    void isWhatLabelStudioShows() {
        long project = world.project(1);
        Client annotator = world.annotator(project);
        long task = annotator.awaitTask(world.task(project));

        int draft = begin(annotator, task, Samples.selected("left")).body("task", equalTo((int) task))
                .body("annotation", nullValue())
                .body("lead_time", equalTo(2.0f))
                .body("was_postponed", equalTo(false))
                .body("created_username", matchesPattern(" .+@prefstream.test, \\d+"))
                .extract()
                .path("id");

        annotator.request()
                .body(Map.of("result", Samples.selected("right")))
                .patch("/api/drafts/{id}/", draft)
                .then()
                .statusCode(200)
                .body("result[0].value.selected", equalTo("right"))
                .body("lead_time", equalTo(2.0f));
        draftsOf(annotator, task).body("id", equalTo(List.of(draft)));
        annotator.request().delete("/api/drafts/{id}/", draft).then().statusCode(204);
        annotator.get("/api/drafts/{id}/", draft).then().statusCode(404);
    }

    @Test
    void isItsAuthorsAlone() {
        long project = world.project(2);
        Client annotator = world.annotator(project);
        Client other = world.annotator(project);
        long task = world.task(project);
        annotator.awaitTask(task);
        int draft = begin(annotator, task, Samples.selected("left")).extract().path("id");

        other.get("/api/drafts/{id}", draft).then().statusCode(404);
        other.request().body("{}").patch("/api/drafts/{id}", draft).then().statusCode(404);
        other.request().delete("/api/drafts/{id}", draft).then().statusCode(404);
        draftsOf(other, task).body("$", hasSize(0));
        world.owner().get("/api/drafts/{id}", draft).then().statusCode(404);
    }

    @Test
    void isGoneOnceItIsSubmitted() {
        long project = world.project(1);
        Client annotator = world.annotator(project);
        long task = annotator.awaitTask(world.task(project));
        int draft = begin(annotator, task, Samples.selected("left")).extract().path("id");
        begin(annotator, task, Samples.selected("right"));

        annotator.submit(task, Map.of("result", Samples.selected("left"), "draft_id", draft)).statusCode(201);

        draftsOf(annotator, task).body("$", hasSize(1)).body("[0].result[0].value.selected", equalTo("right"));
    }

    @Test
    void aChangeOfAnAnnotationIsKeptWithIt() {
        long project = world.project(1);
        Client annotator = world.annotator(project);
        long task = world.task(project);
        int annotation = annotator.submitted(task, Samples.selected("left"));

        int draft = annotator.request()
                .body(Map.of("result", Samples.selected("right")))
                .post("/api/tasks/{task}/annotations/{id}/drafts", task, annotation)
                .then()
                .statusCode(201)
                .body("annotation", equalTo(annotation))
                .extract()
                .path("id");
        annotator.get("/api/tasks/{task}/annotations/{id}/drafts", task, annotation).then().body("$", hasSize(1));
        annotator.request()
                .body(Map.of("result", Samples.selected("right"), "draft_id", draft))
                .patch("/api/annotations/{id}", annotation)
                .then()
                .statusCode(200);

        draftsOf(annotator, task).body("$", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{} | result", "{\"result\":{}} | result", "{\"result\":[1]} | result",
            "{\"result\":[],\"lead_time\":-1} | lead_time"})
    void namesTheFieldOfWhatCannotBeKept(String body, String field) {
        long project = world.project(1);
        Client annotator = world.annotator(project);
        long task = annotator.awaitTask(world.task(project));

        annotator.request()
                .body(Json.readObject(body))
                .post("/api/tasks/{id}/drafts", task)
                .then()
                .statusCode(400)
                .body("validation_errors." + field, hasSize(1));
    }

    @Test
    void thePageFindsItAgainByItsOwnPlaces() {
        Holder holder = world.holder();
        keep(holder, Map.of("outcome", "preference", "slot", 1, "answers",
                Map.of("flag", Map.of("choices", List.of("Odd")))));
        keep(holder, Map.of("outcome", "preference", "slot", 0, "answers",
                Map.of("flag", Map.of("choices", List.of("Tie")))));

        holder.annotator()
                .request()
                .post("/api/projects/{id}/leases", holder.project())
                .then()
                .statusCode(200)
                .body("leases[0].draft.outcome", equalTo("preference"))
                .body("leases[0].draft.slot", equalTo(0))
                .body("leases[0].draft.answers.flag.choices", equalTo(List.of("Tie")));
        draftsOf(holder.annotator(), holder.lease().task()).body("$", hasSize(1));
    }

    @Test
    void aVerdictOfThePageTakesItsDraftAlong() {
        Holder holder = world.holder();
        keep(holder, Map.of("answers", Map.of()));

        holder.verdict(Map.of("outcome", "tie", "had_draft", true)).statusCode(200);

        draftsOf(holder.annotator(), holder.lease().task()).body("$", hasSize(0));
    }

    private static void keep(Holder holder, Map<String, Object> answers) {
        Map<String, Object> sent = new HashMap<>(answers);
        sent.put("token", holder.lease().token());
        holder.annotator()
                .request()
                .body(sent)
                .put("/api/leases/{id}/draft", holder.lease().id())
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse begin(Client annotator, long task, List<Object> result) {
        return annotator.request()
                .body(Map.of("result", result, "lead_time", 2))
                .post("/api/tasks/{id}/drafts", task)
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse draftsOf(Client annotator, long task) {
        return annotator.get("/api/tasks/{id}/drafts", task).then().statusCode(200);
    }
}
