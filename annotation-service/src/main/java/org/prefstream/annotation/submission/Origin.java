package org.prefstream.annotation.submission;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.copies.LockedTask;
import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.annotation.verdict.ShownOrderColumn;
import org.prefstream.contract.ImportedAnnotationRecord;

import io.vertx.sqlclient.Row;

/**
 * What stays the same for an annotation's whole life: which task it judges, who judged it, and where it came from.
 *
 * @param uniqueId the sender's own id, or one that was made here; unique in the project
 * @param shownOrder which candidate stood in which slot
 * @param importKey the key of the imported annotation that it was made of; null where it was submitted here
 * @param importId the id that the annotation had where it was imported from; null where none was sent
 * @param guidelinesVersion the version of the guidelines that was in force when the task was shown; 0 where nobody knows
 * @param labelConfigSha256 of the labeling configuration under which the task was shown; null where nobody knows
 */
@Embeddable
record Origin(
        long taskId,
        long projectId,
        long completedBy,
        UUID uniqueId,
        @Convert(converter = ShownOrderColumn.class) ShownOrder shownOrder,
        @Nullable Long parentPrediction,
        @Nullable Long parentAnnotation,
        @Nullable String importKey,
        @Nullable Long importId,
        int guidelinesVersion,
        @Nullable String labelConfigSha256) {

    /** {@return the origin that a row with all columns of the table of annotations holds} */
    static Origin read(Row row) {
        return new Origin(row.getLong("task_id"), row.getLong("project_id"), row.getLong("completed_by"),
                row.getUUID("unique_id"), ShownOrder.parse(row.getString("shown_order")),
                row.getLong("parent_prediction"), row.getLong("parent_annotation"), row.getString("import_key"),
                row.getLong("import_id"), row.getInteger("guidelines_version"), row.getString("label_config_sha256"));
    }

    /** {@return the origin of an annotation that a Label Studio client sends} */
    static Origin of(Submission submission, LockedTask task, ShownOrder shownOrder, int guidelinesVersion,
            @Nullable String labelConfigSha256) {
        UUID sent = submission.uniqueId();
        return new Origin(task.taskId(), task.projectId(), submission.completedBy(),
                sent == null ? UUID.randomUUID() : sent, shownOrder, submission.parentPrediction(),
                submission.parentAnnotation(), null, null, guidelinesVersion, labelConfigSha256);
    }

    /** {@return the origin of an annotation that the page submits for a lease} */
    static Origin of(LockedTask task, long annotator, ShownOrder shownOrder, int guidelinesVersion,
            @Nullable String labelConfigSha256) {
        return new Origin(task.taskId(), task.projectId(), annotator, UUID.randomUUID(), shownOrder, null, null, null,
                null, guidelinesVersion, labelConfigSha256);
    }

    /**
     * {@return the origin of an annotation that came with a task; the same record has the same unique id. It was made by other
     * guidelines than those of this project, or nobody knows by which}
     */
    static Origin of(ImportedAnnotationRecord record, ShownOrder shownOrder) {
        UUID uniqueId = Objects.requireNonNullElseGet(record.uniqueId(),
                () -> UUID.nameUUIDFromBytes(("import/" + record.key()).getBytes(StandardCharsets.UTF_8)));
        return new Origin(record.taskId(), record.projectId(), record.completedBy(), uniqueId, shownOrder, null, null,
                record.key(), record.importId(), 0, null);
    }
}
