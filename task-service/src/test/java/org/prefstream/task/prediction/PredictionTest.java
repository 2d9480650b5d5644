package org.prefstream.task.prediction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.TaskRecord;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.TopicEntry;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.testing.AnnotationServiceStandIn;
import org.prefstream.task.testing.Api;
import org.prefstream.task.testing.TestServers;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Predictions that come after their tasks: what is shown of them, to whom, and what the topic says. */
@QuarkusTest
class PredictionTest {

    private static final String LEFT = "[{\"from_name\":\"comparison\",\"to_name\":\"comparison\",\"type\":\"pairwise\",\"value\":{\"selected\":\"left\"}}]";

    private final Api owner = Api.owner();

    @Test
    void aPredictionIsMadeReadChangedAndDeleted() {
        int project = owner.project();
        int task = owner.task(project);

        int id = create("{\"task\":" + task + ",\"result\":" + LEFT + ",\"score\":0.90,\"model_version\":\"m1\"}")
                .statusCode(201)
                .body("task", equalTo(task))
                .body("project", equalTo(project))
                .body("model_version", equalTo("m1"))
                .body("result[0].value.selected", equalTo("left"))
                .body("created_ago", equalTo("0\u00a0minutes"))
                .body("cluster", nullValue())
                .extract()
                .path("id");
        assertThat(owner.get("/api/predictions/" + id + "/").extract().asString()).contains("\"score\":0.90");
        owner.json("{\"score\":0.1}")
                .patch("/api/predictions/" + id + "/")
                .then()
                .statusCode(200)
                .body("score", equalTo(0.1f))
                .body("model_version", equalTo("m1"))
                .body("result", hasSize(1));
        Map<String, String> times = owner.get("/api/predictions/" + id).extract().path("$");
        assertThat(times.get("updated_at")).isGreaterThan(times.get("created_at"));
        owner.get("/api/tasks?fields=all&project=" + project)
                .body("total_predictions", equalTo(1))
                .body("tasks[0].total_predictions", equalTo(1))
                .body("tasks[0].predictions[0].score", equalTo(0.1f));

        owner.request().delete("/api/predictions/" + id).then().statusCode(204);
        owner.request().delete("/api/predictions/" + id).then().statusCode(404);

        owner.get("/api/predictions/" + id)
                .statusCode(404)
                .body("detail", equalTo("No Prediction matches the given query."));
        owner.json("{}").patch("/api/predictions/" + id).then().statusCode(404);
        owner.get("/api/projects/" + project).body("total_predictions_number", equalTo(0));
    }

    @Test
    void eachChangePublishesTheTaskWithItsPredictions() {
        int task = owner.task(owner.project());
        int first = id(create("{\"task\":" + task + ",\"result\":[],\"score\":0.5,\"model_version\":\"m1\"}"));
        id(create("{\"task\":" + task + ",\"result\":[]}"));
        owner.json("{\"model_version\":\"m3\",\"score\":null}")
                .patch("/api/predictions/" + first)
                .then()
                .statusCode(200);
        owner.request().delete("/api/predictions/" + first).then().statusCode(204);

        List<TopicEntry> seen = TestServers.topics().await(Topic.TASKS, task, 5);

        assertThat(seen).extracting(TopicEntry::revision).isSorted().doesNotHaveDuplicates();
        List<TaskRecord> records = seen.stream().map(entry -> Json.read(entry.text(), TaskRecord.class)).toList();
        assertThat(records)
                .extracting(record -> record.predictions()
                        .stream()
                        .map(each -> each.modelVersion() + " " + each.score())
                        .collect(Collectors.joining(", ")))
                .containsExactly("", "m1 0.5", "m1 0.5, undefined null", "m3 null, undefined null", "undefined null");
        assertThat(records).extracting(TaskRecord::contentSha256).containsOnly(records.get(0).contentSha256());
    }

