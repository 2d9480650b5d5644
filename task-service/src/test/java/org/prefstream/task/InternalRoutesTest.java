package org.prefstream.task;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.testing.Api;
import org.prefstream.task.testing.TestServers;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class InternalRoutesTest {

    private static final String SECRET = "the services' own secret";

    @TestHTTPResource(management = true)
    @Nullable
    URI management;

    @Inject
    TopicNames names;

    @Inject
    DataSource dataSource;

    private final Api owner = Api.owner();

    @Test
    void answersWhatItOwnsWithTheRevisionThatTheTopicHas() {
        int project = owner.project();
        int task = owner.task(project);
        long revision = TestServers.topics().await(Topic.TASKS, task, 1).get(0).revision();

        ask("tasks/" + task).statusCode(200)
                .body("revision", equalTo((int) revision))
                .body("state.task_id", equalTo(task))
                .body("state.data.prompt", equalTo("p"));
        ask("projects/" + project).statusCode(200)
                .body("state.project_id", equalTo(project))
                .body("state.comparison_spec.controls.name", hasItem("comparison"));
        ask("access/" + Hashes.sha256(owner.token())).statusCode(200)
                .body("state.email", equalTo(Api.OWNER))
                .body("state.role", equalTo("owner"));
    }

    @Test
    void tellsWhatAProjectWouldBe() {
        ask("previewed-project", Map.of("label_config", Api.CONFIG, "ask_strength", true)).statusCode(200)
                .body("project.project_id", equalTo(0))
                .body("project.asking.strength", equalTo(true))
                .body("project.comparison_spec.controls.name", hasItem("comparison"))
                .body("warnings", hasSize(0));
        ask("previewed-project", Map.of("label_config", "<View><Pairwise name=\"p\" toName=\"a,b\"/></View>"))
                .statusCode(200)
                .body("project", nullValue())
                .body("refused.field", everyItem(equalTo("label_config")))
                .body("refused.message", hasItem(containsString("Pairwise")));
        ask("previewed-project", Map.of("label_config", Api.CONFIG, "labeling_layout", "wild")).statusCode(200)
                .body("refused.field", hasItem("labeling_layout"));
    }

    @Test
    void answersWhatImportedAnnotationsWereAcceptedUnder() {
        int project = owner.project();
        int task = owner.importJson(project,
                """
                        [{"data":{"prompt":"p","answer1":"a","answer2":"b"},"annotations":[{"result":[],"was_cancelled":true}]}]""")
                .statusCode(201)
                .extract()
                .path("task_ids[0]");
        ImportedAnnotationRecord accepted = Json.read(
                TestServers.topics().await(Topic.IMPORTS, task + "/0", 1).get(0).text(),
                ImportedAnnotationRecord.class);
        String data = "tasks/" + task + "/data/" + accepted.contentSha256();

        ask(data).statusCode(200).body("answer1", equalTo("a"));
        owner.json("{\"data\":{\"prompt\":\"q\",\"answer1\":\"c\",\"answer2\":\"d\"}}")
                .patch("/api/tasks/" + task)
                .then()
                .statusCode(200);
        owner.json(Map.of("label_config", "<View><Text name=\"prompt\" value=\"$prompt\"/></View>"))
                .patch("/api/projects/" + project)
                .then()
                .statusCode(200);

        ask(data).statusCode(200).body("prompt", equalTo("p"));
        ask("comparison-specs/" + accepted.specSha256()).statusCode(200).body("controls.name", hasItem("comparison"));
        ask("tasks/" + (task + 1) + "/data/" + accepted.contentSha256()).statusCode(404);
        ask("tasks/x/data/" + accepted.contentSha256()).statusCode(404);
        ask("comparison-specs/" + Hashes.sha256("")).statusCode(404);
    }

    @Test
    void answersWithTheNextTasksThatCameWithoutAnnotations() {
        int project = owner.project();
        List<Integer> tasks = owner.importJson(project,
                """
                        [{"data":{"prompt":"p","answer1":"a","answer2":"b"}},
                         {"data":{"prompt":"p","answer1":"a","answer2":"b"},"annotations":[{"result":[],"was_cancelled":true}]},
                         {"data":{"prompt":"p","answer1":"a","answer2":"b"},"predictions":[{"result":[],"model_version":"m"}]}]""")
                .statusCode(201)
                .extract()
                .path("task_ids");

        ask("projects/" + project + "/tasks?after=0").statusCode(200)
                .body("states.state.task_id", equalTo(List.of(tasks.get(0), tasks.get(2))))
                .body("states[1].state.predictions.model_version", equalTo(List.of("m")))
                .body("states.revision", everyItem(greaterThan(0)));
        ask("projects/" + project + "/tasks?after=" + tasks.get(0)).statusCode(200)
                .body("states.state.task_id", equalTo(List.of(tasks.get(2))));
        ask("projects/" + project + "/tasks?after=" + tasks.get(2)).statusCode(200).body("states", hasSize(0));
        ask("projects/" + project + "/tasks?after=x").statusCode(404);
        ask("projects/" + project + "/tasks").statusCode(404);
    }

    @Test
    void answersNothingForWhatIsNotThere() {
        int project = owner.project();
        int task = owner.task(project);
        owner.request().delete("/api/projects/" + project).then().statusCode(204);

        ask("tasks/" + task).statusCode(404);
        ask("projects/" + project).statusCode(404);
        ask("tasks/99999999999").statusCode(404);
        ask("tasks/x").statusCode(404);
        ask("access/" + Hashes.sha256("")).statusCode(404);
        ask("access/").statusCode(404);
    }

    @Test
    void theBarrierIsPassedOnceWhatWasAcknowledgedIsPublished() {
        int project = owner.project();
        int task = owner.task(project);

        Map<String, Map<String, Integer>> positions = given().header("X-Prefstream-Internal", SECRET)
                .body("{\"projects\":[%d],\"topics\":[\"%s\",\"%s\"],\"deadline_ms\":10000}".formatted(project,
                        Topic.TASKS.topicName(), Topic.PROJECTS.topicName()))
                .post(url("barrier"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("$");

        assertThat(positions.keySet()).extracting(Positions::name)
                .contains(names.onBroker(Topic.TASKS), names.onBroker(Topic.PROJECTS));
        assertThat(TestServers.topics().await(Topic.TASKS, task, 1)).hasSize(1);
    }

    @Test
    void saysHowFarAccessIsOnceWhatWasAcknowledgedIsPublished() {
        Api.Someone ann = owner.someone("annotator");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ask("published/access").statusCode(200)
                        .extract()
                        .jsonPath()
                        .<String, Object>getMap("$")
                        .keySet()).extracting(Positions::name).containsExactly(names.onBroker(Topic.ACCESS)));

        assertThat(TestServers.topics().await(Topic.ACCESS, ann.id(), 1)).isNotEmpty();
    }

    @Test
    void answersWhichKeysOfItsTopicsItHas() {
        int project = owner.project();
        int task = owner.task(project);
        int deletedTask = owner.task(project);
        owner.request().delete("/api/tasks/" + deletedTask).then().statusCode(204);
        int deletedProject = owner.project();
        owner.request().delete("/api/projects/" + deletedProject).then().statusCode(204);
        Api.Someone ann = owner.someone("annotator");
        Api.Someone gone = owner.someone("annotator");
        owner.request().delete("/api/users/" + gone.id()).then().statusCode(204);

        present(Topic.TASKS, task, deletedTask).statusCode(200).body("keys", equalTo(List.of("" + task)));
        present(Topic.PROJECTS, project, deletedProject).statusCode(200).body("keys", equalTo(List.of("" + project)));
        present(Topic.ACCESS, ann.id(), gone.id()).statusCode(200).body("keys", equalTo(List.of("" + ann.id())));
        present(Topic.TASKS, task, 9_999_999_999L).statusCode(503)
                .body("detail", containsString("never gave out 9999999999"));
        present(Topic.IMPORTS, task).statusCode(404);
        present(Topic.ANNOTATIONS, task).statusCode(404);
    }

    @Test
    void saysWhichDatabaseItHasAndHowFarTheTopicIs() throws SQLException {
        int project = owner.project();
        int task = owner.task(project);
        given().header("X-Prefstream-Internal", SECRET)
                .body("{\"projects\":[%d],\"topics\":[\"%s\"],\"deadline_ms\":10000}".formatted(project,
                        Topic.TASKS.topicName()))
                .post(url("barrier"))
                .then()
                .statusCode(200);

        String identity = "";
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id, never_went_back() from outbox_identity")) {
            row.next();
            identity = row.getString(1);
            assertThat(row.getBoolean(2)).isTrue();
        }
        String name = names.onBroker(Topic.TASKS);

        present(Topic.TASKS, task).statusCode(200)
                .body("outbox", equalTo(identity))
                .body("never_went_back", equalTo(true))
                .body("published.keySet()", everyItem(startsWith(name + ":")))
                .body("published.size()", equalTo(1));
    }

    @Test
    void doesNotCallDeletedWhatItsDatabaseMayHaveLost() throws SQLException {
        int project = owner.project();
        int lost = owner.task(project);
        int deleted = owner.task(project);
        owner.request().delete("/api/tasks/" + lost).then().statusCode(204);
        owner.request().delete("/api/tasks/" + deleted).then().statusCode(204);

        Api.Someone gone = owner.someone("annotator");
        owner.request().delete("/api/users/" + gone.id()).then().statusCode(204);

        try (Connection connection = dataSource.getConnection(); Statement note = connection.createStatement()) {
            note.execute(
                    """
                            insert into lost_ids (sequence, above, up_to) select format('%%I.%%I', schemaname, sequencename), %d, %d
                            from pg_sequences where schemaname = current_schema() and sequencename = 'task_id_seq'
                            """
                            .formatted(lost - 1, lost));
            note.execute("insert into lost_ids values (pg_get_serial_sequence('account', 'id'), %d, %d)"
                    .formatted(gone.id() - 1, gone.id()));
        }

        present(Topic.TASKS, lost, deleted).statusCode(200).body("keys", equalTo(List.of("" + lost)));
        // its row says that it was deleted
        present(Topic.ACCESS, gone.id()).statusCode(200).body("keys", equalTo(List.of()));
    }

    @Test
    void refusesWhatIsNoQuestionForKeys() {
        String tasks = Topic.TASKS.topicName();
        String many = "\"1\",".repeat(1_000) + "\"1\"";
        for (String wrong : List.of("", "null", "[]", "{", "{\"keys\":[\"1\"]}", question(tasks, ""),
                question(tasks, "null"), question(tasks, "\"x\""), question(tasks, "\"1/0\""), question(tasks, many))) {
            given().header("X-Prefstream-Internal", SECRET).body(wrong).post(url("present")).then().statusCode(400);
        }
        given().header("X-Prefstream-Internal", "guessed").post(url("present")).then().statusCode(403);
    }

    private ValidatableResponse present(Topic topic, long... keys) {
        String quoted = Arrays.stream(keys).mapToObj(key -> "\"" + key + "\"").collect(Collectors.joining(","));
        return given().header("X-Prefstream-Internal", SECRET)
                .body(question(topic.topicName(), quoted))
                .post(url("present"))
                .then();
    }

    private static String question(String topic, String keys) {
        return "{\"topic\":\"%s\",\"keys\":[%s]}".formatted(topic, keys);
    }

    @Test
    void nobodyAsksWithoutTheSecret() {
        given().post(url("access/" + Hashes.sha256(owner.token()))).then().statusCode(403);
        given().header("X-Prefstream-Internal", "guessed").post(url("barrier")).then().statusCode(403);
        given().header("X-Prefstream-Internal", SECRET).post("/internal/barrier").then().statusCode(404);
    }

    private URI url(String path) {
        return Objects.requireNonNull(management).resolve("/internal/" + path);
    }

    private ValidatableResponse ask(String path) {
        return ask(path, Map.of());
    }

    private ValidatableResponse ask(String path, Map<String, Object> question) {
        return given().header("X-Prefstream-Internal", SECRET).body(Json.write(question)).post(url(path)).then();
    }
}
