package org.prefstream.labelstudio.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.Option;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.json.Json;

class ExpansionTest {

    private static final ComparisonSpec TURNS = LabelingConfig
            .parse("""
                    <View><Text name="topic" value="$topic"/><Repeater on="$turns" indexFlag="{{t}}">
                      <Text name="asked_{{t}}" value="$turns[{{t}}].asked"/>
                      <Text name="left_{{t}}" value="$turns[{{t}}].answers[0]"/><Text name="right_{{t}}" value="$turns[{{t}}].answers[1]"/>
                      <Pairwise name="better_{{t}}" toName="left_{{t}},right_{{t}}"/>
                    </Repeater><Text name="end" value="$end"/></View>""")
            .spec();

    @Test
    void repeatsWhatStandsInARepeaterForEachItem() {
        ComparisonSpec spec = Expansion.of(TURNS,
                data("""
                        {"topic":"x","end":"y","turns":[{"asked":"a","answers":["1","2"]},{"asked":"b","answers":["3","4"]}]}"""));

        assertThat(spec.objects()).extracting(ShownObject::name)
                .containsExactly("topic", "asked_0", "left_0", "right_0", "asked_1", "left_1", "right_1", "end");
        assertThat(spec.objects()).extracting(ShownObject::value).contains("$turns[1].answers[0]");
        assertThat(spec.control("better_1")).get().extracting(Control::toName).isEqualTo(List.of("left_1", "right_1"));
        assertThat(spec.controls()).hasSize(2);
    }

    @Test
    void repeatsNothingForAnEmptyListOrForWhatIsNone() {
        assertThat(Expansion.of(TURNS, data("{\"turns\":[]}")).objects()).extracting(ShownObject::name)
                .containsExactly("topic", "end");
        assertThat(Expansion.of(TURNS, data("{\"turns\":\"ab\"}")).controls()).isEmpty();
        assertThat(Expansion.of(TURNS, data("{}")).controls()).isEmpty();
    }

    @Test
    void offersTheChoicesOfATaskWithWhatItSaysOfThem() {
        ComparisonSpec pattern = LabelingConfig
                .parse("<View><Text name='t' value='$t'/><Choices name='c' toName='t' value='$options'/></View>")
                .spec();

        Control control = Expansion.of(pattern, data("""
                {"options":["Maths",{"value":"Physics","alias":"physics","hint":"Of things","hotkey":"p"},
                {"value":"Law","selected":true},{"value":"Art","selected":false},
                {"value":7,"hotkey":7},{"alias":"none","value":null},{"hint":"no value"},null]}""")).controls().get(0);

        assertThat(control.choices()).containsExactly("Maths", "physics", "Law", "Art", "7", "none");
        assertThat(control.options()).containsExactly(new Option("physics", "Physics", "Of things", "p", List.of()),
                new Option("Law", null, null, null, List.of(), true), new Option("7", null, null, "7", List.of()));
    }

    @Test
    void offersWhatStandsBelowAChoiceByThePathToIt() {
        ComparisonSpec pattern = LabelingConfig
                .parse("""
                        <View><Text name='t' value='$t'/><Choices name='c' toName='t' value='$options' allowNested='true'/></View>""")
                .spec();

        Control control = Expansion.of(pattern,
                data("""
                        {"options":[{"value":"Sciences","alias":"sci","children":[{"value":"Physics","hint":"Of things","hotkey":"p",
                        "children":[{"value":"Optics","selected":"true"}]},{"hint":"no value","children":[{"value":"lost"}]},"Other"]},"Other"]}"""))
                .controls()
                .get(0);

        assertThat(control.choices()).containsExactly("[\"sci\"]", "[\"sci\",\"Physics\"]",
                "[\"sci\",\"Physics\",\"Optics\"]", "[\"sci\",\"Other\"]", "[\"Other\"]");
        assertThat(control.options())
                .startsWith(new Option("[\"sci\"]", "Sciences", null, null, List.of("sci")),
                        new Option("[\"sci\",\"Physics\"]", null, "Of things", "p", List.of("sci", "Physics")))
                .contains(new Option("[\"sci\",\"Physics\",\"Optics\"]", null, null, null,
                        List.of("sci", "Physics", "Optics"), true))
                .hasSize(5);
    }

