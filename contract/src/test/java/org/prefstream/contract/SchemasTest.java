package org.prefstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

class SchemasTest {

    private static final List<String> NULLABLE = List.of("result", "lead_time", "parent_prediction",
            "parent_annotation", "import_key", "import_id");
    /** Keys that records of former versions have not, or that stand only where there is something to say. */
    private static final List<String> LATER = List.of("asking", "skip_reason", "guidelines_version",
            "label_config_sha256", "model_version", "rowless");

    @ParameterizedTest
    @EnumSource
    void theSchemaIsFoundUnderItsAddress(Topic topic) {
        ObjectNode schema = Golden.tree(Schemas.json(topic));

        assertThat(schema.path("$id").asText()).isEqualTo(topic.schemaId());
        assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }

    @ParameterizedTest
    @EnumSource
    void theSchemaDemandsTheKeysThatTheRecordWritesInThatOrder(Topic topic) {
        Set<String> keys = new LinkedHashSet<>();
        Golden.of(topic)
                .map(golden -> Golden.MAPPER.<ObjectNode>valueToTree(golden.read()))
                .sorted(Comparator.comparing(ObjectNode::size).reversed())
                .forEach(record -> record.fieldNames().forEachRemaining(keys::add));
        List<String> written = new ArrayList<>(keys);
        ObjectNode schema = Golden.tree(Schemas.json(topic));
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(key -> required.add(key.asText()));
        List<String> described = new ArrayList<>();
        schema.path("properties")
                .properties()
                .stream()
                .filter(property -> property.getValue().isObject())
                .forEach(property -> described.add(property.getKey()));

        assertThat(described).isEqualTo(written);
        written.removeAll(LATER);
        assertThat(required).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void aMissingKeyIsRefused(Golden golden) {
        List<String> keys = new ArrayList<>();
        Golden.tree(golden.json()).fieldNames().forEachRemaining(keys::add);
        keys.removeAll(LATER);

        assertThat(keys).allSatisfy(
                key -> assertThat(violations(golden, value -> value.remove(key))).as("without %s", key).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void nullIsRefusedWhereTheContractHasNone(Golden golden) {
        List<String> keys = new ArrayList<>();
        Golden.tree(golden.json()).fieldNames().forEachRemaining(keys::add);
        keys.removeAll(NULLABLE);
        if (golden.topic() == Topic.IMPORTS) {
            keys.remove("unique_id");
        }

        assertThat(keys).allSatisfy(
                key -> assertThat(violations(golden, value -> value.putNull(key))).as("null %s", key).isNotEmpty());
    }

    static Stream<Golden> goldens() {
        return Golden.all();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void nonsenseIsRefused(Golden golden, String what, Consumer<ObjectNode> mutation) {
        assertThat(violations(golden, mutation)).as(what).isNotEmpty();
    }

    static Stream<Arguments> nonsenseIsRefused() {
        Golden plain = new Golden(Topic.PREFERENCES, "plain.json");
        Golden preference = new Golden(Topic.ANNOTATIONS, "preference.json");
        Golden undecided = new Golden(Topic.ANNOTATIONS, "tie-with-texts.json");
        Golden tie = new Golden(Topic.ANNOTATIONS, "tie.json");
        return Stream.of(nonsense(plain, "a string prompt with message lists as answers", value -> {
            value.putArray("chosen").addObject().put("role", "assistant").put("content", "a");
            value.putArray("rejected").addObject().put("role", "assistant").put("content", "b");
        }), nonsense(plain, "answers of two shapes",
                value -> value.putArray("chosen").addObject().put("role", "assistant").put("content", "a")),
                nonsense(new Golden(Topic.PREFERENCES, "conversation.json"), "a message without a role",
                        value -> value.putArray("prompt").addObject().put("content", "a")),
                nonsense(new Golden(Topic.PREFERENCES, "conversation.json"), "a conversation without a message",
                        value -> value.putArray("prompt")),
                nonsense(plain, "a null under a key of a newer version", value -> value.putNull("agreement")),
                nonsense(plain, "a column that trainers take for their own", value -> value.put("label", true)),
                nonsense(plain, "a margin that is text", value -> value.put("margin", "2.0")),
                nonsense(plain, "a strength above 3", value -> value.put("strength", 4)),
                nonsense(plain, "a negative strength", value -> value.put("strength", -1)),
                nonsense(plain, "a key without a pair", value -> value.put("record_id", "91/comparison")),
                nonsense(plain, "a key whose pair ends at the first candidate",
                        value -> value.put("record_id", "91/comparison/1-0")),
                nonsense(plain, "a shape that the prompt has not", value -> value.put("shape", "messages")),
                nonsense(plain, "an unknown shape", value -> value.put("shape", "audio")),
                nonsense(plain, "another schema", value -> value.put("schema", "preference/2")),
                nonsense(plain, "a time without microseconds",
                        value -> value.put("submitted_at", "2026-11-23T03:00:00Z")),
                nonsense(plain, "one candidate shown", value -> value.putArray("shown_order").add(0)),
                nonsense(preference, "a reason to skip what was judged",
                        value -> value.put("skip_reason", "Both are cut off.")),
                nonsense(preference, "guidelines that are no version", value -> value.put("guidelines_version", 0)),
                nonsense(preference, "an unknown outcome", value -> verdict(value).put("outcome", "maybe")),
                nonsense(preference, "a preference that ranks nothing", value -> verdict(value).putArray("ranking")),
                nonsense(tie, "a tie with a best candidate",
                        value -> verdict(value).putArray("ranking").addArray().add(1).addAll(List.of())),
                nonsense(tie, "a tie with a strength", value -> verdict(value).put("strength", 2)),
                nonsense(undecided, "a skip of a pair", value -> value.put("was_cancelled", true).putArray("verdicts")),
                nonsense(undecided, "a pair of which nothing is said",
                        value -> ((ObjectNode) value.at("/rowless/0")).remove("row")),
                nonsense(undecided, "a pair with a row that nothing could be trained on",
                        value -> ((ObjectNode) value.at("/rowless/0")).put("code", "EMPTY_TEXT")),
                nonsense(undecided, "an empty list of pairs", value -> value.putArray("rowless")),
                nonsense(preference, "a skip with a verdict", value -> value.put("was_cancelled", true)),
                nonsense(preference, "a result that is no list of objects",
                        value -> value.putArray("result").add("left")),
                nonsense(preference, "a negative lead time", value -> value.put("lead_time", -1)),
                nonsense(preference, "a unique id that is no UUID", value -> value.put("unique_id", "17427efd")),
                nonsense(new Golden(Topic.IMPORTS, "moved-over.json"), "an old id that is no number",
                        value -> value.put("import_id", "5150")),
                nonsense(new Golden(Topic.IMPORTS, "moved-over.json"), "a configuration that nothing names",
                        value -> value.put("spec_sha256", "")),
                nonsense(new Golden(Topic.ACCESS, "annotator.json"), "an unknown role",
                        value -> value.put("role", "admin")),
                nonsense(new Golden(Topic.ACCESS, "annotator.json"), "a token in plain text",
                        value -> value.put("token_hash", "hunter2")),
                nonsense(new Golden(Topic.TASKS, "two-answers.json"), "data that is no object",
                        value -> value.put("data", "text")),
                nonsense(new Golden(Topic.TASKS, "two-answers.json"), "no overlap", value -> value.put("overlap", 0)),
                nonsense(new Golden(Topic.PROJECTS, "comparison.json"), "a control without a type",
                        value -> ((ObjectNode) value.at("/comparison_spec/controls/0")).remove("type")));
    }

    private static Arguments nonsense(Golden golden, String what, Consumer<ObjectNode> mutation) {
        return Arguments.of(golden, what, mutation);
    }

    private static ObjectNode verdict(ObjectNode annotation) {
        return (ObjectNode) annotation.at("/verdicts/0");
    }

    private static List<String> violations(Golden golden, Consumer<ObjectNode> mutation) {
        ObjectNode value = Golden.tree(golden.json());
        mutation.accept(value);
        return Golden.violations(golden.topic(), value.toString());
    }
}
