package org.prefstream.task.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.prefstream.task.testing.AnnotationTopic.annotation;
import static org.prefstream.task.testing.AnnotationTopic.newId;
import static org.prefstream.task.testing.AnnotationTopic.send;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.task.testing.Api;
import org.prefstream.task.testing.Relayed;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** When somebody last judged in a project, beside its counters. */
@QuarkusTest
class LastJudgementsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String EARLIER = "2026-01-05T09:00:00.125Z";
    private static final String LATER = "2026-01-06T09:00:00Z";

    @Inject
    Relayed database;

    @Inject
    FoldCounters folding;

    private final Api owner = Api.owner();

    @Test
    void theLastJudgementIsToldToManagersAndStaysWhenItIsDeletedOrFolded() throws Exception {
        int project = owner.project();
        project(project).body("judged_at", nullValue());
        int task = owner.task(project);
        skip(project, task);
        await().atMost(SOON).untilAsserted(() -> project(project).body("skipped_annotations_number", equalTo(1)));
        project(project).body("judged_at", nullValue());

        judge(project, task, EARLIER);
        await().atMost(SOON).untilAsserted(() -> assertThat(judgedAt(project)).isEqualTo(Instant.parse(EARLIER)));
        long later = judge(project, owner.task(project), LATER);
        judge(project, owner.task(project), EARLIER);
        await().atMost(SOON).untilAsserted(() -> project(project).body("total_annotations_number", equalTo(3)));
        assertThat(judgedAt(project)).isEqualTo(Instant.parse(LATER));

        send(later, 2, null);
        await().atMost(SOON).untilAsserted(() -> project(project).body("total_annotations_number", equalTo(2)));
        for (int i = 0; i < 12; i++) {
            owner.task(project);
        }
        folding.fold();
        assertThat(database.number("select count(*) from project_progress where project_id = " + project))
                .isLessThanOrEqualTo(9);
        assertThat(judgedAt(project)).isEqualTo(Instant.parse(LATER));

        Api.Someone ann = owner.someone("annotator");
        owner.json(Map.of("user", ann.id())).post("/api/projects/" + project + "/members").then().statusCode(201);
        ann.api().get("/api/projects/" + project).statusCode(200).body("judged_at", nullValue());
    }

    @Test
    void aJudgementOfTheFutureCountsAsNow() throws Exception {
        int project = owner.project();

        judge(project, owner.task(project), "2199-01-01T00:00:00Z");

        await().atMost(SOON).untilAsserted(() -> project(project).body("total_annotations_number", equalTo(1)));
        assertThat(judgedAt(project)).isBeforeOrEqualTo(Instant.now().plusSeconds(5));
    }

    @Test
    void projectsAreListedByTheirLastJudgement() throws Exception {
        int never = owner.project();
        int early = owner.project();
        int late = owner.project();
        judge(early, owner.task(early), EARLIER);
        judge(late, owner.task(late), LATER);
        await().atMost(SOON).untilAsserted(() -> project(late).body("total_annotations_number", equalTo(1)));
        await().atMost(SOON).untilAsserted(() -> project(early).body("total_annotations_number", equalTo(1)));
        String chosen = "?ids=%d,%d,%d&ordering=".formatted(never, early, late);

        owner.get("/api/projects" + chosen + "-judged_at")
                .statusCode(200)
                .body("results.id", contains(late, early, never));
        owner.get("/api/projects" + chosen + "judged_at")
                .statusCode(200)
                .body("results.id", contains(never, early, late));
        owner.get("/api/projects" + chosen + "-judged_at&page_size=1&page=2")
                .statusCode(200)
                .body("count", equalTo(3))
                .body("results.id", contains(early));
        owner.someone("annotator")
                .api()
                .get("/api/projects?ordering=-judged_at")
                .statusCode(400)
                .body("validation_errors.ordering[0]", containsString("if you manage projects"));
    }

    private long judge(int project, int task, String when) throws Exception {
        long id = newId();
        AnnotationRecord some = annotation(id, project, task, 1, false);
        send(id, 1,
                new AnnotationRecord(id, task, project, 1, 1, some.result(), false, false, Instant.parse(when),
                        Instant.parse(when), some.leadTime(), some.uniqueId(), null, null, some.verdicts(),
                        some.shownOrder(), some.shownSha256(), null, null, null));
        return id;
    }

    private static void skip(int project, int task) throws Exception {
        long id = newId();
        send(id, 1, annotation(id, project, task, 2, true));
    }

    private Instant judgedAt(int project) {
        return Instant.parse(project(project).extract().path("judged_at"));
    }

    private ValidatableResponse project(int project) {
        return owner.get("/api/projects/" + project).statusCode(200);
    }
}
