package org.prefstream.task.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.prefstream.task.testing.AnnotationTopic.annotation;
import static org.prefstream.task.testing.AnnotationTopic.newId;
import static org.prefstream.task.testing.AnnotationTopic.send;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.TopicEntry;
import org.prefstream.task.testing.AnnotationServiceStandIn;
import org.prefstream.task.testing.Api;
import org.prefstream.task.testing.TestServers;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Twins are removed, and never what somebody has judged. */
@QuarkusTest
class RemoveDuplicatesTest {

    private static final String ALL = "\"selectedItems\":{\"all\":true,\"excluded\":[]}";

    private final Api owner = Api.owner();

    @Test
    void theOldestOfTwinsStaysOnceTheyWereCounted() {
        int project = owner.project();
        List<Integer> ids = tasks(project, "a b", "b a", "a c", "a b", "a d", "d a");

        owner.get("/api/dm/actions?project=" + project).body("id", hasItem("remove_duplicates"));
        perform(project, ALL + ",\"dry_run\":true").body("processed_items", equalTo(3))
                .body("detail",
                        equalTo("Nothing was done. It would be done to 3 tasks, with 0 judgements and 0 skips"));
        owner.get("/api/projects/" + project).body("task_number", equalTo(6));
        perform(project, ALL).body("processed_items", equalTo(3)).body("reload", equalTo(true));

        owner.get("/api/tasks?include=id&project=" + project)
                .body("tasks.id", contains(ids.get(0), ids.get(2), ids.get(4)));
        assertThat(TestServers.topics().await(Topic.TASKS, ids.get(1), 2)).last().matches(TopicEntry::isTombstone);
        perform(project, ALL).body("processed_items", equalTo(0)).body("reload", equalTo(false));
    }

    @Test
    void whatSomebodyHasJudgedOrSkippedStays() throws Exception {
        int project = owner.project();
        int ann = owner.someone("annotator").id();
        List<Integer> ids = tasks(project, "a b", "b a", "a b", "a b", "c d", "c d");
        judge(project, ids.get(1), ann, false);
        judge(project, ids.get(3), ann, false);
        judge(project, ids.get(5), ann, true);

        perform(project, ALL + ",\"dry_run\":true").body("processed_items", equalTo(3));
        perform(project, ALL).body("processed_items", equalTo(3));

        owner.get("/api/tasks?include=id&project=" + project)
                .body("tasks.id", contains(ids.get(1), ids.get(3), ids.get(5)));
    }

    @Test
    void onlyTwinsAmongTheChosenTasksCount() {
        int project = owner.project();
        List<Integer> ids = tasks(project, "a b", "b a", "a b", "a b");
        String first = "\"filters\":{\"conjunction\":\"and\",\"items\":[{\"filter\":\"filter:tasks:inner_id\",\"operator\":\"greater\",\"type\":\"Number\",\"value\":2}]},";

        perform(project, "\"selectedItems\":{\"all\":false,\"included\":[" + ids.get(3) + "]}").body("processed_items",
                equalTo(0));
        perform(project, first + ALL).body("processed_items", equalTo(1));

        owner.get("/api/tasks?include=id&project=" + project)
                .body("tasks.id", contains(ids.get(0), ids.get(1), ids.get(2)));
    }

    @Test
    void manySetsAreGoneThrough() {
        int project = owner.project();
        tasks(project, IntStream.range(0, 900).mapToObj(i -> "x" + i % 300 + " y").toArray(String[]::new));

        perform(project, ALL).body("processed_items", equalTo(600));

        owner.get("/api/tasks?include=id&page_size=-1&project=" + project).body("total", equalTo(300));
    }

    private List<Integer> tasks(int project, String... answers) {
        String all = List.of(answers)
                .stream()
                .map(pair -> pair.split(" "))
                .map(pair -> "{\"prompt\":\"p\",\"answer1\":\"" + pair[0] + "\",\"answer2\":\"" + pair[1] + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        return owner.importJson(project, all).statusCode(201).extract().path("task_ids");
    }

    private ValidatableResponse perform(int project, String body) {
        return owner.json("{" + body + "}")
                .post("/api/dm/actions?id=remove_duplicates&project=" + project)
                .then()
                .statusCode(200);
    }

    private static void judge(int project, int task, int author, boolean skipped) throws Exception {
        long id = newId();
        RecordMetadata sent = send(id, 1, annotation(id, project, task, author, skipped));
        AnnotationServiceStandIn.published(project, sent.topic(), sent.partition(), sent.offset());
    }
}
