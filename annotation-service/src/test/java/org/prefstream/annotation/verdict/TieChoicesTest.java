package org.prefstream.annotation.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.contract.Outcome;
import org.prefstream.labelstudio.tag.Selection;

class TieChoicesTest {

    @ParameterizedTest
    @ValueSource(strings = {"tie", "tied", "a tie", "it's a tie", "draw", "equal", "both equal", "both are equal",
            "about equal", "equally good", "both good", "both are good", "same", "the same", "about the same",
            "equivalent", "no preference", "no difference", "indifferent"})
    void readsEachSpellingOfATieWhateverItsCaseAndPunctuation(String words) {
        assertThat(outcomes(words)).containsExactly(Outcome.TIE, Outcome.TIE, Outcome.TIE, Outcome.TIE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"both bad", "bothbad", "both are bad", "tie both bad", "tie bothbad", "equally bad",
            "neither", "neither is good", "neither is better", "both unusable", "both are unusable", "both poor",
            "both wrong", "both are wrong"})
    void readsEachSpellingOfBothBadWhateverItsCaseAndPunctuation(String words) {
        assertThat(outcomes(words)).containsExactly(Outcome.BOTH_BAD, Outcome.BOTH_BAD, Outcome.BOTH_BAD,
                Outcome.BOTH_BAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bad", "good", "left", "tie breaker", "not the same", "neither agree nor disagree",
            "the left one is equally good"})
    void readsNothingIntoOtherChoices(String words) {
        assertThat(TieChoices.among(List.of(words))).isEmpty();
    }

    private static List<Outcome> outcomes(String words) {
        return List.of(words, words.toUpperCase(Locale.ROOT), " " + words + "! ", words.replace(' ', '_'))
                .stream()
                .map(spelling -> TieChoices.among(List.of("left", spelling)))
                .flatMap(Optional::stream)
                .map(Selection::outcome)
                .toList();
    }
}
