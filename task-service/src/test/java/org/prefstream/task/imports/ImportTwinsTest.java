package org.prefstream.task.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.prefstream.task.testing.Api;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Imports of tasks that are in the project already. */
@QuarkusTest
@Timeout(120)
class ImportTwinsTest {

    private static final String ONE = "{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\",\"answer1_model\":\"x\"}";
    private static final String SWAPPED = "{\"answer2_model\":\"x\",\"answer1\":\"b\",\"answer2\":\"a\",\"prompt\":\"p\"}";
    private static final String OTHER = "{\"prompt\":\"p\",\"answer1\":\"b\",\"answer2\":\"a\",\"answer1_model\":\"x\"}";

    private final Api owner = Api.owner();
    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    @Test
    void tasksAreImportedAgainWhereNobodySaysOtherwise() {
        int project = owner.project();
        importAs(project, "", "[" + ONE + "]").statusCode(201);

        importAs(project, "", "[" + ONE + "," + SWAPPED + "]").statusCode(201)
                .body("task_count", equalTo(2))
                .body("duplicates_skipped", nullValue());
        importAs(project, "on_duplicate=keep", "[" + ONE + "]").statusCode(201);

        assertThat(tasks(project)).isEqualTo(4);
    }

    @Test
    void twinsAreLeftOutWhateverTheOrderOfTheirAnswersAndKeys() {
        int project = owner.project();
        int first = importAs(project, "", "[" + ONE + "]").statusCode(201).extract().path("task_ids[0]");

        importAs(project, "on_duplicate=skip",
                "[" + SWAPPED + ",\n" + OTHER + ",\n{\"data\":" + ONE
                        + ",\"meta\":{\"n\":1},\"predictions\":[{\"result\":[]}]}]")
                .statusCode(201)
                .body("task_count", equalTo(1))
                .body("prediction_count", equalTo(0))
                .body("duplicates_skipped", equalTo(2))
                .body("duplicates.task", contains(first, first))
                .body("duplicates.item", contains(0, 2))
                .body("duplicates.line", contains(1, 3));

        importAs(project, "on_duplicate=skip", "[" + OTHER + "]").statusCode(201)
                .body("task_count", equalTo(0))
                .body("duplicates_skipped", equalTo(1));
        owner.get("/api/tasks?project=" + project).body("tasks.inner_id", contains(1, 2));
    }

    @Test
    void twinsWithinAnImportAreStoredOnceAcrossBatchesAndFiles() {
        int project = owner.project();
        String rows = IntStream.range(0, 2_500)
                .mapToObj(i -> "p" + i % 1_250 + ",a,b\n")
                .collect(Collectors.joining("", "prompt,answer1,answer2\n", ""));

        owner.request()
                .multiPart("file", "many.csv", rows.getBytes(UTF_8))
                .multiPart("more", "more.jsonl",
                        "\n{\"prompt\":\"p7\",\"answer1\":\"b\",\"answer2\":\"a\"}\n".getBytes(UTF_8))
                .post("/api/projects/" + project + "/import?on_duplicate=skip")
                .then()
                .statusCode(201)
                .body("task_count", equalTo(1_250))
                .body("duplicates_skipped", equalTo(1_251))
                .body("duplicates", hasSize(100))
                .body("duplicates[0].file", equalTo("many.csv"))
                .body("duplicates[0].line", equalTo(1_252));
        owner.request()
                .multiPart("file", "more.jsonl",
                        "\n{\"prompt\":\"p7\",\"answer1\":\"b\",\"answer2\":\"a\"}\n".getBytes(UTF_8))
                .post("/api/projects/" + project + "/import?on_duplicate=skip")
                .then()
                .body("duplicates[0].file", equalTo("more.jsonl"))
                .body("duplicates[0].line", equalTo(2));
        assertThat(tasks(project)).isEqualTo(1_250);
    }

