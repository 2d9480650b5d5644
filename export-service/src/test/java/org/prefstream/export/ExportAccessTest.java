package org.prefstream.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.contract.Topic;
import org.prefstream.export.Owners.Publication;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.kit.security.Hashes;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
class ExportAccessTest {

    @Inject
    Owners owners;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    private final long projectId = Ids.next();

    @BeforeEach
    void project() {
        Exports.asOwner(owners, peers);
        owners.publish(peers, Records.project(projectId));
    }

    @Test
    void whoeverShowsNoTokenIsAskedForOne() {
        Response answer = given().get("/api/projects/" + projectId + "/export");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Token");
    }

    @Test
    void managersExportEveryProject() {
        Exports manager = Exports.as(Role.MANAGER, List.of(), owners, peers);

        assertThat(manager.export(projectId, "JSON").statusCode()).isEqualTo(200);
    }

    @Test
    void annotatorsDoNotExportEvenTheirProjects() {
        Exports member = Exports.as(Role.ANNOTATOR, List.of(projectId), owners, peers);

        Response answer = member.export(projectId, "JSON");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.jsonPath().getString("detail")).contains("only owners and managers");
    }

    @Test
    void whereTheTopicIsIsForThoseWhoMayHaveExports() {
        Exports manager = Exports.as(Role.MANAGER, List.of(), owners, peers);
        Exports member = Exports.as(Role.ANNOTATOR, List.of(projectId), owners, peers);
        String path = "/api/projects/" + projectId + "/export/topic";

        Response answer = manager.get(path, Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("topic")).endsWith(Topic.PREFERENCES.topicName());
        assertThat(answer.jsonPath().getMap("")).containsEntry("bootstrap_servers", null);
        assertThat(member.get(path, Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void projectsOfOthersDoNotExistForAnnotators() {
        Exports stranger = Exports.as(Role.ANNOTATOR, List.of(), owners, peers);

        assertThat(stranger.export(projectId, "JSON").statusCode()).isEqualTo(404);
    }

    @Test
    void aProjectThatNobodyKnowsIsNotFound() {
        Response answer = Exports.asOwner(owners, peers).export(Ids.next(), "JSON");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.jsonPath().getString("detail")).isEqualTo("No Project matches the given query.");
    }

    @Test
    void aProjectThatHasNotArrivedYetIsAskedForAtItsOwner() {
        long young = Ids.next();
        peers.task().owns("projects/" + young, 1, Records.project(young));

        assertThat(Exports.asOwner(owners, peers).export(young, "JSON").asString()).isEqualTo("[]");
    }

    @Test
    void aDeletedProjectIsNotFound() {
        owners.publish(peers, List.of(Publication.deletion(Topic.PROJECTS, projectId, 2)));

        assertThat(Exports.asOwner(owners, peers).export(projectId, "JSON").statusCode()).isEqualTo(404);
    }

    @Test
    void aRevokedTokenIsRefusedThoughTheChangeDoesNotArrive() {
        Exports revoked = Exports.as(Role.MANAGER, List.of(), owners, peers);
        assertThat(revoked.export(projectId, "JSON").statusCode()).isEqualTo(200);
        try {
            peers.task().letsAccessWait();
            peers.task().owns("access/" + Hashes.sha256(revoked.token()), 2, null);

            await().atMost(Owners.SOON).until(() -> revoked.export(projectId, "JSON").statusCode() == 401);
        } finally {
            peers.task().isWell();
        }
    }
}
