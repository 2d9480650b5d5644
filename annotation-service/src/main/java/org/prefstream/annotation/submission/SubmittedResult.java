package org.prefstream.annotation.submission;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.labelstudio.result.ResultCheck;

/**
 * What an annotator says about what was shown.
 *
 * @param result Label Studio's result list; null where none was sent
 * @param skipped whether they declined to judge
 * @param leadTime seconds from showing to submitting; null where nobody measured it
 */
record SubmittedResult(
        @Nullable List<Object> result,
        boolean skipped,
        boolean groundTruth,
        @Nullable BigDecimal leadTime) {

    /** {@return the answer to what was shown, checked} */
    static SubmittedResult to(Shown shown, ProjectRecord project, @Nullable Object result, boolean skipped,
            boolean groundTruth, @Nullable BigDecimal leadTime) {
        List<Object> checked = result == null ? null : ResultCheck.accepted(shown.spec(), shown.comparisons(), result);
        SubmittedResult answer = new SubmittedResult(checked, skipped, groundTruth, leadTime);
        ResultCheck.requireAnswer(answer.regions(), skipped, project.enableEmptyAnnotation());
        return answer;
    }

    /** {@return the answer that came with an imported task, which its project took when it was imported} */
    static SubmittedResult imported(Shown shown, ImportedAnnotationRecord record) {
        return new SubmittedResult(ResultCheck.accepted(shown.spec(), shown.comparisons(), record.result()),
                record.wasCancelled(), record.groundTruth(), record.leadTime());
    }

    List<Object> regions() {
        return result == null ? List.of() : result;
    }

    /** Whether the person counts towards the task's overlap: everybody but who skipped, unless skips close tasks here. */
    boolean countsIn(ProjectRecord project) {
        return !skipped || project.skipQueue().equals("IGNORE_SKIPPED");
    }
}
