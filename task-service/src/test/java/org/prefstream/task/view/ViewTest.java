package org.prefstream.task.view;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.prefstream.task.testing.Api;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Saved views: what they hold, who sees them, and what they select. */
@QuarkusTest
class ViewTest {

    private static final String TASKS = """
            [{"prompt":"apple pie","answer1":"a","answer2":"b","n":2},{"prompt":"pear","answer1":"a","answer2":"b","n":3},
             {"prompt":"apple tart","answer1":"a","answer2":"b","n":5}]""";
    private static final String APPLES = """
            "filters":{"conjunction":"and","items":[{"filter":"filter:tasks:data.prompt","operator":"contains","type":"String",\
            "value":"apple"}]},"ordering":["-tasks:id"]""";

    private final Api owner = Api.owner();

    @Test
    void aViewIsKeptAsItWasSent() {
        int project = owner.project();

        int view = create(project,
                "\"title\":\"Äpfel\",\"hiddenColumns\":{\"explore\":[\"tasks:id\"]},\"gridWidth\":4.50," + APPLES)
                .statusCode(201)
                .body("project", equalTo(project))
                .body("order", equalTo(0))
                .body("data.title", equalTo("Äpfel"))
                .body("data.hiddenColumns.explore", contains("tasks:id"))
                .body("data.filters.items[0].value", equalTo("apple"))
                .body("data.ordering", contains("-tasks:id"))
                .extract()
                .path("id");

        String read = owner.get("/api/dm/views/" + view + "/").statusCode(200).extract().asString();
        assertThat(read).contains("\"gridWidth\":4.50").contains("\"user\":");
        owner.get("/api/dm/views?project=" + project).statusCode(200).body("id", contains(view));
        owner.get("/api/dm/views").statusCode(200).body("id", hasItems(view));
    }

    @Test
    void tasksAreThoseThatTheViewSelectsInItsOrder() {
        int project = owner.project();
        List<Integer> tasks = tasks(project);
        int view = id(create(project, APPLES));
        int chosen = id(create(project,
                "\"selectedItems\":{\"all\":false,\"included\":[" + tasks.get(1) + "]},\"ordering\":null"));

        owner.get("/api/tasks?view=" + view)
                .statusCode(200)
                .body("total", equalTo(2))
                .body("tasks.id", contains(tasks.get(2), tasks.get(0)));
        owner.get("/api/tasks?project=" + project + "&view=" + view + "&page_size=1&page=2")
                .body("tasks.id", contains(tasks.get(0)));
        owner.get("/api/tasks?view=" + view + "&page=2").statusCode(404);
        owner.get("/api/tasks?view=" + chosen).body("tasks.id", contains(tasks.get(1)));
        // Label Studio's legacy client sends an empty query beside each view, and Label Studio goes by the view
        owner.request()
                .queryParam("query",
                        "{\"filters\":null,\"ordering\":[],\"selectedItems\":{\"all\":true,\"excluded\":[]}}")
                .get("/api/tasks?project=" + project + "&view=" + view)
                .then()
                .body("tasks", hasSize(2));
    }

    @Test
    void aViewThatIsNotThereOrOfAnotherProjectIsRefused() {
        int view = id(create(owner.project(), APPLES));

        owner.get("/api/tasks?project=" + owner.project() + "&view=" + view)
                .statusCode(400)
                .body("validation_errors.view[0]", containsString("belongs to project"));
        owner.get("/api/tasks?view=999999999")
                .statusCode(404)
                .body("detail", equalTo("No View matches the given query."));
        owner.get("/api/tasks?view=-1").statusCode(400).body("validation_errors.view[0]", containsString("view's id"));
        owner.get("/api/tasks?view=0").statusCode(404).body("detail", equalTo("Neither project nor view id specified"));
        owner.get("/api/dm/views/999999999").statusCode(404);
        owner.get("/api/dm/views?project=999999999").statusCode(404);
        owner.get("/api/dm/views?project=x").statusCode(400);
    }

    @Test
    void aPatchKeepsWhatItDoesNotSelectByAndAPutDoesNot() {
        int view = id(create(owner.project(), "\"title\":\"One\",\"type\":\"list\"," + APPLES));

        change(view, "{\"data\":{\"title\":\"Two\"},\"order\":3}").body("data.title", equalTo("Two"))
                .body("data.type", nullValue())
                .body("data.filters.items", hasSize(1))
                .body("order", equalTo(3));
        change(view, "{\"data\":{\"filters\":{\"conjunction\":\"and\",\"items\":[]},\"ordering\":[]}}")
                .body("data.filters.items", empty())
                .body("data.ordering", empty());
        owner.json("{\"data\":{\"title\":\"Three\"}}")
                .put("/api/dm/views/" + view + "/")
                .then()
                .statusCode(200)
                .body("data", equalTo(Map.of("title", "Three")))
                .body("order", equalTo(3));
    }

