package org.prefstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

class GoldenFilesTest {

    static Stream<Golden> goldens() {
        return Golden.all();
    }

    @ParameterizedTest
    @EnumSource
    void everyTopicHasGoldenFiles(Topic topic) {
        assertThat(Golden.of(topic)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void isReadAndWrittenBackByteForByte(Golden golden) throws JsonProcessingException {
        assertThat(Golden.MAPPER.writeValueAsString(golden.read())).isEqualTo(golden.json());
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void isValidAgainstItsSchema(Golden golden) {
        assertThat(Golden.violations(golden.topic(), golden.json())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void knowsItsTopic(Golden golden) {
        assertThat(golden.read().topic()).isEqualTo(golden.topic());
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void readsWhatANewerVersionWillWrite(Golden golden) throws JsonProcessingException {
        String newer = withUnknownKeys(Golden.tree(golden.json()), golden.topic()).toString();
        ObjectMapper strict = new ObjectMapper().registerModule(new JavaTimeModule());

        TopicRecord read = strict.readValue(newer, golden.topic().recordType());

        assertThat(read).isEqualTo(strict.readValue(golden.json(), golden.topic().recordType()));
        assertThat(Golden.violations(golden.topic(), newer)).isEmpty();
    }

    @Test
    void keysAreThoseOfTheContract() {
        assertThat(new Golden(Topic.ACCESS, "annotator.json").read().key()).isEqualTo("3");
        assertThat(new Golden(Topic.PROJECTS, "comparison.json").read().key()).isEqualTo("7");
        assertThat(new Golden(Topic.TASKS, "two-answers.json").read().key()).isEqualTo("42");
        assertThat(new Golden(Topic.ANNOTATIONS, "tie.json").read().key()).isEqualTo("91");
        assertThat(new Golden(Topic.PREFERENCES, "ranking.json").read().key()).isEqualTo("91/order/1-2");
        assertThat(new Golden(Topic.IMPORTS, "preference.json").read().key()).isEqualTo("42/0");
    }

    /** Adds a key to every object whose form the contract decides; a task's data, a result and the attributes of a tag are the
     * sender's own. */
    private static JsonNode withUnknownKeys(JsonNode node, Topic topic) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (!isTheSenders(field.getKey(), topic)) {
                    withUnknownKeys(field.getValue(), topic);
                }
            });
            object.put("of_a_newer_version", "x");
        } else if (node.isArray()) {
            node.forEach(element -> withUnknownKeys(element, topic));
        }
        return node;
    }

    private static boolean isTheSenders(String key, Topic topic) {
        return switch (topic) {
            case TASKS -> key.equals("data") || key.equals("meta");
            case ANNOTATIONS -> key.equals("result") || key.equals("row");
            case IMPORTS -> key.equals("result");
            case PREFERENCES -> key.equals("prompt") || key.equals("chosen") || key.equals("rejected");
            case PROJECTS -> key.equals("attributes");
            case ACCESS -> false;
        };
    }
}
