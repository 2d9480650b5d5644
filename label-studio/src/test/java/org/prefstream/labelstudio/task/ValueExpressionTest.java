package org.prefstream.labelstudio.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.labelstudio.json.Json;

class ValueExpressionTest {

    private static final Map<String, Object> DATA = Json.readObject(
            """
                    {"prompt":"p","topic":"birds","n":5,"empty":"","none":null,"5":"five","my key":"spaced","my-key":"dashed",
                     "call":{"input":{"question":"q"},"outputs":["first","second"]},"a.b":"dotted","a":{"b":"nested","c.d":"inner"},
                     "list":[{"text":"zero"},{"text":"one","more":[1,2]}],"größe":"groß"}""");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $prompt|"p"
            $n|5
            $5|"five"
            $größe|"groß"
            $my-key|"dashed"
            $my key|"spaced"
            $call.input.question|"q"
            $call.outputs[1]|"second"
            $call.outputs.0|"first"
            $call.input|{"question":"q"}
            $a.b|"dotted"
            $a.c.d|"inner"
            $list[0].text|"zero"
            $list[1].more[1]|2
            $list[1].more|[1,2]
            $call.outputs[-1]|"[\\"first\\",\\"second\\"][-1]"
            $call.outputs[x]|"[\\"first\\",\\"second\\"][x]"
            In $a.b and $a.c.d|"In dotted and inner"
            Task ($topic): $prompt|"Task (birds): p"
            $topic/$n: $gone!|"birds/5: !"
            ${prompt}|"${prompt}"
            $$|"$$"
            $$prompt|"$p"
            $5 is the price|"$5 is the price"
            $prompt and $topic|"p and birds"
            US$prompt|"USp"
            n is $n.|"n is 5."
            The first: $list[0].text!|"The first: zero!"
            all of it: $call.outputs|"all of it: [\\"first\\",\\"second\\"]"
            [$empty]|"[]"
            $|"$"
            costs $ 5|"costs $ 5"
            $5 or $10|"$5 or $10"
            plain|"plain"
            $gone|null
            $none|null
            $list[7].text|null
            $list[10]|null
            $list[4294967296]|null
            $list.text|null
            $list.0text|null
            $list.1_text|null
            $a.b.c|null
            $call.input[0]|null
            $prompt.text|null
            """)
    void readsWhatTheFrontEndWouldShow(String written, String json) {
        assertThat(Json.write(ValueExpression.of(written).read(DATA))).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $call.input.answer|call.input.answer
            $list[7].text|list[7].text
            $list[2]|list[2]
            $call.outputs[0].text|call.outputs[0].text
            $a.c|a.c
            $prompt.text|prompt.text
            See $list[0].link|list[0].link
            $none|none
            Task ($theme): $prompt|theme
            $prompt in $tone|tone
            $your key|your
            """)
    void namesThePathThatTheDataLacks(String written, String path) {
        assertThat(ValueExpression.of(written).missingIn(DATA)).contains(path);
    }

    @ParameterizedTest
    @CsvSource({"$prompt", "$empty", "$my key", "$a.b", "$ alone", "costs $5", "plain", "$$", "$5 is the price",
            "${gone}", "$list[1].more[0]", "$call.outputs[-1]"})
    void missesNothingThatIsThere(String written) {
        assertThat(ValueExpression.of(written).missingIn(DATA)).isEmpty();
    }

    @Test
    void namesItsVariablesOnceAndInOrder() {
        assertThat(ValueExpression.of("$b.c[0], $a and $b.c[0].").variables()).containsExactly("b.c[0]", "a");
        assertThat(ValueExpression.of("$5").hasVariables()).isTrue();
        assertThat(ValueExpression.of("only $5").hasVariables()).isFalse();
    }

    @Test
    void knowsTheKeyThatIsShownAsAWhole() {
        assertThat(List.of("$prompt", "$a.b", "$a[0]", "text $a", "text"))
                .map(written -> ValueExpression.of(written).key().orElse(""))
                .containsExactly("prompt", "", "", "", "");
    }
}
