package org.prefstream.task.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.TaskRecord;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.TopicEntry;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.testing.Api;
import org.prefstream.task.testing.TestServers;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ImportTest {

    private final Api owner = Api.owner();

    @Test
    void importsAnArrayAndPublishesEachTaskAsItWasWritten() {
        int project = owner.project();

        List<Integer> ids = owner.importJson(project, """
                [{"prompt":"p1","answer1":"é☃ 日本語","answer2":"b","z":1.50,"a":12345678901234567890},
                 {"prompt":"p2","answer1":"a","answer2":"b"}]""")
                .statusCode(201)
                .body("task_count", equalTo(2))
                .body("annotation_count", equalTo(0))
                .body("prediction_count", equalTo(0))
                .body("file_upload_ids", hasSize(0))
                .body("could_be_tasks_list", equalTo(false))
                .body("found_formats", hasSize(0))
                .body("data_columns", hasSize(0))
                .body("task_ids", hasSize(2))
                .extract()
                .path("task_ids");

        TopicEntry seen = TestServers.topics().await(Topic.TASKS, ids.get(0), 1).get(0);
        assertThat(seen.value()).contains(
                "{\"prompt\":\"p1\",\"answer1\":\"é☃ 日本語\",\"answer2\":\"b\",\"z\":1.50,\"a\":12345678901234567890}");
        TaskRecord second = Json.read(TestServers.topics().await(Topic.TASKS, ids.get(1), 1).get(0).text(),
                TaskRecord.class);
        assertThat(second.innerId()).isEqualTo(2);
        assertThat(second.projectId()).isEqualTo(project);
        assertThat(Json.read(TestServers.topics().await(Topic.PROJECTS, project, 1).get(0).text(), ProjectRecord.class)
                .comparisonSpec()
                .controls()).extracting("name").containsExactly("comparison", "tie");
    }

    @Test
    void storesNothingWhereOneItemIsWrong() {
        int project = owner.project();

        owner.importJson(project, "[{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"},{\"prompt\":\"only\"}]")
                .statusCode(400)
                .body("detail", equalTo("Validation error"))
                .body("validation_errors.non_field_errors", contains(
                        "Error at item 1: \"answer1\" key is expected in task data [assume: item as is = task root with "
                                + "values]  :: {'prompt': 'only'}"));

        owner.get("/api/tasks?project=" + project).statusCode(200).body("total", equalTo(0));
        owner.get("/api/projects/" + project).statusCode(200).body("task_number", equalTo(0));
        owner.request().get("/api/projects/" + project).then().body("id", not(equalTo(0)));
    }

    @Test
    void storesNothingWhereAnItemOfALaterBatchIsWrong() {
        int project = owner.project();
        String task = "{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"}";
        String unreadable = "{\"prompt\":\"only\"}";
        String contradicting = "{\"data\":" + task + ",\"annotations\":[{\"result\":[{\"from_name\":\"nobody\","
                + "\"to_name\":\"x\",\"type\":\"pairwise\",\"value\":{\"selected\":\"left\"}}]}]}";

        for (String wrong : List.of(unreadable, contradicting)) {
            String tasks = IntStream.range(0, 3_500)
                    .mapToObj(i -> i == 2_200 ? wrong : task)
                    .collect(Collectors.joining(",", "[", "]"));
            owner.importJson(project, tasks)
                    .statusCode(400)
                    .body("validation_errors.non_field_errors", contains(containsString("Error at item 2200")));
        }

        owner.get("/api/tasks?project=" + project).statusCode(200).body("total", equalTo(0));
    }

    @Test
    void takesFilesOfAFormInSeveralFormats() {
        int project = owner.project();

        List<Integer> ids = owner.request()
                .multiPart("file", "tasks.json",
                        "[{\"prompt\":\"1\",\"answer1\":\"a\",\"answer2\":\"b\"}]".getBytes(UTF_8))
                .multiPart("file", "more.csv", "prompt,answer1,answer2\r\n2,\"x,\ny\",z\r\n".getBytes(UTF_8))
                .multiPart("file", "even more.tsv", "prompt\tanswer1\tanswer2\n3\tx\ty\n".getBytes(UTF_8))
                .post("/api/projects/" + project + "/import?return_task_ids=1")
                .then()
                .statusCode(201)
                .body("task_count", equalTo(3))
                .body("found_formats", equalTo(Map.of(".json", 1, ".csv", 1, ".tsv", 1)))
                .body("data_columns", contains("prompt", "answer1", "answer2"))
                .extract()
                .path("task_ids");

        owner.get("/api/tasks?project=" + project)
                .body("tasks.id", equalTo(ids))
                .body("tasks.inner_id", contains(1, 2, 3))
                .body("tasks[1].data.answer1", equalTo("x,\ny"));
    }

    @Test
    void takesOneObjectAndJsonLines() {
        int project = owner.project();

        owner.importJson(project, "{\"prompt\":\"1\",\"answer1\":\"a\",\"answer2\":\"b\"}").statusCode(201);
        owner.importJson(project, """
                {"prompt":"2","answer1":"a","answer2":"b"}
                {"prompt":"3","answer1":"a","answer2":"b"}
                """).statusCode(201).body("task_count", equalTo(2));

        owner.get("/api/tasks?project=" + project)
                .body("tasks.inner_id", contains(1, 2, 3))
                .body("tasks.data.prompt", contains("1", "2", "3"));
    }

    @Test
    void publishesWhatCameWithATask() {
        int project = owner.project();
        Api.Someone ann = owner.someone("annotator");
        int me = owner.get("/api/current-user/whoami").extract().path("id");

        int task = owner
                .importJson(project,
                        """
                                [{"data":{"prompt":"p","answer1":"a","answer2":"b"},"meta":{"source":"x"},
                                  "annotations":[{"result":[%s],"lead_time":3.25,"completed_by":{"email":"%s"},"ground_truth":true},
                                                 {"result":[],"was_cancelled":true}],
                                  "predictions":[{"result":[%s],"score":0.75,"model_version":"m1"}]}]"""
                                .formatted(selected("left"), ann.email(), selected("right")))
                .statusCode(201)
                .body("annotation_count", equalTo(2))
                .body("prediction_count", equalTo(1))
                .extract()
                .path("task_ids[0]");

        ImportedAnnotationRecord first = Json.read(
                TestServers.topics().await(Topic.IMPORTS, task + "/0", 1).get(0).text(),
                ImportedAnnotationRecord.class);
        assertThat(first.completedBy()).isEqualTo(ann.id());
        assertThat(first.groundTruth()).isTrue();
        assertThat(first.leadTime()).isEqualByComparingTo("3.25");
        ImportedAnnotationRecord second = Json.read(
                TestServers.topics().await(Topic.IMPORTS, task + "/1", 1).get(0).text(),
                ImportedAnnotationRecord.class);
        assertThat(second.completedBy()).isEqualTo(me);
        assertThat(second.wasCancelled()).isTrue();
        TaskRecord published = Json.read(TestServers.topics().await(Topic.TASKS, task, 1).get(0).text(),
                TaskRecord.class);
        assertThat(published.predictions()).singleElement()
                .satisfies(prediction -> assertThat(prediction.modelVersion()).isEqualTo("m1"));
        assertThat(published.meta()).isEqualTo(Map.of("source", "x"));
        owner.get("/api/tasks?fields=all&project=" + project)
                .body("tasks[0].predictions[0].score", equalTo(0.75f))
                .body("tasks[0].predictions[0].result[0].value.selected", equalTo("right"))
                .body("total_predictions", equalTo(1));
    }

    @Test
    void refusesAnnotationsThatContradictTheConfiguration() {
        int project = owner.project();

        refused(project, selected("middle"), "Error at item 0: annotations[0].result[0].value.selected: \"comparison\" "
                + "(pairwise) must be one of left, right, tie, both_bad, cannot_judge; \"middle\" is not.");
        refused(project, "{\"from_name\":\"nothing\",\"type\":\"choices\",\"value\":{}}",
                "annotations[0].result[0].from_name: There is no control named \"nothing\"");
        refused(project, "{\"from_name\":\"tie\",\"type\":\"rating\",\"value\":{}}", "\"tie\" must be \"choices\"");
        refused(project, "{\"from_name\":\"tie\",\"type\":\"choices\",\"value\":{\"choices\":[\"Maybe\"]}}",
                "does not offer \"Maybe\"");
        refused(project, selected("left") + "," + selected("right"),
                "result[1].from_name: \"comparison\" is answered twice");
        owner.importJson(project, withAnnotation("{\"result\":[],\"completed_by\":99999999}"))
                .statusCode(400)
                .body("validation_errors.non_field_errors[0]", containsString("completed_by names nobody"));
        owner.get("/api/tasks?project=" + project).body("total", equalTo(0));
    }

    @Test
    void refusesARankingOfItemsThatTheTaskDoesNotList() {
        int project = owner.project(Map.of("title", "Ranking", "label_config", """
                <View><List name="answers" value="$items"/><Ranker name="rank" toName="answers"/></View>"""));
        String task = """
                [{"data":{"items":[{"id":"a","body":"x"},{"id":"b","body":"y"}]},
                  "annotations":[{"result":[{"from_name":"rank","type":"ranker","value":{"ranker":["b","%s"]}}]}]}]""";

        owner.importJson(project, task.formatted("c"))
                .statusCode(400)
                .body("validation_errors.non_field_errors[0]", containsString(
                        "annotations[0].result[0].value.ranker[1]: \"rank\" (ranker) has no item with the id \"c\""));
        owner.importJson(project, task.formatted("a")).statusCode(201).body("annotation_count", equalTo(1));
    }

    @Test
    void refusesWhatIsNoImportAndSaysWhy() {
        int project = owner.project();
        String path = "/api/projects/" + project + "/import";

        owner.importJson(project, "[]")
                .statusCode(400)
                .body("validation_errors.non_field_errors", contains("load_tasks: No tasks added"));
        owner.importJson(project, "[{\"prompt\":").statusCode(400).body("detail", containsString("JSON parse error"));
        owner.importJson(project, "[{\"prompt\":\"a\\u0000b\",\"answer1\":\"a\",\"answer2\":\"b\"}]")
                .statusCode(400)
                .body("validation_errors.non_field_errors[0]", containsString("NUL"));
        owner.importJson(project, "[{\"prompt\":\"\\ud800\",\"answer1\":\"a\",\"answer2\":\"b\"}]")
                .statusCode(400)
                .body("validation_errors.non_field_errors[0]", containsString("surrogate"));
        owner.request()
                .multiPart("file", "tasks.exe", "MZ".getBytes(UTF_8))
                .post(path)
                .then()
                .statusCode(400)
                .body("validation_errors.non_field_errors", contains(".exe extension is not supported"));
        owner.request()
                .multiPart("file", "tasks.json.gz", new byte[]{0x1f, (byte) 0x8b, 8})
                .post(path)
                .then()
                .statusCode(415)
                .body("detail", containsString("gzip"));
        owner.request()
                .header("Content-Encoding", "gzip")
                .contentType("application/json")
                .body(new byte[]{0x1f, (byte) 0x8b, 8})
                .post(path)
                .then()
                .statusCode(415);
        owner.request().contentType("application/xml").body("<tasks/>").post(path).then().statusCode(415);
        owner.json("[{}]")
                .post(path + "?commit_to_project=false")
                .then()
                .statusCode(400)
                .body("validation_errors.commit_to_project[0]", containsString("not supported"));
        owner.importJson(99_999_999, "[{}]")
                .statusCode(404)
                .body("detail", equalTo("No Project matches the given query."));
        owner.someone("annotator").api().importJson(project, "[{}]").statusCode(403);
        owner.get("/api/tasks?project=" + project).body("total", equalTo(0));
    }

    @Test
    void refusesMoreBytesThanAnImportMayHave() {
        int project = owner.project();
        String long5 = "x".repeat(2_000_000);
        String tasks = Stream.generate(() -> "{\"prompt\":\"" + long5 + "\",\"answer1\":\"a\",\"answer2\":\"b\"}")
                .limit(11)
                .collect(Collectors.joining(",", "[", "]"));

        owner.importJson(project, tasks).statusCode(413).body("detail", containsString("longer than"));

        owner.importJson(project,
                "[{\"prompt\":\"" + long5 + "x".repeat(200_000) + "\",\"answer1\":\"a\",\"answer2\":\"b\"}]")
                .statusCode(413)
                .body("detail", containsString("item 0"));
        owner.get("/api/tasks?project=" + project).body("total", equalTo(0));
    }

    @Test
    void theSameKeyImportsOnceHoweverOftenItIsSent() throws Exception {
        int project = owner.project();
        String key = UUID.randomUUID().toString();
        String tasks = "[{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"}]";
        Callable<String> send = () -> owner.json(tasks)
                .header("Idempotency-Key", key)
                .post("/api/projects/" + project + "/import?return_task_ids=1")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        ExecutorService clients = Executors.newFixedThreadPool(4);

        List<Future<String>> answers = clients.invokeAll(Collections.nCopies(8, send));
        clients.shutdown();

        Set<String> bodies = new HashSet<>();
        for (Future<String> answer : answers) {
            bodies.add(answer.get());
        }
        assertThat(bodies).hasSize(1);
        owner.get("/api/tasks?project=" + project).body("total", equalTo(1));
        owner.json("[{\"prompt\":\"q\",\"answer1\":\"a\",\"answer2\":\"b\"}]")
                .header("Idempotency-Key", key)
                .post("/api/projects/" + project + "/import?return_task_ids=1")
                .then()
                .statusCode(409);
    }

    @Test
    void numbersTasksWithoutGapsAcrossManyBatches() {
        int project = owner.project();
        int count = 2_500;
        String tasks = IntStream.range(0, count)
                .mapToObj(i -> "{\"prompt\":\"" + i + "\",\"answer1\":\"a\",\"answer2\":\"b\"}")
                .collect(Collectors.joining(",", "[", "]"));

        List<Integer> ids = owner.importJson(project, tasks)
                .statusCode(201)
                .body("task_count", equalTo(count))
                .extract()
                .path("task_ids");

        assertThat(ids).hasSize(count).isSorted().doesNotHaveDuplicates();
        owner.get("/api/tasks?page_size=1&page=" + count + "&project=" + project)
                .body("tasks[0].inner_id", equalTo(count))
                .body("tasks[0].data.prompt", equalTo("" + (count - 1)))
                .body("tasks[0].id", equalTo(ids.get(count - 1)));
        owner.request().delete("/api/projects/" + project + "/tasks/").then().statusCode(204);
        owner.get("/api/tasks?project=" + project).body("total", equalTo(0));
        assertThat(TestServers.topics().await(Topic.TASKS, ids.get(count - 1), 2).get(1).value()).isNull();
    }

    private void refused(int project, String region, String message) {
        owner.importJson(project, withAnnotation("{\"result\":[" + region + "]}"))
                .statusCode(400)
                .body("validation_errors.non_field_errors[0]", containsString(message));
    }

    private static String withAnnotation(String annotation) {
        return "[{\"data\":{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"},\"annotations\":[" + annotation
                + "]}]";
    }

    private static String selected(String side) {
        return "{\"from_name\":\"comparison\",\"to_name\":\"comparison\",\"type\":\"pairwise\",\"value\":{\"selected\":\""
                + side + "\"}}";
    }
}
