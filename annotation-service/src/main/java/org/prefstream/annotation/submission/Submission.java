package org.prefstream.annotation.submission;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.JsonRefused;
import org.prefstream.labelstudio.json.StrictJson;

/**
 * An annotation as a Label Studio client sends it.
 *
 * @param completedBy whose judgement it is: the caller's, unless a manager names another author
 * @param result Label Studio's list of regions, not checked yet; null where none was sent
 * @param leadTime seconds from showing to submitting; null where none was sent
 * @param uniqueId the sender's own id; null where none was sent
 */
record Submission(
        long taskId,
        long caller,
        long completedBy,
        @Nullable Object result,
        boolean skipped,
        boolean groundTruth,
        @Nullable BigDecimal leadTime,
        @Nullable UUID uniqueId,
        @Nullable Long parentPrediction,
        @Nullable Long parentAnnotation) {

    static Submission of(long taskId, Person caller, Fields fields, boolean skippedByQuery) {
        long author = fields.whole("completed_by").orElse(caller.id());
        if (author != caller.id() && !caller.manages()) {
            throw ProblemException.invalid("completed_by", "Only owners and managers may name another author.");
        }
        return new Submission(taskId, caller.id(), author, result(fields),
                fields.flag("was_cancelled").orElse(skippedByQuery), fields.flag("ground_truth").orElse(false),
                fields.notNegative("lead_time").orElse(null), fields.uuid("unique_id").orElse(null),
                fields.whole("parent_prediction").orElse(null), fields.whole("parent_annotation").orElse(null));
    }

    /** {@return the list that was sent, or that a JSON text held; null where none was sent} */
    static @Nullable Object result(Fields fields) {
        Object result = fields.get("result");
        if (result instanceof String text) {
            try {
                result = StrictJson.read(text);
            } catch (JsonRefused e) {
                throw notAList();
            }
        }
        if (result != null && !(result instanceof List<?>)) {
            throw notAList();
        }
        return result;
    }

    private static ProblemException notAList() {
        return ProblemException.invalid("result", "annotation \"result\" field in annotation must be list");
    }
}
