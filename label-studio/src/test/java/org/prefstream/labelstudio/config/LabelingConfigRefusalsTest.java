package org.prefstream.labelstudio.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.contract.ComparisonSpec.ShownObject;

class LabelingConfigRefusalsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <Text name="t" value="$t"/>|Text "t" (line 1) is the outermost tag; it must be View: put <View> … </View> around it
            <View><Text value="$prompt"/></View>|Text (line 1) has no name; give it one, such as name="prompt"
            <View><Text name=" " value="x"/></View>|Text (line 1) has no name; give it one, such as name="myText"
            <View><Text name="a" value="$a"/><Rating toName="a"/></View>|Rating (line 1) has no name; give it one, such as name="myRating"
            <View><Text name="a" value="$a"/><New toName="a"/></View>|New (line 1) has no name; give it one, such as name="myNew"
            <View><Text name="a" value="$a"/><Choices name="c"/></View>|Choices "c" (line 1) has no toName; name the tag that it is about (here: a)
            <View><TextArea name="c" toName=""/></View>|TextArea "c" (line 1) has no toName; name the tag that it is about
            <View><Text name="a" value="$a"/><Rating name="r" toName="b"/></View>|Rating "r" (line 1) points to "b" in its toName, but no tag has that name (here: a)
            <View><Filter toName="b"/></View>|Filter (line 1) points to "b" in its toName, but no tag has that name
            <View><Text name="a" value="$a"/><Pairwise name="p" toName="a,"/></View>|Pairwise "p" (line 1) has an empty name in its toName; put one name between commas
            <View><Text name="a" value="$a"/><Rating name="a" toName="a"/></View>|Rating "a" (line 1) has the name of Text "a" (line 1); every name may be used once
            <View><Text name="a" value="$a"/><Pairwise name="p" toName="a"/></View>|Pairwise "p" (line 1) must name exactly two different tags in its toName, such as toName="answer1,answer2"
            <View><Text name="a" value="$a"/><Image name="b" value="$b"/><Pairwise name="p" toName="a,b"/></View>|Pairwise "p" (line 1) compares Image "b" (line 1), which shows no text, so that no preference could ever be learned from it; compare tags such as Text
            <View><Text name="a" value="$a"/><Text name="b" value="$a"/><Pairwise name="p" toName="a,b"/></View>|Pairwise "p" (line 1) compares two tags that show the same, $a; give each the value of its own answer
            <View><Repeater on="$a"><Text name="a" value="$a[{{idx}}]"/></Repeater></View>|Text "a" (line 1) stands in a Repeater, so its name must contain {{idx}}, such as name="a_{{idx}}"
            <View><Repeater indexFlag="#"><Text name="a#" value="$a[#]"/></Repeater></View>|Repeater (line 1) has no "on"; name the list that it repeats for, such as on="$answers"
            <View><Repeater on="$a"><Repeater on="$a[{{idx}}]"/></Repeater></View>|Repeater (line 1) stands in another Repeater with the same indexFlag; give it one of its own, such as indexFlag="{{inner}}"
            <View><Repeater on="$a"><Text name="a{{idx}}" value="$a[{{idx}}]"/></Repeater><Text name="b" value="$b"/><Pairwise name="p" toName="a{{idx}},b"/></View>|Pairwise "p" (line 1) compares Text "a{{idx}}" (line 1), which a Repeater shows several times; put both into the same Repeater
            <view><pairwise name="p" toname="a"/><text name="a" value="$a"/></view>|Pairwise "p" (line 1) must name exactly two different tags in its toName, such as toName="answer1,answer2"
            <view><repeater><rating name="r_{{idx}}"/></repeater></view>|Repeater (line 1) has no "on"; name the list that it repeats for, such as on="$answers"^Rating "r_{{idx}}" (line 1) has no toName; name the tag that it is about
            <View><Header name="q" value="$q"/><TEXT name="q" value="$a"/></View>|Text "q" (line 1) has the name of Header "q" (line 1); every name may be used once
            <View><Header value="$a"/><Text name="b" value="$b"/><Pairwise name="p" toName="Header,b"/></View>|Pairwise "p" (line 1) points to "Header" in its toName, but no tag has that name (here: b)
            <View><Header name="a" value="$a"/><Header name="b"/><Pairwise name="p" toName="a,b"/></View>|Pairwise "p" (line 1) compares Header "b" (line 1), which cannot be compared; name two tags such as Text, each with value="$…"
            <View><Repeater on="answers"><Text name="a_{{idx}}" value="$answers[{{idx}}]"/></Repeater></View>|Repeater (line 1) has on="answers", which names no list of the data; name it with a $, such as on="$answers"
            <View><List name="l" value="fixed"/><Ranker name="r" toName="l"/></View>|Ranker "r" (line 1) must name exactly one List in its toName, whose value names a list of the data such as value="$answers"
            <View><Text name="a" value="$a"/><Pairwise name="p" toName="a,a"/></View>|Pairwise "p" (line 1) must name exactly two different tags in its toName, such as toName="answer1,answer2"
            <View><Text name="a" value="$a"/><Text name="b"/><Pairwise name="p" toName="a,b"/></View>|Pairwise "p" (line 1) compares Text "b" (line 1), which cannot be compared; name two tags such as Text, each with value="$…"
            <View><Text name="a" value="$a"/><Rating name="b" toName="a"/><Pairwise name="p" toName="a,b"/></View>|Pairwise "p" (line 1) compares Rating "b" (line 1), which cannot be compared; name two tags such as Text, each with value="$…"
            <View><Text name="a" value="$a"/><Ranker name="r" toName="a"/></View>|Ranker "r" (line 1) must name exactly one List in its toName, whose value names a list of the data such as value="$answers"
            <View><Text name="a" value="$a"/><Rating name="r" toName="a" maxRating="many"/></View>|Rating "r" (line 1) has maxRating="many"; it must be a whole number from 1 to 100
            <View><Text name="a" value="$a"/><Rating name="r" toName="a" maxRating="0"/></View>|Rating "r" (line 1) has maxRating="0"; it must be a whole number from 1 to 100
            """)
    void namesTheTagTheLineAndWhatWouldBeRight(String xml, String message) {
        assertThat(refusal(xml)).containsExactly(message.split("\\^"));
    }

    @Test
    void namesEveryTagThatIsWrongWithTheLineWhereItBegins() {
        assertThat(refusal("\n\n<?xml version='1.0'?>\r\n<!-- a\ncomment -->\n\n<View\n  className='x'>\n  <Text\n"
                + "    value='$a'\n  />\n  <Style>\n.a { }\n</Style><Text name='a' value='$a'/>\n  <Rating name='r' toName='b'/>\n</View>"))
                .containsExactly("Text (line 9) has no name; give it one, such as name=\"a\"",
                        "Rating \"r\" (line 15) points to \"b\" in its toName, but no tag has that name (here: a)");
        assertThat(refusal("\n<!-- x -->\n\n\n<Views/>")).containsExactly(
                "Views (line 5) is the outermost tag; it must be View: put <View> … </View> around it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <View xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd" parse="text"/></View>|<xi:include> (line 1)
            <View><xi:include href="other.xml"/></View>|<xi:include> (line 1)
            <View><include xmlns="http://www.w3.org/2001/XInclude" href="other.xml"/></View>|<include> (line 1)
            <View><svg:svg xmlns:svg="http://www.w3.org/2000/svg"/></View>|<svg:svg> (line 1)
            <ls:View/>|<ls:View> (line 1)
            """)
    void refusesTagsOfOtherNamespaces(String xml, String place) {
        assertThat(refusal(xml)).singleElement().asString().startsWith(place + " is of another namespace");
    }

    @Test
    void takesPrefixesInHtmlAndUnusedOnesAsTheyAre() {
        assertThat(LabelingConfig.parse("<View xmlns:xi='http://www.w3.org/2001/XInclude'>"
                + "<HyperText name='h'><o:p xmlns='urn:x'>a</o:p></HyperText></View>").spec().objects()).hasSize(1);
    }

    @Test
    void listsTwentyMessagesAndSaysHowManyMoreThereAre() {
        assertThat(refusal("<View>" + "<Text value='$a'/>".repeat(20) + "</View>")).hasSize(20)
                .allMatch(message -> message.startsWith("Text (line 1)"));
        assertThat(refusal("<View>" + "<Text value='$a'/>".repeat(100) + "</View>")).hasSize(21)
                .endsWith("and 80 more");
        assertThat(refusal("<View><Rating name='r' toName='" + "a,".repeat(29) + "a'/></View>")).hasSize(21)
                .endsWith("and 10 more");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <View><Oops|Line 1, column 12: the XML is not well-formed:
            <View></Vie>|Line 1, column 9: the XML is not well-formed:
            <View/><View/>|Line 1, column 9: the XML is not well-formed:
            <View a="1" a="2"/>|Line 1, column 18: the XML is not well-formed:
            <View>&nbsp;</View>|Line 1, column 13: the XML is not well-formed:
            <View a="&nbsp;"/>|Line 1, column 16: the XML is not well-formed:
            <View>&#0;</View>|Line 1, column 11: the XML is not well-formed:
            View|Line 1, column 1: the XML is not well-formed:
            """)
    void saysWhereTheXmlIsBroken(String xml, String start) {
        assertThat(refusal(xml)).singleElement()
                .asString()
                .startsWith(start)
                .doesNotContain("http", "Message:", "ParseError");
    }

    @Test
    void countsTheLinesOfWhatWasSentInSyntaxErrorsToo() {
        assertThat(refusal("\n\n<View>\n<Text</View>").get(0)).startsWith("Line 4, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void refusesAnEmptyConfiguration(String xml) {
        assertThat(refusal(xml))
                .containsExactly("The labeling configuration is empty; the smallest one is <View></View>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE View><View/>", "<!DOCTYPE View SYSTEM 'http://127.0.0.1:1/x.dtd'><View/>",
            "<!DOCTYPE View [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><View>&x;</View>",
            "<!DOCTYPE View [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><View>&b;</View>",
            "<!DOCTYPE View [<!ENTITY % p SYSTEM 'file:///etc/hostname'> %p;]><View/>"})
    void refusesEveryDocumentType(String xml) {
        assertThat(refusal(xml)).containsExactly("Line 1: a document type (<!DOCTYPE …>) is not allowed; take it out");
    }

    @Test
    void refusesTextThatNoDatabaseHolds() {
        assertThatThrownBy(() -> LabelingConfig.parse("<View a='\0'/>")).isInstanceOf(LabelingConfigInvalid.class);
        assertThatThrownBy(() -> LabelingConfig.parse("<View a='\ud800'/>")).isInstanceOf(LabelingConfigInvalid.class);
        assertThatThrownBy(() -> LabelingConfig.parse("<View>\udc00</View>")).isInstanceOf(LabelingConfigInvalid.class);
        assertThatThrownBy(() -> LabelingConfig.parse("<View/><!-- \ud800 -->"))
                .isInstanceOf(LabelingConfigInvalid.class);
        assertThatThrownBy(() -> LabelingConfig.parse("<View><![CDATA[\ud800 ]]></View>"))
                .isInstanceOf(LabelingConfigInvalid.class);
    }

    @Test
    void holdsToItsCaps() {
        assertThat(refusal("<View>" + "é".repeat(131_072) + "</View>"))
                .containsExactly("The labeling configuration is longer than 262144 bytes (256 KiB)");
        assertThat(refusal("<View>".repeat(65) + "</View>".repeat(65)))
                .containsExactly("<View> (line 1): tags are nested deeper than 64 levels");
        assertThat(refusal("<View>" + "<a/>".repeat(2_000) + "</View>"))
                .containsExactly("<a> (line 1): there are more than 2000 tags");
        assertThat(refusal("<View " + attributes(65) + "/>"))
                .containsExactly("<View> (line 1) has more than 64 attributes");
        assertThat(refusal("<View a='" + "x".repeat(16_385) + "'/>"))
                .containsExactly("<View> (line 1): the attribute a is longer than 16384 characters");
        assertThat(refusal("<View " + "x".repeat(201) + "=''/>"))
                .containsExactly("<View> (line 1) has an attribute whose name is longer than 200 characters");
        assertThat(refusal("<" + "x".repeat(201) + "/>"))
                .containsExactly("A tag (line 1) has a name longer than 200 characters");
        assertThat(refusal("<View><Text name='" + "x".repeat(201) + "' value='$a'/></View>").get(0))
                .endsWith("(line 1) has a name longer than 200 characters");
    }

    @Test
    void takesWhatIsJustWithinItsCaps() {
        assertThat(LabelingConfig.parse("<View>".repeat(64) + "</View>".repeat(64)).spec().controls()).isEmpty();
        assertThat(LabelingConfig.parse("<View>" + "<a/>".repeat(1_999) + "</View>").spec().controls()).isEmpty();
        assertThat(LabelingConfig.parse("<View " + attributes(64) + "/>").spec().controls()).isEmpty();
        assertThat(LabelingConfig.parse("<View a='" + "x".repeat(16_384) + "'/>").spec().controls()).isEmpty();
        assertThat(LabelingConfig.parse("<View>" + "x".repeat(262_131) + "</View>").spec().controls()).isEmpty();
    }

    @Test
    void keepsTheLineRightInALongConfiguration() {
        String filler = "<Style>/* é😀 */\n.a { color: red }</Style>\n<!-- note\n -->\r\n<a b='1'/>\n";
        String xml = "<View>\n" + filler.repeat(900) + "<Text/>\n</View>";

        assertThat(refusal(xml)).singleElement().asString().startsWith("Text (line " + (2 + 5 * 900) + ") has no name");
    }

    /** The JDK's reader is wrong about its place behind some tags around the 64th character. */
    @Test
    void findsTagsAndWhatStandsInThemWhereverTheyBegin() {
        for (int length = 0; length < 200; length++) {
            String begin = "<View><!--" + "<".repeat(length) + "-->";
            String end = "<Markdown value='a > b'/></View>";

            assertThat(LabelingConfig.parse(begin + "<HyperText name='h'><p>$q</p></HyperText>" + end).spec().objects())
                    .as(begin)
                    .extracting(ShownObject::value)
                    .containsExactly("<p>$q</p>", "a > b");
            assertThat(refusal(begin + "\n<a b='>'/>\n<Text/>\n<?p <x ?><![CDATA[<y>]]><Text/>" + end)).containsExactly(
                    "Text (line 3) has no name; give it one, such as name=\"myText\"",
                    "Text (line 4) has no name; give it one, such as name=\"myText\"");
        }
    }

    private static String attributes(int count) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            attributes.append(" a").append(i).append("=''");
        }
        return attributes.toString();
    }

    private static List<String> refusal(String xml) {
        LabelingConfigInvalid refusal = catchThrowableOfType(LabelingConfigInvalid.class,
                () -> LabelingConfig.parse(xml));
        assertThat(refusal).as(xml.substring(0, Math.min(100, xml.length()))).isNotNull();
        assertThat(refusal).hasMessage(String.join("\n", refusal.messages()));
        return refusal.messages();
    }
}
