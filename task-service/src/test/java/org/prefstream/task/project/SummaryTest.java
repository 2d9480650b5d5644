package org.prefstream.task.project;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.prefstream.task.testing.AnnotationTopic.annotation;
import static org.prefstream.task.testing.AnnotationTopic.newId;
import static org.prefstream.task.testing.AnnotationTopic.send;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.task.testing.Api;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class SummaryTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Api owner = Api.owner();

    @Test
    void countsTheFieldsOfTheDataAndTheAnswersToEachControl() throws Exception {
        int project = owner.project();
        owner.importJson(project, """
                [{"prompt":"p","answer1":"a","answer2":"b","model":"m"},{"prompt":"q","answer1":"c","answer2":"d"}]""");
        int task = owner.get("/api/tasks?project=" + project).extract().path("tasks[0].id");
        answer(project, task, 1, List.of(chosen("Tie", "Both bad"), preferred()));
        answer(project, task, 2, List.of(chosen("Tie"), preferred()));

        await().atMost(SOON)
                .untilAsserted(() -> owner.get("/api/projects/" + project + "/summary/")
                        .statusCode(200)
                        .body("project", equalTo(project))
                        .body("all_data_columns", equalTo(Map.of("prompt", 2, "answer1", 2, "answer2", 2, "model", 1)))
                        .body("common_data_columns", contains("answer1", "answer2", "prompt"))
                        .body("created_annotations", equalTo(Map.of("tie|prompt|choices", 2)))
                        .body("created_labels", equalTo(Map.of("tie", Map.of("Tie", 2, "Both bad", 1))))
                        .body("created_labels_drafts", anEmptyMap()));
    }

    @Test
    void ofAnEmptyProjectItIsEmpty() {
        owner.get("/api/projects/" + owner.project() + "/summary")
                .statusCode(200)
                .body("all_data_columns", anEmptyMap())
                .body("common_data_columns", equalTo(List.of()))
                .body("created_annotations", anEmptyMap());
    }

    @Test
    void aSampleTaskHasWhatTheConfigurationShows() {
        int project = owner.project();

        sample(project, Map.of("label_config", Api.CONFIG)).body("sample_task",
                equalTo(Map.of("prompt", "Sample: Your text will go here.", "answer1",
                        "Sample: Your text will go here.", "answer2", "Sample: Your text will go here.")));
        sample(project, Map.of()).body("sample_task.prompt", equalTo("Sample: Your text will go here."));
        sample(project,
                Map.of("label_config",
                        "<View><!-- {\"data\": {\"prompt\": \"Why?\"}} --><Text name=\"p\" value=\"$prompt\"/></View>"))
                .body("sample_task", equalTo(Map.of("prompt", "Why?")));
        sample(project,
                Map.of("label_config",
                        "<View><Paragraphs name=\"p\" value=\"$talk\" nameKey=\"who\" textKey=\"says\"/></View>"))
                .body("sample_task.talk.who", contains("Alice", "Bob"))
                .body("sample_task.talk[0].says", equalTo("Sample: Your text will go here."));
    }

    @Test
    void aSampleTaskThatCannotBeMadeUpIsRefused() {
        int project = owner.project();

        owner.json(Map.of("label_config",
                "<View><Repeater on=\"$turns\" indexFlag=\"{{i}}\"><Text name=\"t{{i}}\" value=\"$turns[{{i}}].text\"/></Repeater></View>"))
                .post("/api/projects/" + project + "/sample-task")
                .then()
                .statusCode(400)
                .body("validation_errors.label_config[0]", containsString("comment"));
        owner.json(Map.of("label_config", "<View>"))
                .post("/api/projects/" + project + "/sample-task")
                .then()
                .statusCode(400);
    }

    @Test
    void bothAreForOwnersAndManagersOfTheProject() {
        int project = owner.project();
        Api.Someone annotator = owner.someone("annotator");
        owner.json(Map.of("user", annotator.id())).post("/api/projects/" + project + "/members").then().statusCode(201);

        annotator.api().get("/api/projects/" + project + "/summary").statusCode(403);
        annotator.api().json(Map.of()).post("/api/projects/" + project + "/sample-task").then().statusCode(403);
        owner.get("/api/projects/999999999/summary").statusCode(404);
    }

    private ValidatableResponse sample(int project, Map<String, Object> body) {
        return owner.json(body).post("/api/projects/" + project + "/sample-task/").then().statusCode(200);
    }

    private static Map<String, Object> preferred() {
        return Map.of("from_name", "comparison", "to_name", "comparison", "type", "pairwise", "value",
                Map.of("selected", "left"));
    }

    private static Map<String, Object> chosen(String... choices) {
        return Map.of("from_name", "tie", "to_name", "prompt", "type", "choices", "value",
                Map.of("choices", List.of(choices)));
    }

    private static void answer(int project, int task, long author, List<Object> result) throws Exception {
        long id = newId();
        AnnotationRecord plain = annotation(id, project, task, author, false);
        send(id, 1,
                new AnnotationRecord(id, task, project, author, author, result, false, false, plain.createdAt(),
                        plain.updatedAt(), plain.leadTime(), plain.uniqueId(), null, null, List.of(), List.of(0, 1), "",
                        null, null, null));
    }
}
