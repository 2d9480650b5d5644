package org.prefstream.annotation.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.task.Comparison;
import org.prefstream.labelstudio.task.Comparison.Candidate;
import org.prefstream.labelstudio.task.ShownContent;

class ShownTest {

    @Test
    void holdsThePromptAndTheCandidatesWithTheirModels() {
        Shown shown = Samples.shownPair();

        assertThat(shown.prompt(shown.comparisons().get(0))).containsExactly(new ShownContent.Text("What is 2+2?"));
        assertThat(shown.comparison("comparison").orElseThrow().candidates())
                .containsExactly(new Candidate("answer1", "m-7b@900", "4"), new Candidate("answer2", "", "5"));
        assertThat(shown.comparison("tie")).isEmpty();
    }

    @Test
    void takesTheItemsOfAListAsCandidates() {
        assertThat(Samples.shownRanking().comparison("rank").orElseThrow().candidates()).containsExactly(
                new Candidate("blog", "m1", "first text"), new Candidate("mdn", "", "second text"),
                new Candidate("7", "m3", "third text"));
    }

    @Test
    void namesItemsWithoutAnIdByTheirPlace() {
        Shown shown = Shown.of(Samples.ranking(), Samples.object("""
                {"items": ["plain", {"text": "of our own"}]}"""));

        assertThat(shown.comparison("rank").orElseThrow().candidates()).containsExactly(new Candidate("0", "", "plain"),
                new Candidate("1", "", "of our own"));
    }

    @Test
    void ordersThePairAsToNameDoesWhereverTheObjectsStand() {
        var spec = new ComparisonSpec(List.of(Samples.candidate("b"), Samples.candidate("a")),
                List.of(Samples.control("comparison", "pairwise", "a", "b")));

        Shown shown = Shown.of(spec, Map.of("a", "left", "b", "right"));

        assertThat(shown.comparison("comparison").orElseThrow().candidates()).extracting(Candidate::content)
                .containsExactly("left", "right");
    }

    @Test
    void showsLiteralTextAndNothingWhereTheDataLacksAField() {
        Shown shown = shown("""
                <Header value="Pick one."/><Header value="On $topic"/><Text name="hint" value="Be brief."/>
                <Text name="q" value="$q"/>""", "{\"a\":\"1\",\"b\":\"2\",\"topic\":\"birds\"}");
        Comparison comparison = shown.comparisons().get(0);

        assertThat(shown.beside(comparison)).extracting(part -> part.content().json())
                .containsExactly("Pick one.", "On birds", "Be brief.", "");
        assertThat(shown.prompt(comparison)).map(ShownContent::json).containsExactly("On birds", "Be brief.", "");
    }

    @Test
    void showsBesideAComparisonWhatStandsInItsOwnRepetition() {
        Shown shown = Shown.of(LabelingConfig
                .parse("""
                        <View><Text name="q" value="$q"/><Repeater on="$turns"><Text name="asked_{{idx}}" value="$turns[{{idx}}].asked"/>
                        <Text name="a_{{idx}}" value="$turns[{{idx}}].a"/><Text name="b_{{idx}}" value="$turns[{{idx}}].b"/>
                        <Pairwise name="p_{{idx}}" toName="a_{{idx}},b_{{idx}}"/></Repeater></View>""")
                .spec(), Samples.object("""
                        {"q":"all","turns":[{"asked":"x","a":"1","b":"2"},{"asked":"y","a":"3","b":"4"}]}"""));

        assertThat(shown.comparisons()).extracting(Comparison::control).containsExactly("p_0", "p_1");
        assertThat(shown.comparisons()).map(shown::prompt)
                .containsExactly(List.of(new ShownContent.Text("all"), new ShownContent.Text("x")),
                        List.of(new ShownContent.Text("all"), new ShownContent.Text("y")));
        assertThat(shown.pair()).get().extracting(Comparison::control).isEqualTo("p_0");
        assertThat(shown.candidates()).isEqualTo(2);
    }

