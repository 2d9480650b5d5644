package org.prefstream.labelstudio.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.json.Json;

class RequiredFieldsTest {

    private static final String WRAPPED = " [assume: item[\"data\"] = task root with values]";
    private static final RequiredFields FIELDS = RequiredFields.of(LabelingConfig
            .parse("""
                    <View><Header value="On $topic"/><Text name="q" value="$call.question"/><Choices name="c" toName="q" value="$options"/>
                    <Repeater on="$answers"><Text name="a_{{idx}}" value="$answers[{{idx}}].text"/></Repeater></View>""")
            .spec());

    private static final RequiredFields NESTED = RequiredFields.of(LabelingConfig
            .parse("""
                    <View><Repeater on="$turns" indexFlag="{{t}}"><Header value="Turn {{t}}"/>
                    <Repeater on="$turns[{{t}}].answers" indexFlag="{{a}}"><Text name="a_{{t}}_{{a}}" value="$turns[{{t}}].answers[{{a}}].text"/>
                    </Repeater><Choices name="c_{{t}}" toName="a_{{t}}_{{a}}" value="$turns[{{t}}].options"/></Repeater></View>""")
            .spec());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"call":{"question":"q"},"options":[],"answers":[]}|"topic" key is expected in task data
            {"topic":"t","call":{},"options":[],"answers":[]}|"call.question" key is expected in task data
            {"topic":"t","call":{"question":"q"},"options":null,"answers":[]}|"options" is null, but a value is expected in task data
            {"topic":"t","call":{"question":"q"},"options":[]}|"answers" key is expected in task data
            {"topic":"t","call":{"question":"q"},"options":[],"answers":"x"}|"answers" must be a list, because the Repeater shows something for each of its items
            {"topic":"t","call":{"question":"q"},"options":[],"answers":[{"text":"a"},{}]}|"answers[1].text" key is expected in task data
            """)
    void namesThePathThatATaskLacks(String data, String flaw) {
        assertThat(flaw(FIELDS, data)).contains(flaw + WRAPPED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}|"turns" key is expected in task data
            {"turns":{"answers":[]}}|"turns" must be a list, because the Repeater shows something for each of its items
            {"turns":[{"answers":[],"options":[]},{"options":[]}]}|"turns[1].answers" key is expected in task data
            {"turns":[{"answers":"one","options":[]}]}|"turns[0].answers" must be a list, because the Repeater shows something for each of its items
            {"turns":[{"answers":[],"options":[]},"two"]}|"turns[1].answers" key is expected in task data
            {"turns":[{"answers":[]}]}|"turns[0].options" key is expected in task data
            {"turns":[{"answers":[{"text":"a"},{"text":null}],"options":[]}]}|"turns[0].answers[1].text" key is expected in task data
            """)
    void namesThePathThatARepetitionLacks(String data, String flaw) {
        assertThat(flaw(NESTED, data)).contains(flaw + WRAPPED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"turns\":[]}", "{\"turns\":[{\"answers\":[],\"options\":[]}]}",
            "{\"turns\":[{\"answers\":[{\"text\":\"\"}],\"options\":[\"a\"]},{\"answers\":[],\"options\":[]}]}"})
    void takesListsWithoutItems(String data) {
        assertThat(flaw(NESTED, data)).isEmpty();
    }

    @Test
    void takesATaskThatCanBeShown() {
        assertThat(flaw(FIELDS, """
                {"topic":"","call.question":"q","options":["o"],"answers":[{"text":"a"}],"more":1}""")).isEmpty();
    }

    @Test
    void refusesListsThatNobodyCouldJudge() {
        Optional<String> flaw = flaw(FIELDS, "{\"topic\":\"t\",\"call\":{\"question\":\"q\"},\"options\":[],"
                + "\"answers\":[" + "{\"text\":\"a\"},".repeat(6_000) + "{\"text\":\"a\"}]}");

        assertThat(flaw).get().asString().startsWith("Its lists make the Repeaters show more than 5000 tags");
    }

    @Test
    void refusesRepetitionsThatAreTooManyAlsoWhereTheyShowNothing() {
        RequiredFields squared = RequiredFields.of(LabelingConfig
                .parse("""
                        <View><Repeater on="$l" indexFlag="#a"><Repeater on="$l" indexFlag="#b"><Repeater on="$m" indexFlag="#c">
                        <Text name="t#a#b#c" value="$m[#c]"/></Repeater></Repeater></Repeater></View>""")
                .spec());

        assertThat(flaw(squared, "{\"m\":[],\"l\":[" + "1,".repeat(99) + "1]}")).get()
                .asString()
                .startsWith("Its lists make the Repeaters show more than 5000 tags");
        assertThat(flaw(squared, "{\"m\":[],\"l\":[" + "1,".repeat(69) + "1]}")).isEmpty();
    }

    @Test
    void namesTheKeysThatEachTaskMustHave() {
        assertThat(RequiredFields.of(LabelingConfig
                .parse("""
                        <View><Header value="Judge"/><Text name="p" value="Asked: $prompt of $call.by"/><Text name="a" value="$call[0].text"/>
                        <Repeater on="$answers" indexFlag="#i"><Text name="t#i" value="$answers[#i].text"/></Repeater></View>""")
                .spec()).keys()).containsExactly("prompt", "call", "answers");
    }

    @Test
    void takesALineOfTextForTheFirstKeyThatIsShownAsAWhole() {
        assertThat(FIELDS.textKey()).isEqualTo("options");
        assertThat(RequiredFields.of(LabelingConfig.parse("<View/>").spec()).textKey()).isEqualTo("text");
    }

    private static Optional<String> flaw(RequiredFields fields, String data) {
        return fields.flaw(Json.readObject(data), false);
    }
}
