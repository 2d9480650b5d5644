package org.prefstream.annotation.submission;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.labelstudio.result.ResultCheck;

/**
 * What an annotator submits about a task: a result that fits what was shown, or a skip.
 *
 * @param result Label Studio's list of regions; null where none was sent
 * @param skipped whether the annotator declined to judge
 * @param groundTruth whether the sender marks it as the known verdict of a gold task
 * @param leadTime seconds from showing to submitting; null where nobody measured it
 * @param counts whether the annotator counts towards the task's overlap
 */
record SubmittedResult(
        @Nullable List<Object> result,
        boolean skipped,
        boolean groundTruth,
        @Nullable BigDecimal leadTime,
        boolean counts) {

    /**
     * {@return the result, once it is checked against what was shown and against the project's settings}
     *
     * @param result as it was sent; refused if a region does not fit what was shown, or if it is empty and the project wants an
     *        answer
     */
    static SubmittedResult checked(Shown shown, ProjectRecord project, @Nullable Object result, boolean skipped,
            boolean groundTruth, @Nullable BigDecimal leadTime) {
        List<Object> regions = result == null ? null : ResultCheck.accepted(shown.spec(), shown.comparisons(), result);
        var submitted = new SubmittedResult(regions, skipped, groundTruth, leadTime, counts(skipped, project));
        ResultCheck.requireAnswer(submitted.regions(), skipped, project.enableEmptyAnnotation());
        return submitted;
    }

    /** {@return the result that came with a task; whether it may be empty was decided at the import} */
    static SubmittedResult imported(Shown shown, ProjectRecord project, ImportedAnnotationRecord record) {
        List<Object> regions = ResultCheck.accepted(shown.spec(), shown.comparisons(), record.result());
        return new SubmittedResult(regions, record.wasCancelled(), record.groundTruth(), record.leadTime(),
                counts(record.wasCancelled(), project));
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
