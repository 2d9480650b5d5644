package org.prefstream.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Client.HeldLease;
import org.prefstream.annotation.testing.Records;
import org.prefstream.annotation.testing.Results;
import org.prefstream.annotation.testing.TaskServiceStandIn;
import org.prefstream.annotation.testing.TestServers;
import org.prefstream.annotation.testing.World;
import org.prefstream.contract.Topic;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.junit.QuarkusTest;

/** By which version of the guidelines an annotation says that it was made. */
@QuarkusTest
class GuidelinesStampTest {

    private static final Map<String, Object> TIE = Map.of("outcome", "tie");

    @Inject
    World world;

    @Inject
    TaskServiceStandIn.Projects owned;

    @Test
    void whatWasShownUnderTheThirdVersionIsJudgedByItAfterTheFourthCame() {
        long project = project(3);
        world.task(project);
        Client annotator = world.annotator(project);
        HeldLease lease = annotator.awaitLease(project);

        world.guidelines(project, "Version 4", 4, 2);
        awaitVersion(annotator, project, 4);
        int id = judged(annotator, lease, TIE);

        annotator.get("/api/annotations/{id}", id).then().body("guidelines_version", equalTo(3));
        assertThat(TestServers.topics().await(Topic.ANNOTATIONS, id, 1).get(0).text())
                .contains("\"guidelines_version\":3,\"label_config_sha256\":\"" + Records.configSha256(3) + "\"");
    }

    @Test
    void aRowSaysByWhichGuidelinesItWasJudged() {
        long project = project(3);
        world.task(project);
        Client annotator = world.annotator(project);

        int id = judged(annotator, annotator.awaitLease(project), Map.of("outcome", "preference", "slot", 0));

        assertThat(TestServers.topics().await(Topic.PREFERENCES, id + "/comparison/0-1", 1).get(0).text())
                .endsWith("\"guidelines_version\":3}");
    }

    @Test
    void thePageSaysWhichVersionItHadWhenItShowedTheTask() {
        long project = project(3);
        world.task(project);
        Client annotator = world.annotator(project);
        HeldLease lease = annotator.awaitLease(project);
        owned.owns(Records.withGuidelines(project, "Version 4, which no topic has brought yet", 4), 2);

        int id = judged(annotator, lease, Map.of("outcome", "tie", "guidelines_version", 4));

        annotator.get("/api/annotations/{id}", id).then().body("guidelines_version", equalTo(4));
    }

    @Test
    void aVersionThatIsNotThereIsRefusedByItsName() {
        long project = project(3);
        world.task(project);
        Client annotator = world.annotator(project);
        HeldLease lease = annotator.awaitLease(project);
        owned.owns(Records.withGuidelines(project, "Version 3", 3), 1);

        annotator.verdict(lease, Map.of("outcome", "tie", "guidelines_version", 5))
                .statusCode(400)
                .body("violations[0].field", equalTo("guidelines_version"))
                .body("violations[0].message", containsString("at most 3"));
        annotator.verdict(lease, Map.of("outcome", "tie", "guidelines_version", "new"))
                .statusCode(400)
                .body("violations[0].field", equalTo("guidelines_version"));

        judged(annotator, lease, TIE);
    }

    @Test
    void anAnnotationWithoutALeaseIsMadeByWhatIsInForceAndAnEditLeavesThat() {
        long project = project(2);
        long task = world.owner().awaitTask(world.task(project));
        Client owner = world.owner();
        awaitVersion(owner, project, 2);
        owner.claim(project, 1).forEach(owner::handBack);
        int id = owner.submit(task, Map.of("result", List.of()))
                .statusCode(201)
                .body("guidelines_version", equalTo(2))
                .extract()
                .path("id");

        world.guidelines(project, "Version 3", 3, 2);
        awaitVersion(owner, project, 3);

        owner.change(id, List.of(Results.region("flag", "choices", Map.of("choices", List.of("Odd")))));
        owner.get("/api/annotations/{id}", id).then().body("guidelines_version", equalTo(2));
    }

    @Test
    void labelStudiosClientsJudgeByWhatWasInForceWhenTheyGotTheTask() {
        long project = project(1);
        long task = world.task(project);
        Client annotator = world.annotator(project);
        await().atMost(Duration.ofSeconds(30)).until(() -> annotator.next(project).extract().statusCode() == 200);
        world.guidelines(project, "Version 2", 2, 2);
        awaitVersion(annotator, project, 2);

        annotator.submit(task, Map.of("result", List.of())).statusCode(201).body("guidelines_version", equalTo(1));
    }

    @Test
    void guidelinesOfAFormerVersionAreTheFirstOnes() {
        long project = project(null);
        world.task(project);
        Client annotator = world.annotator(project);

        int id = judged(annotator, annotator.awaitLease(project), TIE);

        annotator.get("/api/annotations/{id}", id).then().body("guidelines_version", equalTo(1));
    }

    @Test
    void whereThereAreNoGuidelinesNothingIsSaidOfThem() {
        long project = world.project(1);
        world.task(project);
        Client annotator = world.annotator(project);

        int id = judged(annotator, annotator.awaitLease(project), TIE);

        assertThat(annotator.get("/api/annotations/{id}", id).asString()).doesNotContain("guidelines_version");
        assertThat(Json.readObject(TestServers.topics().await(Topic.ANNOTATIONS, id, 1).get(0).text()))
                .doesNotContainKeys("guidelines_version", "label_config_sha256");
    }

    private long project(@Nullable Integer version) {
        long project = world.newId();
        world.guidelines(project, "Version " + version, version, 1);
        return project;
    }

    private static int judged(Client annotator, HeldLease lease, Map<String, Object> verdict) {
        return annotator.verdict(lease, verdict).statusCode(200).extract().path("annotation_id");
    }

    /** Waits until the service knows that version; a claim says it, and may leave a lease. */
    private static void awaitVersion(Client client, long project, int version) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> client.claiming(project, Map.of("count", 1)).extract().path("guidelines_version"),
                        equalTo(version));
    }
}