    @Test
    void changesAtOnceLoseNothing() {
        int task = owner.task(owner.project());
        int id = id(create("{\"task\":" + task + ",\"result\":[],\"score\":0,\"model_version\":\"m0\"}"));

        List<CompletableFuture<Void>> all = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> CompletableFuture
                        .runAsync(() -> owner.json(i % 2 == 0 ? "{\"score\":1}" : "{\"model_version\":\"m1\"}")
                                .patch("/api/predictions/" + id)
                                .then()
                                .statusCode(200)))
                .toList();
        all.forEach(CompletableFuture::join);

        owner.get("/api/predictions/" + id).body("score", equalTo(1)).body("model_version", equalTo("m1"));
    }

    @Test
    void manyAreStoredAtOnceAndCountedByModel() {
        int project = owner.project();
        List<Integer> tasks = IntStream.range(0, 3).mapToObj(i -> owner.task(project)).toList();
        String all = tasks.stream()
                .map(task -> "{\"task\":" + task + ",\"result\":" + LEFT + ",\"model_version\":\"m2\",\"score\":0.2}")
                .collect(Collectors.joining(",", "[", "]"));

        store(project, all).statusCode(201).body("created", equalTo(3));
        store(project, "[{\"task\":" + tasks.get(0) + ",\"result\":[],\"model_version\":7}]").statusCode(201);
        store(project, "[]").statusCode(201).body("created", equalTo(0));

        owner.get("/api/projects/" + project + "/model-versions/")
                .statusCode(200)
                .body("$", equalTo(Map.of("7", 1, "m2", 3)));
        owner.get("/api/predictions/?project=" + project)
                .body("task", contains(tasks.get(0), tasks.get(1), tasks.get(2), tasks.get(0)));
        owner.get("/api/predictions?task=" + tasks.get(0)).body("model_version", contains("m2", "7"));
        owner.get("/api/predictions?project=" + project + "&page_size=3&page=2").body("model_version", contains("7"));
        owner.get("/api/predictions?task=999999999").statusCode(200).body("", empty());
        owner.get("/api/projects/" + project).body("total_predictions_number", equalTo(4));
    }

    @Test
    void oneThatIsWrongStoresNone() {
        int project = owner.project();
        int task = owner.task(project);
        int elsewhere = owner.task(owner.project());

        for (String wrong : List.of("{\"task\":99999999,\"result\":[]}", "{\"task\":" + elsewhere + ",\"result\":[]}",
                "{\"task\":\"" + task + "\",\"result\":[]}", "{\"result\":[]}", "{\"task\":" + task + "}", "7", "null",
                "{\"task\":" + task + ",\"result\":[1]}", "{\"task\":" + task + ",\"result\":{}}",
                "{\"task\":" + task + ",\"result\":[],\"score\":\"high\"}",
                "{\"task\":" + task + ",\"result\":[],\"score\":1e999}",
                "{\"task\":" + task + ",\"result\":[],\"model_version\":[]}", "{\"task\":-1,\"result\":[]}",
                "{\"task\":1.5,\"result\":[]}",
                "{\"task\":" + task + ",\"result\":[],\"model_version\":\"\\u0000\"}")) {
            store(project, "[{\"task\":" + task + ",\"result\":[]}," + wrong + "]").statusCode(400)
                    .body("validation_errors.non_field_errors[0]", containsString("[1]"));
        }
        store(project, "{}").statusCode(400);
        store(project, "[").statusCode(400);
        store(999999999, "[]").statusCode(404);
        owner.get("/api/predictions?project=" + project).body("", empty());
    }

    @Test
    void aSingleOneThatIsWrongIsRefusedByField() {
        int task = owner.task(owner.project());
        int id = id(create("{\"task\":" + task + ",\"result\":[]}"));

        refused("{\"result\":[]}", "task", "required");
        refused("{\"task\":99999999,\"result\":[]}", "task", "no such task");
        refused("{\"task\":" + task + "}", "result", "list of objects");
        refused("{\"task\":" + task + ",\"result\":\"left\"}", "result", "list of objects");
        refused("{\"task\":" + task + ",\"result\":[],\"score\":true}", "score", "number");
        refused("{\"task\":" + task + ",\"result\":[],\"model_version\":{}}", "model_version", "must be");
        owner.json("{\"task\":" + owner.task(owner.project()) + "}")
                .patch("/api/predictions/" + id)
                .then()
                .statusCode(400)
                .body("validation_errors.task[0]", containsString("stays with its task"));
        owner.get("/api/predictions?task=x").statusCode(400);
        owner.get("/api/predictions/x").statusCode(404);
    }

    @Test
    void annotatorsSeeNoneAndSendNone() {
        int project = owner.project();
        int task = owner.task(project);
        int id = id(create("{\"task\":" + task + ",\"result\":" + LEFT + ",\"model_version\":\"secret model\"}"));
        Api.Someone annotator = owner.someone("annotator");
        owner.json(Map.of("user", annotator.id())).post("/api/projects/" + project + "/members").then().statusCode(201);

        for (String path : List.of("/api/predictions", "/api/predictions?task=" + task, "/api/predictions/" + id,
                "/api/projects/" + project + "/model-versions")) {
            annotator.api().get(path).statusCode(403);
            given().get(path).then().statusCode(401);
        }
        annotator.api().json("{\"task\":" + task + ",\"result\":[]}").post("/api/predictions").then().statusCode(403);
        annotator.api().json("[]").post("/api/projects/" + project + "/import/predictions").then().statusCode(403);
        annotator.api().json("{}").patch("/api/predictions/" + id).then().statusCode(403);
        annotator.api().request().delete("/api/predictions/" + id).then().statusCode(403);
        AnnotationServiceStandIn.annotations(task, "[]");
        assertThat(annotator.api().get("/api/tasks/" + task).statusCode(200).extract().asString())
                .doesNotContain("secret model");
        assertThat(annotator.api().get("/api/tasks?fields=all&project=" + project).extract().asString())
                .doesNotContain("secret model");
    }

    @Test
    void theSameKeyMakesOnePrediction() {
        int task = owner.task(owner.project());
        String sent = "{\"task\":" + task + ",\"result\":[]}";
        for (int i = 0; i < 2; i++) {
            owner.json(sent)
                    .header("Idempotency-Key", "predictions-" + task)
                    .post("/api/predictions")
                    .then()
                    .statusCode(201);
        }
        owner.get("/api/predictions?task=" + task).body("", hasSize(1));
    }

    @Test
    void aTaskTakesItsPredictionsAlong() {
        int project = owner.project();
        int task = owner.task(project);
        int id = id(create("{\"task\":" + task + ",\"result\":[]}"));

        owner.request().delete("/api/tasks/" + task).then().statusCode(204);

        owner.get("/api/predictions/" + id).statusCode(404);
        create("{\"task\":" + task + ",\"result\":[]}").statusCode(400);
        owner.get("/api/projects/" + project).body("total_predictions_number", equalTo(0));
    }

    @Test
    void tooManyAtOnceAreToldHowToGoOn() {
        int project = owner.project();
        String one = "{\"task\":" + owner.task(project) + ",\"result\":[]}";

        store(project, "[" + (one + ",").repeat(10_000) + one + "]").statusCode(400)
                .body("validation_errors.non_field_errors[0]", containsString("has 10001 predictions"))
                .body("validation_errors.non_field_errors[0]", containsString("Send them in several requests"));

        owner.get("/api/projects/" + project).body("total_predictions_number", equalTo(0));
    }

    private ValidatableResponse create(String sent) {
        return owner.json(sent).post("/api/predictions").then();
    }

    private static int id(ValidatableResponse created) {
        return created.statusCode(201).extract().path("id");
    }

    private ValidatableResponse store(int project, String all) {
        return owner.json(all).post("/api/projects/" + project + "/import/predictions").then();
    }

    private void refused(String sent, String field, String reason) {
        create(sent).statusCode(400).body("validation_errors." + field + "[0]", containsString(reason));
    }
}
