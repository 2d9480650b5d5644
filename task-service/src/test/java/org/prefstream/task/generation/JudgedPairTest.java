package org.prefstream.task.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.tag.Selection;

class JudgedPairTest {

    private static final String TEXTS = "<Text name=\"a\" value=\"$a\"/><Text name=\"b\" value=\"$b\"/>";

    @Test
    void conversationsAreReadAsTranscriptsAndVerdictsAreResults() throws Exception {
        ComparisonSpec spec = spec("""
                <Chat name="prompt" value="$prompt"/><Paragraphs name="a" value="$a" nameKey="who" textKey="says"/>
                <Text name="b" value="$b"/><Pairwise name="better" toName="a,b"/>""");
        Map<String, Object> data = Map.of("prompt",
                List.of(Map.of("role", "system", "content", "Be brief."), Map.of("role", "user", "content", "Hello?")),
                "a", List.of(Map.of("who", "assistant", "says", "Hi.")), "b", "Good day.");

        JudgedPair pair = JudgedPair.of(spec);

        assertThat(pair.texts(data)).containsExactly("assistant: Hi.", "Good day.");
        assertThat(PromptMessages.text(spec, data)).isEqualTo("system: Be brief.\n\nuser: Hello?");
        assertThat(pair.result(Selection.RIGHT)).isEqualTo(
                "[{\"id\":\"verdict\",\"from_name\":\"better\",\"to_name\":\"better\",\"type\":\"pairwise\",\"value\":{\"selected\":\"right\"}}]");
        assertThatThrownBy(() -> pair.texts(Map.of("a", "x", "b", " "))).isInstanceOf(NotAnswered.class)
                .hasMessageContaining("\"b\" is empty");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<Choices name=\"c\" toName=\"a\"><Choice value=\"x\"/></Choices>|compares nothing yet",
            "<Pairwise name=\"p\" toName=\"a,b\"/><Pairwise name=\"q\" toName=\"a,b\"/>|has 2 controls that compare",
            "<List name=\"l\" value=\"$l\"/><Ranker name=\"r\" toName=\"l\"/>|\"r\" ranks a list",
            "<Repeater on=\"$t\" indexFlag=\"{{i}}\"><Text name=\"x{{i}}\" value=\"$t[{{i}}].x\"/><Text name=\"y{{i}}\" "
                    + "value=\"$t[{{i}}].y\"/><Pairwise name=\"p{{i}}\" toName=\"x{{i}},y{{i}}\"/></Repeater>|is repeated"})
    void whatIsNoPairOfTextsIsRefused(String controls, String why) throws Exception {
        ComparisonSpec spec = spec(TEXTS + controls);

        assertThatThrownBy(() -> JudgedPair.of(spec)).isInstanceOf(ProblemException.class).hasMessageContaining(why);
    }

    private static ComparisonSpec spec(String inside) throws Exception {
        return LabelingConfig.parse("<View>" + inside + "</View>").spec();
    }
}
