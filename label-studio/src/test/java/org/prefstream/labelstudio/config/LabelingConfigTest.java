package org.prefstream.labelstudio.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.Option;
import org.prefstream.contract.ComparisonSpec.Repeat;
import org.prefstream.contract.ComparisonSpec.ShownAs;
import org.prefstream.contract.ComparisonSpec.ShownObject;

class LabelingConfigTest {

    private static final String FULL = """
            <View>
              <Text name="prompt" value="$prompt"/>
              <Pairwise name="comparison" toName="answer1,answer2"/>
              <Text name="answer1" value="$answer1"/>
              <Text name="answer2" value="$answer2"/>
              <Choices name="tie" toName="prompt" choice="multiple"><Choice value="Tie"/><Choice value="Both bad"/></Choices>
              <Rating name="quality" toName="prompt" maxRating="5"/>
              <TextArea name="instruction" toName="prompt" maxSubmissions="1"/>
            </View>""";

    static final String STYLED = """
            <View className="root">
              <Style>
                .root { font-family: 'Arial', sans-serif }
                .root > .box:hover { box-shadow: 0 1px 2px rgba(0, 0, 0, 0.2) }
              </Style>
              <View className="box"><Text name="prompt" value="$prompt" /></View>
              <View className="both">
                <Pairwise name="comparison" toName="answer1,answer2"
                          selectionStyle="background-color: #27ae60; border: 2px solid green;" />
                <View className="box"><Text name="answer1" value="$answer1" /></View>
                <View className="box"><Text name="answer2" value="$answer2" /></View>
              </View>
            </View>
            <!--{ "data" : {
              "prompt": "Why is the sky blue?",
              "answer1": "Scattering.",
              "answer2": "Paint, 1.50 a bucket."
            }}
            -->
            """;

    @Test
    void readsWhatIsShownComparedAndAnswered() {
        LabelingConfig config = LabelingConfig.parse(FULL);

        assertThat(config.spec().objects()).containsExactly(ShownObject.prompt("prompt", "Text", "$prompt"),
                ShownObject.candidate("answer1", "Text", "$answer1"),
                ShownObject.candidate("answer2", "Text", "$answer2"));
        assertThat(config.spec().controls()).containsExactly(
                new Control("comparison", "pairwise", List.of("answer1", "answer2"), List.of(), false, 0, false),
                new Control("tie", "choices", List.of("prompt"), List.of("Tie", "Both bad"), true, 0, false),
                new Control("quality", "rating", List.of("prompt"), List.of(), false, 5, false),
                new Control("instruction", "textarea", List.of("prompt"), List.of(), false, 0, false));
        assertThat(config.spec().controls()).isNotEmpty();
    }

    @Test
    void answersTheParsedConfigurationAndTheWeightsOfLabelStudio() {
        LabelingConfig config = LabelingConfig.parse(FULL);

        assertThat(config.parsedLabelConfig()).isEqualTo(
                """
                        {"comparison":{"type":"Pairwise","to_name":["answer1","answer2"],"inputs":[\
                        {"type":"Text","valueType":null,"value":"answer1"},{"type":"Text","valueType":null,"value":"answer2"}],\
                        "labels":[],"labels_attrs":{}},\
                        "tie":{"type":"Choices","to_name":["prompt"],"inputs":[{"type":"Text","valueType":null,"value":"prompt"}],\
                        "labels":["Tie","Both bad"],"labels_attrs":{"Tie":{"value":"Tie"},"Both bad":{"value":"Both bad"}}},\
                        "quality":{"type":"Rating","to_name":["prompt"],"inputs":[{"type":"Text","valueType":null,"value":"prompt"}],\
                        "labels":[],"labels_attrs":{}},\
                        "instruction":{"type":"TextArea","to_name":["prompt"],"inputs":[\
                        {"type":"Text","valueType":null,"value":"prompt"}],"labels":[],"labels_attrs":{}}}""");
        assertThat(config.controlWeights()).isEqualTo("""
                {"comparison":{"overall":1.0,"type":"Pairwise","labels":{}},\
                "tie":{"overall":1.0,"type":"Choices","labels":{"Tie":1.0,"Both bad":1.0}},\
                "quality":{"overall":1.0,"type":"Rating","labels":{}},\
                "instruction":{"overall":1.0,"type":"TextArea","labels":{}}}""");
    }

    @Test
    void readsAConfigurationWithStylesAndAComment() {
        LabelingConfig config = LabelingConfig.parse(STYLED);

        assertThat(config.spec().control("comparison")).get()
                .extracting(Control::toName)
                .isEqualTo(List.of("answer1", "answer2"));
    }

    @Test
    void takesTheEmptyViewAsNothingToLabelYet() {
        LabelingConfig config = LabelingConfig.parse("<View></View>");

        assertThat(config.spec().controls()).isEmpty();
        assertThat(config.spec().objects()).isEmpty();
        assertThat(config.parsedLabelConfig()).isEqualTo("{}");
        assertThat(config.controlWeights()).isEqualTo("{}");
    }