    @Test
    void findsTheModelOfAnAnswerBesideIt() {
        Shown shown = Shown.of(LabelingConfig.parse("""
                <View><Text name="a" value="$answers[0].text"/><Text name="b" value="$answers[1].text"/>
                <Pairwise name="p" toName="a,b"/></View>""").spec(), Samples.object("""
                {"answers":[{"text":"1","model":"m-small"},{"text":"2","model":"m-large"}]}"""));

        assertThat(shown.comparisons().get(0).candidates()).extracting(Candidate::model)
                .containsExactly("m-small", "m-large");
    }

    @Test
    void asksThePageAboutThePairAlsoWhereARankingComesFirst() {
        Shown shown = Shown.of(LabelingConfig.parse("""
                <View><List name="l" value="$items"/><Ranker name="r" toName="l"/><Text name="a" value="$a"/>
                <Text name="b" value="$b"/><Pairwise name="p" toName="a,b"/></View>""").spec(),
                Samples.object("{\"items\":[\"x\",\"y\",\"z\"],\"a\":\"1\",\"b\":\"2\"}"));

        assertThat(shown.pair()).get().extracting(Comparison::control).isEqualTo("p");
        assertThat(shown.candidates()).isEqualTo(2);
    }

    @Test
    void readsBackWhatItWrote() {
        Shown shown = Shown.of(Samples.pair(), Samples
                .object("""
                        {"prompt": {"b": 1.50, "a": [1e400, 12345678901234567890, null, true]}, "answer1": "é😀\\u2028", "answer2": ""}"""));

        Shown read = Shown.parse(shown.json());

        assertThat(read).isEqualTo(shown).hasSameHashCodeAs(shown).hasToString(shown.toString());
        assertThat(read.json()).isEqualTo(shown.json())
                .contains("{\\\"b\\\":1.50,\\\"a\\\":[1E+400,12345678901234567890,null,true]}");
        assertThat(read.spec()).isEqualTo(Samples.pair());
        assertThat(read.beside(read.comparisons().get(0))).isEqualTo(shown.beside(shown.comparisons().get(0)));
        assertThat(read.comparisons()).isEqualTo(shown.comparisons());
    }

    @Test
    void isNamedByTheHashOfItsText() {
        Shown shown = Shown.of(new ComparisonSpec(List.of(), List.of()), Map.of());

        assertThat(shown.json())
                .isEqualTo("{\"spec\":{\"objects\":[],\"controls\":[]},\"beside\":[],\"comparisons\":[]}");
        assertThat(shown.sha256()).isEqualTo("b433153db46cfaf1342cb373c79fc4d5867feadb26d3d78ecfb5f2a876c60498");
    }

    @Test
    void hasAnotherNameWhenAnythingShownOrAskedIsAnother() {
        Map<String, Object> data = Map.of("prompt", "p", "answer1", "a", "answer2", "b");
        Shown shown = Shown.of(Samples.pair(), data);

        assertThat(Shown.of(Samples.pair(), Map.of("prompt", "p", "answer1", "a", "answer2", "b", "aside", 1)))
                .isEqualTo(shown);
        assertThat(Shown.of(Samples.pair(), Map.of("prompt", "p", "answer1", "a", "answer2", "c")).sha256())
                .isNotEqualTo(shown.sha256());
        assertThat(Shown.of(Samples.ranking(), data).sha256()).isNotEqualTo(shown.sha256());
    }

    @Test
    void keepsItsNameWhenALaterVersionReadsMoreOrLess() {
        String stored = """
                {"spec":{"objects":[],"controls":[],"later":1},"beside":[],"comparisons":[],"more":[]}""";

        assertThat(Shown.parse(stored).json()).isEqualTo(stored);
    }

    private static Shown shown(String tags, String data) {
        return Shown.of(LabelingConfig.parse("<View>" + tags + """
                <Text name="a" value="$a"/><Text name="b" value="$b"/><Pairwise name="p" toName="a,b"/></View>""")
                .spec(), Samples.object(data));
    }
}
