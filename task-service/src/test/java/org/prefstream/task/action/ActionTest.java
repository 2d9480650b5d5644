package org.prefstream.task.action;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.prefstream.task.testing.AnnotationTopic.annotation;
import static org.prefstream.task.testing.AnnotationTopic.newId;
import static org.prefstream.task.testing.AnnotationTopic.send;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.RecordMetadata;
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

/** Actions on chosen tasks, beside a stand-in for annotation-service. */
@QuarkusTest
class ActionTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String ALL = "\"selectedItems\":{\"all\":true,\"excluded\":[]}";
    private static final String LEFT = "[{\"from_name\":\"comparison\",\"to_name\":\"comparison\",\"type\":\"pairwise\",\"value\":{\"selected\":\"left\"}}]";

    private final Api owner = Api.owner();

    @Test
    void deletesTheTasksThatAreNamedAndNoOthers() {
        int project = owner.project();
        List<Integer> tasks = tasks(project, 4);
        int elsewhere = owner.task(owner.project());

        perform("delete_tasks", project, chosen(tasks.get(0), elsewhere)).statusCode(200)
                .body("processed_items", equalTo(1))
                .body("reload", equalTo(false))
                .body("detail", equalTo("Deleted 1 tasks"));
        perform("delete_tasks", project, chosen(tasks.get(0))).body("processed_items", equalTo(0));
        perform("delete_tasks", project, "\"selectedItems\":{\"all\":true,\"excluded\":[" + tasks.get(3) + "]}")
                .body("processed_items", equalTo(2));

        owner.get("/api/tasks?include=id&project=" + project).body("tasks.id", contains(tasks.get(3)));
        owner.get("/api/tasks/" + elsewhere + "/annotations");
        owner.get("/api/projects/" + project).body("task_number", equalTo(1));
        assertThat(TestServers.topics().await(Topic.TASKS, tasks.get(0), 2)).last().matches(TopicEntry::isTombstone);
        perform("delete_tasks", project, ALL).body("processed_items", equalTo(1)).body("reload", equalTo(true));
        owner.get("/api/tasks?project=" + project).body("tasks", empty());
    }

    @Test
    void filtersNarrowWhatIsSelectedAndManySetsAreGoneThrough() {
        int project = owner.project();
        tasks(project, 450);
        String odd = "\"filters\":{\"conjunction\":\"and\",\"items\":[{\"filter\":\"filter:tasks:data.n\",\"operator\":\"regex\",\"type\":\"String\",\"value\":\"[13579]$\"}]},\"ordering\":[\"-tasks:data.n\"],";

        perform("delete_tasks", project, odd + ALL).statusCode(200).body("detail", equalTo("Deleted 225 tasks"));

        owner.get("/api/tasks?include=id&page_size=-1&project=" + project).body("total", equalTo(225));
        perform("delete_tasks", project, odd + ALL).body("processed_items", equalTo(0));
    }

    @Test
    void aViewChoosesWhereItIsNamed() {
        int project = owner.project();
        List<Integer> tasks = tasks(project, 3);
        String first = "\"filters\":{\"conjunction\":\"and\",\"items\":[{\"filter\":\"filter:tasks:inner_id\",\"operator\":\"equal\",\"type\":\"Number\",\"value\":1}]}";
        int without = view(project, first);
        int with = view(project, first + "," + ALL);

        act("delete_tasks", "view=" + without, "{}").statusCode(400)
                .body("validation_errors.selectedItems[0]", containsString("required"));
        act("delete_tasks", "view=" + with + "&project=" + owner.project(), "{}").statusCode(400);
        act("delete_tasks", "view=999999999", "{" + ALL + "}").statusCode(404);
        act("delete_tasks", "view=" + without, "{" + ALL + "}").statusCode(200).body("processed_items", equalTo(1));
        act("delete_tasks", "project=" + project, "{\"view\":" + with + "}").body("processed_items", equalTo(0));
        owner.get("/api/tasks?include=id&project=" + project).body("tasks.id", contains(tasks.get(1), tasks.get(2)));
    }

    @Test
    void whatDoesNotSayWhichTasksIsRefusedAndNothingIsDone() {
        int project = owner.project();
        tasks(project, 2);

        for (String body : List.of("", "\"selectedItems\":null", "\"selectedItems\":[]", "\"selectedItems\":\"all\"",
                "\"selectedItems\":{}", "\"selectedItems\":{\"included\":[1]}", "\"selectedItems\":{\"all\":\"true\"}",
                "\"selectedItems\":{\"all\":true,\"included\":[1]}",
                "\"selectedItems\":{\"all\":false,\"excluded\":[1]}",
                "\"selectedItems\":{\"all\":true,\"exclude\":[1]}", "\"selectedItems\":{\"all\":true,\"excluded\":{}}",
                "\"selectedItems\":{\"all\":false,\"included\":[\"1 or 1=1\"]}",
                "\"selectedItems\":{\"all\":false,\"included\":[1.5]}",
                "\"selectedItems\":{\"all\":false,\"included\":[99999999999999999999]}", ALL + ",\"filters\":[]",
                ALL + ",\"filters\":{\"items\":[{\"filter\":\"filter:tasks:colour\",\"operator\":\"equal\",\"value\":1}]}",
                ALL + ",\"filters\":{\"items\":[{\"filter\":\"filter:tasks:data.n\",\"operator\":\"regex\",\"value\":\"(\"}]}",
                ALL + ",\"project\":" + owner.project())) {
            assertThat(perform("delete_tasks", project, body).extract().statusCode()).as(body).isEqualTo(400);
        }
        perform("delete_tasks", project, "\"selectedItems\":{\"all\":false}").body("processed_items", equalTo(0));
        act("delete_all", "project=" + project, "{" + ALL + "}").statusCode(400)
                .body("validation_errors.id[0]", containsString("delete_tasks_annotations"));
        owner.json("{" + ALL + "}").post("/api/dm/actions?project=" + project).then().statusCode(400);
        act("delete_tasks", "", "{" + ALL + "}").statusCode(400);
        act("delete_tasks", "project=999999999", "{" + ALL + "}").statusCode(404);
        owner.get("/api/tasks?project=" + project).body("total", equalTo(2));
    }

    @Test
    void annotationsAreWithdrawnByTheirOwner() {
        int project = owner.project();
        List<Integer> tasks = tasks(project, 2);
        String route = "/internal/projects/" + project + "/annotations/withdrawal";

        perform("delete_tasks_annotations", project, ALL).statusCode(503);
        AnnotationServiceStandIn.answers(route, "{\"annotations\":3}");
        perform("delete_tasks_annotations", project, chosen(tasks.get(1)) + ",\"annotator\":\"7\"").statusCode(200)
                .body("processed_items", equalTo(3))
                .body("detail", equalTo("Deleted 3 annotations"));
        perform("delete_tasks_annotations", project, ALL + ",\"annotator\":\"everybody\"").statusCode(400);

        List<String> asked = AnnotationServiceStandIn.bodies(route);
        assertThat(Json.readObject(asked.get(asked.size() - 1))).containsEntry("tasks", List.of(tasks.get(1)))
                .containsEntry("annotator", 7)
                .containsKey("by");
    }

    @Test
    void theOverlapOfTasksChangesAndWhatIsFinishedFollows() throws Exception {
        int project = owner.project();
        List<Integer> tasks = tasks(project, 3);
        judge(project, tasks.get(0), 1);
        awaitFinished(project, 1);

        perform("set_overlap", project, chosen(tasks.get(0), tasks.get(1)) + ",\"overlap\":2").statusCode(200)
                .body("processed_items", equalTo(2))
                .body("detail", equalTo("Set the overlap of 2 tasks to 2"));
        owner.get("/api/tasks?project=" + project)
                .body("tasks.overlap", contains(2, 2, 1))
                .body("tasks.is_labeled", contains(false, false, false));
        owner.get("/api/projects/" + project).body("finished_task_number", equalTo(0));
        perform("set_overlap", project, ALL + ",\"overlap\":1").body("processed_items", equalTo(3));
        perform("set_overlap", project, ALL + ",\"overlap\":1").body("processed_items", equalTo(3));
        awaitFinished(project, 1);

        List<TopicEntry> seen = TestServers.topics().await(Topic.TASKS, tasks.get(0), 3);
        assertThat(seen).extracting(entry -> Json.read(entry.text(), TaskRecord.class).overlap())
                .containsExactly(1, 2, 1);
        assertThat(TestServers.topics().await(Topic.TASKS, tasks.get(2), 1)).hasSize(1);
        for (String overlap : List.of("0", "1001", "-1", "\"two\"", "1.5", "null", "[]")) {
            perform("set_overlap", project, ALL + ",\"overlap\":" + overlap).statusCode(400);
        }
        perform("set_overlap", project, ALL).statusCode(400)
                .body("validation_errors.overlap[0]", equalTo("This field is required."));
    }

    @Test
    void predictionsAreDeletedAndNoneIsRetrieved() {
        int project = owner.project();
        List<Integer> tasks = tasks(project, 2);
        for (int task : tasks) {
            predict(task, "[]", "m1");
        }

        perform("retrieve_tasks_predictions", project, ALL).statusCode(200)
                .body("processed_items", equalTo(0))
                .body("detail", containsString("No machine learning backend"));
        perform("delete_tasks_predictions", project, chosen(tasks.get(0))).body("detail",
                equalTo("Deleted 1 predictions"));
        perform("delete_tasks_predictions", project, chosen(tasks.get(0))).body("processed_items", equalTo(0));

        owner.get("/api/predictions?project=" + project).body("task", contains(tasks.get(1)));
        owner.get("/api/projects/" + project).body("total_predictions_number", equalTo(1));
    }

    @Test
    void predictionsBecomeAnnotationsOfTheCaller() {
        int project = owner.project();
        List<Integer> tasks = tasks(project, 2);
        predict(tasks.get(0), LEFT, "m1");
        int second = predict(tasks.get(0), LEFT, "m2");
        AnnotationServiceStandIn.answers("/api/annotations/bulk", "[{\"status\":201,\"annotation\":{}}]");

        perform("predictions_to_annotations", project, ALL + ",\"model_version\":[\"m2\"]").statusCode(200)
                .body("detail", equalTo("Created 1 annotations"))
                .body("processed_items", equalTo(1));

        List<String> sent = AnnotationServiceStandIn.bodies("/api/annotations/bulk");
        String last = sent.stream()
                .filter(body -> body.contains("\"parent_prediction\":" + second + "}"))
                .findFirst()
                .orElseThrow();
        assertThat(last).contains("\"task\":" + tasks.get(0))
                .contains("\"unique_id\":\"")
                .contains("\"selected\":\"left\"");
        perform("predictions_to_annotations", project, ALL + ",\"model_version\":\"m3\"").body("processed_items",
                equalTo(0));
        perform("predictions_to_annotations", project, chosen(tasks.get(1))).body("processed_items", equalTo(0));
        perform("predictions_to_annotations", project, ALL + ",\"model_version\":{}").statusCode(400);
        predict(tasks.get(1), LEFT.replace("left", "middle"), "m1");
        perform("predictions_to_annotations", project, ALL).statusCode(400)
                .body("validation_errors.selectedItems[0]", containsString("of task " + tasks.get(1)));
    }

    @Test
    void theNextTaskIsAskedForAsTheCaller() {
        int project = owner.project();
        Api.Someone annotator = member(project);
        AnnotationServiceStandIn.answers("/api/projects/" + project + "/next",
                "{\"id\":5,\"queue\":\"Sequence queue\"}");

        annotator.api()
                .json("{}")
                .post("/api/dm/actions?id=next_task&project=" + project)
                .then()
                .statusCode(200)
                .body("id", equalTo(5));
        owner.someone("annotator")
                .api()
                .json("{}")
                .post("/api/dm/actions?id=next_task&project=" + project)
                .then()
                .statusCode(404);
    }

    @Test
    void annotatorsAndStrangersDoNothingWithTasks() {
        int project = owner.project();
        List<Integer> tasks = tasks(project, 1);
        Api.Someone annotator = member(project);

        for (String id : List.of("delete_tasks", "delete_tasks_annotations", "delete_tasks_predictions", "set_overlap",
                "predictions_to_annotations", "retrieve_tasks_predictions", "requeue", "copy_tasks", "move_tasks",
                "remove_duplicates", "undo")) {
            String path = "/api/dm/actions?id=" + id + "&project=" + project;
            annotator.api().json("{" + ALL + "}").post(path).then().statusCode(403);
            owner.someone("annotator").api().json("{" + ALL + "}").post(path).then().statusCode(404);
            given().contentType("application/json").body("{" + ALL + "}").post(path).then().statusCode(401);
        }
        annotator.api().get("/api/dm/actions?project=" + project).statusCode(403);
        given().get("/api/dm/actions?project=" + project).then().statusCode(401);
        owner.get("/api/dm/actions?project=999999999").statusCode(404);
        owner.get("/api/dm/actions/?project=" + project)
                .statusCode(200)
                .body("id",
                        contains("retrieve_tasks_predictions", "predictions_to_annotations", "set_overlap", "requeue",
                                "copy_tasks", "move_tasks", "remove_duplicates", "delete_tasks",
                                "delete_tasks_annotations", "delete_tasks_predictions"))
                .body("find { it.id == 'delete_tasks' }.dialog.type", equalTo("confirm"));
        owner.get("/api/tasks?project=" + project).body("tasks", hasSize(tasks.size()));
    }

    private Api.Someone member(int project) {
        Api.Someone annotator = owner.someone("annotator");
        owner.json(Map.of("user", annotator.id())).post("/api/projects/" + project + "/members").then().statusCode(201);
        return annotator;
    }

    private List<Integer> tasks(int project, int count) {
        String all = IntStream.range(0, count)
                .mapToObj(n -> "{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\",\"n\":\"" + n + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        return owner.importJson(project, all).statusCode(201).extract().path("task_ids");
    }

    private int predict(int task, String result, String model) {
        return owner.json("{\"task\":" + task + ",\"result\":" + result + ",\"model_version\":\"" + model + "\"}")
                .post("/api/predictions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private int view(int project, String data) {
        return owner.json("{\"project\":" + project + ",\"data\":{" + data + "}}")
                .post("/api/dm/views")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String chosen(Integer... tasks) {
        return "\"selectedItems\":{\"all\":false,\"included\":" + List.of(tasks) + "}";
    }

    private ValidatableResponse perform(String action, int project, String body) {
        return act(action, "project=" + project, "{" + body + "}");
    }

    private ValidatableResponse act(String action, String where, String body) {
        return owner.json(body).post("/api/dm/actions/?id=" + action + "&" + where).then();
    }

    private static void judge(int project, int task, int author) throws Exception {
        long id = newId();
        RecordMetadata sent = send(id, 1, annotation(id, project, task, author, false));
        AnnotationServiceStandIn.published(project, sent.topic(), sent.partition(), sent.offset());
    }

    private void awaitFinished(int project, int count) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> owner.get("/api/projects/" + project).body("finished_task_number", equalTo(count)));
    }
}
