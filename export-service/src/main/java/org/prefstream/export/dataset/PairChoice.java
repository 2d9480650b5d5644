package org.prefstream.export.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * Says which judged pairs are wanted as rows.
 *
 * @param minStrength how much better the chosen answer must be at least: 1 to 3, or 0 for any strength
 */
public record PairChoice(int minStrength) {

    /** All pairs that can be trained on. */
    public static final PairChoice ALL = new PairChoice(0);

    /** {@return what the copy {@code p} of a row must be like} */
    List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        if (minStrength > 0) {
            rules.add(new Rule(LeftOut.BELOW_MIN_STRENGTH, "p.strength >= ?", List.of(minStrength)));
        }
        return rules;
    }
}
