package org.prefstream.task.project;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.TopicEntry;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.testing.Api;
import org.prefstream.task.testing.TestServers;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class ProjectTest {

    /** Label Studio's project object, key by key. */
    private static final String KEYS = """
            id,title,description,label_config,expert_instruction,show_instruction,show_skip_button,\
            enable_empty_annotation,show_annotation_history,organization,color,maximum_annotations,is_published,\
            model_version,is_draft,created_by,created_at,min_annotations_to_start_training,\
            start_training_on_annotation_update,show_collab_predictions,num_tasks_with_annotations,task_number,\
            useful_annotation_number,ground_truth_number,skipped_annotations_number,total_annotations_number,\
            total_predictions_number,sampling,show_ground_truth_first,annotator_evaluation_enabled,show_overlap_first,\
            overlap_cohort_percentage,task_data_login,task_data_password,control_weights,parsed_label_config,\
            evaluate_predictions_automatically,config_has_control_tags,skip_queue,reveal_preannotations_interactively,\
            pinned_at,finished_task_number,queue_total,queue_done,config_suitable_for_bulk_annotation,state,\
            labeling_layout,allow_tie,allow_both_bad,allow_cannot_judge,ask_strength,allow_changes,\
            ask_skip_reason,check_consistency,allow_partial_ranking,guidelines_version,label_config_warnings,member_number,required_data_columns,judged_at,\
            settings_without_effect""";

    private final Api owner = Api.owner();

    @Test
    void answersLabelStudiosProjectObjectKeyByKey() {
        ValidatableResponse created = owner.json(Map.of("title", "Test", "label_config", "\n " + Api.CONFIG + "\n"))
                .post("/api/projects/")
                .then()
                .statusCode(201)
                .body("label_config", equalTo(Api.CONFIG))
                .body("task_number", nullValue())
                .body("total_annotations_number", nullValue())
                .body("finished_task_number", nullValue())
                .body("maximum_annotations", equalTo(1))
                .body("sampling", equalTo("Sequential sampling"))
                .body("created_by.email", equalTo(Api.OWNER))
                .body("config_has_control_tags", equalTo(true))
                .body("parsed_label_config.comparison.to_name", contains("answer1", "answer2"))
                .body("control_weights.tie.labels.Tie", equalTo(1.0f));
        Map<String, Object> object = created.extract().jsonPath().getMap("$");
        int project = created.extract().path("id");

        assertThat(object.keySet()).containsExactly(KEYS.split(","));
        owner.get("/api/projects/" + project)
                .statusCode(200)
                .body("task_number", equalTo(0))
                .body("finished_task_number", equalTo(0))
                .body("ground_truth_number", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<Pairwise name=\"p\" toName=\"a,b\"/>",
            "<Pairwise name=\"p\" toName=\"a,b\"/><Pairwise name=\"q\" toName=\"b,c\"/>",
            "<Style>.x{color:red}</Style><View className=\"x\"><Pairwise name=\"p\" toName=\"a,b\"/></View>",
            "<Repeater on=\"$turns\" indexFlag=\"#i\"><Text name=\"l#i\" value=\"$turns[#i].l\"/><Text name=\"r#i\" "
                    + "value=\"$turns[#i].r\"/><Pairwise name=\"p#i\" toName=\"l#i,r#i\"/></Repeater>"})
    void settingsOfPairsMeanSomethingWhereverPairsAreCompared(String asked) {
        assertThat(withoutEffect(asked)).containsExactly("allow_partial_ranking");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<Rating name=\"p\" toName=\"a\"/>",
            "<List name=\"l\" value=\"$list\"/><Ranker name=\"p\" toName=\"l\"/>"})
    void settingsOfPairsMeanNothingWhereNoPairIsCompared(String asked) {
        assertThat(withoutEffect(asked)).contains("allow_tie", "allow_both_bad", "allow_cannot_judge", "ask_strength",
                "check_consistency");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"<Ranker name='p' toName='l'/>|false",
            "<Ranker name='p' toName='l'><Bucket name='good'/></Ranker>|true"})
    void aPartialRankingMeansSomethingWhereAnOrderIsAsked(String asked, boolean isWithoutEffect) {
        assertThat(withoutEffect("<List name='l' value='$list'/>" + asked).contains("allow_partial_ranking"))
                .isEqualTo(isWithoutEffect);
    }

    private List<String> withoutEffect(String asked) {
        String config = "<View><Text name=\"a\" value=\"$a\"/><Text name=\"b\" value=\"$b\"/><Text name=\"c\" value=\"$c\"/>"
                + asked + "</View>";
        int project = owner.project(Map.of("title", "Of pairs", "label_config", config));
        return owner.get("/api/projects/" + project).statusCode(200).extract().path("settings_without_effect");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '=', textBlock = """
            description=Compare two
            expert_instruction=Be kind
            show_instruction=true
            show_skip_button=false
            enable_empty_annotation=false
            show_annotation_history=true
            color=#123456
            maximum_annotations=3
            is_published=true
            model_version=m-1
            is_draft=true
            min_annotations_to_start_training=4
            start_training_on_annotation_update=true
            show_collab_predictions=false
            sampling=Uniform sampling
            show_ground_truth_first=true
            annotator_evaluation_enabled=true
            show_overlap_first=true
            overlap_cohort_percentage=50
            evaluate_predictions_automatically=true
            skip_queue=REQUEUE_FOR_ME
            reveal_preannotations_interactively=true
            pinned_at=2026-01-01
            """)
    void givesEverySettingBackUnderItsNameAndLeavesTheOthers(String name, String sent) {
        Object value = sent.matches("true|false")
                ? Boolean.valueOf(sent)
                : sent.matches("[0-9]{1,2}") ? Integer.valueOf(sent) : sent;
        Map<String, Object> expected = view(Map.of());
        Map<String, Object> set = view(Map.of(name, value));

        expected.put(name, value);
        expected.put("guidelines_version", name.equals("expert_instruction") ? 1 : 0);
        List.of("id", "created_at").forEach(own -> expected.put(own, set.get(own)));
        assertThat(set).isEqualTo(expected);
    }

    private Map<String, Object> view(Map<String, Object> sent) {
        return owner.json(sent).post("/api/projects").then().statusCode(201).extract().jsonPath().getMap("$");
    }

    @Test
    void takesNothingAtAllForAnEmptyProject() {
        owner.json(Map.of())
                .post("/api/projects")
                .then()
                .statusCode(201)
                .body("title", equalTo(""))
                .body("label_config", equalTo("<View></View>"))
                .body("config_has_control_tags", equalTo(false));
    }

    @Test
    void refusesWhatAProjectCannotBeAndNamesIt() {
        refused(Map.of("title", "ab"), "title", "Ensure this field has at least 3 characters.");
        refused(Map.of("title", "x".repeat(51)), "title", "Ensure this field has no more than 50 characters.");
        refused(Map.of("title", "A\u0000B"), "title", null);
        refused(Map.of("maximum_annotations", 0), "maximum_annotations", null);
        refused(Map.of("maximum_annotations", "many"), "maximum_annotations", "A valid integer is required.");
        refused(Map.of("show_skip_button", "perhaps"), "show_skip_button", "Must be a valid boolean.");
        refused(Map.of("sampling", "Random"), "sampling", null);
        refused(Map.of("task_data_password", "secret"), "task_data_password", null);
        owner.json(Map.of("label_config", "<View><Oops"))
                .post("/api/projects")
                .then()
                .statusCode(400)
                .body("validation_errors.label_config[0]", containsString("ine 1"));
        owner.json("{\"title\":")
                .post("/api/projects")
                .then()
                .statusCode(400)
                .body("detail", containsString("JSON parse error"));
        owner.json("{\"description\":\"" + "x".repeat(17 * 1024 * 1024) + "\"}")
                .post("/api/projects")
                .then()
                .statusCode(413)
                .body("detail", containsString("10 MiB"));
        owner.request().contentType("text/plain").body("title").post("/api/projects").then().statusCode(415);
    }

    @Test
    void changesOnlyWhatIsSent() {
        int project = owner.project(Map.of("title", "Before", "label_config", Api.CONFIG, "description", "kept"));

        owner.json(Map.of("title", "renamed", "maximum_annotations", 3, "sampling", "Uniform sampling",
                "expert_instruction", "<b>pick</b>"))
                .patch("/api/projects/" + project)
                .then()
                .statusCode(200)
                .body("title", equalTo("renamed"))
                .body("maximum_annotations", equalTo(3))
                .body("description", equalTo("kept"))
                .body("label_config", equalTo(Api.CONFIG))
                .body("task_number", equalTo(0));

        List<TopicEntry> seen = TestServers.topics().await(Topic.PROJECTS, project, 2);
        ProjectRecord after = Json.read(seen.get(1).text(), ProjectRecord.class);
        assertThat(after.title()).isEqualTo("renamed");
        assertThat(after.overlap()).isEqualTo(3);
        assertThat(after.expertInstruction()).isEqualTo("<b>pick</b>");
        assertThat(seen.get(1).revision()).isGreaterThan(seen.get(0).revision());
    }

    @Test
    void answersARepeatedRequestOnce() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("title", "Only once", "label_config", Api.CONFIG);

        int first = owner.json(body)
                .header("Idempotency-Key", key)
                .post("/api/projects")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        owner.json(body)
                .header("Idempotency-Key", key)
                .post("/api/projects/")
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
        owner.json(Map.of("title", "Another"))
                .header("Idempotency-Key", key)
                .post("/api/projects")
                .then()
                .statusCode(409);
    }

    @Test
    void listsInPagesNewestFirst() {
        String word = UUID.randomUUID().toString();
        int one = owner.project(Map.of("title", "1 " + word));
        int two = owner.project(Map.of("title", "2 " + word));
        int three = owner.project(Map.of("title", "3 " + word));

        owner.get("/api/projects?page_size=2&title=" + word)
                .statusCode(200)
                .body("count", equalTo(3))
                .body("results.id", contains(three, two))
                .body("previous", nullValue())
                .body("next", containsString("page=2"))
                .body("next", containsString("http://localhost"));
        owner.get("/api/projects/?page_size=2&page=2&title=" + word)
                .body("results.id", contains(one))
                .body("next", nullValue())
                .body("previous", containsString("page=1"));
        owner.get("/api/projects?page_size=2&page=3&title=" + word)
                .statusCode(404)
                .body("detail", equalTo("Invalid page."));
        owner.get("/api/projects?ids=" + one + "," + three + "&ordering=id&include=id,title")
                .body("results", equalTo(
                        List.of(Map.of("id", one, "title", "1 " + word), Map.of("id", three, "title", "3 " + word))));
        owner.get("/api/projects?title=%25" + word).body("results", empty());
        owner.get("/api/projects?ordering=color")
                .statusCode(400)
                .body("validation_errors.ordering[0]", containsString("color"));
        owner.request()
                .header("X-Forwarded-Host", "label.prefstream.test")
                .header("X-Forwarded-Proto", "https")
                .get("/api/projects?page_size=2&title=" + word)
                .then()
                .body("next", containsString("https://label.prefstream.test/api/projects?"));
    }

    @Test
    void hidesADeletedProjectAtOnceAndWithdrawsItsTasks() {
        int project = owner.project();
        int task = owner.task(project);
        Api.Someone ann = owner.someone("annotator");
        owner.json(Map.of("user", ann.id())).post("/api/projects/" + project + "/members").then().statusCode(201);

        owner.request().delete("/api/projects/" + project + "/").then().statusCode(204);

        owner.get("/api/projects/" + project)
                .statusCode(404)
                .body("detail", equalTo("No Project matches the given query."));
        owner.get("/api/tasks/" + task).statusCode(404).body("detail", equalTo("No Task matches the given query."));
        owner.get("/api/tasks?project=" + project).statusCode(404);
        owner.importJson(project, "[{}]").statusCode(404);
        owner.request().delete("/api/projects/" + project).then().statusCode(404);
        assertThat(TestServers.topics().await(Topic.PROJECTS, project, 2).get(1).value()).isNull();
        List<TopicEntry> tasks = TestServers.topics().await(Topic.TASKS, task, 2);
        assertThat(tasks.get(1).value()).isNull();
        assertThat(tasks.get(1).revision()).isGreaterThan(tasks.get(0).revision());
        ann.api().get("/api/projects").body("results", empty());
    }

    @Test
    void validatesConfigurationsWithoutStoringThem() {
        int project = owner.project();

        owner.json(Map.of("label_config", Api.CONFIG)).post("/api/projects/validate/").then().statusCode(204);
        owner.json(Map.of("label_config", "<View><Oops"))
                .post("/api/projects/validate/")
                .then()
                .statusCode(400)
                .body("label_config[0]", containsString("ine 1"))
                .body("detail", nullValue());
        owner.json(Map.of("label_config", Api.CONFIG))
                .post("/api/projects/" + project + "/validate")
                .then()
                .statusCode(200)
                .body("config_essential_data_has_changed", nullValue());
        owner.json(Map.of("label_config", "<View><Oops"))
                .post("/api/projects/" + project + "/validate/")
                .then()
                .statusCode(400);
    }

    @Test
    void annotatorsChangeNothing() {
        int project = owner.project();
        Api annotator = owner.someone("annotator").api();

        annotator.json(Map.of("title", "Mine")).post("/api/projects").then().statusCode(403);
        annotator.json(Map.of("title", "Mine")).patch("/api/projects/" + project).then().statusCode(403);
        annotator.request().delete("/api/projects/" + project).then().statusCode(403);
        annotator.get("/api/projects/" + project + "/members").statusCode(403).contentType(endsWith("problem+json"));
        given().header("Authorization", "Token nonsense").get("/api/projects").then().statusCode(401);
    }

    private void refused(Map<String, Object> body, String field, @org.jspecify.annotations.Nullable String message) {
        ValidatableResponse response = owner.json(body)
                .post("/api/projects")
                .then()
                .statusCode(400)
                .body("detail", equalTo("Validation error"));
        List<String> messages = response.extract().path("validation_errors." + field);
        assertThat(messages).as(field).isNotEmpty();
        if (message != null) {
            assertThat(messages).containsExactly(message);
        }
    }
}
