package org.prefstream.task.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.prefstream.task.testing.AnnotationTopic.annotation;
import static org.prefstream.task.testing.AnnotationTopic.newId;
import static org.prefstream.task.testing.AnnotationTopic.send;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.TopicEntry;
import org.prefstream.task.testing.AnnotationServiceStandIn;
import org.prefstream.task.testing.Api;
import org.prefstream.task.testing.TestServers;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Tasks that are moved or copied to another project, and what is undone. */
@QuarkusTest
class MovedTasksTest {

    private static final String ALL = "\"selectedItems\":{\"all\":true,\"excluded\":[]}";
    private static final String OTHER_CONFIG = Api.CONFIG.replace("$answer2", "$answer3");

    private final Api owner = Api.owner();

    @Inject
    DataSource database;

    @Test
    void movedTasksArriveWithAllButTheirJudgementsAndInTheirOrder() throws Exception {
        int from = owner.project();
        int to = owner.project(Map.of("title", "Other", "label_config", Api.CONFIG, "maximum_annotations", 3));
        owner.task(to);
        List<Integer> tasks = tasks(from, 3);
        predict(tasks.get(0));
        judge(from, tasks.get(1));
        perform("move_tasks", from, ALL + ",\"dry_run\":true,\"to\":" + to).statusCode(200)
                .body("processed_items", equalTo(3))
                .body("annotations", equalTo(1))
                .body("skips", equalTo(0));
        owner.get("/api/projects/" + from).body("task_number", equalTo(3));

        perform("move_tasks", from, chosen(tasks.get(0), tasks.get(1)) + ",\"to\":" + to).statusCode(200)
                .body("processed_items", equalTo(2))
                .body("detail", equalTo("Moved 2 tasks to project " + to));

        owner.get("/api/tasks?project=" + from).body("tasks.id", contains(tasks.get(2)));
        owner.get("/api/tasks?fields=all&project=" + to)
                .body("tasks.inner_id", contains(1, 2, 3))
                .body("tasks.data.n", contains(nullValue(), equalTo("0"), equalTo("1")))
                .body("tasks[1].meta.source", equalTo("m0"))
                .body("tasks.overlap", everyItem(equalTo(3)))
                .body("tasks.total_predictions", contains(0, 1, 0))
                .body("tasks.total_annotations", everyItem(equalTo(0)));
        owner.get("/api/projects/" + to).body("task_number", equalTo(3)).body("total_predictions_number", equalTo(1));
        owner.get("/api/projects/" + from).body("task_number", equalTo(1)).body("total_predictions_number", equalTo(0));
        assertThat(TestServers.topics().await(Topic.TASKS, tasks.get(0), 2)).last().matches(TopicEntry::isTombstone);
    }

    @Test
    void projectsThatCannotTakeThemAreRefusedAndNothingGoes() {
        int from = owner.project();
        List<Integer> tasks = tasks(from, 2);
        int unfit = owner.project(Map.of("title", "Other", "label_config", OTHER_CONFIG));
        int gone = owner.project();
        owner.request().delete("/api/projects/" + gone).then().statusCode(204);

        for (String to : List.of("0", "-1", "null", "\"x\"", "1.5", "[]", "{}", "true", "999999999", "\"1 or 1=1\"",
                "99999999999999999999", "" + from, "" + gone)) {
            for (String action : List.of("move_tasks", "copy_tasks")) {
                ValidatableResponse refused = perform(action, from, ALL + ",\"to\":" + to);
                assertThat(refused.extract().statusCode()).as(to).isEqualTo(400);
                refused.body("validation_errors.to[0]", containsString(""));
            }
        }
        perform("move_tasks", from, ALL).statusCode(400);
        for (String more : List.of("", ",\"dry_run\":true")) {
            perform("move_tasks", from, ALL + ",\"to\":" + unfit + more).statusCode(400)
                    .body("validation_errors.to[0]", containsString("Task " + tasks.get(0) + " (No. 1)"))
                    .body("validation_errors.to[0]", containsString("\"answer3\" key is expected"));
        }
        owner.get("/api/tasks?project=" + from).body("tasks.id", equalTo(tasks));
        owner.get("/api/tasks?project=" + unfit).body("tasks", empty());
    }

