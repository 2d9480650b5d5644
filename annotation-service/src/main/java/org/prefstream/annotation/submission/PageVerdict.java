package org.prefstream.annotation.submission;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.annotation.verdict.SlotVerdict;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.Outcome;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.tag.Quoted;

/**
 * What the page submits for a lease: a verdict by slots, or a skip.
 *
 * @param token the lease's fencing token
 * @param verdict null for a skip
 * @param leadTime seconds from showing to submitting; null where the page sent none
 */
record PageVerdict(long token, @Nullable SlotVerdict verdict, @Nullable BigDecimal leadTime) {

    private static final String REGION_ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    private static final int REGION_ID_LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    static PageVerdict of(Fields fields) {
        long token = fields.whole("token")
                .orElseThrow(() -> ProblemException.invalid("token", "is missing; it came with the lease"));
        String outcome = fields.text("outcome").orElse("");
        BigDecimal leadTime = fields.notNegative("lead_time_seconds").orElse(null);
        if (outcome.equals("skip")) {
            return new PageVerdict(token, null, leadTime);
        }
        SlotVerdict verdict = new SlotVerdict(outcome(outcome), integer(fields, "slot"), integer(fields, "strength"));
        return new PageVerdict(token, verdict, leadTime);
    }

    private static Outcome outcome(String word) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.RANKING && outcome.name().toLowerCase(Locale.ROOT).equals(word)) {
                return outcome;
            }
        }
        throw ProblemException.invalid("outcome", "must be one of preference, tie, both_bad, cannot_judge, skip");
    }

    private static @Nullable Integer integer(Fields fields, String name) {
        return fields.whole(name).map(whole -> (int) Math.max(-1, Math.min(whole, 100))).orElse(null);
    }

    /** {@return the result in data order, whichever slot each candidate was shown in} */
    SubmittedResult result(Shown shown, ShownOrder order, ProjectRecord project) {
        SlotVerdict said = verdict;
        if (said != null) {
            requireNothingMore(shown);
        }
        List<Object> regions = said == null ? List.of() : said.result(pairwise(shown), order, regionId());
        return SubmittedResult.checked(shown, project, regions, said == null, false, leadTime);
    }

    /** A verdict without an answer that the configuration demands would be half a judgement. */
    private static void requireNothingMore(Shown shown) {
        if (!shown.demanded().isEmpty()) {
            String names = shown.demanded()
                    .stream()
                    .map(control -> Quoted.text(control.name()))
                    .collect(Collectors.joining(", "));
            throw ProblemException.invalid("outcome",
                    "The labeling configuration demands an answer to %s besides, which a verdict cannot carry. "
                            .formatted(names)
                            + "Skip the task, or submit the whole result to POST /api/tasks/{id}/annotations.");
        }
    }

    private static Control pairwise(Shown shown) {
        return shown.pair()
                .flatMap(pair -> shown.spec().control(pair.control()))
                .orElseThrow(
                        () -> ProblemException.invalid("outcome", "this task compares nothing; only skip is possible"));
    }

    private static String regionId() {
        return RANDOM.ints(REGION_ID_LENGTH, 0, REGION_ID_ALPHABET.length())
                .mapToObj(index -> String.valueOf(REGION_ID_ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }
}
