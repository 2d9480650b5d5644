package org.prefstream.task.imports;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.prefstream.task.testing.Api;
import org.prefstream.task.testing.HeldImport;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** How far an import is, and its end before its time. */
@QuarkusTest
@Timeout(120)
class ImportProgressTest {

    private final Api owner = Api.owner();
    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    @Test
    void anImportSaysHowManyRowsItHasReadAndStored() throws Exception {
        int project = owner.project();
        UUID id = UUID.randomUUID();
        try (HeldImport held = HeldImport.hold(owner, project)) {
            Future<Response> answer = send(project, held.tasks(2_500), id);
            held.awaitImports(1);

            owner.get(path(project, id))
                    .statusCode(200)
                    .body("id", equalTo(id.toString()))
                    .body("state", equalTo("storing"))
                    .body("rows_stored", equalTo(2_000))
                    .body("rows_read", equalTo(2_500))
                    .body("bytes_total", greaterThan(2_500))
                    .body("bytes_read", greaterThan(2_500));
            held.release();
            assertThat(answer.get().statusCode()).isEqualTo(201);
        }
        owner.get(path(project, id)).body("state", equalTo("stored")).body("rows_stored", equalTo(2_500));
        owner.request().delete(path(project, id)).then().statusCode(200).body("state", equalTo("stored"));
    }

    @Test
    void aCancelledImportStoresNothing() throws Exception {
        int project = owner.project();
        UUID id = UUID.randomUUID();
        try (HeldImport held = HeldImport.hold(owner, project)) {
            Future<Response> answer = send(project, held.tasks(1), id);
            held.awaitImports(1);

            owner.request()
                    .delete(path(project, id))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("cancelled"))
                    .body("rows_stored", equalTo(0));
            held.release();

            answer.get().then().statusCode(409).body("detail", containsString("The import was cancelled"));
        }
        owner.get("/api/tasks?project=" + project).body("total", equalTo(1));
        owner.get(path(project, id)).body("state", equalTo("cancelled"));
        owner.importJson(project, "[{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"}]").statusCode(201);
        owner.get("/api/tasks?project=" + project).body("tasks[1].inner_id", equalTo(2));
    }

    @Test
    void anImportThatWaitsForItsTurnIsCancelledToo() throws Exception {
        int project = owner.project();
        UUID waiting = UUID.randomUUID();
        try (HeldImport held = HeldImport.hold(owner, project)) {
            UUID storing = UUID.randomUUID();
            Future<Response> first = send(project, held.tasks(1), UUID.randomUUID());
            held.awaitImports(1);
            Future<Response> second = send(project, held.tasks(1), storing);
            awaitState(project, storing, "storing");
            Future<Response> third = send(project, held.tasks(1), waiting);
            awaitState(project, waiting, "waiting");

            owner.request().delete(path(project, waiting)).then().body("state", equalTo("cancelled"));
            held.release();

            assertThat(first.get().statusCode()).isEqualTo(201);
            assertThat(second.get().statusCode()).isEqualTo(201);
            assertThat(third.get().statusCode()).isEqualTo(409);
        }
    }

    @Test
    void aRefusedImportHasStoredNothing() {
        int project = owner.project();
        UUID id = UUID.randomUUID();

        owner.json("[{\"prompt\":\"only\"}]")
                .header(RunningImports.HEADER, id.toString())
                .post("/api/projects/" + project + "/import")
                .then()
                .statusCode(400);

        owner.get(path(project, id)).body("state", equalTo("refused")).body("rows_stored", equalTo(0));
        owner.json("[]")
                .header(RunningImports.HEADER, "my import")
                .post("/api/projects/" + project + "/import")
                .then()
                .statusCode(400)
                .body("validation_errors.Import-Id[0]", containsString("must be a UUID"));
    }

    @Test
    void onlyOwnersAndManagersSeeImportsAndOnlyThoseOfTheProject() {
        int project = owner.project();
        UUID id = UUID.randomUUID();
        owner.get(path(project, id)).statusCode(404);
        owner.json("[{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"}]")
                .header(RunningImports.HEADER, id.toString())
                .post("/api/projects/" + project + "/import")
                .then()
                .statusCode(201);

        owner.someone("annotator").api().get(path(project, id)).statusCode(403);
        owner.someone("manager").api().get(path(project, id)).statusCode(200);
        owner.get(path(owner.project(), id)).statusCode(404);
    }

    private void awaitState(int project, UUID id, String state) {
        await().atMost(30, SECONDS).until(() -> state.equals(owner.request().get(path(project, id)).path("state")));
    }

    private static String path(int project, UUID id) {
        return "/api/projects/" + project + "/imports/" + id;
    }

    private Future<Response> send(int project, String tasks, UUID id) {
        return clients.submit(() -> owner.json(tasks)
                .header(RunningImports.HEADER, id.toString())
                .post("/api/projects/" + project + "/import"));
    }
}
