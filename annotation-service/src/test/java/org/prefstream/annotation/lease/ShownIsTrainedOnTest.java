package org.prefstream.annotation.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.annotation.dataset.PreferenceRecords;
import org.prefstream.annotation.dataset.Provenance;
import org.prefstream.annotation.lease.ShownView.PartView;
import org.prefstream.annotation.lease.ShownView.SlotView;
import org.prefstream.annotation.verdict.Samples;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.annotation.verdict.Verdicts;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.config.LabelingConfigInvalid;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.testing.GeneratedTask;

/**
 * Generates configurations and tasks, and knows itself what each tag shows: what the page is sent and what the row of the
 * dataset holds must be these very words.
 */
class ShownIsTrainedOnTest {

    private static final int CONFIGURATIONS = 400;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void thePageAndTheRowHoldTheWordsThatTheConfigurationShows(long seed) {
        Random random = new Random(seed);
        int rows = 0;
        for (int i = 0; i < CONFIGURATIONS; i++) {
            GeneratedTask task = GeneratedTask.next(random);
            String context = "seed " + seed + ", configuration " + i + ":\n" + task.config() + "\n" + task.data();
            LabelingConfig config = LabelingConfig.parse(task.config());
            Shown shown = Shown.of(config.spec(), Json.readObject(task.data()));
            ShownView page = page(shown, 1, 0);

            assertThat(words(page, false)).as(context).isEqualTo(task.prompt());
            assertThat(words(page, true)).as(context).isEqualTo(task.captions());
            assertThat(page.comparisons().get(0).slots()).as(context)
                    .extracting(SlotView::text)
                    .containsExactly(task.answers().get(1), task.answers().get(0));
            rows += checkRow(task, shown, context);
            assertThat(!config.warnings().isEmpty()).as(context).isEqualTo(task.warned());
        }
        assertThat(rows).isGreaterThan(CONFIGURATIONS / 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whatCanNeverGiveARowIsRefusedWithItsTag(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CONFIGURATIONS; i++) {
            String broken = GeneratedTask.next(random).brokenConfig(random);

            assertThatThrownBy(() -> LabelingConfig.parse(broken)).as("seed %d, configuration %d:\n%s", seed, i, broken)
                    .isInstanceOf(LabelingConfigInvalid.class)
                    .hasMessageContaining("Pairwise \"comparison\" (line ");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <Text name="q" value="$item.meta.q"/>|{"item":{"meta":{"q":"Q"}},"a":"1","b":"2"}|"Q"|"1"|"2"
            <Text name="q" value="$item.q"/>|{"item":{"q":"nested"},"item.q":"dotted","a":"1","b":"2"}|"dotted"|"1"|"2"
            <Text name="a" value="$out.first.text"/><Text name="b" value="$out.second.text"/>|{"out":{"first":{"text":"1"},"second":{"text":"2"}}}|""|"1"|"2"
            <Text name="a" value="$choices[1].message.content"/><Text name="b" value="$choices[0].message.content"/>|{"choices":[{"message":{"content":"old"}},{"message":{"content":"new"}}]}|""|"new"|"old"
            <Header value="$runs[0][1]"/><Text name="a" value="$runs[1][0]"/><Text name="b" value="$runs[1][1]"/>|{"runs":[["x","q"],["1","2"]]}|"q"|"1"|"2"
            <Text name="q" value="$turns.0"/>|{"turns":["first","last"],"a":"1","b":"2"}|"first"|"1"|"2"
            <Text name="q" value="$n words in $lang: $q"/>|{"n":7,"lang":"German","q":"tea","a":"1","b":"2"}|"7 words in German: tea"|"1"|"2"
            <Text name="q" value="$$5 is the price of $thing."/>|{"thing":"tea","a":"1","b":"2"}|"$$5 is the price of tea."|"1"|"2"
            <Text name="a" value="A ($m): $a"/><Text name="b" value="B: $b"/>|{"m":"short","a":"1","b":"2"}|""|"A (short): 1"|"B: 2"
            <Markdown value="# Rules"/><Header>Asked by $who</Header><HyperText name="h"><i>$q</i></HyperText>|{"who":"Mo","q":"Why?","a":"1","b":"2"}|"Asked by Mo\\n\\n<i>Why?</i>"|"1"|"2"
            <Header name="a" value="$a"/><Header name="b" value="$b"/><Header value="$q"/>|{"q":"Q","a":"1","b":"2"}|"Q"|"1"|"2"
            <Header name="asked" value="Translate: $q" size="2"/><Markdown name="m" value="$note"/>|{"q":"tea","note":"","a":"1","b":"2"}|"Translate: tea"|"1"|"2"
            <header value="$q"/><TEXT name="a" VALUE="$a"/><hypertext name="b" value="$b"/>|{"q":"Q","a":"1","b":"2"}|"Q"|"1"|"2"
            <Repeater on="$turns" indexFlag="{{t}}"><Header value="$turns[{{t}}].said"/></Repeater>|{"turns":[{"said":"x"},{"said":"y"}],"a":"1","b":"2"}|"x\\n\\ny"|"1"|"2"
            <Text name="q" value="$q"/><Repeater on="$turns"><Text name="t_{{idx}}" value="$turns[{{idx}}]"/></Repeater>|{"q":"Q","turns":[],"a":"1","b":"2"}|"Q"|"1"|"2"
            <Chat name="q" value="$conversations"/>|{"conversations":[{"from":"system","value":"Be brief."},{"from":"human","value":"Hi"}],"a":{"from":"gpt","value":"Ho"},"b":{"from":"gpt","value":"Hello"}}|[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi"}]|[{"role":"assistant","content":"Ho"}]|[{"role":"assistant","content":"Hello"}]
            <Text name="q" value="$c"/>|{"c":[{"from":"human","value":"Hi"},{"from":"function_call","value":"clock"},{"from":"observation","value":"12"}],"a":"1","b":"2"}|[{"role":"user","content":"Hi"},{"role":"assistant","content":"clock"},{"role":"tool","content":"12"}]|[{"role":"assistant","content":"1"}]|[{"role":"assistant","content":"2"}]
            <Text name="q" value="$c"/>|{"c":[{"from":"human","value":null}],"a":"1","b":"2"}|"[{\\"from\\":\\"human\\",\\"value\\":null}]"|"1"|"2"
            <Text name="q" value="$q"/>|{"q":"Time?","a":{"role":"assistant","content":null,"tool_calls":[{"type":"function","function":{"name":"clock","arguments":{}}}]},"b":"Noon."}|[{"role":"user","content":"Time?"}]|[{"role":"assistant","content":"","tool_calls":[{"type":"function","function":{"name":"clock","arguments":{}}}]}]|[{"role":"assistant","content":"Noon."}]
            <Chat name="q" value="$c"/>|{"c":[{"role":"user","content":"Time?"},{"role":"assistant","content":null,"function_call":{"name":"clock","arguments":"{}"}},{"role":"function","name":"clock","content":"12"}],"a":"1","b":"2"}|[{"role":"user","content":"Time?"},{"role":"assistant","content":"","tool_calls":[{"type":"function","function":{"name":"clock","arguments":"{}"}}]},{"role":"tool","content":"12","name":"clock"}]|[{"role":"assistant","content":"1"}]|[{"role":"assistant","content":"2"}]
            <Text name="q" value="$c"/>|{"c":[{"role":"assistant","content":null}],"a":"1","b":"2"}|"[{\\"role\\":\\"assistant\\",\\"content\\":null}]"|"1"|"2"
            <Paragraphs name="q" value="$c" nameKey="speaker"/>|{"c":[{"speaker":2,"text":"Hi"},{"speaker":1,"text":"Ho"},{"speaker":2,"text":"So?"}],"a":"1","b":"2"}|[{"role":"user","content":"Hi","name":"2"},{"role":"assistant","content":"Ho","name":"1"},{"role":"user","content":"So?","name":"2"}]|[{"role":"assistant","content":"1"}]|[{"role":"assistant","content":"2"}]
            <Paragraphs name="q" value="$c" textKey="said"/>|{"c":[{"author":"Ann"}],"a":"1","b":"2"}|"[{\\"author\\":\\"Ann\\"}]"|"1"|"2"
            """)
    void whatPeopleWriteIsOnThePageAndInTheRow(String tags, String data, String prompt, String chosen,
            String rejected) {
        String answers = tags.contains("name=\"a\"") ? "" : "<Text name='a' value='$a'/><Text name='b' value='$b'/>";
        Shown shown = Shown.of(
                LabelingConfig.parse("<View>" + tags + answers + "<Pairwise name='comparison' toName='a,b'/></View>")
                        .spec(),
                Json.readObject(data));
        ShownView page = page(shown, 0, 1);

        PreferenceRecord row = rows(shown).get(0);

        assertThat(List.of(row.prompt(), row.chosen(), row.rejected())).map(Json::write)
                .containsExactly(prompt, chosen, rejected);
        assertThat(words(page, false).stream().filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n")))
                .isEqualTo(row.prompt() instanceof String || page.parts().get(0).text() != null
                        ? words(row.prompt())
                        : prompt);
        assertThat(page.comparisons().get(0).slots()).map(SlotView::text)
                .map(text -> text == null ? "" : text)
                .allSatisfy(text -> assertThat(words(row.chosen()) + words(row.rejected())).contains(text));
    }

    private static ShownView page(Shown shown, Integer... order) {
        return ShownView.of(shown, new ShownOrder(List.of(order)), ShownViewTest.PROJECT, true);
    }

    private static List<PreferenceRecord> rows(Shown shown) {
        List<Object> result = Samples.selected("left");
        return PreferenceRecords.derive(shown, Verdicts.derive(shown, result), result,
                new Provenance(1, 1, 1, 1, 1, List.of(1, 0), null, Instant.EPOCH, "train", 0));
    }

    private static int checkRow(GeneratedTask task, Shown shown, String context) {
        List<PreferenceRecord> rows = rows(shown);
        if (rows.isEmpty()) {
            assertThat(task.teachesNothing()).as(context).isTrue();
            return 0;
        }
        // through JSON, as the topic and the export have it
        PreferenceRecord row = Json.read(Json.write(rows.get(0)), PreferenceRecord.class);
        assertThat(row.prompt()).as(context).isEqualTo(task.trainingPrompt());
        assertThat(words(row.chosen())).as(context).isEqualTo(task.answers().get(0));
        assertThat(words(row.rejected())).as(context).isEqualTo(task.answers().get(1));
        return 1;
    }

    /** The words of the parts, a conversation as JSON. */
    private static List<String> words(ShownView page, boolean captions) {
        return page.parts()
                .stream()
                .filter(part -> part.caption() == captions)
                .map(ShownIsTrainedOnTest::words)
                .toList();
    }

    private static String words(PartView part) {
        return part.text() == null ? Json.write(part.messages()) : part.text();
    }

    private static String words(Object answer) {
        return answer instanceof List<?> messages
                ? messages.stream()
                        .map(message -> String.valueOf(((Map<?, ?>) message).get("content")))
                        .collect(Collectors.joining())
                : answer.toString();
    }
}
