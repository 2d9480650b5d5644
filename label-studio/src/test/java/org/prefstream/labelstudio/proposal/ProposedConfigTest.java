package org.prefstream.labelstudio.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.task.Comparison;
import org.prefstream.labelstudio.task.Comparison.Candidate;
import org.prefstream.labelstudio.task.RequiredFields;

class ProposedConfigTest {

    @Test
    void comparesTwoColumnsBelowThePrompt() {
        assertThat(proposed("{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"}")).isEqualTo("""
                <View>
                  <Text name="prompt" value="$prompt"/>
                  <Pairwise name="comparison" toName="answer1,answer2"/>
                  <Text name="answer1" value="$answer1"/>
                  <Text name="answer2" value="$answer2"/>
                </View>""");
    }

    @Test
    void comparesTheTwoItemsOfAList() {
        String data = "{\"prompt\":\"p\",\"responses\":[\"one\",\"two\"]}";

        assertThat(proposed(data)).contains("value=\"$responses[0]\"", "value=\"$responses[1]\"");
        assertThat(candidates(data)).containsExactly("one", "two");
    }

    @Test
    void ranksTheItemsOfALongerList() {
        String data = "{\"prompt\":\"p\",\"responses\":[\"one\",\"two\",\"three\"]}";

        assertThat(candidates(data)).containsExactly("one", "two", "three");
    }

    @Test
    void ranksAListWhoseNameNoPlaceCanFollow() {
        String data = "{\"prompt\":\"p\",\"model answers\":[\"one\",\"two\"]}";

        assertThat(candidates(data)).containsExactly("one", "two");
    }

    /** What is shown must be what the data holds, whatever its keys are called. */
    @ParameterizedTest
    @ValueSource(strings = {"answer", "my answer", "comparison", "Antwort", "réponse", "回答", "a.b", "a&b", "a<b>",
            "say \\\"it\\\"", "a-b", "tab\\there", "two\\nlines", "answer: the"})
    void namesColumnsWhateverTheyAreCalled(String name) {
        String data = "{\"prompt\":\"p\",\"%1$s 1\":\"left one\",\"%1$s 2\":\"right one\"}".formatted(name);

        assertThat(candidates(data)).containsExactly("left one", "right one");
    }

    private static String proposed(String data) {
        List<Column> columns = Column.of(List.of(Json.readObject(data)), true);
        return ProposedConfig.of(columns, ColumnRoles.of(columns));
    }

    private static List<Object> candidates(String data) {
        Map<String, Object> task = Json.readObject(data);
        LabelingConfig config = LabelingConfig.parse(proposed(data));
        ComparisonSpec spec = config.spec();
        assertThat(config.warnings()).isEmpty();
        assertThat(RequiredFields.of(spec).flaw(task, true)).isEmpty();
        assertThat(spec.objects()).extracting(ShownObject::name).contains("prompt");
        return Comparison.all(spec, task).get(0).candidates().stream().map(Candidate::content).toList();
    }
}
