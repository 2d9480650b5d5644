package org.prefstream.annotation.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.prefstream.annotation.verdict.Shown.Part;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.labelstudio.result.Comparison.Candidate;

class ShownTest {

    @Test
    void holdsThePromptAndTheCandidatesWithTheirModels() {
        Shown shown = Samples.shownPair();

        assertThat(shown.prompt()).containsExactly(new Part("prompt", "What is 2+2?"));
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
                new Candidate("1", "", Map.of("text", "of our own")));
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
        var spec = new ComparisonSpec(
                List.of(new ShownObject("hint", "Text", null, "Be brief.", false), Samples.text("prompt")), List.of());

        assertThat(Shown.of(spec, Map.of()).prompt()).containsExactly(new Part("hint", "Be brief."),
                new Part("prompt", null));
    }

    @Test
    void readsBackWhatItWrote() {
        Shown shown = Shown.of(Samples.pair(), Samples
                .object("""
                        {"prompt": {"b": 1.50, "a": [1e400, 12345678901234567890, null, true]}, "answer1": "é😀\\u2028", "answer2": ""}"""));

        Shown read = Shown.parse(shown.json());

        assertThat(read).isEqualTo(shown).hasSameHashCodeAs(shown).hasToString(shown.toString());
        assertThat(read.json()).isEqualTo(shown.json())
                .contains("{\"b\":1.50,\"a\":[1E+400,12345678901234567890,null,true]}");
        assertThat(read.spec()).isEqualTo(Samples.pair());
        assertThat(read.prompt()).isEqualTo(shown.prompt());
        assertThat(read.comparisons()).isEqualTo(shown.comparisons());
    }

    @Test
    void isNamedByTheHashOfItsText() {
        Shown shown = Shown.of(new ComparisonSpec(List.of(), List.of()), Map.of());

        assertThat(shown.json())
                .isEqualTo("{\"spec\":{\"objects\":[],\"controls\":[]},\"prompt\":[],\"comparisons\":[]}");
        assertThat(shown.sha256()).isEqualTo("fd03484504ac068b3d8ffb934b7e77e85ebf7e618871bad662c9d8c4f81480e2");
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
                {"spec":{"objects":[],"controls":[],"later":1},"prompt":[],"comparisons":[],"more":[]}""";

        assertThat(Shown.parse(stored).json()).isEqualTo(stored);
    }
}
