package org.prefstream.annotation.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.Outcome;
import org.prefstream.contract.Verdict;
import org.prefstream.labelstudio.json.Json;

class VerdictsTest {

    private static final Verdict TIE = new Verdict("comparison", Outcome.TIE, List.of(List.of(0, 1)), 0);
    private static final Verdict BOTH_BAD = new Verdict("comparison", Outcome.BOTH_BAD, List.of(), 0);
    private static final Verdict LEFT = new Verdict("comparison", Outcome.PREFERENCE, List.of(List.of(0), List.of(1)),
            0);

    @Test
    void readsLeftAndRightInDataOrder() {
        assertThat(derive(Samples.selected("left"))).containsExactly(LEFT);
        assertThat(derive(Samples.selected("right")))
                .containsExactly(new Verdict("comparison", Outcome.PREFERENCE, List.of(List.of(1), List.of(0)), 0));
    }

    @Test
    void readsTheUndecidedSelections() {
        assertThat(derive(Samples.selected("tie"))).containsExactly(TIE);
        assertThat(derive(Samples.selected("both_bad"))).containsExactly(BOTH_BAD);
        assertThat(derive(Samples.selected("cannot_judge")))
                .containsExactly(new Verdict("comparison", Outcome.CANNOT_JUDGE, List.of(), 0));
    }

    @Test
    void readsTheStrengthOfAPreferenceOnly() {
        assertThat(derive(Samples.answer("comparison", "pairwise", "{\"selected\":\"right\",\"strength\":3}")))
                .extracting(Verdict::strength)
                .containsExactly(3);
        assertThat(derive(Samples.answer("comparison", "pairwise", "{\"selected\":\"tie\",\"strength\":3}")))
                .containsExactly(TIE);
    }

    @Test
    void findsNoVerdictWhereNothingWasCompared() {
        assertThat(derive(List.of())).isEmpty();
        assertThat(derive(Samples.answer("quality", "rating", "{\"rating\":4}"))).isEmpty();
    }

    @Test
    void letsAChoiceOverrideThePairwiseBesideIt() {
        List<Object> left = Samples.answer("comparison", "pairwise", "{\"selected\":\"left\",\"strength\":2}");

        assertThat(derive(Samples.together(left, choice("Tie")))).containsExactly(TIE);
        assertThat(derive(Samples.together(choice("Both bad"), left))).containsExactly(BOTH_BAD);
    }

    @Test
    void readsAChoiceAloneAsTheAnswerToThePairwise() {
        assertThat(derive(choice("Tie"))).containsExactly(TIE);
        assertThat(derive(choice("Both bad"))).containsExactly(BOTH_BAD);
    }

    @Test
    void keepsAnUndecidedSelectionWhateverTheChoiceSays() {
        assertThat(derive(Samples.together(Samples.selected("cannot_judge"), choice("Tie"))))
                .extracting(Verdict::outcome)
                .containsExactly(Outcome.CANNOT_JUDGE);
    }

    @Test
    void takesBothBadWhereTheChoicesSayThatAndATie() {
        List<Object> result = Samples.together(Samples.selected("left"),
                Samples.answer("tie", "choices", "{\"choices\":[\"Tie\",\"Both bad\"]}"));

        assertThat(derive(result)).containsExactly(BOTH_BAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tie", " TIE ", "It's a tie!", "Equal", "Both are equal", "about the same", "No preference",
            "no-difference", "Both good", "Same"})
    void knowsTheSpellingsOfATie(String spelling) {
        assertThat(derive(Samples.together(Samples.selected("left"), choice(spelling)))).containsExactly(TIE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"both_bad", "Both Bad", "tie (bothbad)", "Tie (both bad)", "Neither", "both are unusable",
            "equally bad"})
    void knowsTheSpellingsOfBothBad(String spelling) {
        assertThat(derive(Samples.together(Samples.selected("left"), choice(spelling)))).containsExactly(BOTH_BAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Neither of the above", "Tie-dye", "left is better, not equal", "funny", "none", ""})
    void leavesOtherChoicesAlone(String choice) {
        assertThat(derive(Samples.together(Samples.selected("left"), choice(choice)))).containsExactly(LEFT);
        assertThat(derive(choice(choice))).isEmpty();
    }

    @Test
    void ranksTheListedItemsInDataOrderIndices() {
        assertThat(rank("[\"mdn\",\"7\",\"blog\"]"))
                .containsExactly(new Verdict("rank", Outcome.RANKING, List.of(List.of(1), List.of(2), List.of(0)), 0));
        assertThat(rank("[7,\"mdn\"]"))
                .containsExactly(new Verdict("rank", Outcome.RANKING, List.of(List.of(2), List.of(1)), 0));
    }

    @Test
    void readsARankingAsLabelStudiosFrontEndWritesIt() {
        assertThat(rank("{\"rank\":[\"mdn\",[\"7\",\"blog\"]]}"))
                .containsExactly(new Verdict("rank", Outcome.RANKING, List.of(List.of(1), List.of(2, 0)), 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[]", "{\"rank\":[]}", "{\"best\":[\"mdn\"],\"ads\":[\"blog\"]}"})
    void findsNoVerdictInAnEmptyRankingOrInBuckets(String ranker) {
        assertThat(rank(ranker)).isEmpty();
    }

    @Test
    void givesOneVerdictPerComparingControlInDocumentOrder() {
        var spec = new ComparisonSpec(List.of(Samples.candidate("a"), Samples.candidate("b")),
                List.of(Samples.control("helpful", "pairwise", "a", "b"),
                        Samples.control("harmless", "pairwise", "a", "b"),
                        Samples.control("honest", "pairwise", "a", "b")));
        Shown shown = Shown.of(spec, Map.of("a", "1", "b", "2"));

        List<Verdict> verdicts = Verdicts.derive(shown,
                Samples.together(Samples.answer("harmless", "pairwise", "{\"selected\":\"tie\"}"),
                        Samples.answer("helpful", "pairwise", "{\"selected\":\"left\"}")));

        assertThat(verdicts).extracting(Verdict::control).containsExactly("helpful", "harmless");
    }

    @Test
    void findsNoVerdictWhereThereIsNoPair() {
        var spec = new ComparisonSpec(List.of(Samples.candidate("a")),
                List.of(Samples.control("comparison", "pairwise", "a", "gone")));

        assertThat(Verdicts.derive(Shown.of(spec, Map.of("a", "1")), Samples.selected("left"))).isEmpty();
    }

    private static List<Verdict> derive(List<Object> result) {
        return Verdicts.derive(Samples.shownPair(), result);
    }

    private static List<Verdict> rank(String ranker) {
        return Verdicts.derive(Samples.shownRanking(), Samples.answer("rank", "ranker", "{\"ranker\":" + ranker + "}"));
    }

    private static List<Object> choice(String value) {
        return Samples.answer("tie", "choices", "{\"choices\":[" + Json.write(value) + "]}");
    }
}
