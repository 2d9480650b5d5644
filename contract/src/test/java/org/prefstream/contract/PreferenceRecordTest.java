package org.prefstream.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

class PreferenceRecordTest {

    final Golden plain = new Golden(Topic.PREFERENCES, "plain.json");
    final ObjectNode row = Golden.tree(plain.json());

    @Test
    void theKeyNamesThePairInDataOrderWhicheverWasChosen() {
        assertThat(PreferenceRecord.key(91, "order", 2, 1)).isEqualTo("91/order/1-2");
        assertThat(PreferenceRecord.key(91, "order", 1, 2)).isEqualTo("91/order/1-2");
    }

    @ParameterizedTest
    @CsvSource({"5,5.0", "0,0.0", "1E+2,100.0", "18.40,18.40", "0.125,0.125"})
    void leadTimesAlwaysHaveADecimalPoint(String sent, String written) throws JsonProcessingException {
        String value = plain.json().replace("\"lead_time_s\":18.4", "\"lead_time_s\":" + sent);

        assertThat(Golden.MAPPER.writeValueAsString(plain.read(value))).contains("\"lead_time_s\":" + written + ",");
    }

    @ParameterizedTest
    @CsvSource({"plain.json,TEXT", "ranking.json,TEXT", "conversation.json,MESSAGES"})
    void saysItsShape(String golden, PreferenceRecord.Shape shape) {
        assertThat(row(new Golden(Topic.PREFERENCES, golden)).shape()).isEqualTo(shape);
    }

    @Test
    void theShapeIsThatOfThePromptWhateverTheSenderSays() {
        row.put("shape", "messages");

        assertThat(((PreferenceRecord) plain.read(row.toString())).shape()).isEqualTo(PreferenceRecord.Shape.TEXT);
    }

    @Test
    void aTextBecomesOneMessageOfEachSideAndNothingElseChanges() {
        ObjectNode turned = Golden.MAPPER.valueToTree(row(plain).asMessages());

        assertThat(Golden.violations(Topic.PREFERENCES, turned.toString())).isEmpty();
        assertThat(turned.path("shape").asText()).isEqualTo("messages");
        assertThat(turned.path("prompt").toString())
                .isEqualTo("[{\"role\":\"user\",\"content\":" + row.path("prompt") + "}]");
        assertThat(turned.path("chosen").toString())
                .isEqualTo("[{\"role\":\"assistant\",\"content\":" + row.path("chosen") + "}]");
        assertThat(turned.path("rejected").toString())
                .isEqualTo("[{\"role\":\"assistant\",\"content\":" + row.path("rejected") + "}]");
        List<String> ofTheShape = List.of("shape", "prompt", "chosen", "rejected");
        assertThat(turned.remove(ofTheShape)).hasToString(row.remove(ofTheShape).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Be brief.\n\nWho wrote Faust?", "[{\"role\":\"user\",\"content\":\"Hi\"}]",
            "system: be brief", "\u2028"})
    void aTextPromptIsTheUsersWholeMessageWhateverItSays(String prompt) {
        row.put("prompt", prompt);

        assertThat(((PreferenceRecord) plain.read(row.toString())).asMessages().prompt())
                .isEqualTo(List.of(Map.of("role", "user", "content", prompt)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"role\":\"system\",\"content\":\"Be brief.\"},{\"role\":\"user\",\"content\":\"Hi\"}]",
            "[{\"role\":\"user\",\"content\":\"Hi\",\"name\":\"Ann\"}]",
            "[{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":\"clock\"}}]},"
                    + "{\"role\":\"tool\",\"content\":\"12\",\"tool_call_id\":\"1\"}]"})
    void aConversationStaysAsItIs(String prompt) {
        ObjectNode messages = Golden.tree(new Golden(Topic.PREFERENCES, "conversation.json").json());
        messages.set("prompt", Golden.tree("{\"of\":" + prompt + "}").get("of"));
        PreferenceRecord conversation = (PreferenceRecord) plain.read(messages.toString());

        assertThat(conversation.shape()).isEqualTo(PreferenceRecord.Shape.MESSAGES);
        assertThat(conversation.asMessages()).isSameAs(conversation);
        assertThat(Golden.MAPPER.<ObjectNode>valueToTree(conversation)).hasToString(messages.toString());
        assertThat(Golden.violations(Topic.PREFERENCES, messages.toString())).isEmpty();
    }

    private static PreferenceRecord row(Golden golden) {
        return (PreferenceRecord) golden.read();
    }

    @ParameterizedTest
    @CsvSource({"chosen,", "rejected,", "prompt,", "chosen,rejected", "prompt,chosen"})
    void refusesARowOfTwoShapes(String one, @Nullable String other) {
        Stream.of(one, Objects.requireNonNullElse(other, one))
                .forEach(key -> row.putArray(key).addObject().put("role", "user").put("content", "a"));

        assertThatThrownBy(() -> plain.read(row.toString())).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("all be strings or all be lists of messages");
    }

    @Test
    void refusesToPreferACandidateToItself() {
        row.put("rejected_index", row.path("chosen_index").asInt());

        assertThatThrownBy(() -> plain.read(row.toString())).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("same candidate");
    }
}
