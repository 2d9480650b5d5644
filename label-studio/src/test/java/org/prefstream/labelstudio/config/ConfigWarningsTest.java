package org.prefstream.labelstudio.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigWarningsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <Whatever anything="goes"/>|Whatever (line 2) is a tag that Prefstream does not know: it is kept and means nothing here
            <Poem name="p" value="$poem"/>|Poem "p" (line 2) is a tag that Prefstream does not know: it is taken for something that shows its value as text
            <Stars name="s" toName="t"/>|Stars "s" (line 2) is a control that Prefstream does not know: answers to it are kept as they are sent, unchecked, and give no rows of the dataset
            <Image name="i" value="$url"/>|Image "i" (line 2) is shown, and trained on, as the value that stands in the task, such as an address: what stands behind an address is not fetched
            <Text name="u" value="$u" valueType="url"/>|Text "u" (line 2) has valueType="url", which Prefstream does not follow yet: the tag means what it would mean without it
            <Rating name="r" toName="t" perRegion="true"/>|Rating "r" (line 2) has perRegion="true", which is about a marked region: regions are not marked here, so the labeling page never shows it
            <View visibleWhen="region-selected"/>|View (line 2) has visibleWhen="region-selected", which is about a marked region: regions are not marked here, so the labeling page never shows it
            <TextArea name="a" toName="t" requried="true"/>|TextArea "a" (line 2) has the attribute "requried", which that tag does not have: it means nothing here
            <Text name="a" value="$answers[-1].text"/>|Text "a" (line 2) shows all of the value before "[-1]", which is no place in a list: places are whole numbers from 0, such as [0]
            <Header value="Of $list[0][x]: $t"/>|Header (line 2) shows all of the value before "[x]", which is no place in a list: places are whole numbers from 0, such as [0]
            <Repeater on="$turns" indexFlag="{{t}}"><Text name="said_{{t}}" value="$turns[{{idx}}].said"/></Repeater>|Text "said_{{t}}" (line 2) shows all of the value before "[{{idx}}]", which is no place in a list: places are whole numbers from 0, such as [0]
            <Markdown>Task: ${task.title}</Markdown>|Markdown (line 2) shows "${task.title}" as it stands: a variable has no braces, such as $prompt
            <PairWize name="p" toName="t"/>|PairWize "p" (line 2) is a control that Prefstream does not know: answers to it are kept as they are sent, unchecked, and give no rows of the dataset
            <Heading value="$q"/>|Heading (line 2) is a tag that Prefstream does not know: it is taken for something that shows its value as text
            <header value="$q" colour="red"/>|Header (line 2) has the attribute "colour", which that tag does not have: it means nothing here
            <View>Question: <Header value="$q"/></View>|View (line 2) holds the text "Question:", which nothing shows there; put it into a Header or a Text
            <View>Only judge facts about $topic.</View>|View (line 2) holds the text "Only judge facts about $topic.", which nothing shows there; put it into a Header or a Text
            <Repeater on="$turns">Turn {{idx}}</Repeater>|Repeater (line 2) holds the text "Turn {{idx}}", which nothing shows there; put it into a Header or a Text
            <Choices name="c" toName="t"><Choice value="A" html="&lt;b>A&lt;/b>"/></Choices>|Choice (line 2) has html="<b>A</b>", which Prefstream does not follow yet: the tag means what it would mean without it
            <Choices name="c" toName="t"><Choice value="A" color="red"/></Choices>|Choice (line 2) has color="red", which Prefstream does not follow yet: the tag means what it would mean without it
            <Choices name="c" toName="t"><Choice value="A" hotkey="ctrl+1"/></Choices>|Choice (line 2) has hotkey="ctrl+1", which Prefstream does not follow yet: the tag means what it would mean without it
            <Choices name="c" toName="t"><Choice value="A"><Choice value="B"/></Choice></Choices>|Choice (line 2) stands in Choice (line 2) and is offered beside it: it stands below it where the Choices has allowNested="true"
            <Panel value="Context: $context"/>|Panel (line 2) has value="Context: $context", which nothing shows there; put it into a Header or a Text
            """)
    void tellsWithTagAndLineWhatIsNotUnderstood(String tag, String warning) {
        assertThat(warnings(tag)).containsExactly(warning);
    }

    @Test
    void asksForTheKeysOfAComparisonWhoseSidesAreTheSameInEveryTask() {
        assertThat(warnings(
                "<Text name='a' value='answer1'/><Text name='b' value='$b'/><Pairwise name='p' toName='a,b'/>"))
                .containsExactly("Text \"a\" (line 2) shows the text \"answer1\" in every task, though Pairwise \"p\" "
                        + "(line 2) compares it: to compare what a task holds, name its key with a $, such as value=\"$answer\"");
    }

    @Test
    void saysThatBucketsGiveNoRows() {
        assertThat(warnings(
                """
                        <List name="l" value="$items"/><Ranker name="r" toName="l"><Bucket name="good" title="Good"/></Ranker>"""))
                .singleElement()
                .asString()
                .startsWith("Bucket \"good\" (line 2) is a bucket of a Ranker");
    }

    @Test
    void saysHowManyMoreThereAre() {
        assertThat(warnings("<Whatever/>".repeat(50))).hasSize(50).allMatch(warning -> warning.startsWith("Whatever"));
        assertThat(warnings("<Whatever/>".repeat(57))).hasSize(51).endsWith("and 7 more");
    }

    @Test
    void saysNothingOfWhatIsUnderstood() {
        assertThat(warnings(
                """
                        <Style>.a { color: red }</Style><Header value="$t" size="3" style="x"/><Collapse accordion="true"><Panel value="More"/></Collapse>
                        <Header value="[$t] [sic], US$5, $items[0][1], {x} $ {y}"/>
                        <Paragraphs name="talk" value="$talk" layout="dialogue" nameKey="who" textKey="said"/>
                        <Choices name="c" toName="t" choice="multiple" showInline="true" required="true" requiredMessage="Please">
                        <Choice value="A" alias="a" hotkey="1" hint="first"/></Choices>
                        <TextArea name="why" toName="t" rows="3" placeholder="Why?" maxSubmissions="1" editable="true"/>
                        <Rating name="r" toName="t" maxRating="7" icon="star"/><Number name="n" toName="t" min="1" max="3"/>
                        <Repeater on="$items" mode="pagination"><Text name="i_{{idx}}" value="$items[{{idx}}]"/></Repeater>"""))
                .isEmpty();
    }

    private static List<String> warnings(String tags) {
        return LabelingConfig.parse("<View><Text name=\"t\" value=\"$t\"/>\n" + tags + "</View>").warnings();
    }
}
