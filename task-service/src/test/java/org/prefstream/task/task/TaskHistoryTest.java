package org.prefstream.task.task;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.prefstream.task.testing.AnnotationServiceStandIn;
import org.prefstream.task.testing.Api;

import io.quarkus.test.junit.QuarkusTest;

/** What happened to a task, beside a stand-in for annotation-service. */
@QuarkusTest
class TaskHistoryTest {

    private static final String NOTHING = "{\"entries\":[]}";
    private final Api owner = Api.owner();

    @Test
    void allThatHappenedIsToldInTheOrderOfTime() {
        int project = owner.project();
        int task = owner.task(project);
        owner.json("{\"task\":" + task + ",\"result\":[],\"model_version\":\"m1\"}")
                .post("/api/predictions")
                .then()
                .statusCode(201);
        act("set_overlap", project, "\"overlap\":3");
        owner.json("{\"data\":{\"prompt\":\"q\",\"answer1\":\"a\",\"answer2\":\"b\"}}")
                .patch("/api/tasks/" + task)
                .then()
                .statusCode(200);
        int me = owner.get("/api/current-user/whoami").extract().path("id");
        AnnotationServiceStandIn.answers("/internal/tasks/" + task + "/history",
                """
                        {"entries":[{"at":"2040-01-01T00:00:00Z","kind":"submitted","by":%1$d,"annotation":5,"author":%1$d,"result":[],
                            "was_cancelled":true,"skip_reason":"Cut off.","lead_time":1.5,"known":true},
                          {"at":"2040-01-01T00:01:00Z","kind":"edited","by":999999999,"annotation":5,"author":%1$d,"result":[],
                            "was_cancelled":false,"known":true},
                          {"at":"2040-01-01T00:02:00Z","kind":"withdrawn","by":null,"annotation":5,"author":%1$d,"was_cancelled":false,
                            "known":false}]}"""
                        .formatted(me));

        owner.get("/api/tasks/" + task + "/history/")
                .statusCode(200)
                .body("history.kind",
                        contains("added", "predicted", "overlap_set", "edited", "submitted", "annotation_edited",
                                "withdrawn"))
                .body("history[0].by.email", equalTo(Api.OWNER))
                .body("history[1].model_version", equalTo("m1"))
                .body("history[2].former_overlap", equalTo(1))
                .body("history[2].overlap", equalTo(3))
                .body("history[4].said.skip_reason", equalTo("Cut off."))
                .body("history[4].said.was_cancelled", equalTo(true))
                .body("history[5].by", equalTo(Map.of("id", 999_999_999)))
                .body("history[5].author.email", equalTo(Api.OWNER))
                .body("history[6].by", nullValue())
                .body("history[6].said.known", equalTo(false));
    }

    @Test
    void aMovedTaskKeepsItsHistoryAndACopyBeginsItsOwn() {
        int from = owner.project(Map.of("title", "First", "label_config", Api.CONFIG));
        int to = owner.project();
        owner.task(from);
        act("set_overlap", from, "\"overlap\":3");
        act("copy_tasks", from, "\"to\":" + to);
        act("move_tasks", from, "\"to\":" + to);
        for (int task : owner.get("/api/tasks?project=" + to).extract().<java.util.List<Integer>>path("tasks.id")) {
            AnnotationServiceStandIn.answers("/internal/tasks/" + task + "/history", NOTHING);
        }
        int copy = owner.get("/api/tasks?project=" + to).extract().path("tasks[0].id");
        int moved = owner.get("/api/tasks?project=" + to).extract().path("tasks[1].id");

        owner.get("/api/tasks/" + copy + "/history")
                .body("history.kind", contains("copied"))
                .body("history[0].from.title", equalTo("First"));
        owner.get("/api/tasks/" + moved + "/history")
                .body("history.kind", contains("added", "overlap_set", "moved"))
                .body("history[2].from.id", equalTo(from))
                .body("history[2].from.inner_id", equalTo(1));
    }

    @Test
    void itIsForOwnersAndManagersAlone() {
        int project = owner.project();
        int task = owner.task(project);
        Api.Someone annotator = owner.someone("annotator");
        owner.json(Map.of("user", annotator.id())).post("/api/projects/" + project + "/members").then().statusCode(201);
        AnnotationServiceStandIn.answers("/internal/tasks/" + task + "/history", NOTHING);

        annotator.api().get("/api/tasks/" + task + "/history").statusCode(403);
        given().get("/api/tasks/" + task + "/history").then().statusCode(401);
        owner.get("/api/tasks/999999999/history").statusCode(404);
        owner.someone("manager").api().get("/api/tasks/" + task + "/history").statusCode(200);
        owner.get("/api/tasks/" + owner.task(project) + "/history").statusCode(503);
    }

    private void act(String action, int project, String more) {
        owner.json("{\"selectedItems\":{\"all\":true,\"excluded\":[]}," + more + "}")
                .post("/api/dm/actions?id=" + action + "&project=" + project)
                .then()
                .statusCode(200);
    }
}
