package org.prefstream.e2e;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.prefstream.contract.Topic;
import org.prefstream.e2e.LabelingPage.Side;
import org.prefstream.e2e.support.Json;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;

import com.fasterxml.jackson.databind.JsonNode;

/** What a person said of each prompt as the page showed it to them, to be compared with what the system keeps of it. */
final class Said {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<String> WITHOUT_PREFERENCE = Set.of("tie", "both_bad");

    private final Map<String, String> said = new LinkedHashMap<>();

    /** Notes that the person is about to take a side of what is shown. Returns the prompt. */
    String note(LabelingPage page, Side side) {
        return note(page, page.answer(side));
    }

    /** Notes what the person is about to say of what is shown: the text of the better answer, or an outcome. Returns the prompt. */
    String note(LabelingPage page, String words) {
        String prompt = page.prompt();
        said.put(prompt, words);
        return prompt;
    }

    /** {@return of how many prompts something was said} */
    int size() {
        return said.size();
    }

    /** Waits until the export and the topic hold all of it, and finds nothing else in them. */
    void assertStored(RunningSystem system, Project project) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(project.published(system, Topic.PREFERENCES)).hasSize(preferred().size()));
        assertThat(chosen(
                project.published(system, Topic.PREFERENCES).stream().map(entry -> Json.read(entry.text())).toList()))
                .isEqualTo(preferred());
        assertThat(chosen(List.copyOf(project.exportedRows().values()))).isEqualTo(preferred());
        assertThat(stored(project)).isEqualTo(said);
    }

    private Map<String, String> preferred() {
        Map<String, String> preferred = new LinkedHashMap<>(said);
        preferred.values().removeAll(WITHOUT_PREFERENCE);
        return preferred;
    }

    private static Map<String, String> chosen(List<JsonNode> rows) {
        return rows.stream().collect(toMap(row -> row.path("prompt").asText(), row -> row.path("chosen").asText()));
    }

    /** A second annotation of a task would be one too many. */
    private static Map<String, String> stored(Project project) {
        Map<String, String> stored = new LinkedHashMap<>();
        for (JsonNode task : Json.read(project.export("JSON"))) {
            assertThat(task.path("annotations")).as("annotations of %s", task.path("data")).hasSize(1);
            stored.put(task.at("/data/prompt").asText(), words(task));
        }
        return stored;
    }

    private static String words(JsonNode task) {
        String selected = task.at("/annotations/0/result/0/value/selected").asText();
        return switch (selected) {
            case "left" -> task.at("/data/answer1").asText();
            case "right" -> task.at("/data/answer2").asText();
            default -> selected;
        };
    }
}
