package org.prefstream.task.imports;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.Topic;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.testing.Api;
import org.prefstream.task.testing.HeldImport;
import org.prefstream.task.testing.TestServers;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/** What happens while an import is under way: a transaction of the test's own keeps each one from its end. */
@QuarkusTest
@Timeout(120)
class ImportsAtOnceTest {

    private static final int PLACES = 16;

    @TestHTTPResource(management = true)
    @Nullable
    URI management;

    private final Api owner = Api.owner();
    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    @Test
    void peopleGoOnWhileAnImportIsUnderWay() throws Exception {
        int project = owner.project();
        Api.Someone ann = owner.someone("annotator");
        try (HeldImport held = HeldImport.hold(owner, project)) {
            Future<Response> answer = send(project, held.tasks(1), null);
            held.awaitImports(1);

            owner.json(Map.of("title", "Another title")).patch("/api/projects/" + project).then().statusCode(200);
            owner.json(Map.of("user", ann.id())).post("/api/projects/" + project + "/members").then().statusCode(201);
            owner.json(Map.of("project", project, "data", Map.of("prompt", "p", "answer1", "a", "answer2", "b")))
                    .post("/api/tasks")
                    .then()
                    .statusCode(201);
            held.release();

            assertThat(answer.get().statusCode()).isEqualTo(201);
        }
        owner.get("/api/tasks?project=" + project).body("total", equalTo(3));
    }

    @Test
    void storesNothingInAProjectThatIsDeletedMeanwhile() throws Exception {
        int project = owner.project();
        try (HeldImport held = HeldImport.hold(owner, project)) {
            Future<Response> answer = send(project, held.tasks(1), null);
            held.awaitImports(1);

            owner.request().delete("/api/projects/" + project).then().statusCode(204);
            held.release();

            answer.get().then().statusCode(404).body("detail", equalTo("No Project matches the given query."));
        }
    }

    @Test
    void comparesTasksAnewWithAConfigurationThatChangedMeanwhile() throws Exception {
        int project = owner.project();
        try (HeldImport held = HeldImport.hold(owner, project)) {
            Future<Response> answer = send(project, held.tasks(1), null);
            held.awaitImports(1);

            owner.json(Map.of("label_config",
                    Api.CONFIG.replace("<Text name=\"prompt\"",
                            "<Text name=\"source\" value=\"$source\"/><Text name=\"prompt\"")))
                    .patch("/api/projects/" + project)
                    .then()
                    .statusCode(200);
            held.release();

            answer.get()
                    .then()
                    .statusCode(400)
                    .body("validation_errors.non_field_errors[0]", containsString("\"source\" key is expected"));
        }
        owner.get("/api/tasks?project=" + project).body("total", equalTo(1));
    }

    @Test
    void judgesAnnotationsByTheConfigurationThatTheyAreStoredUnder() throws Exception {
        int project = owner.project();
        try (HeldImport held = HeldImport.hold(owner, project)) {
            Future<Response> answer = send(project, held.tasks(1), null);
            held.awaitImports(1);
            owner.json(Map.of("label_config",
                    Api.CONFIG.replace("<Choice value=\"Tie\"/>", "<Choice value=\"Tie\"/><Choice value=\"Even\"/>")))
                    .patch("/api/projects/" + project)
                    .then()
                    .statusCode(200);
            held.release();

            int before = answer.get().then().statusCode(201).extract().path("task_ids[0]");
            int after = owner.importJson(project, "[" + HeldImport.annotated(UUID.randomUUID()) + "]")
                    .statusCode(201)
                    .extract()
                    .path("task_ids[0]");

            assertThat(specOf(before)).isEqualTo(specOf(after));
        }
    }

    private static String specOf(int task) {
        return Json
                .read(TestServers.topics().await(Topic.IMPORTS, task + "/0", 1).get(0).text(),
                        ImportedAnnotationRecord.class)
                .specSha256();
    }

    @Test
    void importsIntoOneProjectDoNotWaitForOneAnotherAndShareNoNumber() throws Exception {
        int project = owner.project();
        try (HeldImport held = HeldImport.hold(owner, project)) {
            Future<Response> first = send(project, held.tasks(1_500), null);
            held.awaitImports(1);

            owner.importJson(project, plain(1_200)).statusCode(201).body("task_count", equalTo(1_200));
            held.release();

            first.get().then().statusCode(201).body("task_count", equalTo(1_500));
        }
        List<Integer> numbers = owner.get("/api/tasks?page_size=-1&project=" + project)
                .body("total", equalTo(1 + 1_500 + 1_200))
                .extract()
                .path("tasks.inner_id");
        assertThat(numbers).doesNotHaveDuplicates();
    }

    @Test
    void anImportThatIsRefusedLeavesNoGapInTheNumbers() {
        int project = owner.project();

        owner.importJson(project, plain(2_200).replace("]", ",{\"prompt\":\"only\"}]")).statusCode(400);

        owner.importJson(project, plain(2)).statusCode(201);
        owner.get("/api/tasks?project=" + project).body("tasks.inner_id", contains(1, 2));
    }

