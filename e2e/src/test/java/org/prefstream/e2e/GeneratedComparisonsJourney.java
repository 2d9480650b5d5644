package org.prefstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.contract.Topic;
import org.prefstream.e2e.support.Json;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;
import org.prefstream.labelstudio.testing.GeneratedTask;
import org.prefstream.labelstudio.testing.GeneratedTurns;
import org.prefstream.labelstudio.testing.GeneratedTurns.Turn;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Journey 14: configurations that nobody thought of. What the page is sent, the row on the topic, and the files that are
 * downloaded hold the words that the configuration shows, or the configuration is warned about or refused.
 */
@Order(14)
@ExtendWith(SharedSystem.class)
class GeneratedComparisonsJourney {

    private static final int CONFIGURATIONS = 30;
    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void thePageTheTopicAndTheFilesHoldTheSameWords(RunningSystem system) {
        Random random = new Random(1);
        List<JsonNode> rows = new ArrayList<>();
        for (int i = 0; i < CONFIGURATIONS; i++) {
            GeneratedTask task = GeneratedTask.next(random);
            Project project = project(system, task.config());
            project.importTasks(List.of(Json.read(task.data())));
            JsonNode lease = project.owner().post(project.path("/leases"), "{}").expect(200).json().at("/leases/0");

            checkPage(task, lease.path("shown"));
            int better = random.nextInt(2);
            prefer(project, lease, task.answers().get(better));

            checkFile(task, project);
            rows.addAll(checkRows(task, better, project));
            assertThat(!warnings(project).isEmpty()).as(task.config()).isEqualTo(task.warned());
        }
        assertThat(rows).hasSizeGreaterThan(CONFIGURATIONS / 2);
        checkTopic(system, rows);
    }

    @Test
    void eachTurnOfARepeaterIsARowOfItsOwn(RunningSystem system) {
        Random random = new Random(2);
        List<JsonNode> all = new ArrayList<>();
        for (int i = 0; i < CONFIGURATIONS / 3; i++) {
            GeneratedTurns task = GeneratedTurns.next(random);
            Project project = project(system, task.config());
            long id = project.importTasks(List.of(task.data())).get(0);
            project.owner()
                    .post("/api/tasks/" + id + "/annotations", Judgement.withResult(task.result().toArray()))
                    .expect(201);

            List<JsonNode> rows = List.copyOf(project.exportedRows().values());

            assertThat(rows).extracting(row -> row.path("control").asText()).isEqualTo(task.controls());
            assertThat(rows).extracting(row -> row.path("prompt").asText())
                    .isEqualTo(task.turns().stream().map(turn -> String.join("\n\n", task.prompt(turn))).toList());
            assertThat(rows).extracting(row -> row.path("chosen").asText())
                    .isEqualTo(task.turns().stream().map(Turn::better).toList());
            assertThat(rows).extracting(row -> row.path("rejected").asText())
                    .isEqualTo(task.turns().stream().map(Turn::worse).toList());
            all.addAll(rows);
        }
        checkTopic(system, all);
    }

    @Test
    void aComparisonThatCanNeverGiveARowIsRefused(RunningSystem system) {
        Random random = new Random(3);
        for (int i = 0; i < CONFIGURATIONS; i++) {
            String broken = GeneratedTask.next(random).brokenConfig(random);

            JsonNode refusal = system.owner()
                    .post("/api/projects", Map.of("title", "broken", "label_config", broken))
                    .expect(400)
                    .json();

            assertThat(refusal.at("/validation_errors/label_config/0").asText()).as(broken)
                    .contains("Pairwise \"comparison\" (line ");
        }
    }

    private static Project project(RunningSystem system, String config) {
        return Project.create(system, Map.of("title", "generated", "label_config", config));
    }

    private static JsonNode warnings(Project project) {
        return project.owner().get(project.path("")).expect(200).json().path("label_config_warnings");
    }

    private static void checkPage(GeneratedTask task, JsonNode shown) {
        assertThat(parts(shown, false)).as(task.config()).isEqualTo(task.prompt());
        assertThat(parts(shown, true)).as(task.config()).isEqualTo(task.captions());
        assertThat(shown.at("/comparisons/0/slots")).as(task.config())
                .extracting(GeneratedComparisonsJourney::words)
                .containsExactlyInAnyOrderElementsOf(task.answers());
    }

    private static List<String> parts(JsonNode shown, boolean captions) {
        return StreamSupport.stream(shown.path("parts").spliterator(), false)
                .filter(part -> part.path("caption").asBoolean() == captions)
                .map(GeneratedComparisonsJourney::words)
                .toList();
    }

    /** A conversation is written as the generator does: line separators are escaped. */
    private static String words(JsonNode part) {
        return part.has("messages")
                ? part.path("messages").toString().replace("\u2028", "\\u2028")
                : part.path("text").asText();
    }

    /** Presses the key of the slot in which the page shows that answer. */
    private static void prefer(Project project, JsonNode lease, String answer) {
        int slot = words(lease.at("/shown/comparisons/0/slots/0")).equals(answer) ? 0 : 1;
        project.owner()
                .post("/api/leases/" + lease.path("id").asText() + "/verdict",
                        Map.of("token", lease.path("token").asLong(), "outcome", "preference", "slot", slot))
                .expect(200);
    }

    /** Label Studio's JSON holds the data as they were imported, and the judgement. */
    private static void checkFile(GeneratedTask task, Project project) {
        JsonNode exported = Json.read(project.export("JSON"));
        assertThat(exported).as(task.config()).hasSize(1);
        assertThat(exported.at("/0/data")).as(task.config()).isEqualTo(Json.read(task.data()));
        assertThat(exported.at("/0/annotations")).as(task.config()).hasSize(1);
    }

    private static List<JsonNode> checkRows(GeneratedTask task, int better, Project project) {
        List<JsonNode> rows = List.copyOf(project.exportedRows().values());
        assertThat(rows).as(task.config()).hasSize(task.teachesNothing() ? 0 : 1);
        for (JsonNode row : rows) {
            assertThat(row.path("prompt")).as(task.config()).isEqualTo(Json.read(Json.write(task.trainingPrompt())));
            assertThat(answer(row.path("chosen"))).as(task.config()).isEqualTo(task.answers().get(better));
            assertThat(answer(row.path("rejected"))).as(task.config()).isEqualTo(task.answers().get(1 - better));
        }
        return rows;
    }

    /** An answer is one message where the prompt is a conversation. */
    private static String answer(JsonNode answer) {
        return answer.isArray() ? answer.at("/0/content").asText() : answer.asText();
    }

    private static void checkTopic(RunningSystem system, List<JsonNode> rows) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(system.topics().read(Topic.PREFERENCES))
                        .filteredOn(entry -> !entry.isTombstone())
                        .extracting(entry -> Json.read(entry.text()))
                        .containsAll(rows));
    }
}
