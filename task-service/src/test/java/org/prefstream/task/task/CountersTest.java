package org.prefstream.task.task;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.prefstream.task.testing.AnnotationTopic.annotation;
import static org.prefstream.task.testing.AnnotationTopic.newId;
import static org.prefstream.task.testing.AnnotationTopic.send;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.task.testing.AnnotationServiceStandIn;
import org.prefstream.task.testing.Api;
import org.prefstream.task.testing.Relayed;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class CountersTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Relayed database;

    @Inject
    TopicNames names;

    private final Api owner = Api.owner();

    @Test
    void anAnnotationWhoseDeletionWasMissedDoesNotCountOnceItsOwnerWasAsked() throws Exception {
        int project = owner.project();
        int task = owner.task(project);
        long kept = newId();
        send(kept, 1, annotation(kept, project, task, 1, false));
        long missed = newId();
        send(missed, 1, annotation(missed, project, task, 2, false));
        await().atMost(SOON).untilAsserted(() -> task(project).body("tasks[0].total_annotations", equalTo(2)));
        AnnotationServiceStandIn.lose(missed);

        database.execute("insert into copy_in_doubt (topic, comparing) values ('%s', true)"
                .formatted(names.onBroker(Topic.ANNOTATIONS)));

        await().atMost(SOON).until(() -> database.number("select count(*) from copy_in_doubt") == 0);
        task(project).body("tasks[0].total_annotations", equalTo(1))
                .body("tasks[0].annotations.completed_by", contains(1));
    }

    @Test
    void aTaskIsLabeledOnceEnoughDifferentPeopleHaveJudgedIt() throws Exception {
        int project = owner.project(Map.of("title", "Two each", "label_config", Api.CONFIG, "maximum_annotations", 2));
        int task = owner.task(project);
        long first = newId();
        send(first, 1, annotation(first, project, task, 1, false));
        long second = newId();
        send(second, 1, annotation(second, project, task, 1, false));
        await().atMost(SOON)
                .untilAsserted(() -> task(project).body("tasks[0].total_annotations", equalTo(2))
                        .body("tasks[0].is_labeled", equalTo(false)));

        long third = newId();
        send(third, 1, annotation(third, project, task, 2, false));

        await().atMost(SOON)
                .untilAsserted(() -> task(project).body("tasks[0].total_annotations", equalTo(3))
                        .body("tasks[0].is_labeled", equalTo(true))
                        .body("tasks[0].completed_at", equalTo("2026-11-23T03:00:00.123456Z"))
                        .body("tasks[0].annotations.completed_by", contains(1, 1, 2))
                        .body("tasks[0].annotations[0].result[0].value.selected", equalTo("left"))
                        .body("tasks[0].avg_lead_time", equalTo(12.5f)));
        owner.get("/api/projects/" + project)
                .body("finished_task_number", equalTo(1))
                .body("total_annotations_number", equalTo(3))
                .body("useful_annotation_number", equalTo(3))
                .body("num_tasks_with_annotations", equalTo(1))
                .body("skipped_annotations_number", equalTo(0));
    }

    @Test
    void deletingAnAnnotationUnlabelsAndNothingOldBringsItBack() throws Exception {
        int project = owner.project();
        int task = owner.task(project);
        long id = newId();
        AnnotationRecord state = annotation(id, project, task, 1, false);
        send(id, 5, state);
        await().atMost(SOON).untilAsserted(() -> task(project).body("tasks[0].is_labeled", equalTo(true)));

        send(id, 6, null);
        send(id, 5, state);
        long skip = newId();
        send(skip, 1, annotation(skip, project, task, 1, true));
        send(skip, 1, annotation(skip, project, task, 1, true));

        await().atMost(SOON)
                .untilAsserted(() -> task(project).body("tasks[0].cancelled_annotations", equalTo(1))
                        .body("tasks[0].total_annotations", equalTo(0))
                        .body("tasks[0].is_labeled", equalTo(false))
                        .body("tasks[0].completed_at", nullValue()));
        owner.get("/api/projects/counts/?ids=" + project)
                .statusCode(200)
                .body("count", equalTo(1))
                .body("results[0].skipped_annotations_number", equalTo(1))
                .body("results[0].total_annotations_number", equalTo(0))
                .body("results[0].finished_task_number", equalTo(0));
    }

    @Test
    void aSkipLabelsATaskWhereSkipsCount() throws Exception {
        int project = owner
                .project(Map.of("title", "Skips count", "label_config", Api.CONFIG, "skip_queue", "IGNORE_SKIPPED"));
        int task = owner.task(project);
        long id = newId();

        send(id, 1, annotation(id, project, task, 1, true));

        await().atMost(SOON)
                .untilAsserted(() -> task(project).body("tasks[0].is_labeled", equalTo(true))
                        .body("tasks[0].cancelled_annotations", equalTo(1))
                        .body("tasks[0].total_annotations", equalTo(0)));
        owner.get("/api/projects/" + project)
                .body("finished_task_number", equalTo(1))
                .body("skipped_annotations_number", equalTo(1));
    }

    @Test
    void refusesAConfigurationThatWouldOrphanAnswers() throws Exception {
        int project = owner.project();
        int task = owner.task(project);
        long id = newId();
        AnnotationRecord template = annotation(id, project, task, 1, false);
        List<Object> tie = List.of(Map.of("from_name", "tie", "to_name", "prompt", "type", "choices", "value",
                Map.of("choices", List.of("Tie"))));
        send(id, 1,
                new AnnotationRecord(id, task, project, 1, 1, tie, false, false, template.createdAt(),
                        template.updatedAt(), null, template.uniqueId(), null, null, List.of(), List.of(0, 1), "", null,
                        null, null));
        await().atMost(SOON).untilAsserted(() -> task(project).body("tasks[0].total_annotations", equalTo(1)));
        Map<String, String> without = Map.of("label_config",
                "<View><Text name=\"prompt\" value=\"$prompt\"/><Rating name=\"q\" toName=\"prompt\"/></View>");

        owner.json(without)
                .patch("/api/projects/" + project + "/")
                .then()
                .statusCode(400)
                .body("validation_errors.label_config", contains("Created annotations are incompatible with provided "
                        + "labeling schema, we found:\n1 with from_name=tie, to_name=prompt, type=choices, value=Tie"));
        owner.json(without)
                .post("/api/projects/" + project + "/validate/")
                .then()
                .statusCode(400)
                .body("validation_errors.label_config[0]", containsString("from_name=tie"));
        for (String path : List.of("/api/projects/" + project + "/validate", "/api/projects/" + project)) {
            var withoutTheChoice = owner.json(
                    Map.of("label_config", Api.CONFIG.replace("<Choice value=\"Tie\"/>", "<Choice value=\"Draw\"/>")));
            (path.endsWith("validate") ? withoutTheChoice.post(path) : withoutTheChoice.patch(path)).then()
                    .statusCode(400)
                    .body("validation_errors.label_config[0]", containsString("value=Tie"));
        }
    }

    @Test
    void saysHowManyMoreAnswersAConfigurationWouldOrphanThanItLists() throws Exception {
        int project = owner.project();
        int task = owner.task(project);
        long id = newId();
        AnnotationRecord template = annotation(id, project, task, 1, false);
        List<String> chosen = IntStream.range(0, 23).mapToObj(n -> "no. " + n).toList();
        List<Object> result = List.of(Map.of("from_name", "gone", "to_name", "prompt", "type", "choices", "value",
                Map.of("choices", chosen)));
        send(id, 1,
                new AnnotationRecord(id, task, project, 1, 1, result, false, false, template.createdAt(),
                        template.updatedAt(), null, template.uniqueId(), null, null, List.of(), List.of(0, 1), "", null,
                        null, null));
        await().atMost(SOON).untilAsserted(() -> task(project).body("tasks[0].total_annotations", equalTo(1)));

        owner.json(Map.of("label_config", Api.CONFIG.replace("Both bad", "Neither")))
                .patch("/api/projects/" + project)
                .then()
                .statusCode(400)
                .body("validation_errors.label_config[0]", endsWith("\nand 3 more"));
    }

    @Test
    void refusesAConfigurationThatWouldTurnAJudgedPairRound() throws Exception {
        int project = owner.project();
        int task = owner.task(project);
        long id = newId();
        send(id, 1, annotation(id, project, task, 1, false));
        Map<String, String> turned = Map.of("label_config", Api.CONFIG.replace("answer1,answer2", "answer2,answer1"));

        await().atMost(SOON).untilAsserted(() -> task(project).body("tasks[0].total_annotations", equalTo(1)));
        owner.json(turned)
                .patch("/api/projects/" + project)
                .then()
                .statusCode(400)
                .body("validation_errors.label_config[0]", containsString("1 with from_name=comparison"));
        owner.json(turned).post("/api/projects/" + project + "/validate").then().statusCode(400);
        owner.json(Map.of("label_config", Api.CONFIG.replace("$prompt", "Asked: $prompt")))
                .patch("/api/projects/" + project)
                .then()
                .statusCode(200);
    }

    @Test
    void tellsWhatIsNotUnderstoodOfAConfiguration() {
        String config = Api.CONFIG.replace("</View>", "<Poem name=\"poem\" value=\"$poem\"/></View>");
        int project = owner.project(Map.of("title", "Warned", "label_config", config));

        owner.get("/api/projects/" + project)
                .body("label_config_warnings",
                        contains(containsString("Poem \"poem\" (line 7) is a tag that Prefstream does not know")));
        owner.json(Map.of("label_config", config))
                .post("/api/projects/validate")
                .then()
                .statusCode(200)
                .body("label_config_warnings", hasSize(1));
        owner.json(Map.of("label_config", Api.CONFIG)).post("/api/projects/validate").then().statusCode(204);
        owner.json(Map.of("label_config", Api.CONFIG))
                .patch("/api/projects/" + project)
                .then()
                .statusCode(200)
                .body("label_config_warnings", hasSize(0));
    }

    @Test
    void anAnnotatorSeesOnlyTheirOwnAnnotationsAndTheFieldsThatAreShown() throws Exception {
        int project = owner.project();
        int task = owner
                .importJson(project,
                        "[{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\",\"answer1_model\":\"secret\"}]")
                .extract()
                .path("task_ids[0]");
        Api.Someone ann = owner.someone("annotator");
        owner.json(Map.of("user", ann.id())).post("/api/projects/" + project + "/members").then().statusCode(201);
        long other = newId();
        send(other, 1, annotation(other, project, task, 1, false));
        long own = newId();
        send(own, 1, annotation(own, project, task, ann.id(), false));
        await().atMost(SOON).untilAsserted(() -> task(project).body("tasks[0].total_annotations", equalTo(2)));

        ann.api()
                .get("/api/tasks?fields=all&project=" + project)
                .statusCode(200)
                .body("tasks[0].annotations.completed_by", contains(ann.id()))
                .body("tasks[0].data", equalTo(Map.of("prompt", "p", "answer1", "a", "answer2", "b")));
    }

    @Test
    void filtersByCountsFindTasksThatNobodyHasJudgedToo() throws Exception {
        int project = owner.project();
        int judged = owner.task(project);
        int skipped = owner.task(project);
        int untouched = owner.task(project);
        long first = newId();
        send(first, 1, annotation(first, project, judged, 1, false));
        long second = newId();
        send(second, 1, annotation(second, project, skipped, 1, true));
        await().atMost(SOON)
                .untilAsserted(() -> filtered(project, "cancelled_annotations", "equal", 1).body("tasks.id",
                        contains(skipped)));

        owner.get("/api/tasks?fields=all&project=" + project)
                .body("tasks.find { it.id == " + skipped + " }.annotations[0].skip_reason",
                        equalTo("Both are cut off."));
        filtered(project, "total_annotations", "equal", 0).body("tasks.id", contains(skipped, untouched))
                .body("total", equalTo(2));
        filtered(project, "total_annotations", "less", 1).body("tasks.id", contains(skipped, untouched));
        filtered(project, "total_annotations", "less_or_equal", 0).body("tasks.id", contains(skipped, untouched));
        filtered(project, "total_annotations", "greater_or_equal", 0).body("total", equalTo(3));
        filtered(project, "total_annotations", "not_equal", 1).body("tasks.id", contains(skipped, untouched));
        filtered(project, "total_annotations", "greater", 0).body("tasks.id", contains(judged))
                .body("total_annotations", equalTo(1));
        filtered(project, "cancelled_annotations", "not_equal", 0).body("tasks.id", contains(skipped));
        filtered(project, "total_annotations", "less", 99_999_999_999L).body("total", equalTo(3));
        filtered(project, "completed_at", "empty", true).body("tasks.id", contains(skipped, untouched));
        filtered(project, "completed_at", "empty", false).body("tasks.id", contains(judged));
        filtered(project, "annotators", "contains", 1).body("tasks.id", contains(judged, skipped));
        filtered(project, "annotators", "not_contains", 1).body("tasks.id", contains(untouched));
        filtered(project, "annotations_results", "empty", false).body("tasks.id", contains(judged, skipped));
        filtered(project, "is_labeled", "equal", true).body("tasks.id", contains(judged));
        owner.get("/api/tasks?only_annotated=true&project=" + project).body("tasks.id", contains(judged));
        owner.get("/api/projects/" + project + "/tasks")
                .body("id", contains(untouched, skipped, judged))
                .body("is_labeled", contains(false, false, true))
                .body("total_annotations", contains(0, 0, 1))
                .body("annotations.size()", equalTo(3));
    }

    private ValidatableResponse filtered(int project, String column, String operator, Object value) {
        String query = "{\"filters\":{\"items\":[{\"filter\":\"filter:tasks:%s\",\"operator\":\"%s\",\"value\":%s}]}}"
                .formatted(column, operator, value);
        return owner.request().queryParam("query", query).get("/api/tasks?project=" + project).then().statusCode(200);
    }

    private ValidatableResponse task(int project) {
        return owner.get("/api/tasks?fields=all&project=" + project).statusCode(200);
    }
}
