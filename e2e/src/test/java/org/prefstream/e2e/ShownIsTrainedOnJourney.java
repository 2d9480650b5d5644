package org.prefstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.contract.Topic;
import org.prefstream.e2e.support.Json;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Journey 12: whatever the configuration and the data look like, what the page is sent, what is on the topic and what is in the
 * export are the same words.
 */
@Order(12)
@ExtendWith(SharedSystem.class)
class ShownIsTrainedOnJourney {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String SEED = """
            <View><Text name="prompt" value="$prompt"/><Pairwise name="comparison" toName="answer1,answer2"/>
            <Text name="answer1" value="$answer1"/><Text name="answer2" value="$answer2"/></View>""";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            22-nested-key          | "Which river is longer?"                       | "The Nile."          | "The Thames."
            23-list-index          | "Which metal is liquid at room temperature?"   | "Mercury."           | "Iron."
            24-text-around-variable| "Task (birds): Which bird cannot fly?"         | "The ostrich."       | "The swift."
            25-header-prompt       | "Which bird cannot fly?"                       | "The ostrich."       | "The swift."
            89-named-header        | "Which bird cannot fly?"                       | "The ostrich."       | "The swift."
            26-lowercase-tags      | "Which bird cannot fly?"                       | "The ostrich."       | "The swift."
            60-sharegpt            | [{"role":"user","content":"Who wrote Faust?"}] | [{"role":"assistant","content":"Goethe."}] | [{"role":"assistant","content":"Schiller."}]
            85-chat-tool-calls     | [{"role":"user","content":"Weather in Bern?"},{"role":"assistant","content":"","tool_calls":[{"type":"function","function":{"name":"weather","arguments":{"city":"Bern"}}}]},{"role":"tool","content":"{\\"temp_c\\": 21}","name":"weather"}] | [{"role":"assistant","content":"It is 21 degrees."}] | [{"role":"assistant","content":"I do not know."}]
            86-paragraphs-dialogue | [{"role":"user","content":"My order is late.","name":"Customer"},{"role":"assistant","content":"Which one?","name":"Agent"},{"role":"user","content":"Number 7.","name":"Customer"}] | [{"role":"assistant","content":"It arrives tomorrow."}] | [{"role":"assistant","content":"Sorry."}]
            """)
    void theSameWordsAreOnThePageOnTheTopicAndInTheExport(String folder, String prompt, String chosen, String rejected,
            RunningSystem system) {
        Project project = project(system, folder);
        project.importTasks(tasks(folder));

        JsonNode lease = claim(project);
        judge(project, lease, lease.at("/shown/comparisons/0"), chosen);

        JsonNode row = onlyRow(project);
        assertThat(row.path("prompt")).isEqualTo(Json.read(prompt));
        assertThat(row.path("chosen")).isEqualTo(Json.read(chosen));
        assertThat(row.path("rejected")).isEqualTo(Json.read(rejected));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(project.published(system, Topic.PREFERENCES))
                        .anySatisfy(entry -> assertThat(Json.read(entry.text())).isEqualTo(row)));
        assertThat(shownPrompt(lease)).isEqualTo(
                row.path("prompt").isTextual() ? row.path("prompt").asText() : row.path("prompt").toString());
    }

    @Test
    void theModelsOfAnswersInAListAreInTheRowAndNotOnThePage(RunningSystem system) {
        Project project = project(system, "23-list-index");
        project.importTasks(tasks("23-list-index"));

        JsonNode lease = claim(project);
        judge(project, lease, lease.at("/shown/comparisons/0"), "\"Iron.\"");

        assertThat(lease.toString()).doesNotContain("m-small", "m-large");
        assertThat(onlyRow(project).path("chosen_model").asText()).isEqualTo("m-large");
        assertThat(onlyRow(project).path("rejected_model").asText()).isEqualTo("m-small");
    }

    @Test
    void theAnswersToARepeaterAreKnownByTheirIndex(RunningSystem system) {
        Project project = project(system, "32-repeater");
        long task = project.importTasks(tasks("32-repeater")).get(0);

        project.owner()
                .post("/api/tasks/" + task + "/annotations",
                        Map.of("result", List.of(quality("quality_0", "Poor"), quality("quality_1", "Good"))))
                .expect(201);
        project.owner()
                .post("/api/tasks/" + task + "/annotations", Map.of("result", List.of(quality("quality_2", "Good"))))
                .expect(400);

        JsonNode flat = Json.read(project.export("JSON_MIN")).get(0);
        assertThat(flat.path("quality_0").asText()).isEqualTo("Poor");
        assertThat(flat.path("quality_1").asText()).isEqualTo("Good");
        assertThat(project.export("CSV")).startsWith("\"annotation_id\"").contains("\"quality_0\",\"quality_1\"");
    }

    @Test
    void aFileHasOneShapeAndTheTopicSaysEachRowsOwn(RunningSystem system) {
        Project project = project(system, "61-mixed-shapes");
        for (long task : project.importTasks(tasks("61-mixed-shapes"))) {
            project.owner()
                    .post("/api/tasks/" + task + "/annotations",
                            Map.of("result",
                                    List.of(Map.of("from_name", "comparison", "to_name", "comparison", "type",
                                            "pairwise", "value", Map.of("selected", "left")))))
                    .expect(201);
        }

        assertThat(project.exportedRows().values()).extracting(row -> row.path("shape").asText())
                .containsExactly("messages", "messages");
        assertThat(project.exportedRows().values().iterator().next().path("prompt"))
                .isEqualTo(Json.read("[{\"role\":\"user\",\"content\":\"Which bird cannot fly?\"}]"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(project.published(system, Topic.PREFERENCES))
                        .extracting(entry -> Json.read(entry.text()).path("shape").asText())
                        .containsExactlyInAnyOrder("text", "messages"));
    }

    private static Map<String, Object> quality(String control, String choice) {
        return Map.of("from_name", control, "to_name", "answer" + control.substring(control.indexOf('_')), "type",
                "choices", "value", Map.of("choices", List.of(choice)));
    }

    private static Project project(RunningSystem system, String folder) {
        return Project.create(system,
                Map.of("title", folder, "label_config", resource(folder + "/config.xml").orElse(SEED)));
    }

    private static List<JsonNode> tasks(String folder) {
        JsonNode tasks = Json.read(resource(folder + "/tasks.json").orElseThrow());
        return StreamSupport.stream(tasks.spliterator(), false).toList();
    }

    private static JsonNode claim(Project project) {
        return project.owner().post(project.path("/leases"), "{}").expect(200).json().at("/leases/0");
    }

    /** Prefers the slot in which the page shows that answer. */
    private static void judge(Project project, JsonNode lease, JsonNode comparison, String chosen) {
        int slot = shown(comparison.at("/slots/0")).equals(words(Json.read(chosen))) ? 0 : 1;
        assertThat(shown(comparison.at("/slots/" + slot))).isEqualTo(words(Json.read(chosen)));
        project.owner()
                .post("/api/leases/" + lease.path("id").asText() + "/verdict",
                        Map.of("token", lease.path("token").asLong(), "outcome", "preference", "slot", slot))
                .expect(200);
    }

    private static String shownPrompt(JsonNode lease) {
        return String.join("\n\n",
                StreamSupport.stream(lease.at("/shown/parts").spliterator(), false)
                        .filter(part -> !part.path("caption").asBoolean())
                        .map(ShownIsTrainedOnJourney::shown)
                        .toList());
    }

    private static String shown(JsonNode content) {
        return content.has("messages") ? content.path("messages").toString() : content.path("text").asText();
    }

    /** A single message of the assistant is what the page shows as a text, unless the data has it as a message. */
    private static String words(JsonNode answer) {
        boolean plain = answer.isArray() && answer.size() == 1 && !FROM_DATA.contains(answer);
        return answer.isTextual()
                ? answer.asText()
                : plain ? answer.get(0).path("content").asText() : answer.toString();
    }

    /** Answers that are messages in the data already. */
    private static final List<JsonNode> FROM_DATA = List.of(
            Json.read("[{\"role\":\"assistant\",\"content\":\"Goethe.\"}]"),
            Json.read("[{\"role\":\"assistant\",\"content\":\"Schiller.\"}]"));

    private static JsonNode onlyRow(Project project) {
        assertThat(project.exportedRows()).hasSize(1);
        return project.exportedRows().values().iterator().next();
    }

    private static Optional<String> resource(String path) {
        try (InputStream in = ShownIsTrainedOnJourney.class.getResourceAsStream("/cases/" + path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