    @Test
    void whatIsCutInTheMiddleLosesAndDoublesNothing() throws SQLException {
        for (String action : List.of("move_tasks", "copy_tasks")) {
            int from = owner.project();
            int to = owner.project();
            tasks(from, 450);
            String body = ALL + ",\"to\":" + to;
            String key = UUID.randomUUID().toString();

            failAt(to, 300);
            perform(action, from, body, key).statusCode(500);
            assertThat(numbers(to)).hasSize(200);
            assertThat(numbers(from)).hasSize(action.equals("move_tasks") ? 250 : 450);
            goOn();
            ValidatableResponse again = perform(action, from, body, key).statusCode(200)
                    .body("processed_items", equalTo(250));

            List<String> there = numbers(to);
            assertThat(there).hasSize(450);
            assertThat(new HashSet<>(there)).hasSize(450);
            assertThat(there).isEqualTo(IntStream.range(0, 450).mapToObj(Integer::toString).toList());
            assertThat(numbers(from)).hasSize(action.equals("move_tasks") ? 0 : 450);
            perform(action, from, body, key).body("processed_items", equalTo(0));
            perform("undo", from, "\"action\":\"" + again.extract().path("undo") + "\"").statusCode(200)
                    .body("processed_items", equalTo(450));
            assertThat(numbers(to)).isEmpty();
            assertThat(numbers(from)).hasSize(450);
        }
    }

    @Test
    void aMoveIsUndoneAsFarAsNobodyHasJudgedSince() throws Exception {
        int from = owner.project();
        int to = owner.project();
        List<Integer> tasks = tasks(from, 3);
        perform("set_overlap", from, chosen(tasks.get(1)) + ",\"overlap\":7");
        String undo = perform("move_tasks", from, ALL + ",\"to\":" + to).extract().path("undo");
        List<Integer> moved = owner.get("/api/tasks?project=" + to).extract().path("tasks.id");
        judge(to, moved.get(0));

        undo(from, undo).statusCode(200)
                .body("processed_items", equalTo(2))
                .body("left_items", equalTo(1))
                .body("detail", containsString("1 were worked on since"))
                .body("undo", nullValue());

        owner.get("/api/tasks?fields=all&project=" + from)
                .body("tasks.inner_id", contains(2, 3))
                .body("tasks.data.n", contains("1", "2"))
                .body("tasks.overlap", contains(7, 1));
        owner.get("/api/tasks?project=" + to).body("tasks.id", contains(moved.get(0)));
        undo(from, undo).body("processed_items", equalTo(0));
    }

    @Test
    void copiesAreDeletedByUndoUnlessTheyWereTouched() throws Exception {
        int from = owner.project();
        int to = owner.project();
        List<Integer> tasks = tasks(from, 3);
        judge(from, tasks.get(0));
        String undo = perform("copy_tasks", from, ALL + ",\"to\":" + to).statusCode(200)
                .body("processed_items", equalTo(3))
                .extract()
                .path("undo");
        List<Integer> copies = owner.get("/api/tasks?project=" + to)
                .body("tasks.total_annotations", everyItem(equalTo(0)))
                .extract()
                .path("tasks.id");
        owner.get("/api/tasks?project=" + from).body("tasks.id", equalTo(tasks));
        judge(to, copies.get(0));
        owner.json("{\"data\":{\"prompt\":\"new\",\"answer1\":\"a\",\"answer2\":\"b\"}}")
                .patch("/api/tasks/" + copies.get(1))
                .then()
                .statusCode(200);

        undo(from, undo).body("processed_items", equalTo(1));

        owner.get("/api/tasks?project=" + to).body("tasks.id", contains(copies.get(0), copies.get(1)));
        owner.get("/api/tasks?project=" + from).body("tasks.id", equalTo(tasks));
    }

    @Test
    void overlapsAreWhatTheyWereAfterUndoButThoseThatWereSetSince() {
        int project = owner.project();
        List<Integer> tasks = tasks(project, 3);
        perform("set_overlap", project, chosen(tasks.get(0)) + ",\"overlap\":2");
        String undo = perform("set_overlap", project, ALL + ",\"overlap\":5").extract().path("undo");
        perform("set_overlap", project, ALL + ",\"overlap\":5").body("undo", nullValue());
        perform("set_overlap", project, chosen(tasks.get(2)) + ",\"overlap\":9");

        undo(project, undo).statusCode(200).body("processed_items", equalTo(2));

        owner.get("/api/tasks?project=" + project).body("tasks.overlap", contains(2, 1, 9));
        perform("set_overlap", project, ALL + ",\"overlap\":5");
        undo(project, undo).body("processed_items", equalTo(0));
        owner.get("/api/tasks?project=" + project).body("tasks.overlap", contains(5, 5, 5));
    }

