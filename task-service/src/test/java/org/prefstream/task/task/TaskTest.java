package org.prefstream.task.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.TaskRecord;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.TopicEntry;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.testing.AnnotationServiceStandIn;
import org.prefstream.task.testing.Api;
import org.prefstream.task.testing.TestServers;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TaskTest {

    private static final String DATA = "{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"}";
    private static final String KEYS = """
            id,predictions,annotations,drafts,annotators,inner_id,cancelled_annotations,total_annotations,total_predictions,\
            completed_at,annotations_results,predictions_results,predictions_score,file_upload,storage_filename,\
            annotations_ids,predictions_model_versions,avg_lead_time,draft_exists,updated_by,data,meta,created_at,\
            updated_at,is_labeled,overlap,comment_count,unresolved_comment_count,last_comment_updated_at,project,\
            comment_authors""";

    private final Api owner = Api.owner();

    @Test
    void createsChangesAndDeletesATask() {
        int project = owner.project();

        int task = owner.json("{\"project\":" + project + ",\"data\":" + DATA + ",\"meta\":{\"a\":1.0}}")
                .post("/api/tasks/")
                .then()
                .statusCode(201)
                .body("meta", equalTo(Map.of("a", 1.0f)))
                .body("inner_id", equalTo(1))
                .body("project", equalTo(project))
                .body("overlap", equalTo(1))
                .body("updated_by", nullValue())
                .body("annotations", nullValue())
                .extract()
                .path("id");
        owner.json("{\"data\":{\"prompt\":\"p\",\"answer1\":\"changed\",\"answer2\":\"b\",\"n\":1.10}}")
                .patch("/api/tasks/" + task)
                .then()
                .statusCode(200)
                .body("data.answer1", equalTo("changed"))
                .body("meta", equalTo(Map.of("a", 1.0f)))
                .body("annotations", hasSize(0));
        owner.request().delete("/api/tasks/" + task + "/").then().statusCode(204);

        owner.get("/api/tasks/" + task + "/")
                .statusCode(404)
                .body("detail", equalTo("No Task matches the given query."));
        List<TopicEntry> seen = TestServers.topics().await(Topic.TASKS, task, 3);
        assertThat(seen).extracting(TopicEntry::revision).isSorted().doesNotHaveDuplicates();
        assertThat(seen.get(1).value()).contains("\"n\":1.10");
        assertThat(Json.read(seen.get(1).text(), TaskRecord.class).contentSha256())
                .isNotEqualTo(Json.read(seen.get(0).text(), TaskRecord.class).contentSha256());
        assertThat(seen.get(2).value()).isNull();
    }

    @Test
    void refusesATaskThatLacksWhatIsShown() {
        int project = owner.project();

        owner.json("{\"project\":" + project + ",\"data\":{\"prompt\":\"x\"}}")
                .post("/api/tasks/")
                .then()
                .statusCode(400)
                .body("validation_errors.non_field_errors", contains(
                        "\"answer1\" key is expected in task data [assume: item[\"data\"] = task root with values]"));
        owner.json("{\"project\":" + project + "}")
                .post("/api/tasks")
                .then()
                .statusCode(400)
                .body("validation_errors.data", contains("This field is required."));
        owner.json("{\"data\":" + DATA + "}")
                .post("/api/tasks")
                .then()
                .statusCode(400)
                .body("validation_errors.project", contains("This field is required."));
        owner.json("{\"project\":99999999,\"data\":" + DATA + "}").post("/api/tasks").then().statusCode(404);
        int task = owner.task(project);
        owner.json("{\"data\":{\"prompt\":\"x\"}}").patch("/api/tasks/" + task).then().statusCode(400);
    }

    @Test
    void listsInPagesUntilA404() {
        int project = owner.project();
        List<Integer> ids = owner.importJson(project, "[" + DATA + "," + DATA + "," + DATA + "]")
                .extract()
                .path("task_ids");

        owner.get("/api/tasks?page_size=2&project=" + project)
                .statusCode(200)
                .body("total", equalTo(3))
                .body("total_annotations", equalTo(0))
                .body("total_predictions", equalTo(0))
                .body("tasks.id", contains(ids.get(0), ids.get(1)))
                .body("tasks[0].annotations", nullValue());
        owner.get("/api/tasks/?page_size=2&page=2&project=" + project).body("tasks.id", contains(ids.get(2)));
        owner.get("/api/tasks?page_size=2&page=3&project=" + project)
                .statusCode(404)
                .body("detail", equalTo("Invalid page."))
                .body("status_code", equalTo(404));
        owner.get("/api/tasks?include=id&page_size=-1&project=" + project)
                .body("tasks", equalTo(ids.stream().map(id -> Map.of("id", id)).toList()));
        owner.get("/api/tasks")
                .statusCode(404)
                .body("detail", equalTo("Neither project nor view id specified"))
                .body("status_code", nullValue());
        owner.get("/api/projects/" + project + "/tasks?page_size=2").body("id", contains(ids.get(2), ids.get(1)));
    }

    @Test
    void understandsTheQueriesOfTheSdkAndRefusesOthersByName() {
        int project = owner.project();
        List<Integer> ids = owner.importJson(project, "[" + DATA + "," + DATA + "," + DATA + "]")
                .extract()
                .path("task_ids");

        query(project,
                "{\"ordering\":[\"-tasks:id\"],\"selectedItems\":{\"all\":true,\"excluded\":[" + ids.get(1) + "]}}")
                .body("tasks.id", contains(ids.get(2), ids.get(0)))
                .body("total", equalTo(2));
        for (String unsaid : List.of("{\"included\":[" + ids.get(1) + "]}", "{\"excluded\":[1]}", "{\"all\":\"false\"}",
                "{\"all\":null}", "{\"all\":0}")) {
            query(project, "{\"selectedItems\":" + unsaid + "}").statusCode(400)
                    .body("validation_errors.query[0]", containsString("must say whether all are selected"));
        }
        query(project, "{\"selectedItems\":{}}").body("tasks.id", hasSize(ids.size()));
        query(project, "{\"selectedItems\":{\"all\":false,\"included\":[" + ids.get(1) + "]}}").body("tasks.id",
                contains(ids.get(1)));
        query(project,
                "{\"filters\":{\"conjunction\":\"and\",\"items\":[{\"filter\":\"filter:tasks:completed_at\","
                        + "\"operator\":\"empty\",\"type\":\"Boolean\",\"value\":false}]},\"ordering\":[]}")
                .body("total", equalTo(0));
        query(project, "{\"filters\":{\"conjunction\":\"or\",\"items\":[{\"filter\":\"filter:tasks:inner_id\","
                + "\"operator\":\"equal\",\"value\":1},{\"filter\":\"filter:tasks:id\",\"operator\":\"greater\",\"value\":"
                + ids.get(1) + "}]}}").body("tasks.inner_id", contains(1, 3));
        query(project,
                "{\"filters\":{\"items\":[{\"filter\":\"filter:tasks:reviewers\",\"operator\":\"contains\","
                        + "\"value\":\"p\"}]}}")
                .statusCode(400)
                .body("validation_errors.query[0]", containsString("reviewers"));
        query(project, "{\"ordering\":[\"tasks:reviewers\"]}").statusCode(400);
        owner.get("/api/tasks?view=999999999&project=" + project).statusCode(404);
    }

    @Test
    void showsATaskWithItsAnnotationsAskedForAsTheCaller() {
        int project = owner.project();
        int task = owner.task(project);
        int me = owner.get("/api/current-user/whoami").extract().path("id");
        AnnotationServiceStandIn.annotations(task,
                "[{\"id\":7,\"result\":[{\"value\":{\"n\":1.50}}],\"completed_by\":" + me + ",\"lead_time\":2.5}]");

        String body = owner.get("/api/tasks/" + task + "/")
                .statusCode(200)
                .body("annotations[0].id", equalTo(7))
                .body("annotations[0].completed_by.email", equalTo(Api.OWNER))
                .body("annotations[0].completed_by.initials", equalTo("ow"))
                .body("annotators", contains(me))
                .body("annotations_ids", equalTo("7"))
                .body("avg_lead_time", equalTo(2.5f))
                .extract()
                .asString();

        assertThat(body).contains("\"n\":1.50").contains("\"data\":" + DATA);
        assertThat(io.restassured.path.json.JsonPath.from(body).getMap("$").keySet())
                .containsExactlyElementsOf(List.of((Object[]) KEYS.split(",")));
        assertThat(AnnotationServiceStandIn.askedBy(task)).containsExactly("Token " + owner.token());
    }

    @Test
    void showsAnAuthorWhoseAccountIsGoneByTheirId() {
        int task = owner.task(owner.project());
        AnnotationServiceStandIn.annotations(task, "[{\"id\":7,\"completed_by\":1000000000,\"lead_time\":null}]");

        owner.get("/api/tasks/" + task)
                .statusCode(200)
                .body("annotations[0].completed_by", equalTo(Map.of("id", 1_000_000_000)))
                .body("avg_lead_time", nullValue());
    }

    @Test
    void saysSoWhenTheAnnotationsCannotBeHad() {
        int task = owner.task(owner.project());

        owner.get("/api/tasks/" + task).statusCode(503).body("detail", containsString("half the truth"));
    }

    @Test
    void annotatorsReadTasksOfTheirProjectsOnly() {
        int project = owner.project();
        int task = owner.task(project);
        Api.Someone ann = owner.someone("annotator");

        ann.api().get("/api/tasks/" + task).statusCode(404);
        ann.api()
                .get("/api/tasks?project=" + project)
                .statusCode(404)
                .body("detail", equalTo("No Project matches the given query."));
        ann.api().json("{\"data\":" + DATA + "}").patch("/api/tasks/" + task).then().statusCode(403);
        ann.api().request().delete("/api/tasks/" + task).then().statusCode(403);
    }

    @Test
    void annotatorsSeeOfATaskOnlyWhatTheConfigurationShows() {
        int project = owner.project();
        int task = owner.importJson(project, """
                [{"data":{"prompt":"p","answer1":"a","answer2":"b","answer1_model":"m"},"meta":{"known":"left"}}]""")
                .statusCode(201)
                .extract()
                .path("task_ids[0]");
        Api.Someone ann = owner.someone("annotator");
        owner.json(Map.of("user", ann.id())).post("/api/projects/" + project + "/members").then().statusCode(201);
        AnnotationServiceStandIn.annotations(task, "[]");
        Map<String, Object> shown = Map.of("prompt", "p", "answer1", "a", "answer2", "b");

        ann.api().get("/api/tasks/" + task).statusCode(200).body("data", equalTo(shown)).body("meta", anEmptyMap());
        ann.api()
                .get("/api/tasks?project=" + project)
                .body("tasks[0].data", equalTo(shown))
                .body("tasks[0].meta", anEmptyMap());
        ann.api()
                .get("/api/projects/" + project + "/tasks")
                .body("[0].data", equalTo(shown))
                .body("[0].meta", anEmptyMap());
        owner.get("/api/tasks/" + task).body("meta.known", equalTo("left"));
    }

    private io.restassured.response.ValidatableResponse query(int project, String query) {
        return owner.request().queryParam("project", project).queryParam("query", query).get("/api/tasks").then();
    }
}
