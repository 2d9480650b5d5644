package org.prefstream.annotation.verdict;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.prefstream.contract.Outcome;
import org.prefstream.labelstudio.tag.Selection;

/**
 * Recognises choices such as "Tie" or "Both bad" that a configuration offers beside a Pairwise, which in Label Studio knows
 * only left and right. A value is put in lower case, and everything but letters and digits becomes a space. It counts if the
 * whole of it is then one of these:
 *
 * <ul>
 * <li>tie: {@code tie}, {@code tied}, {@code a tie}, {@code it s a tie}, {@code draw}, {@code equal}, {@code both equal},
 * {@code both are equal}, {@code about equal}, {@code equally good}, {@code both good}, {@code both are good},
 * {@code same}, {@code the same}, {@code about the same}, {@code equivalent}, {@code no preference},
 * {@code no difference}, {@code indifferent};
 * <li>both bad: {@code both bad}, {@code bothbad}, {@code both are bad}, {@code tie both bad}, {@code tie bothbad},
 * {@code equally bad}, {@code neither}, {@code neither is good}, {@code neither is better}, {@code both unusable},
 * {@code both are unusable}, {@code both poor}, {@code both wrong}, {@code both are wrong}.
 * </ul>
 *
 * <p>A longer sentence that merely contains such words is another choice, not a verdict.
 */
final class TieChoices {

    private static final Set<String> TIE = Set.of("tie", "tied", "a tie", "it s a tie", "draw", "equal", "both equal",
            "both are equal", "about equal", "equally good", "both good", "both are good", "same", "the same",
            "about the same", "equivalent", "no preference", "no difference", "indifferent");
    private static final Set<String> BOTH_BAD = Set.of("both bad", "bothbad", "both are bad", "tie both bad",
            "tie bothbad", "equally bad", "neither", "neither is good", "neither is better", "both unusable",
            "both are unusable", "both poor", "both wrong", "both are wrong");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private TieChoices() {
    }

    /** {@return what the choices say about the pair; both bad wins over tie where they say both} */
    static Optional<Selection> among(List<String> choices) {
        List<String> words = choices.stream().map(TieChoices::normalised).toList();
        if (words.stream().anyMatch(BOTH_BAD::contains)) {
            return Selection.undecided(Outcome.BOTH_BAD);
        }
        return words.stream().anyMatch(TIE::contains) ? Selection.undecided(Outcome.TIE) : Optional.empty();
    }

    private static String normalised(String choice) {
        return NO_WORD.matcher(choice.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