    @Test
    void anImportThatIsToFailNamesTheLinesAndStoresNothing() {
        int project = owner.project();
        importAs(project, "", "[" + ONE + "]").statusCode(201);

        importAs(project, "on_duplicate=fail", "[" + OTHER + ",\n" + SWAPPED + "]").statusCode(400)
                .body("validation_errors.non_field_errors[0]", containsString("line 2 (item 1)"))
                .body("validation_errors.non_field_errors[0]", containsString("on_duplicate=skip"));
        assertThat(tasks(project)).isEqualTo(1);

        importAs(project, "on_duplicate=fail", "[" + OTHER + "]").statusCode(201)
                .body("duplicates_skipped", equalTo(0))
                .body("duplicates", hasSize(0));
        importAs(project, "on_duplicate=sometimes", "[" + OTHER + "]").statusCode(400)
                .body("validation_errors.on_duplicate[0]", containsString("keep, skip or fail"));
    }

    @Test
    void whatIsChangedOrDeletedIsNoTwinAnyMore() {
        int project = owner.project();
        List<Integer> ids = importAs(project, "on_duplicate=skip", "[" + ONE + "," + OTHER + "]").statusCode(201)
                .extract()
                .path("task_ids");
        owner.json(Map.of("data", Map.of("prompt", "changed", "answer1", "a", "answer2", "b")))
                .patch("/api/tasks/" + ids.get(0))
                .then()
                .statusCode(200);
        owner.request().delete("/api/tasks/" + ids.get(1)).then().statusCode(204);

        importAs(project, "on_duplicate=skip",
                "[" + ONE + "," + OTHER + ",{\"answer1\":\"b\",\"answer2\":\"a\",\"prompt\":\"changed\"}]")
                .statusCode(201)
                .body("task_count", equalTo(2))
                .body("duplicates.task", contains(ids.get(0)));
    }

    @Test
    void anotherConfigurationComparesOtherAnswers() {
        int project = owner.project();
        importAs(project, "on_duplicate=skip", "[" + ONE + "]").statusCode(201);
        owner.json(Map.of("label_config",
                """
                        <View><Text name="prompt" value="$prompt"/><Text name="a" value="$answer1"/><Text name="b" value="$prompt"/>
                        <Pairwise name="comparison" toName="prompt,a"/></View>"""))
                .patch("/api/projects/" + project)
                .then()
                .statusCode(200);

        importAs(project, "on_duplicate=skip", "[" + SWAPPED + "," + ONE + "]").statusCode(201)
                .body("task_count", equalTo(1))
                .body("duplicates.item", contains(1));
    }

    @Test
    void importsAtOnceStoreEachTaskOnce() throws Exception {
        int project = owner.project();
        String tasks = IntStream.range(0, 1_500)
                .mapToObj(i -> "{\"prompt\":\"p" + i + "\",\"answer1\":\"a\",\"answer2\":\"b\"}")
                .collect(Collectors.joining(",", "[", "]"));
        List<Future<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            counts.add(clients.submit(() -> importAs(project, "on_duplicate=skip", tasks).statusCode(201)
                    .extract()
                    .<Integer>path("task_count")));
        }

        int stored = 0;
        for (Future<Integer> count : counts) {
            stored += count.get();
        }
        assertThat(stored).isEqualTo(1_500);
        assertThat(tasks(project)).isEqualTo(1_500);
    }

    @Test
    void aKeyIsForOneWayToTreatTwins() {
        int project = owner.project();
        String key = UUID.randomUUID().toString();
        importAs(project, "on_duplicate=skip", "[" + ONE + "]", key).statusCode(201).body("task_count", equalTo(1));
        importAs(project, "on_duplicate=skip", "[" + ONE + "]", key).statusCode(201).body("task_count", equalTo(1));
        importAs(project, "on_duplicate=fail", "[" + ONE + "]", key).statusCode(409);
        assertThat(tasks(project)).isEqualTo(1);
    }

    private ValidatableResponse importAs(int project, String query, String tasks, String... key) {
        var request = owner.json(tasks);
        return (key.length == 0 ? request : request.header("Idempotency-Key", key[0]))
                .post("/api/projects/" + project + "/import?return_task_ids=1&" + query)
                .then();
    }

    private int tasks(int project) {
        return owner.get("/api/projects/" + project).extract().path("task_number");
    }
}
