package org.prefstream.export.dataset;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Says which judged pairs are wanted as rows.
 *
 * @param split only the rows of this split; null for all, which have no split of their own
 * @param minStrength how much better the chosen answer must be at least: 1 to 3, or 0 for any strength
 * @param minAgreement the share of pairs of judgements of the same two answers that must say the same; 0 to 1, or null for any. All
 *        judgements count, also those that are not wanted
 * @param byMajority whether the judgements of the same two answers are one row, if more than half of them prefer the same one. Only
 *        judgements that are wanted have a vote
 */
public record PairChoice(
        @Nullable SplitChoice split,
        int minStrength,
        @Nullable Double minAgreement,
        boolean byMajority) {

    /** All pairs that can be trained on. */
    public static final PairChoice ALL = new PairChoice(null, 0, null, false);

    private static final String COUNTS = """
            (select %s from judged_unit u where u.project_id = p.project_id and u.task_id = p.task_id and u.part = p.part)""";

    PairChoice of(SplitChoice one) {
        return new PairChoice(one, minStrength, minAgreement, byMajority);
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
            String agreement = COUNTS.formatted("raw_agreement(u.counts)");
            rules.add(new Rule(LeftOut.JUDGED_ONCE, agreement + " is not null", List.of()));
            rules.add(new Rule(LeftOut.BELOW_MIN_AGREEMENT, agreement + " >= ?", List.of(minAgreement)));
        }
        return rules;
    }
}
