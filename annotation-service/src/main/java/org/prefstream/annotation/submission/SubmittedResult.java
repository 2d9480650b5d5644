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
 * @param groundTruth whether a manager marks it as the right judgement
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
     * @param result as it was sent; refused with its path where it is wrong, or where it is empty and may not be
     */
    static SubmittedResult checked(Shown shown, ProjectRecord project, @Nullable Object result, boolean skipped,
            boolean groundTruth, @Nullable BigDecimal leadTime) {
        List<Object> regions = result == null ? null : ResultCheck.accepted(shown.spec(), shown.comparisons(), result);
        var submitted = new SubmittedResult(regions, skipped, groundTruth, leadTime, counts(skipped, project));
        ResultCheck.requireAnswer(submitted.regions(), skipped, project.enableEmptyAnnotation());
        return submitted;
    }

    /** {@return the result that came with a task, which its project took when it was imported} */
    static SubmittedResult imported(Shown shown, ProjectRecord project, ImportedAnnotationRecord record) {
        List<Object> regions = ResultCheck.accepted(shown.spec(), shown.comparisons(), record.result());
        return new SubmittedResult(regions, record.wasCancelled(), record.groundTruth(), record.leadTime(),
                counts(record.wasCancelled(), project));
    }

    /** {@return the regions; none where no result was sent} */
    List<Object> regions() {
        return result == null ? List.of() : result;
    }

    /** Everybody counts towards the task's overlap but who skipped, unless skips close tasks in this project. */
    private static boolean counts(boolean skipped, ProjectRecord project) {
        return !skipped || project.skipQueue().equals("IGNORE_SKIPPED");
    }
}
