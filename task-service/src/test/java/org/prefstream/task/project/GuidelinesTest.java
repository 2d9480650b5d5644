package org.prefstream.task.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.Topic;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.testing.Api;
import org.prefstream.task.testing.TestServers;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** The versions of a project's guidelines. */
@QuarkusTest
class GuidelinesTest {

    private static final int AT_ONCE = 8;

    private final Api owner = Api.owner();

    @Test
    void aProjectWithoutGuidelinesHasNoVersions() {
        int project = owner.project();

        guidelines(project).statusCode(200)
                .body("version", equalTo(0))
                .body("text", equalTo(""))
                .body("versions", empty());
        owner.get("/api/projects/" + project + "/guidelines/1").statusCode(404);
    }

    @Test
    void everyChangeIsAVersionAndTheSameTextIsNone() {
        int project = owner.project(Map.of("title", "Versions", "expert_instruction", "Be **kind**."));
        save(project, "Be kind.").body("guidelines_version", equalTo(2));
        save(project, "Be kind.").body("guidelines_version", equalTo(2));
        owner.json(Map.of("title", "Renamed")).patch("/api/projects/" + project).then().statusCode(200);
        save(project, "").body("guidelines_version", equalTo(3));
        save(project, "Be **kind**.").body("guidelines_version", equalTo(4));

        guidelines(project).body("version", equalTo(4))
                .body("text", equalTo("Be **kind**."))
                .body("versions.version", contains(4, 3, 2, 1))
                .body("versions.characters", contains(12, 0, 8, 12))
                .body("versions.created_by.email", contains(Api.OWNER, Api.OWNER, Api.OWNER, Api.OWNER))
                .body("versions[0].created_at", notNullValue());
        owner.get("/api/projects/" + project + "/guidelines/2")
                .statusCode(200)
                .body("version", equalTo(2))
                .body("text", equalTo("Be kind."))
                .body("created_by.email", equalTo(Api.OWNER));
        owner.get("/api/projects/" + project + "/guidelines/9")
                .statusCode(404)
                .body("detail", containsString("no version 9"));
        owner.get("/api/projects/" + project + "/guidelines?page=2&page_size=3").body("versions.version", contains(1));
    }

    @Test
    void theTopicSaysWhichVersionIsInForce() {
        int project = owner.project();
        save(project, "One").statusCode(200);

        List<Integer> versions = TestServers.topics()
                .await(Topic.PROJECTS, project, 2)
                .stream()
                .map(entry -> Json.read(entry.text(), ProjectRecord.class).guidelines())
                .toList();

        assertThat(versions).containsExactly(0, 1);
    }

    @Test
    void theAuthorIsWhoSavedIt() {
        Api.Someone manager = owner.someone("manager");
        int project = owner.project(Map.of("title", "Authors", "expert_instruction", "One"));

        manager.api()
                .json(Map.of("expert_instruction", "Two"))
                .patch("/api/projects/" + project)
                .then()
                .statusCode(200);

        guidelines(project).body("versions.created_by.email", contains(manager.email(), Api.OWNER));
    }

    @Test
    void savesAtOnceGetANumberEach() throws InterruptedException, ExecutionException {
        int project = owner.project();
        owner.token();
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Integer>> saves = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> people.submit(() -> save(project, "Text " + i).extract().statusCode()))
                    .toList();
            for (Future<Integer> save : saves) {
                assertThat(save.get()).isEqualTo(200);
            }
        } finally {
            people.shutdownNow();
        }

        Set<String> texts = IntStream.rangeClosed(1, AT_ONCE)
                .mapToObj(version -> owner.get("/api/projects/" + project + "/guidelines/" + version)
                        .statusCode(200)
                        .extract()
                        .<String>path("text"))
                .collect(Collectors.toSet());
        assertThat(texts).hasSize(AT_ONCE);
        guidelines(project).body("version", equalTo(AT_ONCE)).body("versions", hasSize(AT_ONCE));
    }

    @Test
    void aRefusedChangeMakesNoVersion() {
        int project = owner.project();

        owner.json(Map.of("expert_instruction", "Never", "maximum_annotations", 0))
                .patch("/api/projects/" + project)
                .then()
                .statusCode(400);

        guidelines(project).body("version", equalTo(0)).body("versions", empty());
    }

    @Test
    void whoMaySeeTheProjectMayReadItsGuidelines() {
        int project = owner.project(Map.of("title", "Readers", "expert_instruction", "Read me"));
        Api.Someone annotator = owner.someone("annotator");
        annotator.api().get("/api/projects/" + project + "/guidelines").statusCode(404);
        annotator.api().get("/api/projects/" + project + "/guidelines/1").statusCode(404);

        owner.json(Map.of("user", annotator.id())).post("/api/projects/" + project + "/members").then().statusCode(201);

        annotator.api()
                .get("/api/projects/" + project + "/guidelines")
                .statusCode(200)
                .body("text", equalTo("Read me"));
        annotator.api().get("/api/projects/" + project + "/guidelines/1").statusCode(200);
    }

    private ValidatableResponse guidelines(int project) {
        return owner.get("/api/projects/" + project + "/guidelines");
    }

    private ValidatableResponse save(int project, String text) {
        return owner.json(Map.of("expert_instruction", text)).patch("/api/projects/" + project).then();
    }
}