    @Test
    void moreImportsThanAreTakenLeavePeopleTheRelayAndTheHealthCheckAlone() throws Exception {
        int project = owner.project();
        try (HeldImport held = HeldImport.hold(owner, project)) {
            List<Future<Response>> answers = new ArrayList<>();
            for (int i = 0; i < PLACES + 4; i++) {
                answers.add(send(project, held.tasks(1), null));
            }
            held.awaitImports(1);
            await().atMost(30, SECONDS).until(() -> answers.stream().filter(Future::isDone).count() == 4);

            RestAssured.get(Objects.requireNonNull(management).resolve("/q/health/ready")).then().statusCode(200);
            int elsewhere = owner.project();
            assertThat(Api.tokenOf(Api.OWNER, Api.OWNER_PASSWORD)).isNotBlank();
            owner.someone("annotator").api().importJson(project, plain(1)).statusCode(403);
            assertThat(TestServers.topics().await(Topic.PROJECTS, elsewhere, 1)).hasSize(1);
            held.release();

            for (Future<Response> answer : answers) {
                if (answer.get().statusCode() == 503) {
                    answer.get()
                            .then()
                            .header("Retry-After", notNullValue())
                            .body("detail", containsString("As many imports are being taken as can be at a time"));
                } else {
                    answer.get().then().statusCode(201);
                }
            }
        }
        owner.importJson(project, plain(1)).statusCode(201);
    }

    @Test
    void aKeyThatIsSentAgainAndAgainTakesOneConnection() throws Exception {
        int project = owner.project();
        String key = UUID.randomUUID().toString();
        try (HeldImport held = HeldImport.hold(owner, project)) {
            String tasks = held.tasks(1);
            List<Future<Response>> answers = new ArrayList<>();
            answers.add(send(project, tasks, key));
            held.awaitImports(1);
            for (int i = 1; i < 20; i++) {
                answers.add(send(project, tasks, key));
            }
            await().atMost(30, SECONDS).until(() -> answers.stream().filter(Future::isDone).count() == 20 - PLACES);

            assertThat(held.waiting("%idempotent_answer%")).isZero();
            owner.importJson(owner.project(), plain(1)).statusCode(503);
            held.release();

            List<String> stored = new ArrayList<>();
            for (Future<Response> answer : answers) {
                if (answer.get().statusCode() == 201) {
                    stored.add(answer.get().asString());
                } else {
                    answer.get().then().statusCode(503);
                }
            }
            assertThat(stored).hasSize(PLACES).containsOnly(stored.get(0));
        }
        owner.get("/api/tasks?project=" + project).body("total", equalTo(2));
    }

    @Test
    void twoImportsOfTheSameFileAtOnceAddItsAnnotationsOnce() throws Exception {
        int project = owner.project();
        String tasks = "[" + HeldImport.annotated(UUID.randomUUID()) + "," + HeldImport.annotated(UUID.randomUUID())
                + "]";

        List<Future<Response>> answers = List.of(send(project, tasks, null), send(project, tasks, null));

        List<Integer> added = new ArrayList<>();
        for (Future<Response> answer : answers) {
            added.add(answer.get().then().statusCode(201).extract().path("annotation_count"));
        }
        assertThat(added).containsExactlyInAnyOrder(2, 0);
    }

    @Test
    void saysWhatIsWrongWithAFormThatCannotBeRead() throws Exception {
        int project = owner.project();
        String path = "/api/projects/" + project + "/import";
        String part = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.json\"\r\n\r\n[]\r\n";

        for (int i = 0; i < 2 * PLACES; i++) {
            HttpResponse<String> cutOff = form(path, part);
            assertThat(cutOff.statusCode()).isEqualTo(400);
            assertThat(cutOff.body()).contains("ends before its last boundary");
        }
        HttpResponse<String> tooMany = form(path, part.repeat(5_000) + "--cut--\r\n");
        assertThat(tooMany.statusCode()).isEqualTo(413);
        assertThat(tooMany.body()).contains("more than 1000 parts");
        owner.get("/api/tasks?project=" + project).body("tasks", equalTo(List.of()));
        owner.importJson(project, plain(2)).statusCode(201);
        owner.get("/api/tasks?project=" + project).body("tasks.inner_id", contains(1, 2));
    }

    private HttpResponse<String> form(String path, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                        .header("Authorization", "Token " + owner.token())
                        .header("Content-Type", "multipart/form-data; boundary=cut")
                        .POST(BodyPublishers.ofString(body))
                        .build(), BodyHandlers.ofString());
    }

    private Future<Response> send(int project, String tasks, @Nullable String key) {
        return clients.submit(() -> {
            var request = owner.json(tasks);
            return (key == null ? request : request.header("Idempotency-Key", key))
                    .post("/api/projects/" + project + "/import?return_task_ids=1");
        });
    }

    private static String plain(int tasks) {
        return Stream.generate(() -> "{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"}")
                .limit(tasks)
                .collect(Collectors.joining(",", "[", "]"));
    }
}
