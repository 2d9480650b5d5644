package org.prefstream.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.TestServers;
import org.prefstream.annotation.testing.World;
import org.prefstream.annotation.testing.World.Holder;
import org.prefstream.contract.Topic;

import io.quarkus.test.junit.QuarkusTest;

/** Why a task was skipped: what becomes of the reason, and which ones are refused. */
@QuarkusTest
class SkipReasonsTest {

    private static final String REASON = "Both answers are cut off.";

    @Inject
    World world;

    @Test
    void theReasonOfThePageIsWithTheAnnotationEverywhere() {
        Holder holder = world.holder();

        int id = holder.verdict(Map.of("outcome", "skip", "skip_reason", "  " + REASON + "\n"))
                .statusCode(200)
                .extract()
                .path("annotation_id");

        holder.annotator()
                .get("/api/annotations/{id}", id)
                .then()
                .body("was_cancelled", equalTo(true))
                .body("skip_reason", equalTo(REASON));
        holder.annotator()
                .get("/api/judgements/{id}", id)
                .then()
                .statusCode(200)
                .body("judgement.skip_reason", equalTo(REASON));
        assertThat(TestServers.topics().await(Topic.ANNOTATIONS, id, 1).get(0).text())
                .contains("\"skip_reason\":\"" + REASON + "\"");
    }

    @Test
    void aSkipWithoutAReasonSaysNothingOfOne() {
        Holder holder = world.holder();

        int id = holder.verdict(Map.of("outcome", "skip", "skip_reason", " "))
                .statusCode(200)
                .extract()
                .path("annotation_id");

        assertThat(holder.annotator().get("/api/annotations/{id}", id).then().extract().asString())
                .doesNotContain("skip_reason");
        assertThat(TestServers.topics().await(Topic.ANNOTATIONS, id, 1).get(0).text()).doesNotContain("skip_reason");
    }

    @Test
    void aReasonForAVerdictAndOneThatIsTooLongAreRefused() {
        Holder holder = world.holder();

        holder.verdict(Map.of("outcome", "tie", "skip_reason", REASON))
                .statusCode(400)
                .body("violations[0].message",
                        equalTo("belongs to a skip; leave it out of an annotation with a result"));
        holder.verdict(Map.of("outcome", "skip", "skip_reason", "x".repeat(1_001)))
                .statusCode(400)
                .body("violations[0].message", equalTo("must have no more than 1000 characters"));
        holder.verdict(Map.of("outcome", "skip", "skip_reason", 7))
                .statusCode(400)
                .body("violations[0].field", equalTo("skip_reason"))
                .body("violations[0].message", equalTo("must be a text or null"));

        holder.verdict(Map.of("outcome", "skip", "skip_reason", "\ud83d\ude42".repeat(1_000)))
                .statusCode(200)
                .body("revision", equalTo(1));
    }

    @Test
    void theReasonGoesWithTheSkip() {
        long task = world.task(world.project(1));
        Client owner = world.owner();
        int id = owner.request()
                .body(Map.of("result", List.of(), "was_cancelled", true, "skip_reason", REASON))
                .post("/api/tasks/{task}/annotations/", task)
                .then()
                .statusCode(201)
                .body("skip_reason", equalTo(REASON))
                .extract()
                .path("id");

        owner.request()
                .body(Map.of("lead_time", 3))
                .patch("/api/annotations/{id}", id)
                .then()
                .statusCode(200)
                .body("skip_reason", equalTo(REASON));
        owner.request()
                .body(Map.of("was_cancelled", false))
                .patch("/api/annotations/{id}", id)
                .then()
                .statusCode(200)
                .body("skip_reason", nullValue());
    }
}
