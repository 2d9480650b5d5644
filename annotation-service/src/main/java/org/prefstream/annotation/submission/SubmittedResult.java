package org.prefstream.annotation.submission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.result.ResultCheck;
import org.prefstream.labelstudio.result.SkipReason;

/**
 * What an annotator submits about a task: a result that fits what was shown, or a skip.
 *
 * @param result Label Studio's list of regions; null where none was sent
 * @param skipped whether the annotator declined to judge
 * @param groundTruth whether the sender marks it as the known verdict of a gold task
 * @param leadTime seconds from showing to submitting; null where nobody measured it
 * @param counts whether the annotator counts towards the task's overlap
 * @param skipReason why the annotator skipped the task; null where they did not say, and for a result
 */
record SubmittedResult(
        @Nullable List<Object> result,
        boolean skipped,
        boolean groundTruth,
        @Nullable BigDecimal leadTime,
        boolean counts,
        @Nullable String skipReason) {

    /**
     * {@return the result, once it is checked against what was shown and against the project's settings}
     *
     * @param result as it was sent; refused if a region does not fit what was shown, or if it is empty and the project wants an
     *        answer
     * @param skipReason as {@link #skipReason} reads it
     */
    static SubmittedResult checked(Shown shown, ProjectRecord project, @Nullable Object result, boolean skipped,
            boolean groundTruth, @Nullable BigDecimal leadTime, @Nullable String skipReason) {
        List<Object> regions = result == null ? null : ResultCheck.accepted(shown.spec(), shown.comparisons(), result);
        var submitted = new SubmittedResult(regions, skipped, groundTruth, leadTime, counts(skipped, project),
                skipReason);
        ResultCheck.requireAnswer(submitted.regions(), skipped, project.enableEmptyAnnotation());
        return submitted;
    }

    /** {@return the result that came with a task; whether it may be empty was decided at the import} */
    static SubmittedResult imported(Shown shown, ProjectRecord project, ImportedAnnotationRecord record) {
        List<Object> regions = ResultCheck.accepted(shown.spec(), shown.comparisons(), record.result());
        return new SubmittedResult(regions, record.wasCancelled(), record.groundTruth(), record.leadTime(),
                counts(record.wasCancelled(), project), record.skipReason());
    }

    /** {@return why the task was skipped, as it was sent; null where no reason was} */
    static @Nullable String skipReason(Fields sent, boolean skipped) {
        try {
            return SkipReason.read(sent.get(SkipReason.FIELD), skipped);
        } catch (IllegalArgumentException refused) {
            throw ProblemException.invalid(SkipReason.FIELD, Objects.requireNonNull(refused.getMessage()));
        }
    }

    /** {@return the regions; none where no result was sent} */
    List<Object> regions() {
        return result == null ? List.of() : result;
    }

    /** An annotator who skipped does not count towards the task's overlap, unless the project counts skips. */
    private static boolean counts(boolean skipped, ProjectRecord project) {
        return !skipped || project.skipQueue().equals("IGNORE_SKIPPED");
    }
}
