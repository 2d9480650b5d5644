package org.prefstream.annotation;

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
import java.util.UUID;
import java.util.function.BiConsumer;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.FormerContentStandIn;
import org.prefstream.annotation.testing.Records;
import org.prefstream.annotation.testing.Results;
import org.prefstream.annotation.testing.TaskServiceStandIn;
import org.prefstream.annotation.testing.TestServers;
import org.prefstream.annotation.testing.World;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.TopicEntry;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Annotations that came with tasks: what they keep, and what they are judged by. */
@QuarkusTest
class ImportedAnnotationsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant MADE = Instant.parse("2024-05-06T07:08:09.101112Z");
    private static final Instant CHANGED = Instant.parse("2024-05-06T07:08:09.202122Z");
    private static final String PRESENT_SPEC = Hashes.sha256(Json.write(Records.spec()));
    /** A configuration with another control over other fields than the one that projects have now. */
    private static final ComparisonSpec FORMER_SPEC = new ComparisonSpec(
            List.of(ShownObject.prompt("question", "Text", "$answer2"), ShownObject.candidate("a", "Text", "$prompt"),
                    ShownObject.candidate("b", "Text", "$answer1")),
            List.of(new Control("former", "pairwise", List.of("a", "b"), List.of(), false, 0, false)));

    @Inject
    World world;

    @Inject
    TaskServiceStandIn taskService;

    @Inject
    FormerContentStandIn formerData;

    @Inject
    FormerContentStandIn.Specs formerSpecs;

    @Test
    void oneThatIsDeliveredTwiceBeforeItsTaskIsAppliedOnce() {
        long project = world.project(1);
        Client owner = world.owner();
        long task = 6_000_000_000L + project;
        world.importAnnotation(task, project, owner.id(), Results.selected("right"));
        world.importAnnotation(task, project, owner.id(), Results.selected("right"));
        taskService.owns(task, project);

        owner.awaitTask(task);

        int id = annotations(owner, task, 1).body("[0].result[0].value.selected", equalTo("right"))
                .extract()
                .path("[0].id");
        assertThat(onlyRow(id)).contains("\"chosen_index\":1");
    }

    @Test
    void keepTheirTimesAndWhatTheyWereCalled() {
        Place place = place();
        UUID unique = UUID.randomUUID();
        world.importAnnotation(place.record(0, left(), unique, PRESENT_SPEC, place.presentData()));

        int id = annotations(place.owner, place.task, 1).body("[0].created_at", equalTo("2024-05-06T07:08:09.101112Z"))
                .body("[0].updated_at", equalTo("2024-05-06T07:08:09.202122Z"))
                .body("[0].unique_id", equalTo(unique.toString()))
                .body("[0].import_id", equalTo(5150))
                .body("[0].ground_truth", equalTo(true))
                .body("[0].lead_time", equalTo(7.5f))
                .extract()
                .path("[0].id");
        AnnotationRecord published = Json.read(TestServers.topics().await(Topic.ANNOTATIONS, id, 1).get(0).text(),
                AnnotationRecord.class);
        assertThat(published.importId()).isEqualTo(5150);
        assertThat(published.importKey()).isEqualTo(place.task + "/0");
        assertThat(published.createdAt()).isEqualTo(MADE);
        assertThat(onlyRow(id)).contains("2024-05-06T07:08:09.202122Z");
    }

    @Test
    void areJudgedByTheConfigurationThatTheyWereAcceptedUnder() {
        Place place = place();
        String spec = formerSpecs.had(FORMER_SPEC);
        world.importAnnotation(place.record(0, selected("former", "right"), null, spec, place.presentData()));

        int id = annotations(place.owner, place.task, 1).body("[0].result[0].from_name", equalTo("former"))
                .extract()
                .path("[0].id");

        assertThat(onlyRow(id)).contains("\"chosen\":\"first of " + place.task + "\"",
                "\"rejected\":\"prompt of " + place.task + "\"", "\"prompt\":\"second of " + place.task + "\"");
    }

    @Test
    void areJudgedByTheDataThatTheyWereAcceptedWith() {
        Place place = place();
        String data = formerData.had(place.task,
                Map.of("prompt", "former prompt", "answer1", "former first", "answer2", "former second"));
        world.importAnnotation(place.record(0, Results.selected("right"), null, PRESENT_SPEC, data));

        int id = annotations(place.owner, place.task, 1).extract().path("[0].id");

        assertThat(onlyRow(id)).contains("\"chosen\":\"former second\"", "\"prompt\":\"former prompt\"");
    }

    @Test
    void areAddedOnceByTheirUniqueIdWhicheverTaskTheyComeWith() {
        Place first = place();
        Place second = first.anotherTask();
        UUID unique = UUID.randomUUID();
        world.importAnnotation(first.record(0, left(), unique, PRESENT_SPEC, first.presentData()));
        annotations(first.owner, first.task, 1);

        world.importAnnotation(second.record(0, left(), unique, PRESENT_SPEC, ""));
        world.importAnnotation(second.record(1, Results.selected("right"), null, PRESENT_SPEC, second.presentData()));

        annotations(second.owner, second.task, 1).body("[0].result[0].value.selected", equalTo("right"));
        annotations(first.owner, first.task, 1).body("[0].unique_id", equalTo(unique.toString()));
        assertThat(world.deadLetters(second.task)).isEmpty();
    }

    @Test
    void areAllAppliedThoughTheyArriveTogetherWithTheirTasks() {
        Place place = place();
        int count = 100;
        for (int i = 0; i < count; i++) {
            Place fresh = place.anotherTask();
            world.importAnnotation(fresh.record(0, left(), null, PRESENT_SPEC, fresh.presentData()));
        }

        String project = "\"project_id\":" + place.project + ",";
        TestServers.topics()
                .await(Topic.PREFERENCES, key -> true,
                        rows -> assertThat(rows).filteredOn(row -> row.value() != null && row.text().contains(project))
                                .hasSize(count));
    }

    @Test
    void areAllAppliedWhereMoreWaitThanAreAppliedAtOnce() {
        long project = world.project(1);
        Place place = new Place(world, world.owner(), project, 7_000_000_000L + project);
        UUID twice = UUID.randomUUID();
        int count = 520;
        for (int i = 0; i < count; i++) {
            world.importAnnotation(
                    place.record(i, left(), i % 100 == 7 ? twice : null, PRESENT_SPEC, place.presentData()));
        }
        taskService.owns(place.task, project);

        place.owner.awaitTask(place.task);

        annotations(place.owner, place.task, count - 5);
        assertThat(world.deadLetters(place.task)).isEmpty();
    }

    @Test
    void areAddedAsSoonAsTheTaskThatHadThemIsGone() {
        areAddedAsSoonAsItIsGone((first, annotation) -> world.deleteTask(first.task));
    }

    @Test
    void areAddedAsSoonAsTheAnnotationThatHadTheirUniqueIdIsGone() {
        areAddedAsSoonAsItIsGone((first,
                annotation) -> first.owner.request().delete("/api/annotations/" + annotation).then().statusCode(204));
    }

    private void areAddedAsSoonAsItIsGone(BiConsumer<Place, Integer> deletion) {
        Place first = place();
        Place second = first.anotherTask();
        UUID unique = UUID.randomUUID();
        world.importAnnotation(first.record(0, left(), unique, PRESENT_SPEC, first.presentData()));
        int annotation = annotations(first.owner, first.task, 1).extract().path("[0].id");
        world.importAnnotation(second.record(0, Results.selected("right"), unique, PRESENT_SPEC, second.presentData()));
        world.importAnnotation(second.record(1, left(), null, PRESENT_SPEC, second.presentData()));
        annotations(second.owner, second.task, 1).body("[0].result[0].value.selected", equalTo("left"));

        deletion.accept(first, annotation);

        annotations(second.owner, second.task, 2).body("[1].result[0].value.selected", equalTo("right"))
                .body("[1].unique_id", equalTo(unique.toString()));
    }

    @Test
    void arePutAsideWhereNobodyKnowsWhatTheyAreAbout() {
        Place place = place();
        String unknown = Hashes.sha256("unknown to everybody " + place.task);
        world.importAnnotation(place.record(0, left(), null, unknown, place.presentData()));
        world.importAnnotation(place.record(1, left(), null, PRESENT_SPEC, unknown));
        world.importAnnotation(place.record(2, left(), null, "no hash", place.presentData()));
        world.importAnnotation(place.record(3, Results.selected("right"), null, PRESENT_SPEC, place.presentData()));

        annotations(place.owner, place.task, 1).body("[0].result[0].value.selected", equalTo("right"));
        String key = "prefstream.imports.v1/" + place.task;
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(world.deadLetters(place.task)).extracting(ConsumerRecord::key)
                        .containsExactlyInAnyOrder(key + "/0", key + "/1", key + "/2"));
    }

    @Test
    void arePutAsideWithTheReasonWhereTheyContradictWhatTheyWereAcceptedUnder() {
        Place place = place();
        world.importAnnotation(place.record(0, selected("nobody", "left"), null, PRESENT_SPEC, place.presentData()));

        await().atMost(SOON).untilAsserted(() -> assertThat(world.deadLetters(place.task)).hasSize(1));

        ConsumerRecord<String, byte[]> letter = world.deadLetters(place.task).get(0);
        assertThat(text(Base64.getDecoder().decode(letter.value()))).contains("\"from_name\":\"nobody\"",
                "\"import_id\":5150");
        assertThat(text(letter.headers().lastHeader("ps_cause").value()))
                .contains("There is no control named \"nobody\"");
        annotations(place.owner, place.task, 0);
    }

    /** A task, and who imported it. */
    private record Place(World world, Client owner, long project, long task) {

        ImportedAnnotationRecord record(int index, List<Object> result, @Nullable UUID uniqueId, String spec,
                String data) {
            return new ImportedAnnotationRecord(task, project, index, owner.id(), result, false, true,
                    new BigDecimal("7.5"), Records.BEGINNING, MADE, CHANGED, uniqueId, 5150L, null, spec, data);
        }

        String presentData() {
            return Hashes.sha256(Json.write(Records.data(task)));
        }

        Place anotherTask() {
            return new Place(world, owner, project, world.task(project));
        }
    }

    private Place place() {
        long project = world.project(1);
        return new Place(world, world.owner(), project, world.task(project));
    }

    private static ValidatableResponse annotations(Client reader, long task, int count) {
        await().atMost(SOON).untilAsserted(() -> reader.annotationsOf(task).statusCode(200).body("$", hasSize(count)));
        return reader.annotationsOf(task);
    }

    private static String onlyRow(int annotation) {
        List<TopicEntry> rows = TestServers.topics()
                .await(Topic.PREFERENCES, key -> key.startsWith(annotation + "/"),
                        found -> assertThat(found).hasSize(1));
        return rows.get(0).text();
    }

    private static List<Object> left() {
        return Results.selected("left");
    }

    private static List<Object> selected(String control, String side) {
        return List.of(Results.region(control, "pairwise", Map.of("selected", side)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
