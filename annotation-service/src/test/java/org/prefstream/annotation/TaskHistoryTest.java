package org.prefstream.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Database;
import org.prefstream.annotation.testing.Results;
import org.prefstream.annotation.testing.World;
import org.prefstream.kit.projection.AnnotationHistory;
import org.prefstream.kit.projection.AnnotationHistory.Entry;
import org.prefstream.kit.projection.Peers;
import org.prefstream.kit.projection.WithdrawnAnnotations;

import io.quarkus.test.junit.QuarkusTest;

/** What became of a task's annotations, as task-service asks for it. Here the service is its own peer. */
@QuarkusTest
class TaskHistoryTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    World world;

    @Inject
    Peers peers;

    @Inject
    Database database;

    @Test
    void everyEditIsToldWithWhatWasSaidAndWhoDidIt() {
        long project = world.project(2);
        long task = world.tasks(project, 2, 1).get(0);
        Client annotator = world.annotator(project);
        Client owner = world.owner();
        int annotation = annotator.submitted(task, Results.selected("left"));
        annotator.change(annotation, Results.selected("right"));
        owner.change(annotation, Results.selected("tie"));
        annotator.request().delete("/api/annotations/{id}", annotation).then().statusCode(204);

        List<Entry> told = history(task);

        assertThat(told).extracting(Entry::kind, Entry::by, Entry::author, Entry::result)
                .containsExactly(tuple("submitted", annotator.id(), annotator.id(), Results.selected("left")),
                        tuple("edited", annotator.id(), annotator.id(), Results.selected("right")),
                        tuple("edited", owner.id(), annotator.id(), Results.selected("tie")),
                        tuple("deleted", annotator.id(), annotator.id(), null));
        assertThat(told).extracting(Entry::at).isSorted();
        assertThat(told).allSatisfy(entry -> assertThat(entry.annotationId()).isEqualTo(annotation));
    }

    @Test
    void skipsHaveTheirReasonsAndAreWithdrawnByWhoAskedForIt() {
        long project = world.project(2);
        long task = world.tasks(project, 2, 1).get(0);
        Client annotator = world.annotator(project);
        annotator.awaitTask(task);
        annotator.submit(task, Map.of("was_cancelled", true, "skip_reason", "Both are cut off.")).statusCode(201);
        peers.ask("task", "projects/" + project + "/skips/withdrawal", Map.of("tasks", List.of(task), "by", 77),
                WithdrawnAnnotations.class, SOON).await().atMost(SOON);

        assertThat(history(task))
                .extracting(Entry::kind, Entry::by, Entry::wasCancelled, Entry::skipReason, Entry::known)
                .containsExactly(tuple("submitted", annotator.id(), true, "Both are cut off.", true),
                        tuple("withdrawn", 77L, true, null, false));
    }

    @Test
    void aFirstSubmitWritesNothingMoreAndADeletedTaskLeavesNothing() throws SQLException {
        long project = world.project(2);
        long task = world.tasks(project, 2, 1).get(0);
        Client owner = world.owner();
        int annotation = owner.submitted(task, Results.selected("left"));
        assertThat(kept(task)).isZero();
        owner.change(annotation, Results.selected("right"));
        assertThat(kept(task)).isEqualTo(1);

        world.deleteTask(task);

        await().atMost(SOON).until(() -> kept(task) == 0);
        assertThat(history(task)).isEmpty();
    }

    private long kept(long task) throws SQLException {
        return (Long) database.select("select count(*) from annotation_change where task_id = ?", task).get(0).get(0);
    }

    private List<Entry> history(long task) {
        return peers.ask("task", "tasks/" + task + "/history", Map.of(), AnnotationHistory.class, SOON)
                .await()
                .atMost(SOON)
                .orElseThrow()
                .entries();
    }
}
