package org.prefstream.labelstudio.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.contract.LayoutBox;
import org.prefstream.contract.LayoutBox.Kind;
import org.prefstream.labelstudio.json.Json;

class LayoutReaderTest {

    @Test
    void tellsWhatStandsInWhat() {
        LayoutBox root = layout("""
                <View className="root"><Style>.root { color: red }</Style>
                <View style="display: flex"><Header value="Compare" size="2"/><Text name="a" value="$a"/></View>
                <Collapse><Panel value="Details" open="true"><HyperText name="b" value="$b"/></Panel></Collapse>
                <Pairwise name="p" toName="a,b" selectionStyle="color: green"/></View>""");

        assertThat(root.kind()).isEqualTo(Kind.GROUP);
        assertThat(root.attributes()).containsOnly(Map.entry("classname", "root"));
        assertThat(root.inside()).extracting(LayoutBox::kind)
                .containsExactly(Kind.SHEET, Kind.GROUP, Kind.FOLDS, Kind.CONTROL);
        assertThat(root.inside().get(0).text()).isEqualTo(".root { color: red }");
        assertThat(root.inside().get(1).inside()).extracting(LayoutBox::kind).containsExactly(Kind.HEADING, Kind.PLAIN);
        assertThat(root.inside().get(2).inside().get(0)).returns("Details", LayoutBox::text)
                .returns(Kind.FOLD, LayoutBox::kind);
        assertThat(root.inside().get(3)).returns("p", LayoutBox::name)
                .extracting(LayoutBox::attributes)
                .isEqualTo(Map.of("selectionstyle", "color: green"));
    }

    @Test
    void tellsImagesFromOtherMedia() {
        LayoutBox root = layout("""
                <View><Image name="i" value="$i"/><Audio name="a" value="$a"/><Video name="v" value="$v"/>
                <Text name="t" value="$t"/><Rating name="r" toName="t"/></View>""");

        assertThat(root.inside()).extracting(LayoutBox::kind)
                .containsExactly(Kind.IMAGE, Kind.MEDIUM, Kind.MEDIUM, Kind.PLAIN, Kind.CONTROL);
    }

    @Test
    void namesWhatIsShownAsTheSpecDoes() {
        String config = """
                <View><Header value="Compare"/><Text name="a" value="$a"/><Markdown value="$b"/>
                <Repeater on="$turns"><Header value="$turns[{{idx}}]"/></Repeater></View>""";
        LabelingConfig meaning = LabelingConfig.parse(config);

        assertThat(all(meaning.layout()).map(LayoutBox::name).filter(name -> name != null))
                .containsExactlyElementsOf(meaning.spec().objects().stream().map(object -> object.name()).toList());
    }

    @Test
    void tellsTheOptionsOfAControl() {
        LayoutBox control = layout(
                """
                        <View><Text name="a" value="$a"/><Choices name="c" toName="a"><View><Choice value="Good" alias="g" hotkey="q"/></View>
                        <Choice>Bad</Choice></Choices></View>""")
                .inside()
                .get(1);

        assertThat(all(control).filter(box -> box.kind() == Kind.OPTION)).extracting(LayoutBox::name, LayoutBox::text)
                .containsExactly(tuple("g", "Good"), tuple("Bad", "Bad"));
    }

    @Test
    void tellsWhichRepeaterRepeatsWhat() {
        LayoutBox outer = layout("""
                <View><Repeater on="$turns" indexFlag="{{t}}"><Repeater on="$turns[{{t}}].parts">
                <Text name="x_{{t}}_{{idx}}" value="$turns[{{t}}].parts[{{idx}}]"/></Repeater></Repeater></View>""")
                .inside()
                .get(0);

        assertThat(outer).returns(0, LayoutBox::repeater).returns("{{t}}", LayoutBox::flag);
        assertThat(outer.inside().get(0)).returns(1, LayoutBox::repeater).returns("{{idx}}", LayoutBox::flag);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"<Text name='a' value='$gpt_answer'/>",
            "<Header value='$gpt_answer'/>", "<TextArea name='t' toName='x' value='$gpt_answer'/>",
            "<Repeater on='$gpt_answer'><Header value='hello'/></Repeater>"})
    void doesNotTellTheKeysOfTheData(String tag) {
        assertThat(Json.write(layout("<View><Text name='x' value='$x'/>" + tag + "</View>"))).doesNotContain("gpt");
    }

    @ParameterizedTest
    @CsvSource({"<Style>.a { color: red }</Style>,true", "<Style> </Style>,false", "<View/>,false"})
    void isStyledByASheetThatSaysSomething(String tag, boolean styled) {
        assertThat(LabelingConfig.parse("<View>" + tag + "</View>").isStyled()).isEqualTo(styled);
    }

    @Test
    void isReadBackFromJsonAsItWas() {
        LayoutBox layout = layout(
                """
                        <View><Text name="a" value="$a"/><Choices name="c" toName="a"><Choice value="Good"/></Choices></View>""");

        assertThat(Json.read(Json.write(layout), LayoutBox.class)).isEqualTo(layout);
    }

    private static LayoutBox layout(String config) {
        return LabelingConfig.parse(config).layout();
    }

    private static Stream<LayoutBox> all(LayoutBox box) {
        return Stream.concat(Stream.of(box), box.inside().stream().flatMap(LayoutReaderTest::all));
    }
}
