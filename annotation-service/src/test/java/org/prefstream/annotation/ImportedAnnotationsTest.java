package org.prefstream.annotation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.annotation.World.User;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.RealServers;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Annotations that came with tasks: what they keep, and what they are judged by. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "annotation"))
class ImportedAnnotationsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant MADE = Instant.parse("2024-05-06T07:08:09.101112Z");
    private static final Instant CHANGED = Instant.parse("2024-05-06T07:08:09.202122Z");
    private static final Instant IMPORTED = Instant.parse("2026-11-23T03:00:00Z");
    private static final String PRESENT_SPEC = Hashes.sha256(Json.write(World.spec()));
    /** A configuration with another control over other fields than the one that projects have now. */
    private static final ComparisonSpec FORMER_SPEC = new ComparisonSpec(
            List.of(new ShownObject("question", "Text", "answer2", null, false),
                    new ShownObject("a", "Text", "prompt", null, true),
                    new ShownObject("b", "Text", "answer1", null, true)),
            List.of(new Control("former", "pairwise", List.of("a", "b"), List.of(), false, 0, false)));
    private static final String DEAD_LETTERS = "prefstream.imports.v1.annotation-service.dlq";

    @Inject
    World world;

    @Inject
    FormerContentStandIn formerData;

    @Inject
    FormerContentStandIn.Specs formerSpecs;

    private @Nullable User owner;
    private long project;
    private long task;

    @BeforeEach
    void begin() {
        owner = world.user(Role.OWNER);
        project = world.project(1);
        task = world.tasks(project, 1, 1).get(0);
    }

    @Test
    void keepTheirTimesAndWhatTheyWereCalled() {
        UUID unique = UUID.randomUUID();
        world.publish(record(task, 0, selected("comparison", "left"), unique, PRESENT_SPEC, presentData()), 1);

        applied(1).body("[0].created_at", equalTo("2024-05-06T07:08:09.101112Z"))
                .body("[0].updated_at", equalTo("2024-05-06T07:08:09.202122Z"))
                .body("[0].unique_id", equalTo(unique.toString()))
                .body("[0].import_id", equalTo(5150))
                .body("[0].ground_truth", equalTo(true))
                .body("[0].lead_time", equalTo(7.5f));
        int id = applied(1).extract().path("[0].id");
        AnnotationRecord published = Json.read(onlyOne(Topic.ANNOTATIONS.topicName(), Integer.toString(id)),
                AnnotationRecord.class);
        assertThat(published.importId()).isEqualTo(5150);
        assertThat(published.importKey()).isEqualTo(task + "/0");
        assertThat(published.createdAt()).isEqualTo(MADE);
        assertThat(onlyOne(Topic.PREFERENCES.topicName(), id + "/")).contains("2024-05-06T07:08:09.202122Z");
    }

    @Test
    void areJudgedByTheConfigurationThatTheyWereAcceptedUnder() {
        String spec = formerSpecs.had(FORMER_SPEC);
        world.publish(record(task, 0, selected("former", "right"), null, spec, presentData()), 1);

        int id = applied(1).body("[0].result[0].from_name", equalTo("former")).extract().path("[0].id");

        assertThat(onlyOne(Topic.PREFERENCES.topicName(), id + "/")).contains("\"chosen\":\"first of " + task + "\"",
                "\"rejected\":\"prompt of " + task + "\"", "\"prompt\":\"second of " + task + "\"");
    }

    @Test
    void areJudgedByTheDataThatTheyWereAcceptedWith() {
        String data = formerData.had(task,
                Map.of("prompt", "former prompt", "answer1", "former first", "answer2", "former second"));
        world.publish(record(task, 0, selected("comparison", "right"), null, PRESENT_SPEC, data), 1);

        int id = applied(1).extract().path("[0].id");

        assertThat(onlyOne(Topic.PREFERENCES.topicName(), id + "/")).contains("\"chosen\":\"former second\"",
                "\"prompt\":\"former prompt\"");
    }

    @Test
    void areAddedOnceByTheirUniqueIdWhicheverTaskTheyComeWith() {
        UUID unique = UUID.randomUUID();
        long second = world.tasks(project, 1, 1).get(0);
        world.publish(record(task, 0, selected("comparison", "left"), unique, PRESENT_SPEC, presentData()), 1);
        applied(1);

        world.publish(record(second, 0, selected("comparison", "left"), unique, PRESENT_SPEC, ""), 1);
        world.publish(record(second, 1, selected("comparison", "right"), null, PRESENT_SPEC,
                World.task(second, project, 1, 1).contentSha256()), 1);

        annotations(second, 1).body("[0].result[0].value.selected", equalTo("right"));
        applied(1).body("[0].unique_id", equalTo(unique.toString()));
        assertThat(world.published(DEAD_LETTERS, "prefstream.imports.v1/" + second)).isEmpty();
    }

    @Test
    void areAddedAsSoonAsTheTaskThatHadThemIsGone() {
        UUID unique = UUID.randomUUID();
        long second = world.tasks(project, 1, 1).get(0);
        String secondData = World.task(second, project, 1, 1).contentSha256();
        world.publish(record(task, 0, selected("comparison", "left"), unique, PRESENT_SPEC, presentData()), 1);
        applied(1);
        world.publish(record(second, 0, selected("comparison", "right"), unique, PRESENT_SPEC, secondData), 1);
        world.publish(record(second, 1, selected("comparison", "left"), null, PRESENT_SPEC, secondData), 1);
        annotations(second, 1).body("[0].result[0].value.selected", equalTo("left"));

        world.deleteTask(task);

        annotations(second, 2).body("[1].result[0].value.selected", equalTo("right"))
                .body("[1].unique_id", equalTo(unique.toString()));
    }

    @Test
    void arePutAsideWhereNobodyKnowsWhatTheyAreAbout() {
        String unknown = Hashes.sha256("unknown to everybody " + task);
        world.publish(record(task, 0, selected("comparison", "left"), null, unknown, presentData()), 1);
        world.publish(record(task, 1, selected("comparison", "left"), null, PRESENT_SPEC, unknown), 1);
        world.publish(record(task, 2, selected("comparison", "left"), null, "no hash", presentData()), 1);
        world.publish(record(task, 3, selected("comparison", "right"), null, PRESENT_SPEC, presentData()), 1);

        applied(1).body("[0].result[0].value.selected", equalTo("right"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(world.published(DEAD_LETTERS, "prefstream.imports.v1/" + task + "/"))
                        .extracting(ConsumerRecord::key)
                        .containsExactlyInAnyOrder("prefstream.imports.v1/" + task + "/0",
                                "prefstream.imports.v1/" + task + "/1", "prefstream.imports.v1/" + task + "/2"));
    }

    @Test
    void arePutAsideWithTheReasonWhereTheyContradictWhatTheyWereAcceptedUnder() {
        world.publish(record(task, 0, selected("nobody", "left"), null, PRESENT_SPEC, presentData()), 1);

        String letter = onlyOne(DEAD_LETTERS, "prefstream.imports.v1/" + task + "/0");

        assertThat(new String(Base64.getDecoder().decode(letter), StandardCharsets.UTF_8))
                .contains("\"from_name\":\"nobody\"", "\"import_id\":5150");
        ConsumerRecord<String, @Nullable String> record = world
                .published(DEAD_LETTERS, "prefstream.imports.v1/" + task + "/0")
                .get(0);
        assertThat(new String(record.headers().lastHeader("ps_cause").value(), StandardCharsets.UTF_8))
                .contains("There is no control named \"nobody\"");
        annotations(task, 0);
    }

    private ImportedAnnotationRecord record(long taskId, int index, List<Object> result, @Nullable UUID uniqueId,
            String spec, String data) {
        return new ImportedAnnotationRecord(taskId, project, index, owner().id(), result, false, true,
                new BigDecimal("7.5"), IMPORTED, MADE, CHANGED, uniqueId, 5150L, spec, data);
    }

    private String presentData() {
        return World.task(task, project, 1, 1).contentSha256();
    }

    private ValidatableResponse applied(int count) {
        return annotations(task, count);
    }

    private ValidatableResponse annotations(long taskId, int count) {
        await().atMost(SOON).untilAsserted(() -> read(taskId).statusCode(200).body("$", hasSize(count)));
        return read(taskId);
    }

    private ValidatableResponse read(long taskId) {
        return given().header("Authorization", "Token " + owner().token())
                .get("/api/tasks/{id}/annotations", taskId)
                .then();
    }

    private String onlyOne(String topicName, String key) {
        await().atMost(SOON).untilAsserted(() -> assertThat(world.published(topicName, key)).hasSize(1));
        return Objects.requireNonNull(world.published(topicName, key).get(0).value());
    }

    private User owner() {
        return Objects.requireNonNull(owner);
    }

    private static List<Object> selected(String control, String side) {
        return List.of(Map.of("from_name", control, "to_name", control, "type", "pairwise", "value",
                Map.of("selected", side)));
    }
}
