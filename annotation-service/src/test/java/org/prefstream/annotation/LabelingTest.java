package org.prefstream.annotation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.prefstream.annotation.World.User;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.RealServers;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "annotation"))
class LabelingTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    World world;

    @Inject
    TaskServiceStandIn taskService;

    @Inject
    TaskServiceStandIn.Projects ownedProjects;

    @Test
    void aSubmittedPreferenceIsOneRecordOnTheDatasetTopic() {
        long project = world.project(1);
        long task = world.tasks(project, 1, 1).get(0);
        User owner = knownOwner();

        long id = submitted(owner, task, pairwise("right", 2));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(world.published(Topic.PREFERENCES, id + "/")).singleElement()
                        .satisfies(record -> assertThat(record.value()).contains(
                                "\"chosen\":\"second of " + task + "\"", "\"rejected\":\"first of " + task + "\"",
                                "\"margin\":2.0", "\"chosen_model\":\"m-1200\"", "\"shown_order\":[0,1]")));
        assertThat(world.published(Topic.ANNOTATIONS, Long.toString(id))).hasSize(1);
    }

    @Test
    void aJudgementChangedToATieLeavesATombstoneAndADeletedOneToo() {
        long project = world.project(1);
        long task = world.tasks(project, 1, 1).get(0);
        User owner = knownOwner();
        long id = submitted(owner, task, pairwise("left", null));

        as(owner).body(Map.of("result", pairwise("right", null)))
                .patch("/api/annotations/{id}/", id)
                .then()
                .statusCode(200);
        as(owner).body(Map.of("result", pairwise("tie", null)))
                .patch("/api/annotations/{id}", id)
                .then()
                .statusCode(200);
        as(owner).delete("/api/annotations/{id}/", id).then().statusCode(204);

        await().atMost(SOON).untilAsserted(() -> {
            List<ConsumerRecord<String, String>> records = List.copyOf(published(Topic.PREFERENCES, id + "/"));
            assertThat(records).hasSize(3);
            assertThat(records.get(0).value()).contains("\"chosen_index\":0");
            assertThat(records.get(1).value()).contains("\"chosen_index\":1");
            assertThat(records.get(2).value()).isNull();
        });
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(published(Topic.ANNOTATIONS, Long.toString(id))).last()
                        .satisfies(record -> assertThat(record.value()).isNull()));
        as(owner).get("/api/annotations/{id}", id)
                .then()
                .statusCode(404)
                .body("detail", equalTo("No Annotation matches the given query."));
    }

    @Test
    void theSameSubmitTwentyTimesInParallelIsOneAnnotationWithEqualAnswers() throws Exception {
        long project = world.project(1);
        long task = world.tasks(project, 1, 1).get(0);
        User owner = knownOwner();
        awaitKnown(owner, task);
        String uniqueId = UUID.randomUUID().toString();

        List<String> byKey = parallel(20,
                () -> as(owner).header("Idempotency-Key", "k" + uniqueId)
                        .body(Map.of("result", pairwise("left", null)))
                        .post("/api/tasks/{id}/annotations", task)
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString());
        List<String> byUniqueId = parallel(20,
                () -> as(owner).body(Map.of("result", pairwise("left", null), "unique_id", uniqueId))
                        .post("/api/tasks/{id}/annotations", task)
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString());

        assertThat(new HashSet<>(byKey)).hasSize(1);
        assertThat(new HashSet<>(byUniqueId)).hasSize(1);
        as(owner).get("/api/tasks/{id}/annotations/", task).then().body("$", hasSize(2));
        as(owner).header("Idempotency-Key", "k" + uniqueId)
                .body(Map.of("result", pairwise("right", null)))
                .post("/api/tasks/{id}/annotations", task)
                .then()
                .statusCode(409);
    }

    @Test
    void everyTaskIsLabeledByOverlapManyPeopleAndNobodyTwice() throws Exception {
        long project = world.project(2);
        List<Long> tasks = world.tasks(project, 2, 30);
        List<User> annotators = IntStream.range(0, 4).mapToObj(i -> world.user(Role.ANNOTATOR, project)).toList();
        User owner = knownOwner();
        awaitKnown(owner, tasks.get(29));
        annotators.forEach(this::awaitKnown);

        parallel(annotators.stream().<Callable<Integer>>map(annotator -> () -> labelAll(annotator, project)).toList());

        for (long task : tasks) {
            Set<Integer> authors = new HashSet<>(as(owner).get("/api/tasks/{id}/annotations", task)
                    .then()
                    .body("$", hasSize(2))
                    .extract()
                    .<List<Integer>>path("completed_by"));
            assertThat(authors).hasSize(2);
        }
    }

    private int labelAll(User annotator, long project) {
        for (int labeled = 0;; labeled++) {
            Response next = as(annotator).get("/api/projects/{id}/next", project);
            if (next.statusCode() == 404) {
                next.then().body("detail", containsString("There are no tasks for"));
                return labeled;
            }
            int task = next.then().statusCode(200).extract().path("id");
            as(annotator).get("/api/projects/{id}/next", project).then().body("id", equalTo(task));
            as(annotator).body(Map.of("result", pairwise("left", null)))
                    .post("/api/tasks/{id}/annotations", task)
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void aVerdictOnASlotIsStoredInDataOrderAndASecondOneEditsIt() {
        long project = world.project(1);
        long task = world.tasks(project, 1, 1).get(0);
        User annotator = world.user(Role.ANNOTATOR, project);
        awaitKnown(annotator);
        Response claim = awaitClaim(annotator, project);
        String lease = claim.path("leases[0].id");
        int token = claim.path("leases[0].token");
        String shownFirst = claim.path("leases[0].comparison.slots[0].text");
        assertThat(claim.asString()).doesNotContain("m-900");
        boolean swapped = shownFirst.startsWith("second");

        int id = verdict(annotator, lease, Map.of("token", token, "outcome", "preference", "slot", 0)).then()
                .statusCode(200)
                .body("progress.mine", equalTo(1))
                .body("progress.finished", equalTo(1))
                .extract()
                .path("annotation_id");
        verdict(annotator, lease, Map.of("token", token, "outcome", "preference", "slot", 1)).then()
                .statusCode(200)
                .body("annotation_id", equalTo(id));

        as(annotator).get("/api/annotations/{id}", id)
                .then()
                .body("result[0].value.selected", equalTo(swapped ? "left" : "right"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(published(Topic.PREFERENCES, id + "/")).last()
                        .satisfies(record -> assertThat(record.value())
                                .contains("\"shown_order\":" + (swapped ? "[1,0]" : "[0,1]"))
                                .contains("\"chosen\":\"" + (swapped ? "first" : "second") + " of " + task)));
    }

    @Test
    void aVerdictSentAgainWithItsKeyIsTheSameRevision() {
        long project = world.project(1);
        world.tasks(project, 1, 1);
        User annotator = world.user(Role.ANNOTATOR, project);
        awaitKnown(annotator);
        Response claim = awaitClaim(annotator, project);
        Map<String, Object> verdict = Map.of("token", claim.path("leases[0].token"), "outcome", "tie");

        List<Integer> revisions = IntStream.range(0, 3)
                .mapToObj(i -> as(annotator).header("Idempotency-Key", "once")
                        .body(verdict)
                        .post("/api/leases/{id}/verdict", claim.<String>path("leases[0].id"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .<Integer>path("revision"))
                .toList();

        assertThat(revisions).containsOnly(1);
    }

    @Test
    void oneUniqueIdForTwoTasksIsRefused() throws Exception {
        long project = world.project(1);
        List<Long> tasks = world.tasks(project, 1, 2);
        User owner = knownOwner();
        awaitKnown(owner, tasks.get(0));
        awaitKnown(owner, tasks.get(1));
        Map<String, Object> body = Map.of("result", pairwise("left", null), "unique_id", UUID.randomUUID().toString());

        List<Integer> statuses = parallel(tasks.stream()
                .<Callable<Integer>>map(
                        task -> () -> as(owner).body(body).post("/api/tasks/{id}/annotations", task).statusCode())
                .toList());

        assertThat(statuses).containsExactlyInAnyOrder(201, 400);
    }

    @Test
    void aLeaseThatEndedIsLostOnceSomebodyElseHasTheTask() {
        long project = world.project(1);
        world.tasks(project, 1, 1);
        User slow = world.user(Role.ANNOTATOR, project);
        User quick = world.user(Role.ANNOTATOR, project);
        awaitKnown(slow);
        awaitKnown(quick);
        Response claim = awaitClaim(slow, project);
        Map<String, Object> verdict = Map.of("token", claim.path("leases[0].token"), "outcome", "tie");

        await().atMost(SOON).until(() -> claim(quick, project).<List<?>>path("leases").size() == 1);

        verdict(slow, claim.path("leases[0].id"), verdict).then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("https://prefstream.org/problems/lease-lost"));
    }

    @Test
    void aSkippedTaskGoesToSomebodyElse() {
        long project = world.project(1);
        long task = world.tasks(project, 1, 1).get(0);
        User first = world.user(Role.ANNOTATOR, project);
        User second = world.user(Role.ANNOTATOR, project);
        awaitKnown(first);
        awaitKnown(second);
        Response claim = awaitClaim(first, project);

        verdict(first, claim.path("leases[0].id"), Map.of("token", claim.path("leases[0].token"), "outcome", "skip"))
                .then()
                .statusCode(200);

        as(first).get("/api/projects/{id}/next", project).then().statusCode(404);
        as(second).get("/api/projects/{id}/next", project).then().statusCode(200).body("id", equalTo((int) task));
    }

    @Test
    void aTaskThatIsOnNoTopicYetIsAskedForAtItsOwner() {
        long project = world.project(1);
        long known = world.tasks(project, 1, 1).get(0);
        User owner = knownOwner();
        awaitKnown(owner, known);
        long fresh = 5_000_000_000L + project;
        taskService.owns(fresh, project);

        as(owner).body(Map.of("result", pairwise("left", null)))
                .post("/api/tasks/{id}/annotations/", fresh)
                .then()
                .statusCode(201);
    }

    @Test
    void aTaskOfAProjectThatIsOnNoTopicYetIsLabeledAtOnce() {
        User owner = knownOwner();
        long fresh = 7_000_000_000L + owner.id();
        ownedProjects.owns(fresh);
        taskService.owns(fresh, fresh);

        as(owner).body(Map.of("result", pairwise("left", null)))
                .post("/api/tasks/{id}/annotations/", fresh)
                .then()
                .statusCode(201);
    }

    @Test
    void annotationsThatCameWithATaskAreAppliedOnce() {
        long project = world.project(1);
        User owner = knownOwner();
        long task = 6_000_000_000L + project;
        world.importAnnotation(task, project, owner.id(), pairwise("right", null));
        world.importAnnotation(task, project, owner.id(), pairwise("right", null));
        taskService.owns(task, project);

        awaitKnown(owner, task);

        await().atMost(SOON)
                .untilAsserted(() -> as(owner).get("/api/tasks/{id}/annotations", task)
                        .then()
                        .body("$", hasSize(1))
                        .body("[0].result[0].value.selected", equalTo("right")));
    }

    @Test
    void aDeletedTaskTakesItsAnnotationsAndRecordsAlong() {
        long project = world.project(1);
        long task = world.tasks(project, 1, 1).get(0);
        User owner = knownOwner();
        long id = submitted(owner, task, pairwise("left", null));

        world.deleteTask(task);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(published(Topic.PREFERENCES, id + "/")).last()
                        .satisfies(record -> assertThat(record.value()).isNull()));
        as(owner).get("/api/tasks/{id}/annotations", task).then().statusCode(404);
    }

    @Test
    void badInputIsRefusedWithTheFieldThatIsWrongAndNothingIsStored() {
        long project = world.project(1, false, "REQUEUE_FOR_OTHERS");
        long task = world.tasks(project, 1, 1).get(0);
        User owner = knownOwner();
        awaitKnown(owner, task);

        refused(owner, task, Map.of("result", pairwise("middle", null)), "result[0].value.selected");
        refused(owner, task, Map.of("result", Map.of("a", 1)), "result");
        refused(owner, task, Map.of("result", List.of()), "result");
        refused(owner, task, Map.of("result", List.of(region("nothing", "pairwise", Map.of("selected", "left")))),
                "result[0].from_name");
        refused(owner, task,
                Map.of("result", List.of(region("flag", "choices", Map.of("choices", List.of("Perhaps"))))),
                "result[0].value.choices");
        refused(owner, task, Map.of("result", pairwise("left", null), "lead_time", -1), "lead_time");
        refused(owner, task, Map.of("result", pairwise("left", null), "unique_id", "me"), "unique_id");
        refused(owner, task, Map.of("result", pairwise("left", null), "was_cancelled", "perhaps"), "was_cancelled");
        as(owner).body("{\"result\": [{\"from_name\": \"comparison\", \"x\": \"\\u0000\"}]}")
                .post("/api/tasks/{id}/annotations", task)
                .then()
                .statusCode(400);
        as(owner).body("{\"result\": [")
                .post("/api/tasks/{id}/annotations", task)
                .then()
                .statusCode(400)
                .body("detail", containsString("JSON parse error"));
        as(owner).get("/api/tasks/{id}/annotations", task).then().body("$", hasSize(0));
    }

    @Test
    void whoIsNotAMemberSeesNothing() {
        long project = world.project(1);
        long task = world.tasks(project, 1, 1).get(0);
        User stranger = world.user(Role.ANNOTATOR);
        awaitKnown(knownOwner(), task);
        awaitKnown(stranger);

        as(stranger).get("/api/projects/{id}/next", project).then().statusCode(404);
        as(stranger).body(Map.of("result", pairwise("left", null)))
                .post("/api/tasks/{id}/annotations", task)
                .then()
                .statusCode(404);
        given().get("/api/projects/{id}/next", project)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Token")
                .body("detail", equalTo("Authentication credentials were not provided."));
    }

    private static void refused(User user, long task, Map<String, Object> body, String field) {
        Response response = as(user).body(body).post("/api/tasks/{id}/annotations", task);
        response.then().statusCode(400);
        assertThat(response.<Map<String, Object>>path("validation_errors").keySet()).as(response.asString())
                .anySatisfy(named -> assertThat(named).startsWith(field));
    }

    private long submitted(User user, long task, List<Object> result) {
        awaitKnown(user, task);
        int id = as(user).body(Map.of("result", result, "lead_time", 1.5))
                .post("/api/tasks/{id}/annotations/", task)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return id;
    }

    private User knownOwner() {
        User owner = world.user(Role.OWNER);
        awaitKnown(owner);
        return owner;
    }

    private void awaitKnown(User user) {
        await().atMost(SOON).until(() -> as(user).get("/api/annotations/1").statusCode() != 401);
    }

    private void awaitKnown(User user, long task) {
        await().atMost(SOON).until(() -> as(user).get("/api/tasks/{id}/annotations", task).statusCode() == 200);
    }

    private Response awaitClaim(User user, long project) {
        return await().atMost(SOON)
                .until(() -> claim(user, project),
                        claim -> claim.statusCode() == 200 && claim.<List<?>>path("leases").size() == 1);
    }

    private static Response claim(User user, long project) {
        return as(user).body(Map.of("count", 1)).post("/api/projects/{id}/leases", project);
    }

    private static Response verdict(User user, String lease, Map<String, Object> verdict) {
        return as(user).body(verdict).post("/api/leases/{id}/verdict", lease);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a tombstone's value is null, which these assertions ask for
    private List<ConsumerRecord<String, String>> published(Topic topic, String keyPrefix) {
        return (List) world.published(topic, keyPrefix);
    }

    private static RequestSpecification as(User user) {
        return given().header("Authorization", "Token " + user.token()).contentType(ContentType.JSON);
    }

    private static List<Object> pairwise(String selected, Integer strength) {
        return List.of(region("comparison", "pairwise",
                strength == null ? Map.of("selected", selected) : Map.of("selected", selected, "strength", strength)));
    }

    private static Map<String, Object> region(String control, String type, Map<String, Object> value) {
        return Map.of("id", "abcdefghij", "from_name", control, "to_name", control, "type", type, "origin", "manual",
                "value", value);
    }

    private static <T> List<T> parallel(int times, Callable<T> work) throws Exception {
        return parallel(IntStream.range(0, times).<Callable<T>>mapToObj(i -> work).toList());
    }

    private static <T> List<T> parallel(List<? extends Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
