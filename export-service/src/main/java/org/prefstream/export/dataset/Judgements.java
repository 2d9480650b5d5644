package org.prefstream.export.dataset;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Says whose judgements are wanted, and of which time.
 *
 * @param annotators only those of these people; empty for everybody's
 * @param since only those that were made then or later; null for no limit
 * @param until only those that were made before; null for no limit
 * @param groundTruthToo whether ground truths are wanted, too
 */
public record Judgements(
        Set<Long> annotators,
        @Nullable Instant since,
        @Nullable Instant until,
        boolean groundTruthToo) {

    /** All judgements. */
    public static final Judgements ALL = new Judgements(Set.of(), null, null, true);

    public Judgements {
        annotators = Set.copyOf(annotators);
    }

    /** {@return what an annotation must be like, whose columns that alias has} */
    List<Rule> rules(String alias) {
        List<Rule> rules = new ArrayList<>();
        if (!annotators.isEmpty()) {
            rules.add(new Rule(LeftOut.OTHER_ANNOTATOR, alias + ".annotator_id = any (?)",
                    List.of(List.copyOf(annotators))));
        }
        if (since != null) {
            rules.add(new Rule(LeftOut.OUTSIDE_DATES, alias + ".judged_us >= ?", List.of(micros(since))));
        }
        if (until != null) {
            rules.add(new Rule(LeftOut.OUTSIDE_DATES, alias + ".judged_us < ?", List.of(micros(until))));
        }
        if (!groundTruthToo) {
            rules.add(new Rule(LeftOut.GROUND_TRUTH, "not " + alias + ".ground_truth", List.of()));
        }
        return rules;
    }

    /** {@return microseconds since 1970} */
    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