    @Test
    void whatSelectsNothingThatThereIsIsRefusedAndNothingChanges() {
        int project = owner.project();
        int view = id(create(project, "\"title\":\"One\""));

        refused(project,
                "\"filters\":{\"conjunction\":\"and\",\"items\":[{\"filter\":\"filter:tasks:colour\",\"operator\":\"equal\",\"value\":1}]}",
                "colour");
        refused(project,
                "\"filters\":{\"conjunction\":\"and\",\"items\":[{\"filter\":\"filter:tasks:id\",\"operator\":\"resembles\",\"value\":1}]}",
                "resembles");
        refused(project, "\"filters\":[]", "filters: Must be a JSON object");
        refused(project, "\"ordering\":[\"tasks:colour\"]", "colour");
        refused(project, "\"selectedItems\":{\"all\":false,\"included\":[\"1; drop table task\"]}", "ids");
        refused(project, "\"x\":\"" + "y".repeat(65_536) + "\"", "65536 bytes");
        owner.json("{\"project\":" + project + ",\"data\":[]}").post("/api/dm/views").then().statusCode(400);
        owner.json("{\"data\":{}}")
                .post("/api/dm/views")
                .then()
                .statusCode(400)
                .body("validation_errors.project[0]", equalTo("This field is required."));
        owner.json("{\"project\":" + project + ",\"data\":{\"title\":\"\\u0000\"}}")
                .post("/api/dm/views")
                .then()
                .statusCode(400);
        owner.json("{\"data\":{\"ordering\":[\"tasks:colour\"]}}")
                .patch("/api/dm/views/" + view)
                .then()
                .statusCode(400);
        owner.json("{\"project\":" + owner.project() + "}")
                .patch("/api/dm/views/" + view)
                .then()
                .statusCode(400)
                .body("validation_errors.project[0]", containsString("stays in its project"));

        owner.get("/api/dm/views?project=" + project)
                .body("id", contains(view))
                .body("[0].data", equalTo(Map.of("title", "One")));
    }

    @Test
    void viewsAreOrderedDeletedAndReset() {
        int project = owner.project();
        int first = id(create(project, "\"title\":\"1\""));
        int second = id(create(project, "\"title\":\"2\""));
        int third = id(create(project, "\"title\":\"3\""));
        int elsewhere = id(create(owner.project(), "\"title\":\"4\""));

        owner.json(Map.of("project", project, "ids", List.of(third, first)))
                .post("/api/dm/views/order/")
                .then()
                .statusCode(200);
        owner.get("/api/dm/views?project=" + project).body("id", contains(third, first, second));
        owner.json(Map.of("project", project, "ids", List.of(elsewhere)))
                .post("/api/dm/views/order")
                .then()
                .statusCode(400)
                .body("validation_errors.ids[0]", containsString(String.valueOf(elsewhere)));
        owner.request().delete("/api/dm/views/" + first).then().statusCode(204).body(equalTo(""));
        owner.request().delete("/api/dm/views/" + first).then().statusCode(404);
        owner.request().delete("/api/dm/views/reset/?project=" + project).then().statusCode(204);
        owner.get("/api/dm/views?project=" + project).body("", empty());
        owner.json(Map.of("project", project)).delete("/api/dm/views/reset").then().statusCode(204);
        owner.request().delete("/api/dm/views/reset").then().statusCode(400);
        owner.get("/api/dm/views/" + elsewhere).statusCode(200);
    }

    @Test
    void changesAtOnceLoseNothing() {
        int project = owner.project();
        List<Integer> views = IntStream.range(0, 3).mapToObj(i -> id(create(project, "\"title\":\"old\""))).toList();

        List<CompletableFuture<Void>> all = IntStream.range(0, 12).mapToObj(i -> CompletableFuture.runAsync(() -> {
            if (i % 2 == 0) {
                owner.json(Map.of("project", project, "ids", List.of(views.get(2), views.get(1), views.get(0))))
                        .post("/api/dm/views/order")
                        .then()
                        .statusCode(200);
            } else {
                change(views.get(i % 3), "{\"data\":{\"title\":\"new\"}}");
            }
        })).toList();
        all.forEach(CompletableFuture::join);

        owner.get("/api/dm/views?project=" + project)
                .body("id", contains(views.get(2), views.get(1), views.get(0)))
                .body("data.title", contains("new", "new", "new"));
    }