    @Test
    void onlyAnActionOfTheProjectIsUndone() {
        int project = owner.project();
        tasks(project, 1);
        String undo = perform("set_overlap", project, ALL + ",\"overlap\":5").extract().path("undo");

        undo(owner.project(), undo).statusCode(400).body("validation_errors.action[0]", containsString("no action"));
        for (String hostile : List.of("0", "-1", "999999999", "x", "1 or 1=1", "", "99999999999999999999")) {
            undo(project, hostile).statusCode(400);
        }
        perform("undo", project, "").statusCode(400).body("validation_errors.action[0]", containsString("required"));
        undo(999_999_999, undo).statusCode(404);
        owner.get("/api/tasks?project=" + project).body("tasks.overlap", contains(5));
    }

    @Test
    void aKeyOfAnotherActionIsRefused() {
        int from = owner.project();
        int to = owner.project();
        tasks(from, 1);
        String key = UUID.randomUUID().toString();
        perform("copy_tasks", from, ALL + ",\"to\":" + to, key).statusCode(200);

        perform("move_tasks", from, ALL + ",\"to\":" + to, key).statusCode(409);
        perform("copy_tasks", from, ALL + ",\"to\":" + owner.project(), key).statusCode(409);
        perform("copy_tasks", from, ALL + ",\"to\":" + to, " ").statusCode(400);
        assertThat(numbers(to)).hasSize(1);
        assertThat(numbers(from)).hasSize(1);
    }

    @Test
    void skipsAreWithdrawnByTheirOwner() {
        int project = owner.project();
        List<Integer> tasks = tasks(project, 2);
        String route = "/internal/projects/" + project + "/skips/withdrawal";

        perform("requeue", project, ALL).statusCode(503);
        AnnotationServiceStandIn.answers(route, "{\"annotations\":2}");
        perform("requeue", project, chosen(tasks.get(1))).statusCode(200)
                .body("processed_items", equalTo(2))
                .body("detail", equalTo("Withdrew 2 skips"))
                .body("undo", nullValue());

        List<String> asked = AnnotationServiceStandIn.bodies(route);
        assertThat(asked.get(asked.size() - 1)).contains("\"tasks\":[" + tasks.get(1) + "]").contains("\"by\":");
    }

    /** Lets the set fail that takes the task with this number to a project. */
    private void failAt(int project, int number) throws SQLException {
        execute("""
                create function fail_at() returns trigger language plpgsql as $$
                begin
                    if exists (select from task where id = new.task_id and project_id = %d) and new.former_inner_id = %d then
                        raise exception 'cut';
                    end if;
                    return new;
                end $$"""
                .formatted(project, number));
        execute("create trigger fail_at before insert on task_event for each row execute function fail_at()");
    }

    private void goOn() throws SQLException {
        execute("drop trigger fail_at on task_event");
        execute("drop function fail_at");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> numbers(int project) {
        return owner.get("/api/tasks?fields=all&page_size=-1&project=" + project).extract().path("tasks.data.n");
    }

    private List<Integer> tasks(int project, int count) {
        String all = IntStream.range(0, count)
                .mapToObj(n -> "{\"data\":{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\",\"n\":\"" + n
                        + "\"},\"meta\":{\"source\":\"m" + n + "\"}}")
                .collect(Collectors.joining(",", "[", "]"));
        return owner.importJson(project, all).statusCode(201).extract().path("task_ids");
    }

    private void predict(int task) {
        owner.json("{\"task\":" + task + ",\"result\":[],\"model_version\":\"m1\"}")
                .post("/api/predictions")
                .then()
                .statusCode(201);
    }

    private static void judge(int project, int task) throws Exception {
        long id = newId();
        RecordMetadata sent = send(id, 1, annotation(id, project, task, 1, false));
        AnnotationServiceStandIn.published(project, sent.topic(), sent.partition(), sent.offset());
    }

    private static String chosen(Integer... tasks) {
        return "\"selectedItems\":{\"all\":false,\"included\":" + List.of(tasks) + "}";
    }

    private ValidatableResponse undo(int project, String action) {
        return perform("undo", project, "\"action\":\"" + action + "\"");
    }

    private ValidatableResponse perform(String action, int project, String body) {
        return owner.json("{" + body + "}").post("/api/dm/actions/?id=" + action + "&project=" + project).then();
    }

    private ValidatableResponse perform(String action, int project, String body, String key) {
        return owner.json("{" + body + "}")
                .header("Idempotency-Key", key)
                .post("/api/dm/actions/?id=" + action + "&project=" + project)
                .then();
    }
}
