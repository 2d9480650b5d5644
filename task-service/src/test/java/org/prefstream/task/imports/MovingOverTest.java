package org.prefstream.task.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.prefstream.task.testing.AnnotationTopic.newId;
import static org.prefstream.task.testing.AnnotationTopic.send;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.Topic;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.testing.Api;
import org.prefstream.task.testing.TestServers;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What people bring from another installation: annotations with their authors and times, exports, old completions. */
@QuarkusTest
class MovingOverTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String LEFT = "\"result\":[{\"from_name\":\"comparison\",\"to_name\":\"comparison\",\"type\":"
            + "\"pairwise\",\"value\":{\"selected\":\"left\"}}]";

    private final Api owner = Api.owner();

    @Test
    void creditsWhoHasTheAddressWhateverTheIdMeansHere() {
        int project = owner.project();
        Api.Someone first = owner.someone("annotator");
        Api.Someone second = owner.someone("annotator");

        assertThat(accepted(project, "\"completed_by\":{\"id\":" + first.id() + ",\"email\":\"" + second.email()
                + "\",\"first_name\":\"\",\"last_name\":\"\"}").completedBy()).isEqualTo(second.id());
        assertThat(
                accepted(project, "\"completed_by\":{\"email\":\" " + second.email().toUpperCase(Locale.ROOT) + "\"}")
                        .completedBy())
                .isEqualTo(second.id());
        assertThat(accepted(project, "\"completed_by\":" + first.id()).completedBy()).isEqualTo(first.id());
        assertThat(accepted(project, "\"completed_by\":{\"id\":" + first.id() + "}").completedBy())
                .isEqualTo(first.id());
        assertThat(accepted(project, "\"completed_by\":null").completedBy())
                .isEqualTo(owner.get("/api/current-user/whoami").extract().<Integer>path("id").longValue());
    }

    @Test
    void refusesAPersonWhoIsNotHereAndSaysWhatToDo() {
        int project = owner.project();
        int me = owner.get("/api/current-user/whoami").extract().path("id");

        refused(project, "\"completed_by\":{\"id\":" + me + ",\"email\":\"stranger@prefstream.test\"}",
                "Error at item 0: annotations[0].completed_by names nobody who has an account here: "
                        + "stranger@prefstream.test. Make an account with this address first, or leave it out");
        refused(project, "\"completed_by\":99999999", "annotations[0].completed_by names nobody who has an account "
                + "here: 99999999. Name the person by their address here, {\"email\": …}");
        refused(project, "\"completed_by\":{\"id\":99999999}", "names nobody who has an account here: 99999999");
        owner.get("/api/tasks?project=" + project).body("total", equalTo(0));
    }

    @Test
    void keepsTimesAndTheOldId() {
        int project = owner.project();

        ImportedAnnotationRecord record = accepted(imported(project, Resources.text("times.json")).statusCode(201));

        assertThat(record.createdAt()).isEqualTo(Instant.parse("2024-05-06T07:08:09.101112Z"));
        assertThat(record.updatedAt()).isEqualTo(Instant.parse("2024-05-06T07:08:09.202122Z"));
        assertThat(record.importId()).isEqualTo(5150);
        assertThat(record.uniqueId()).isNull();
        assertThat(record.importedAt()).isAfter(record.updatedAt());
        ImportedAnnotationRecord timeless = accepted(project, "\"lead_time\":7.5");
        assertThat(timeless.createdAt()).isEqualTo(timeless.importedAt()).isEqualTo(timeless.updatedAt());
        assertThat(timeless.leadTime()).isEqualByComparingTo("7.5");
        refused(project, "\"created_at\":\"2024-05-06 07:08\"", "annotations[0].created_at must be a time");
        refused(project, "\"unique_id\":\"x\"", "annotations[0].unique_id must be a UUID");
    }

    @Test
    void importsAnExportWithoutAnEditAndSaysWhatWasLeftOut() {
        int project = owner.project();
        Api.Someone ann = owner.someone("annotator");
        String export = export(ann.email(), UUID.randomUUID(), UUID.randomUUID());

        ValidatableResponse answer = imported(project, export).statusCode(201)
                .body("task_count", equalTo(2))
                .body("annotation_count", equalTo(2))
                .body("prediction_count", equalTo(0))
                .body("annotations_known", equalTo(0))
                .body("predictions_left_out", equalTo(2))
                .body("drafts_left_out", equalTo(1));

        int task = answer.extract().path("task_ids[0]");
        ImportedAnnotationRecord first = record(task, 0);
        assertThat(first.completedBy()).isEqualTo(ann.id());
        assertThat(first.groundTruth()).isTrue();
        assertThat(first.importId()).isEqualTo(13);
        assertThat(first.createdAt()).isEqualTo(Instant.parse("2026-11-23T02:58:09.644820Z"));
        assertThat(record(task, 1).wasCancelled()).isTrue();
        assertThat(record(task, 1).result()).isEmpty();
        owner.get("/api/tasks?fields=all&project=" + project)
                .body("tasks[0].data.size()", equalTo(3))
                .body("total_predictions", equalTo(0));
    }

    @Test
    void addsNoAnnotationTwiceByItsUniqueId() {
        int project = owner.project();
        UUID known = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        imported(project, export(Api.OWNER, known, other)).statusCode(201).body("annotation_count", equalTo(2));

        imported(project, export(Api.OWNER, known, UUID.randomUUID())).statusCode(201)
                .body("task_count", equalTo(2))
                .body("annotation_count", equalTo(1))
                .body("annotations_known", equalTo(1));
        int task = imported(project, export(Api.OWNER, known, other)).statusCode(201)
                .body("annotation_count", equalTo(0))
                .body("annotations_known", equalTo(2))
                .extract()
                .path("task_ids[0]");

        owner.request().delete("/api/tasks/" + task).then().statusCode(204);
        assertThat(TestServers.topics().await(Topic.TASKS, task, 2)).hasSize(2);
        imported(owner.project(), export(Api.OWNER, known, other)).statusCode(201).body("annotation_count", equalTo(2));
        owner.request().delete("/api/projects/" + project + "/tasks/").then().statusCode(204);
        imported(project, export(Api.OWNER, known, other)).statusCode(201).body("annotation_count", equalTo(2));
    }

    @Test
    void addsOneOfTwoAnnotationsWithTheSameUniqueIdInOneFile() {
        int project = owner.project();
        String unique = "\"unique_id\":\"" + UUID.randomUUID() + "\"";
        String twice = "["
                + task("{" + unique + ",\"id\":1," + LEFT + "},{" + unique + ",\"id\":2," + LEFT + "},{\"id\":3," + LEFT
                        + "}")
                + "," + task("{" + unique.toUpperCase(Locale.ROOT).replace("UNIQUE_ID", "unique_id") + ",\"id\":4,"
                        + LEFT + "}")
                + "]";

        int task = imported(project, twice).statusCode(201)
                .body("annotation_count", equalTo(2))
                .body("annotations_known", equalTo(2))
                .extract()
                .path("task_ids[0]");

        assertThat(record(task, 0).importId()).isEqualTo(1);
        assertThat(record(task, 1).importId()).isEqualTo(3);
    }

    @Test
    void knowsWhatAnAnnotatorSubmittedUntilItIsDeleted() throws Exception {
        int project = owner.project();
        int task = owner.task(project);
        long id = newId();
        UUID unique = UUID.randomUUID();
        Instant at = Instant.parse("2026-11-23T03:00:00Z");
        send(id, 1, new AnnotationRecord(id, task, project, 1, 1, List.of(), true, false, at, at, null, unique, null,
                null, List.of(), List.of(0, 1), "", null, 5150L, null));
        await().atMost(SOON)
                .untilAsserted(() -> owner.get("/api/tasks?fields=all&project=" + project)
                        .body("tasks[0].annotations[0].import_id", equalTo(5150)));
        String again = "[" + task("{\"unique_id\":\"" + unique + "\"," + LEFT + "}") + "]";

        imported(project, again).statusCode(201).body("annotations_known", equalTo(1));
        send(id, 2, null);
        awaitSkips(project, 0);
        int last = imported(project, again).statusCode(201)
                .body("annotation_count", equalTo(1))
                .extract()
                .path("task_ids[0]");

        imported(project, again).statusCode(201).body("annotations_known", equalTo(1));
        long applied = newId();
        send(applied, 1, new AnnotationRecord(applied, last, project, 1, 1, List.of(), true, false, at, at, null,
                unique, null, null, List.of(), List.of(0, 1), "", last + "/0", null, null));
        awaitSkips(project, 1);
        send(applied, 2, null);
        await().atMost(SOON)
                .untilAsserted(() -> imported(project, again).statusCode(201).body("annotations_known", equalTo(0)));
    }

    @Test
    void addsAgainWhatBelongedToADeletedTaskAlsoWhileItIsBeingWithdrawn() throws Exception {
        int project = owner.project();
        int task = owner.task(project);
        long id = newId();
        UUID unique = UUID.randomUUID();
        Instant at = Instant.parse("2026-11-23T03:00:00Z");
        send(id, 1, new AnnotationRecord(id, task, project, 1, 1, List.of(), true, false, at, at, null, unique, null,
                null, List.of(), List.of(0, 1), "", null, null, null));
        awaitSkips(project, 1);

        owner.request().delete("/api/projects/" + project + "/tasks/").then().statusCode(204);

        imported(project, "[" + task("{\"unique_id\":\"" + unique + "\"," + LEFT + "}") + "]").statusCode(201)
                .body("annotation_count", equalTo(1))
                .body("annotations_known", equalTo(0));
    }

    @Test
    void takesANumberForTheNameOfAModelAndATextForAScore() {
        int project = owner.project();

        imported(project, Resources.text("numeric-model-version.json")).statusCode(201)
                .body("prediction_count", equalTo(1));
        imported(project, Resources.text("score-as-text.json")).statusCode(201).body("prediction_count", equalTo(1));

        owner.get("/api/tasks?fields=all&project=" + project)
                .body("tasks[0].predictions[0].model_version", equalTo("1700000042"))
                .body("tasks[0].predictions[0].score", equalTo(0.75f))
                .body("tasks[1].predictions[0].model_version", equalTo("m-1"))
                .body("tasks[1].predictions[0].score", equalTo(0.75f));
    }

    @Test
    void readsTheCompletionsOfOldVersions() {
        int project = owner.project();

        ImportedAnnotationRecord record = accepted(
                imported(project, Resources.text("old-completions.json")).statusCode(201)
                        .body("annotation_count", equalTo(1)));

        assertThat(record.createdAt()).isEqualTo(Instant.ofEpochSecond(1_600_000_021));
        assertThat(record.leadTime()).isEqualByComparingTo("5.25");
        assertThat(record.importId()).isEqualTo(77);
        assertThat(record.result()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"result\":[{\"from_name\":\"nothing\"}]}", "{}", "{\"result\":[],\"created_at\":\"x\"}"})
    void refusesACompletionThatIsNoAnnotation(String completion) {
        int project = owner.project();

        imported(project, task(completion).replace("\"annotations\"", "\"completions\"")).statusCode(400)
                .body("validation_errors.non_field_errors[0]", containsString("Error at item 0: completions[0]."));
    }

    @Test
    void answersWithoutTheIdsThatNobodyAskedFor() {
        owner.json("[{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"}]")
                .post("/api/projects/" + owner.project() + "/import")
                .then()
                .statusCode(201)
                .body("task_ids", nullValue())
                .body("predictions_left_out", equalTo(0));
    }

    private void awaitSkips(int project, int skips) {
        await().atMost(SOON)
                .untilAsserted(() -> owner.get("/api/tasks?project=" + project)
                        .body("tasks.sum { it.cancelled_annotations }", equalTo(skips)));
    }

    private void refused(int project, String members, String message) {
        imported(project, task("{" + members + "," + LEFT + "}")).statusCode(400)
                .body("validation_errors.non_field_errors[0]", containsString(message));
    }

    private ImportedAnnotationRecord accepted(int project, String members) {
        return accepted(imported(project, task("{" + members + "," + LEFT + "}")).statusCode(201));
    }

    private static ImportedAnnotationRecord accepted(ValidatableResponse answer) {
        return record(answer.extract().path("task_ids[0]"), 0);
    }

    private static ImportedAnnotationRecord record(int task, int index) {
        return Json.read(TestServers.topics().await(Topic.IMPORTS, task + "/" + index, 1).get(0).text(),
                ImportedAnnotationRecord.class);
    }

    private ValidatableResponse imported(int project, String tasks) {
        return owner.importJson(project, tasks);
    }

    private static String task(String annotations) {
        return "{\"data\":{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"},\"annotations\":[" + annotations
                + "]}";
    }

    private static String export(String email, UUID first, UUID second) {
        return Resources.text("export.json")
                .replace("@EMAIL@", email)
                .replace("@UNIQUE1@", first.toString())
                .replace("@UNIQUE2@", second.toString());
    }
}
