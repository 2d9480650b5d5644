package org.prefstream.task.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.prefstream.task.testing.AnnotationTopic.annotation;
import static org.prefstream.task.testing.AnnotationTopic.newId;
import static org.prefstream.task.testing.AnnotationTopic.send;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.Outcome;
import org.prefstream.contract.Verdict;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.testing.Api;

import io.quarkus.test.junit.QuarkusTest;

/** What lists of tasks say of what people answered, and how they are filtered by it. */
@QuarkusTest
class AnsweredTasksTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<List<Integer>> LEFT = List.of(List.of(0), List.of(1));
    private static final List<List<Integer>> RIGHT = List.of(List.of(1), List.of(0));

    private final Api owner = Api.owner();

    @Test
    void aTaskSaysWhatMostPeopleAnsweredHowMuchBetterAndHowManyAgree() throws Exception {
        int project = owner.project();
        int clear = owner.task(project);
        int mixed = owner.task(project);
        int tie = owner.task(project);
        int ranked = owner.task(project);
        int skipped = owner.task(project);
        int untouched = owner.task(project);
        long deleted = judge(project, clear, 1, verdict(Outcome.PREFERENCE, RIGHT, 3));
        judge(project, clear, 2, verdict(Outcome.PREFERENCE, RIGHT, 2));
        judge(project, clear, 3, verdict(Outcome.PREFERENCE, LEFT, 0));
        judge(project, clear, 4, verdict(Outcome.PREFERENCE, RIGHT, 1));
        judge(project, mixed, 1, verdict(Outcome.PREFERENCE, LEFT, 1));
        judge(project, mixed, 2, verdict(Outcome.PREFERENCE, RIGHT, 1));
        judge(project, tie, 1, verdict(Outcome.TIE, List.of(List.of(0, 1)), 0));
        judge(project, ranked, 1, verdict(Outcome.RANKING, List.of(List.of(2), List.of(0, 1)), 0));
        long skip = newId();
        send(skip, 1, annotation(skip, project, skipped, 1, true));

        eventually(project,
                Map.of(clear, "preference 2 2.0 0.5", mixed, "mixed null 1.0 0.0", tie, "tie null null null", ranked,
                        "ranking 3 null null", skipped, "null null null null", untouched, "null null null null"));
        selects(project, "outcome", "equal", "\"preference\"", clear);
        selects(project, "outcome", "in_list", "[\"tie\",\"mixed\"]", mixed, tie);
        selects(project, "chosen", "equal", "2", clear);
        selects(project, "chosen", "greater", "1", clear, ranked);
        selects(project, "strength", "greater_or_equal", "1.5", clear);
        selects(project, "agreement", "less", "1", clear, mixed);
        selects(project, "agreement", "empty", "true", tie, ranked, skipped, untouched);
        selects(project, "annotators", "contains", "3", clear);
        selects(project, "avg_lead_time", "equal", "12.5", clear, mixed, tie, ranked, skipped);

        send(deleted, 2, null);
        eventually(project, Map.of(clear, "preference 2 1.5 0.3333333"));
    }

    @Test
    void annotatorsAreNotToldWhatOthersAnswered() throws Exception {
        int project = owner.project();
        int task = owner.task(project);
        judge(project, task, 1, verdict(Outcome.PREFERENCE, LEFT, 1));
        eventually(project, Map.of(task, "preference 1 1.0 null"));
        Api.Someone annotator = owner.someone("annotator");
        owner.json(Map.of("user", annotator.id())).post("/api/projects/" + project + "/members").then().statusCode(201);

        Map<String, Object> seen = annotator.api().get("/api/tasks?project=" + project).extract().path("tasks[0]");

        assertThat(seen).doesNotContainKeys("outcome", "chosen", "strength", "agreement");
        annotator.api()
                .request()
                .queryParam("query", query("chosen", "equal", "1"))
                .get("/api/tasks/totals?project=" + project)
                .then()
                .statusCode(400);
    }

    private static Verdict verdict(Outcome outcome, List<List<Integer>> ranking, int strength) {
        return new Verdict("comparison", outcome, ranking, strength);
    }

    private static long judge(int project, int task, long author, Verdict verdict) throws Exception {
        long id = newId();
        AnnotationRecord plain = annotation(id, project, task, author, false);
        send(id, 1,
                new AnnotationRecord(id, task, project, author, author, plain.result(), false, false, plain.createdAt(),
                        plain.updatedAt(), plain.leadTime(), plain.uniqueId(), null, null, List.of(verdict),
                        List.of(0, 1), "", null, null, null));
        return id;
    }

    private void eventually(int project, Map<Integer, String> expected) {
        await().atMost(SOON).untilAsserted(() -> assertThat(answered(project)).containsAllEntriesOf(expected));
    }

    private Map<Integer, String> answered(int project) {
        Map<Integer, String> answered = new TreeMap<>();
        List<Map<String, Object>> tasks = owner.get("/api/tasks?project=" + project).extract().path("tasks");
        for (Map<String, Object> task : tasks) {
            answered.put((Integer) task.get("id"), "%s %s %s %s".formatted(task.get("outcome"), task.get("chosen"),
                    decimal(task.get("strength")), decimal(task.get("agreement"))));
        }
        return answered;
    }

    private static Object decimal(@Nullable Object number) {
        return number == null ? "null" : ((Number) number).floatValue();
    }

    private void selects(int project, String column, String operator, String value, Integer... tasks) {
        List<Integer> found = owner.request()
                .queryParam("query", query(column, operator, value))
                .get("/api/tasks?project=" + project)
                .then()
                .statusCode(200)
                .extract()
                .path("tasks.id");
        assertThat(found).as("%s %s %s", column, operator, value).containsExactly(tasks);
    }

    private static String query(String column, String operator, String value) {
        return "{\"filters\":{\"conjunction\":\"and\",\"items\":[{\"filter\":%s,\"operator\":\"%s\",\"type\":\"Unknown\",\"value\":%s}]}}"
                .formatted(Json.write("filter:tasks:" + column), operator, value);
    }
}
