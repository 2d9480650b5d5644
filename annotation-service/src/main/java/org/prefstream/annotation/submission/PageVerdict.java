package org.prefstream.annotation.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.lease.Lease;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.annotation.verdict.SlotAnswers;
import org.prefstream.annotation.verdict.SlotVerdict;
import org.prefstream.annotation.verdict.WholeRankings;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;

/**
 * What the page submits for a lease: answers by slots, or a skip.
 *
 * @param token the lease's fencing token
 * @param answers null for a skip
 * @param leadTime seconds from showing to submitting; null where the page sent none
 * @param skipReason why the task is skipped; null where the page sent no reason
 * @param hadDraft whether the page has kept a draft of it
 * @param guidelines the version of the guidelines that the page had when it showed the task; null where it did not say so
 */
record PageVerdict(
        long token,
        @Nullable SlotAnswers answers,
        @Nullable BigDecimal leadTime,
        @Nullable String skipReason,
        boolean hadDraft,
        @Nullable Long guidelines) {

    private static final String SKIP = "skip";
    private static final String GUIDELINES = "guidelines_version";

    /** {@return what was sent: {@code outcome}, {@code slot} and {@code strength} for the first pair, {@code answers} by control for others} */
    static PageVerdict of(Fields fields) {
        return of(fields, fields.whole("token")
                .orElseThrow(() -> ProblemException.invalid("token", "is missing; it came with the lease")));
    }

    /** {@return the same of a judgement that was submitted before; there is no lease any more} */
    static PageVerdict again(Fields fields) {
        return of(fields, 0);
    }

    private static PageVerdict of(Fields fields, long token) {
        BigDecimal leadTime = fields.notNegative("lead_time_seconds").orElse(null);
        Map<String, Object> others = fields.object("answers").orElse(Map.of());
        boolean skips = fields.text("outcome").filter(SKIP::equals).isPresent();
        String skipReason = SubmittedResult.skipReason(fields, skips);
        boolean hadDraft = fields.flag("had_draft").orElse(false);
        Long guidelines = fields.whole(GUIDELINES, 0, Integer.MAX_VALUE).orElse(null);
        boolean judgesPair = fields.text("outcome").isPresent() || !fields.has("answers");
        if (!skips) {
            return new PageVerdict(token, new SlotAnswers(judgesPair ? SlotVerdict.of(fields) : null, others), leadTime,
                    null, hadDraft, guidelines);
        }
        if (!others.isEmpty()) {
            throw ProblemException.invalid("answers", "Whoever skips a task answers nothing: leave the answers out.");
        }
        return new PageVerdict(token, null, leadTime, skipReason, hadDraft, guidelines);
    }

    /** {@return the regions so far in data order; nothing may be missing from them that was answered} */
    List<Object> unfinished(Shown shown, ShownOrder order) {
        return answers == null ? List.of() : answers.unfinished(shown, order);
    }

    /**
     * {@return the version of the guidelines by which the task was judged: the one that the page had when it showed the task, or else the
     * one that was in force when the task was claimed}
     */
    int guidelinesVersion(Lease lease, ProjectRecord project) {
        if (guidelines == null) {
            return lease.guidelinesVersion();
        }
        if (guidelines > project.guidelines()) {
            throw ProblemException.invalid(GUIDELINES, "must be a version that the project has, at most "
                    + project.guidelines() + ". Leave it out if you do not know it.");
        }
        return Math.toIntExact(guidelines);
    }

    /** {@return the result in data order, whichever slot each candidate was shown in} */
    SubmittedResult result(Shown shown, ShownOrder order, ProjectRecord project) {
        SlotAnswers given = answers;
        List<Object> regions = given == null ? List.of() : regions(given, shown, order, project);
        return SubmittedResult.checked(shown, project, regions, given == null, false, leadTime, skipReason);
    }

    /**
     * {@return the result instead of one before, of which stays what the page knows nothing of: answers that it cannot ask for, and what
     * others have noted}
     */
    SubmittedResult change(SubmittedResult before, Shown shown, ShownOrder order, ProjectRecord project) {
        List<Object> regions = new ArrayList<>();
        SlotAnswers given = answers;
        if (given != null) {
            regions.addAll(regions(given, shown, order, project));
            regions.addAll(given.untouched(before.regions(), shown, order));
        }
        return SubmittedResult.checked(shown, project, regions, given == null, before.groundTruth(),
                leadTime == null ? before.leadTime() : leadTime, skipReason);
    }

    private static List<Object> regions(SlotAnswers given, Shown shown, ShownOrder order, ProjectRecord project) {
        List<Object> regions = given.result(shown, order);
        if (project.asks().wholeRankings()) {
            WholeRankings.require(regions, shown, order);
        }
        return regions;
    }
}
