package org.prefstream.labelstudio.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.contract.ComparisonSpec.ShownAs;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.labelstudio.config.LabelingConfig;
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
            [{"from":"human","value":"Time in Bern?"},{"from":"function_call","value":"{\\"name\\":\\"clock\\"}"},{"from":"observation","value":"12:00"},{"from":"gpt","value":"Noon."}]|[{"role":"user","content":"Time in Bern?"},{"role":"assistant","content":"{\\"name\\":\\"clock\\"}"},{"role":"tool","content":"12:00"},{"role":"assistant","content":"Noon."}]
            [{"from":"Narrator","value":"Night."},{"from":"human","value":"Hi"},{"from":"Mo","value":"Who?"}]|[{"role":"user","content":"Night.","name":"Narrator"},{"role":"user","content":"Hi"},{"role":"assistant","content":"Who?","name":"Mo"}]
            [{"from":"user","value":"Hi","weight":0.5},{"from":"Assistant","value":"","loss":false}]|[{"role":"user","content":"Hi"},{"role":"assistant","content":""}]
            {"role":"assistant","content":"One moment.","tool_calls":[{"id":"c1","function":{"name":"clock","arguments":"{}"}}]}|[{"role":"assistant","content":"One moment.","tool_calls":[{"id":"c1","function":{"name":"clock","arguments":"{}"}}]}]
            [{"role":"model","tool_calls":[{"id":"1"},{"id":"2"}]},{"role":"tool","tool_call_id":"2","content":[{"type":"text","text":"21"}]}]|[{"role":"assistant","content":"","tool_calls":[{"id":"1"},{"id":"2"}]},{"role":"tool","content":"21","tool_call_id":"2"}]
            [{"role":"assistant","content":"Hi","tool_calls":[]},{"role":"user","content":"","tool_calls":null}]|[{"role":"assistant","content":"Hi"},{"role":"user","content":""}]
            [{"role":"assistant","content":null,"function_call":{"name":"clock","arguments":"{}"}},{"role":"function","name":"clock","content":"12:00"}]|[{"role":"assistant","content":"","tool_calls":[{"type":"function","function":{"name":"clock","arguments":"{}"}}]},{"role":"tool","content":"12:00","name":"clock"}]
            [{"role":"assistant","content":"","function_call":{"name":"clock"},"tool_calls":[]}]|[{"role":"assistant","content":"","tool_calls":[{"type":"function","function":{"name":"clock"}}]}]
            [{"role":"user","content":["a","b"]}]|[{"role":"user","content":"a\\n\\nb"}]
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
            [{"role":"assistant","content":null,"tool_calls":null}]
            [{"role":"assistant","content":null,"function_call":"clock"}]
            [{"role":" ","content":"Hi"}]
            [{"role":"user","content":["a",5]}]
            [{"from":"human"}]
            [{"from":"human","value":"Hi"},{"from":"gpt","value":null}]
            [{"from":"gpt","value":5}]
            [{"from":7,"value":"Hi"}]
            {"conversations":[{"from":"human","value":"Hi"}]}
            [{"author":"Ann"}]
            [{"author":"Ann","text":["Hi"]}]
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``|[{"author":"Ann","text":"Hi"},{"author":"Ben","text":"Ho"},{"author":"ann","text":"Bye"}]|[{"role":"user","content":"Hi","name":"Ann"},{"role":"assistant","content":"Ho","name":"Ben"},{"role":"user","content":"Bye","name":"ann"}]
            nameKey="speaker"|[{"speaker":0,"text":"Hi"},{"speaker":1,"text":"Ho"},{"speaker":0,"text":"Bye"}]|[{"role":"user","content":"Hi","name":"0"},{"role":"assistant","content":"Ho","name":"1"},{"role":"user","content":"Bye","name":"0"}]
            nameKey="who" textKey="said"|[{"who":"Teacher","said":"Why?"},{"who":"Student","said":"So."}]|[{"role":"assistant","content":"Why?","name":"Teacher"},{"role":"user","content":"So.","name":"Student"}]
            namekey="who" TEXTKEY="said"|[{"who":"Bot","said":"Hi"},{"who":" ","said":"Ho"}]|[{"role":"assistant","content":"Hi"},{"role":"user","content":"Ho"}]
            textKey="said"|[{"role":"user","content":"Hi"}]|[{"role":"user","content":"Hi"}]
            """)
    void readsParagraphsByTheirKeysOrByLabelStudiosOwn(String attributes, String value, String messages) {
        assertThat(Json.write(ShownContent.of(paragraphs(attributes), read(value)).json())).isEqualTo(messages);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``|[{"speaker":"Ann","said":"Hi"}]
            textKey="said"|[{"author":"Ann","said":null}]
            textKey="said"|[{"author":"Ann","said":"Hi"},"Ho"]
            textKey="said"|[{"author":"Ann","said":"Hi"},{"author":"Ben"}]
            """)
    void readsParagraphsThatLackWhatWasSaidAsJson(String attributes, String value) {
        assertThat(ShownContent.of(paragraphs(attributes), read(value))).isEqualTo(new ShownContent.Text(value));
    }

    private static ShownObject paragraphs(String attributes) {
        return LabelingConfig.parse("<View><Paragraphs name=\"d\" value=\"$d\" " + attributes + "/></View>")
                .spec()
                .objects()
                .get(0);
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