    @Test
    void viewsGoWithTheirProject() {
        int project = owner.project();
        int view = id(create(project, APPLES));

        owner.request().delete("/api/projects/" + project).then().statusCode(204);

        owner.get("/api/dm/views/" + view).statusCode(404);
        owner.get("/api/tasks?view=" + view).statusCode(404);
        create(project, APPLES).statusCode(404);
    }

    @Test
    void annotatorsAndStrangersHaveNoViews() {
        int project = owner.project();
        int view = id(create(project, APPLES));
        Api.Someone annotator = owner.someone("annotator");
        owner.json(Map.of("user", annotator.id())).post("/api/projects/" + project + "/members").then().statusCode(201);
        Api.Someone manager = owner.someone("manager");

        for (String path : List.of("/api/dm/views", "/api/dm/views?project=" + project, "/api/dm/views/" + view,
                "/api/dm/columns?project=" + project, "/api/dm/project?project=" + project)) {
            annotator.api().get(path).statusCode(403);
            given().get(path).then().statusCode(401);
            manager.api().get(path).statusCode(200);
        }
        annotator.api().get("/api/tasks?view=" + view).statusCode(404);
        annotator.api().json("{\"project\":" + project + ",\"data\":{}}").post("/api/dm/views").then().statusCode(403);
        annotator.api().json("{}").patch("/api/dm/views/" + view).then().statusCode(403);
        annotator.api().request().delete("/api/dm/views/" + view).then().statusCode(403);
        annotator.api().request().delete("/api/dm/views/reset?project=" + project).then().statusCode(403);
        owner.get("/api/dm/views/" + view).statusCode(200);
    }

    @Test
    void theSameKeyMakesOneView() {
        int project = owner.project();
        String sent = "{\"project\":" + project + ",\"data\":{\"title\":\"Once\"}}";

        int first = owner.json(sent)
                .header("Idempotency-Key", "views-" + project)
                .post("/api/dm/views")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        int again = owner.json(sent)
                .header("Idempotency-Key", "views-" + project)
                .post("/api/dm/views")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        assertThat(again).isEqualTo(first);
        owner.get("/api/dm/views?project=" + project).body("", hasSize(1));
    }

    @Test
    void columnsAreThoseThatFiltersKnowAndTheFieldsOfTheData() {
        int project = owner.project();
        tasks(project);

        ValidatableResponse columns = owner.get("/api/dm/columns?project=" + project).statusCode(200);
        columns.body("columns.find { it.id == 'id' }.title", equalTo("ID"))
                .body("columns.find { it.id == 'created_at' }.type", equalTo("Datetime"))
                .body("columns.find { it.id == 'annotators' }.type", equalTo("List"))
                .body("columns.find { it.id == 'n' }.type", equalTo("Number"))
                .body("columns.find { it.id == 'prompt' }.parent", equalTo("data"))
                .body("columns.find { it.id == 'data' }.children", contains("prompt", "answer1", "answer2", "n"));
        List<String> names = columns.extract().path("columns.findAll { it.parent == null && it.id != 'data' }.id");
        for (String name : names) {
            owner.request()
                    .queryParam("query", "{\"ordering\":[\"tasks:" + name + "\"]}")
                    .get("/api/tasks?project=" + project)
                    .then()
                    .statusCode(200);
        }
        owner.get("/api/dm/columns").statusCode(400);
        owner.get("/api/dm/columns?project=999999999").statusCode(404);
        owner.get("/api/dm/project?project=" + project)
                .statusCode(200)
                .body("id", equalTo(project))
                .body("task_count", equalTo(3))
                .body("annotation_count", equalTo(0))
                .body("can_delete_tasks", equalTo(true));
    }

    private List<Integer> tasks(int project) {
        return owner.importJson(project, TASKS).statusCode(201).extract().path("task_ids");
    }

    private ValidatableResponse create(int project, String data) {
        return owner.json("{\"project\":" + project + ",\"data\":{" + data + "}}").post("/api/dm/views/").then();
    }

    private static int id(ValidatableResponse created) {
        return created.statusCode(201).extract().path("id");
    }

    private ValidatableResponse change(int view, String sent) {
        return owner.json(sent).patch("/api/dm/views/" + view).then().statusCode(200);
    }

    private void refused(int project, String data, String reason) {
        create(project, data).statusCode(400).body("validation_errors.data[0]", containsString(reason));
    }
}
