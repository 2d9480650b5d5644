package org.prefstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.Topic;
import org.prefstream.e2e.support.Json;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;
import org.prefstream.embedded.testing.TopicEntry;
import org.prefstream.embedded.testing.TopicReader;

import com.fasterxml.jackson.databind.JsonNode;

/** Journey 4: a judgement is changed, becomes a tie, comes back, is deleted, alone or with its project. */
@Order(4)
@ExtendWith(SharedSystem.class)
class ChangedMindJourney {

    static final Duration SOON = Duration.ofSeconds(10);

    final RunningSystem system;
    final Project project;
    final long annotation;
    final String row;
    long revision;

    ChangedMindJourney(RunningSystem system) {
        this.system = system;
        project = Project.create(system, "Changed mind", 1);
        List<Long> tasks = project.importComparisons(2);
        annotation = submit(tasks.get(0), "left");
        row = PreferenceRecord.key(annotation, "comparison", 0, 1);
        submit(tasks.get(1), "right"); // stays, so that the export is never empty
    }

    @BeforeEach
    void theFirstJudgementIsPublished() {
        awaitRow("First answer to 0");
    }

    @Test
    void theOtherSideReplacesTheRow() {
        change("right");

        awaitRow("Second answer to 0");
    }

    @Test
    void aTieTurnsTheRowIntoATombstoneAndIsAVerdict() {
        change("tie");

        awaitTombstone();
        JsonNode verdict = Json.read(newest(Topic.ANNOTATIONS, Long.toString(annotation)).orElseThrow().text())
                .at("/verdicts/0");
        assertThat(verdict.path("outcome").asText()).isEqualTo("tie");
        assertThat(verdict.path("ranking").toString()).isEqualTo("[[0,1]]");
    }

    @Test
    void aPreferenceAfterATieBringsTheRowBack() {
        change("tie");
        awaitTombstone();
        change("left");

        awaitRow("First answer to 0");
    }

    @Test
    void aDeletedJudgementIsGoneFromTopicsAndExports() {
        change("right");
        awaitRow("Second answer to 0");
        project.owner().delete("/api/annotations/" + annotation).expect(204);

        awaitTombstone();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(newest(Topic.ANNOTATIONS, Long.toString(annotation)))
                        .hasValueSatisfying(entry -> assertThat(entry.isTombstone()).isTrue()));
        assertThat(project.exportedAnnotations()).extracting(exported -> exported.path("id").asLong())
                .hasSize(1)
                .doesNotContain(annotation);
        project.owner().get("/api/annotations/" + annotation).expect(404);
    }

    @Test
    void aDeletedProjectLeavesNothingButTombstones() {
        project.owner().delete(project.path("")).expect(204);

        for (Topic topic : List.of(Topic.TASKS, Topic.ANNOTATIONS, Topic.PREFERENCES)) {
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(TopicReader.newest(project.published(system, topic)).values()).hasSize(2)
                                    .allMatch(TopicEntry::isTombstone));
        }
        assertThat(newest(Topic.PROJECTS, Long.toString(project.id())))
                .hasValueSatisfying(entry -> assertThat(entry.isTombstone()).isTrue());
        project.owner().get("/api/annotations/" + annotation).expect(404);
        project.owner().get(project.path("/export?exportType=JSON")).expect(404);
    }

    private long submit(long task, String side) {
        return project.owner()
                .post("/api/tasks/" + task + "/annotations", Judgement.of(side))
                .expect(201)
                .json()
                .path("id")
                .asLong();
    }

    private void change(String selected) {
        project.owner().patch("/api/annotations/" + annotation, Judgement.of(selected)).expect(200);
    }

    private void awaitRow(String chosen) {
        TopicEntry entry = awaitRevision();
        assertThat(Json.read(entry.text()).path("chosen").asText()).isEqualTo(chosen);
        assertThat(Json.read(entry.text()).path("revision").asLong()).isEqualTo(entry.revision());
        assertThat(project.exportedRows().get(row)).isEqualTo(Json.read(entry.text()));
    }

    private void awaitTombstone() {
        assertThat(awaitRevision().isTombstone()).isTrue();
        assertThat(project.exportedRows()).hasSize(1).doesNotContainKey(row);
    }

    /** Waits for a record of the row with a higher revision than the last one seen. */
    private TopicEntry awaitRevision() {
        TopicEntry entry = await().atMost(SOON)
                .until(() -> newest(Topic.PREFERENCES, row),
                        newest -> newest.isPresent() && newest.get().revision() > revision)
                .orElseThrow();
        revision = entry.revision();
        return entry;
    }

    private Optional<TopicEntry> newest(Topic topic, String key) {
        return Optional.ofNullable(TopicReader.newest(system.topics().read(topic)).get(key));
    }
}