    @Test
    void offersTheAliasOfAChoiceWhereItHasOne() {
        LabelingConfig config = LabelingConfig.parse("""
                <View><Text name="t" value="$t"/><Choices name="c" toName="t" required="true">
                  <View><Choice value="About the same" alias="tie"/></View><Choice value="Skip it" alias=""/><Choice/>
                </Choices></View>""");

        assertThat(config.spec().controls())
                .containsExactly(new Control("c", "choices", List.of("t"), List.of("tie", "Skip it"), false, 0, true));
        assertThat(config.parsedLabelConfig()).contains("""
                "labels":["tie","Skip it"],"labels_attrs":{"tie":{"value":"About the same","alias":"tie"},\
                "Skip it":{"value":"Skip it","alias":""}}""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <Rating name='r' toName='t' required='true'/>|true
            <View visibleWhen='choice-selected'><Rating name='r' toName='t' required='true'/></View>|false
            <Rating name='r' toName='t' required='true' visibleWhen='no-region-selected'/>|false
            <Rating name='r' toName='t'/>|false
            """)
    void demandsAnAnswerOnlyToWhatIsShownAtAllTimes(String rating, boolean demanded) {
        LabelingConfig config = LabelingConfig.parse("<View><Text name='t' value='$t'/>" + rating + "</View>");

        assertThat(config.spec().control("r")).get().extracting(Control::required).isEqualTo(demanded);
    }

    @Test
    void leavesChoicesOpenThatTheTaskBrings() {
        LabelingConfig config = LabelingConfig.parse(
                "<View><Text name='t' value='$t'/><Choices name='c' toName='t' value='$options'><Choice value='x'/></Choices></View>");

        assertThat(config.spec().control("c")).get().extracting(Control::choices).isEqualTo(List.of());
        assertThat(config.parsedLabelConfig()).contains("\"dynamic_labels\":true");
    }

    @Test
    void offersAChoiceWithinAnotherByThePathToItWhereThatIsAllowed() {
        LabelingConfig config = LabelingConfig
                .parse("""
                        <View><Text name="t" value="$t"/><Choices name="c" toName="t" choice="multiple" allowNested="true">
                          <Choice value="Sciences" alias="sci"><View><Choice value="Physics" hint="Of things" hotkey="p"/></View></Choice>
                          <Choice value="Other"/></Choices></View>""");

        assertThat(config.spec().control("c")).contains(new Control("c", "choices", List.of("t"),
                List.of("[\"sci\"]", "[\"sci\",\"Physics\"]", "[\"Other\"]"), true, 0, false, null, List.of(),
                List.of(new Option("[\"sci\"]", "Sciences", null, null, List.of("sci")),
                        new Option("[\"sci\",\"Physics\"]", null, "Of things", "p", List.of("sci", "Physics")),
                        new Option("[\"Other\"]", null, null, null, List.of("Other"))),
                true));
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void readsARankerOverAList() {
        LabelingConfig config = LabelingConfig.parse("""
                <View><Text name="task" value="$task"/><List name="answers" value="$items" title="All"/>
                <Ranker name="rank" toName="answers"><Bucket name="good" title="Good"/></Ranker></View>""");

        assertThat(config.spec().objects()).containsExactly(ShownObject.prompt("task", "Text", "$task"),
                ShownObject.candidate("answers", "List", "$items"));
        assertThat(config.spec().controls())
                .containsExactly(new Control("rank", "ranker", List.of("answers"), List.of("good"), false, 0, false));
    }

    @Test
    void tellsWhatTheTaskShowsFromWhatIsTheSameForAll() {
        LabelingConfig config = LabelingConfig
                .parse("""
                        <View><Header value="$title"/><Header value="Read this"/><Header name="h" value="Really"/>
                        <Text name="rules" value="Be fair."/><Text name="sum" value="It costs $price, or $more"/>
                        <Text name="deep" value="$a.b"/><Chat name="talk" value="$messages"/><Rating name="r" toName="rules"/></View>""");

        assertThat(config.spec().objects()).extracting(ShownObject::name, ShownObject::value, ShownObject::shownAs)
                .containsExactly(tuple("Header@1", "$title", ShownAs.PROMPT),
                        tuple("Header@1", "Read this", ShownAs.CAPTION), tuple("h", "Really", ShownAs.CAPTION),
                        tuple("rules", "Be fair.", ShownAs.PROMPT),
                        tuple("sum", "It costs $price, or $more", ShownAs.PROMPT),
                        tuple("deep", "$a.b", ShownAs.PROMPT), tuple("talk", "$messages", ShownAs.PROMPT));
        assertThat(config.spec().control("r")).get().extracting(Control::maxRating).isEqualTo(5);
    }

    @Test
    void readsTagsAndAttributesInAnyCase() {
        LabelingConfig config = LabelingConfig
                .parse("""
                        <view><text NAME="prompt" VALUE="$prompt"/><PAIRWISE name="comparison" toname="answer1,answer2"/>
                        <text name="answer1" value="$answer1"/><text name="answer2" value="$answer2"/>
                        <choices name="mood" toName="prompt" Choice="multiple"><choice value="calm"/><CHOICE value="heated"/></choices></view>""");

        assertThat(config.spec()).isEqualTo(LabelingConfig
                .parse("""
                        <View><Text name="prompt" value="$prompt"/><Pairwise name="comparison" toName="answer1,answer2"/>
                        <Text name="answer1" value="$answer1"/><Text name="answer2" value="$answer2"/>
                        <Choices name="mood" toName="prompt" choice="multiple"><Choice value="calm"/><Choice value="heated"/></Choices></View>""")
                .spec());
        assertThat(config.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <Choices name="mood" toName="t"><choice value="calm"/><choice value="heated"/></Choices>|<Choices name="mood" toName="t"><Choice value="calm"/><Choice value="heated"/></Choices>
            <PairWise name="p" toName="t,u"/>|<Pairwise name="p" toName="t,u"/>
            <HEADER VALUE="$q"/><markdown value="$m"/><hyperText name="h"><p>$q</p></hyperText>|<Header value="$q"/><Markdown value="$m"/><HyperText name="h"><p>$q</p></HyperText>
            <repeater ON="$l" INDEXFLAG="{{i}}"><text name="a_{{i}}" value="$l[{{i}}]"/><rating name="r_{{i}}" toname="a_{{i}}" maxrating="3"/></repeater>|<Repeater on="$l" indexFlag="{{i}}"><Text name="a_{{i}}" value="$l[{{i}}]"/><Rating name="r_{{i}}" toName="a_{{i}}" maxRating="3"/></Repeater>
            <list name="l" value="$l"/><ranker name="r" toname="l"/><textarea name="why" toname="t" REQUIRED="True"/>|<List name="l" value="$l"/><Ranker name="r" toName="l"/><TextArea name="why" toName="t" required="true"/>
            """)
    void meansTheSameInUpperAndLowerCase(String written, String usual) {
        String texts = "<Text name='t' value='$t'/><Text name='u' value='$u'/>";
        LabelingConfig config = LabelingConfig.parse("<VIEW>" + texts + written + "</VIEW>");
        LabelingConfig expected = LabelingConfig.parse("<View>" + texts + usual + "</View>");

        assertThat(config.spec()).isEqualTo(expected.spec());
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void readsTheTextInATagForItsValue() {
        LabelingConfig config = LabelingConfig
                .parse("""
                        <View><Header> Asked: $prompt </Header><HyperText name="rules" value="unused"><p>Be <b>fair</b></p></HyperText>
                        <Markdown><![CDATA[# 1 < 2]]></Markdown></View>""");

        assertThat(config.spec().objects()).extracting(ShownObject::value)
                .containsExactly("Asked: $prompt", "<p>Be <b>fair</b></p>", "# 1 < 2");
    }

    @Test
    void readsARepeaterAsAPattern() {
        LabelingConfig config = LabelingConfig
                .parse("""
                        <View><Repeater on="$answers"><Text name="answer_{{idx}}" value="$answers[{{idx}}].text"/>
                        <Choices name="quality_{{idx}}" toName="answer_{{idx}}"><Choice value="Good"/></Choices></Repeater></View>""");

        List<Repeat> repeats = List.of(new Repeat(0, "$answers", "{{idx}}", null));
        assertThat(config.spec().objects()).containsExactly(new ShownObject("answer_{{idx}}", "Text",
                "$answers[{{idx}}].text", ShownAs.PROMPT, null, null, repeats));
        assertThat(config.spec().controls()).containsExactly(new Control("quality_{{idx}}", "choices",
                List.of("answer_{{idx}}"), List.of("Good"), false, 0, false, null, repeats));
    }

    @Test
    void keepsTagsAndAttributesThatItDoesNotKnow() {
        LabelingConfig config = LabelingConfig
                .parse("""
                        <View xmlns:x="urn:x"><Collapse><Panel value="More" x:mood="calm"><HyperText name="html" value="$html" new="1"/>
                        </Panel></Collapse><Paragraphs name="talk" value="$talk"/><Number name="n" toName="html"/>
                        <Filter toName="topic"/><Labels name="topic" toName="html" fancy="yes"><Label value="A" hotkey="1"/></Labels>
                        <Whatever anything="goes"/></View>""");

        assertThat(config.spec().controls()).extracting(Control::type).containsExactly("number", "labels");
        assertThat(config.spec().objects()).extracting(ShownObject::name).containsExactly("html", "talk");
        assertThat(config.parsedLabelConfig())
                .contains("\"labels\":[\"A\"],\"labels_attrs\":{\"A\":{\"value\":\"A\",\"hotkey\":\"1\"}}");
    }

    @Test
    void showsWhenARegionsControlApplies() {
        LabelingConfig config = LabelingConfig.parse("""
                <View><Text name="t" value="$t" valueType="url"/>
                <TextArea name="why" toName="t" perRegion="true" whenTagName="topic"/></View>""");

        assertThat(config.parsedLabelConfig()).contains("\"conditionals\":{\"type\":\"tag\",\"name\":\"topic\"}")
                .contains("\"valueType\":\"url\"");
    }
}
