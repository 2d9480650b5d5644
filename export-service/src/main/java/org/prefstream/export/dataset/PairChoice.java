package org.prefstream.export.dataset;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Says which judged pairs are wanted as rows.
 *
 * @param split only the rows of this split; null for all, which have no split of their own
 * @param minStrength how much better the chosen answer must be at least: 1 to 3, or 0 for any strength
 * @param minAgreement the share of pairs of judgements of the same two answers that must say the same; 0 to 1, or null for any. The
 *        last judgement of each person counts, also if it is not wanted
 * @param byMajority whether the judgements of the same two answers are one row, if more than half of them prefer the same one. Only
 *        judgements that are wanted have a vote
 * @param ties which rows there are of ties, whose strength is 0
 */
public record PairChoice(
        @Nullable SplitChoice split,
        int minStrength,
        @Nullable Double minAgreement,
        boolean byMajority,
        TieChoice ties) {

    /** All pairs that can be trained on. */
    public static final PairChoice ALL = new PairChoice(null, 0, null, false, TieChoice.DROPPED);

    PairChoice with(TieChoice others) {
        return new PairChoice(split, minStrength, minAgreement, byMajority, others);
    }

    PairChoice of(@Nullable SplitChoice one) {
        return new PairChoice(one, minStrength, minAgreement, byMajority, ties);
    }

    /** {@return the parameter of an export by which it leaves pairs out, whoever judged them and when; null if it takes all of them} */
    public @Nullable String selecting() {
        if (minStrength > 0) {
            return "min_strength";
        }
        if (minAgreement != null) {
            return "min_agreement";
        }
        return byMajority ? "aggregate" : split != null ? "split" : null;
    }

    /** {@return what the copy {@code p} of a row must be like, of each judgement by itself} */
    List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        if (split != null) {
            rules.add(split.rule());
        }
        if (minStrength > 0) {
            rules.add(new Rule(LeftOut.BELOW_MIN_STRENGTH, "p.strength >= ?", List.of(minStrength)));
        }
        if (minAgreement != null) {
            // A plain comparison would let a portion of a file begin at the first unit of the project instead of at its row.
            rules.add(new Rule(LeftOut.JUDGED_ONCE, "coalesce(p.agreement, -1) >= 0", List.of()));
            rules.add(new Rule(LeftOut.BELOW_MIN_AGREEMENT, "coalesce(p.agreement, -1) >= ?", List.of(minAgreement)));
        }
        return rules;
    }
}
