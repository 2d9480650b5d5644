package org.prefstream.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Database;
import org.prefstream.annotation.testing.Results;
import org.prefstream.annotation.testing.TaskServiceKeys;
import org.prefstream.annotation.testing.TestServers;
import org.prefstream.annotation.testing.World;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.TopicEntry;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.kit.projection.Peers;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.test.junit.QuarkusTest;

/** What the copies of this service have missed is found, and this service says which annotations and rows it has. */
@QuarkusTest
class MissedDeletionsTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    World world;

    @Inject
    Database database;

    @Inject
    TaskServiceKeys taskService;

    @Inject
    TopicNames names;

    /** In tests this service is its own peer. */
    @Inject
    Peers peers;

    @Test
    void eachCopyLosesWhatItsOwnerDoesNotHave() throws Exception {
        long project = world.project(1);
        long kept = world.task(project);
        long lost = world.task(project);
        Client owner = world.owner();
        int annotation = owner.submitted(lost, Results.selected("left"));
        int other = owner.submitted(kept, Results.selected("left"));
        long lostProject = world.project(1);
        Client gone = world.annotator(project);
        await().atMost(SOON).until(() -> isHeld("project_copy", "project_id", lostProject));
        taskService.lose(lost);
        taskService.lose(lostProject);
        taskService.lose(gone.id());

        for (Topic topic : names.consumed()) {
            database.execute("insert into copy_in_doubt (topic, comparing) values (?, true)", names.onBroker(topic));
        }
        await().atMost(SOON).until(() -> database.select("select topic from copy_in_doubt"), List::isEmpty);

        assertThat(isHeld("task_copy", "task_id", lost)).isFalse();
        assertThat(isHeld("task_copy", "task_id", kept)).isTrue();
        assertThat(isHeld("project_copy", "project_id", lostProject)).isFalse();
        assertThat(isHeld("project_copy", "project_id", project)).isTrue();
        assertThat(isHeld("access_copy", "user_id", gone.id())).isFalse();
        assertThat(isHeld("access_copy", "user_id", owner.id())).isTrue();
        assertThat(gone.next(project).extract().statusCode()).isEqualTo(401);
        assertThat(database.select("select id from annotation where task_id in (?, ?)", lost, kept))
                .containsExactly(List.of((long) other));
        assertThat(TestServers.topics().await(Topic.ANNOTATIONS, annotation, 2)).last()
                .matches(TopicEntry::isTombstone);
    }

    @Test
    void thisServiceSaysWhichAnnotationsAndRowsItHas() {
        long project = world.project(1);
        Client owner = world.owner();
        int kept = owner.submitted(world.task(project), Results.selected("left"));
        int deleted = owner.submitted(world.task(project), Results.selected("left"));
        int tie = owner.submitted(world.task(project), Results.selected("left"));
        owner.request().delete("/api/annotations/{id}/", deleted).then().statusCode(204);
        owner.change(tie, Results.selected("tie"));

        assertThat(present(Topic.ANNOTATIONS, id(kept), id(deleted), id(tie)))
                .hasValueSatisfying(keys -> assertThat(keys).containsExactlyInAnyOrder(id(kept), id(tie)));
        assertThat(present(Topic.PREFERENCES, row(kept), row(deleted), row(tie), kept + "/other/0-1"))
                .hasValueSatisfying(keys -> assertThat(keys).containsExactly(row(kept)));
        assertThat(present(Topic.IMPORTS, "1/0")).isEmpty();
        assertThatThrownBy(() -> present(Topic.ANNOTATIONS, id(kept), "999999999999"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("never gave out 999999999999");
        assertThatThrownBy(() -> present(Topic.PREFERENCES, "no key")).isInstanceOf(ProblemException.class)
                .hasMessageContaining("400");
    }

    private Optional<List<String>> present(Topic topic, String... keys) {
        return peers.ask("task", "present", Map.of("topic", topic.topicName(), "keys", keys), Map.class, SOON)
                .await()
                .atMost(SOON)
                .map(answer -> ((List<?>) answer.get("keys")).stream().map(String::valueOf).toList());
    }

    private static String id(int annotation) {
        return Integer.toString(annotation);
    }

    private static String row(int annotation) {
        return PreferenceRecord.key(annotation, "comparison", 0, 1);
    }

    private boolean isHeld(String table, String column, long id) throws Exception {
        return !database.select("select from %s where %s = ? and not deleted".formatted(table, column), id).isEmpty();
    }
}
