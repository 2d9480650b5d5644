package org.prefstream.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Results;
import org.prefstream.annotation.testing.World;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Many submits in one request: each is a judgement of its own. */
@QuarkusTest
class BulkTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PATH = "/api/annotations/bulk";

    @Inject
    World world;

    @Inject
    DataSource dataSource;

    @Test
    void eachSubmitGetsItsOwnAnswerInOrder() {
        Client owner = world.owner();
        List<Long> tasks = tasks(2);
        Map<String, Object> unknownControl = Map.of("task", tasks.get(1), "result",
                List.of(Results.region("nowhere", "pairwise", Map.of("selected", "left"))));

        send(owner, List.of(left(tasks.get(0)), unknownControl, Map.of("result", Results.selected("left")),
                left(tasks.get(0) + 1_000_000), Map.of("task", tasks.get(1), "was_cancelled", true, "lead_time", -1),
                Map.of("task", tasks.get(1), "result", Results.selected("right"), "lead_time", 2.5))).statusCode(200)
                .body("status", contains(201, 400, 400, 404, 400, 201))
                .body("[0].annotation.task", equalTo(tasks.get(0).intValue()))
                .body("[0].annotation.result[0].value.selected", equalTo("left"))
                .body("[1].error.violations[0].field", equalTo("result[0].from_name"))
                .body("[1].error.instance", equalTo(PATH))
                .body("[2].error.violations[0].field", equalTo("task"))
                .body("[3].error.type", equalTo("https://prefstream.org/problems/not-found"))
                .body("[4].error.violations[0].field", equalTo("lead_time"))
                .body("[5].annotation.lead_time", equalTo(2.5f));
        owner.annotationsOf(tasks.get(0)).body("$", hasSize(1));
        owner.annotationsOf(tasks.get(1)).body("$", hasSize(1));
    }

    @Test
    void moreThanAGroupHoldsAreAllStored() {
        Client owner = world.owner();
        List<Long> tasks = tasks(300);

        List<Integer> stored = send(owner, tasks.stream().map(BulkTest::left).toList()).statusCode(200)
                .extract()
                .path("annotation.task");

        assertThat(stored).containsExactlyElementsOf(tasks.stream().map(Long::intValue).toList());
    }

    @Test
    void thoseOfOneTaskAreTakenOneAfterAnotherInTheirOrder() {
        Client owner = world.owner();
        long task = tasks(1).get(0);

        send(owner, List.of(left(task), right(task), left(task))).body("status", contains(201, 201, 201));

        owner.annotationsOf(task)
                .body("[0].result[0].value.selected", equalTo("left"))
                .body("[1].result[0].value.selected", equalTo("right"))
                .body("[2].result[0].value.selected", equalTo("left"));
    }

    @Test
    void oneUniqueIdTwiceInARequestIsOneAnnotation() {
        Client owner = world.owner();
        long task = tasks(1).get(0);
        Map<String, Object> once = new HashMap<>(left(task));
        once.put("unique_id", UUID.randomUUID().toString());

        List<Integer> ids = send(owner, List.of(once, once)).extract().path("annotation.id");

        assertThat(ids).hasSize(2).containsOnly(ids.get(0));
        owner.annotationsOf(task).body("$", hasSize(1));
    }

    @Test
    void aRequestThatIsSentAgainWithItsKeyIsStoredOnceAndGetsTheSameAnswers() {
        Client owner = world.owner();
        List<Map<String, Object>> submits = tasks(3).stream().map(BulkTest::left).toList();
        String key = UUID.randomUUID().toString();

        String first = withKey(owner, key, submits).statusCode(200).extract().asString();
        String again = withKey(owner, key, submits).statusCode(200).extract().asString();

        assertThat(again).isEqualTo(first);
        withKey(owner, key, List.of(submits.get(0), submits.get(2))).body("status", contains(201, 409));
    }

    @Test
    void somebodyWhoSeesNoTaskOfTheProjectGetsNone() {
        List<Long> tasks = tasks(2);

        send(world.annotator(), List.of(left(tasks.get(0)), left(tasks.get(1)))).statusCode(200)
                .body("status", contains(404, 404));
    }

    @Test
    void aMemberSubmitsForThemselvesAlone() {
        long project = world.project(2);
        long task = world.task(project);
        Client member = world.annotator(project);
        member.awaitTask(task);
        Map<String, Object> forSomebodyElse = new HashMap<>(left(task));
        forSomebodyElse.put("completed_by", member.id() - 1);

        send(member, List.of(forSomebodyElse, left(task))).body("status", contains(400, 201))
                .body("[0].error.violations[0].field", equalTo("completed_by"));
    }

    @Test
    void aRequestWhoseClientHangsUpIsStoredToItsEnd() throws Exception {
        Client owner = world.owner();
        long task = tasks(1).get(0);
        String body = Json.write(List.of(left(task), right(task)));
        try (Connection other = dataSource.getConnection(); Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            ResultSet locked = lock.executeQuery(
                    "select clock_timestamp() from task_slot where task_id = %d for update".formatted(task));
            locked.next();
            String since = locked.getString(1);
            try (Socket client = new Socket("localhost", RestAssured.port)) {
                client.getOutputStream()
                        .write("POST %s HTTP/1.1\r\nHost: h\r\nAuthorization: Token %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(PATH, owner.token(), body.length(), body)
                                .getBytes(StandardCharsets.UTF_8));
                awaitHeld(since);
            }
            other.rollback();
        }

        await().atMost(SOON).untilAsserted(() -> owner.annotationsOf(task).body("$", hasSize(2)));
    }

    /** The committer ends a transaction each time that it finds the task held. */
    private void awaitHeld(String since) {
        await().atMost(SOON).until(() -> {
            try (Connection looks = dataSource.getConnection();
                    PreparedStatement select = looks.prepareStatement("select count(*) from pg_stat_activity"
                            + " where query = 'commit' and query_start > cast(? as timestamptz)")) {
                select.setString(1, since);
                ResultSet row = select.executeQuery();
                row.next();
                return row.getInt(1) > 0;
            }
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"task": 1}                     | 400 | body: must be a JSON array
            [1]                             | 400 | [0]: must be a JSON object
            [{"task": 1}, {"result": ["\\u0000"]}] | 400 | [1].result[0]
            [{"task": 1}                    | 400 | JSON parse error
            [] []                           | 400 | JSON parse error
            """)
    void whatIsNoListOfObjectsIsRefusedAsAWhole(String body, int status, String detail) {
        world.owner()
                .request()
                .body(body)
                .post(PATH)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
    }

    @Test
    void anEmptyListHasNoAnswers() {
        send(world.owner(), List.of()).statusCode(200).body("$", hasSize(0));
    }

    @Test
    void moreThanAThousandAreRefused() {
        send(world.owner(), Collections.nCopies(1_001, Map.of("task", 1))).statusCode(413)
                .body("detail", containsString("at most 1000"));
    }

    @Test
    void aFormIsNoList() {
        world.owner().request().contentType(ContentType.URLENC).body("task=1").post(PATH).then().statusCode(415);
    }

    @Test
    void bodiesThatAreTooLongAreRefusedWithTheLimit() {
        Client owner = world.owner();
        String eleven = "[\"" + "x".repeat(11 << 20) + "\"]";

        owner.request()
                .body(eleven)
                .post("/api/tasks/1/annotations")
                .then()
                .statusCode(413)
                .body("detail", containsString("10485760"));
        owner.request().body(eleven).post(PATH).then().statusCode(413).body("detail", containsString("8388608"));
        owner.request()
                .body("[" + " ".repeat(17 << 20) + "]")
                .post(PATH)
                .then()
                .statusCode(413)
                .body("detail", containsString("16777216"));
    }

    @Test
    void aBodyThatDoesNotSayHowLongItIsIsRefusedWhereItGrowsTooLong() throws IOException, InterruptedException {
        byte[] body = ("{\"result\":\"" + "x".repeat(11 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
        HttpRequest chunked = HttpRequest
                .newBuilder(URI.create("http://localhost:%d/api/tasks/1/annotations".formatted(RestAssured.port)))
                .header("Authorization", "Token " + world.owner().token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();

        assertThat(HttpClient.newHttpClient().send(chunked, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
    }

    /** New tasks of a project, once the service has all of them. */
    private List<Long> tasks(int count) {
        long project = world.project(1);
        List<Long> tasks = world.tasks(project, 1, count);
        await().atMost(SOON).until(() -> {
            try (Connection looks = dataSource.getConnection();
                    Statement select = looks.createStatement();
                    ResultSet row = select
                            .executeQuery("select count(*) from task_slot join project_copy using (project_id)"
                                    + " where project_id = " + project)) {
                row.next();
                return row.getInt(1) == count;
            }
        });
        return tasks;
    }

    private static Map<String, Object> left(long task) {
        return Map.of("task", task, "result", Results.selected("left"));
    }

    private static Map<String, Object> right(long task) {
        return Map.of("task", task, "result", Results.selected("right"));
    }

    private static ValidatableResponse send(Client client, List<Map<String, Object>> submits) {
        return client.request().body(Json.write(submits)).post(PATH).then();
    }

    private static ValidatableResponse withKey(Client client, String key, List<Map<String, Object>> submits) {
        return client.request().header("Idempotency-Key", key).body(Json.write(submits)).post(PATH).then();
    }
}