    @Test
    void leavesOutWhatStandsBelowAChoiceWhereTheConfigurationDoesNotAllowIt() {
        ComparisonSpec pattern = LabelingConfig
                .parse("<View><Text name='t' value='$t'/><Choices name='c' toName='t' value='$options'/></View>")
                .spec();

        assertThat(Expansion.of(pattern, data("{\"options\":[{\"value\":\"a\",\"children\":[{\"value\":\"b\"}]}]}"))
                .control("c")).get().extracting(Control::choices).isEqualTo(List.of("a"));
    }

    @Test
    void repeatsARepeaterWithinAnother() {
        ComparisonSpec pattern = LabelingConfig
                .parse("""
                        <View><Repeater on="$turns" indexFlag="{{t}}"><Header value="$turns[{{t}}].asked"/>
                        <Repeater on="$turns[{{t}}].answers" indexFlag="{{a}}"><Text name="a_{{t}}_{{a}}" value="$turns[{{t}}].answers[{{a}}]"/>
                        <Rating name="stars_{{t}}_{{a}}" toName="a_{{t}}_{{a}}"/></Repeater></Repeater></View>""")
                .spec();

        ComparisonSpec spec = Expansion.of(pattern, data(
                "{\"turns\":[{\"asked\":\"q\",\"answers\":[\"x\"]},{\"asked\":\"r\",\"answers\":[\"y\",\"z\"]}]}"));

        assertThat(spec.objects()).extracting(ShownObject::name)
                .containsExactly("Header@1_0", "a_0_0", "Header@1_1", "a_1_0", "a_1_1");
        assertThat(spec.controls()).extracting(Control::name).containsExactly("stars_0_0", "stars_1_0", "stars_1_1");
    }

    @Test
    void takesAnyFlagAndLeavesOtherBracesAlone() {
        ComparisonSpec spec = Expansion.of(LabelingConfig
                .parse("""
                        <View><Repeater on="$box.items" indexFlag="#i"><Text name="a#i {{idx}}" value="{{idx}} of $box.items[#i]"/>
                        </Repeater></View>""")
                .spec(), data("{\"box\":{\"items\":[null,\"x\"]}}"));

        assertThat(spec.objects()).extracting(ShownObject::name).containsExactly("a0 {{idx}}", "a1 {{idx}}");
        assertThat(spec.objects()).extracting(ShownObject::value)
                .containsExactly("{{idx}} of $box.items[0]", "{{idx}} of $box.items[1]");
    }

    @Test
    void leavesASpecAloneThatDependsOnNoTask() {
        ComparisonSpec spec = LabelingConfig.parse("<View><Text name='t' value='$t'/></View>").spec();

        assertThat(Expansion.of(spec, Map.of())).isSameAs(spec);
    }

    @Test
    void findsAControlByItsNameOrByAnyIndex() {
        assertThat(Expansion.controlNamed(TURNS, "better_0")).get().extracting(Control::type).isEqualTo("pairwise");
        assertThat(Expansion.controlNamed(TURNS, "better_12")).isPresent();
        assertThat(Expansion.controlNamed(TURNS, "better_x")).isEmpty();
        assertThat(Expansion.controlNamed(TURNS, "worse_0")).isEmpty();
        assertThat(Expansion.controlNamed(TURNS, "better_-1")).isEmpty();
        assertThat(Expansion.controlNamed(TURNS, "better_0_0")).isEmpty();
        assertThat(Expansion.controlNamed(TURNS, "Better_0")).isEmpty();
    }

    @Test
    void holdsNoMoreThanAnyoneCouldJudge() {
        String items = "1,".repeat(9_999) + "1";

        assertThat(Expansion.of(TURNS, data("{\"turns\":[" + items + "]}")).objects())
                .hasSizeLessThan(Expansion.PARTS_MAX + 5);
    }

    private static Map<String, Object> data(String json) {
        return Json.readObject(json);
    }
}
