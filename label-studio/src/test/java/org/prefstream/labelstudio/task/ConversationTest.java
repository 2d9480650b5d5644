package org.prefstream.labelstudio.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.contract.ComparisonSpec.ShownAs;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.labelstudio.json.Json;

class ConversationTest {

    private static final ShownObject TEXT = ShownObject.prompt("t", "Text", "$t");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]|[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]
            [{"from":"human","value":"Who?"},{"from":"gpt","value":"Goethe."}]|[{"role":"user","content":"Who?"},{"role":"assistant","content":"Goethe."}]
            [{"from":"system","value":"Be brief."},{"from":"observation","value":"21"}]|[{"role":"system","content":"Be brief."},{"role":"tool","content":"21"}]
            {"from":"gpt","value":"Goethe."}|[{"role":"assistant","content":"Goethe."}]
            [{"author":"Customer","text":"Late."},{"author":"Agent","text":"Which?"}]|[{"role":"user","content":"Late.","name":"Customer"},{"role":"assistant","content":"Which?","name":"Agent"}]
            [{"author":"Ann","text":"1"},{"author":"Ben","text":"2"},{"author":"Ann","text":"3"},{"author":"Cem","text":"4"}]|[{"role":"user","content":"1","name":"Ann"},{"role":"assistant","content":"2","name":"Ben"},{"role":"user","content":"3","name":"Ann"},{"role":"user","content":"4","name":"Cem"}]
            [{"role":"assistant","content":null,"tool_calls":[{"type":"function"}]},{"role":"tool","name":"w","tool_call_id":"7","content":"21"}]|[{"role":"assistant","content":"","tool_calls":[{"type":"function"}]},{"role":"tool","content":"21","name":"w","tool_call_id":"7"}]
            [{"role":"Human","content":"Hi","weight":1}]|[{"role":"user","content":"Hi"}]
            [{"role":"critic","content":"Hm"}]|[{"role":"critic","content":"Hm"}]
            [{"role":"user","content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]}]|[{"role":"user","content":"a\\n\\nb"}]
            """)
    void readsTheShapesInWhichConversationsAreKept(String value, String messages) {
        ShownContent content = ShownContent.of(TEXT, read(value));

        assertThat(content).isInstanceOf(ShownContent.Messages.class);
        assertThat(Json.write(content.json())).isEqualTo(messages.replace("\\\\", "\\"));
        assertThat(ShownContent.parse(content.json())).isEqualTo(content);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []
            {"id":1}
            ["a","b"]
            [{"role":"user","content":"Hi"},"and more"]
            [{"role":"user","content":null}]
            [{"role":"user","content":[{"type":"image_url"}]}]
            [{"role":"assistant","tool_calls":[]}]
            [{"from":"human"}]
            """)
    void readsAnythingElseAsJson(String value) {
        assertThat(ShownContent.of(TEXT, read(value))).isEqualTo(new ShownContent.Text(value));
    }

    @Test
    void readsADialogueByTheKeysOfItsTag() {
        ShownObject dialogue = new ShownObject("d", "Paragraphs", "$d", ShownAs.PROMPT, "who", "said",
                java.util.List.of());

        assertThat(Json.write(ShownContent.of(dialogue, read("""
                [{"who":"Mo","said":"Hi","text":"unused"},{"said":"Nobody's"}]""")).json())).isEqualTo("""
                [{"role":"user","content":"Hi","name":"Mo"},{"role":"assistant","content":"Nobody's"}]""");
        assertThat(ShownContent.of(dialogue, "plain")).isEqualTo(new ShownContent.Text("plain"));
    }

    @Test
    void readsWhatIsNoTextAsJsonAndNothingAsNothing() {
        assertThat(ShownContent.of(TEXT, 5).json()).isEqualTo("5");
        assertThat(ShownContent.of(TEXT, true).json()).isEqualTo("true");
        assertThat(ShownContent.of(TEXT, null).json()).isEqualTo("");
        assertThat(ShownContent.parse(null)).isEqualTo(new ShownContent.Text(""));
    }

    @Test
    void isBlankOnlyWhereNobodySaysOrCallsAnything() {
        assertThat(Conversation.answered(" ").isBlank()).isTrue();
        assertThat(new Conversation(
                java.util.List.of(Map.of("role", "assistant", "content", "", "tool_calls", java.util.List.of("x"))))
                .isBlank()).isFalse();
    }

    private static Object read(String json) {
        return Json.read(json, Object.class);
    }
}
