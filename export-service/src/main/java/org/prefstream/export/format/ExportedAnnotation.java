package org.prefstream.export.format;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.AnnotationRecord;

/**
 * An annotation as exports show it. What Label Studio's JSON has besides is always the same in Prefstream.
 *
 * @param result Label Studio's result list as it was sent; null where none was sent
 * @param wasCancelled whether the annotator skipped the task
 * @param draftCreatedAt when the draft was begun that became the annotation; null where there was none
 * @param leadTime seconds from showing to submitting; null where nobody measured it
 * @param updatedBy who changed it last; null where nobody is known
 * @param importId the id that it had where it was imported from; null where it had none
 */
public record ExportedAnnotation(
        long id,
        long completedBy,
        @Nullable List<Object> result,
        boolean wasCancelled,
        boolean groundTruth,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant draftCreatedAt,
        @Nullable BigDecimal leadTime,
        UUID uniqueId,
        long taskId,
        long projectId,
        @Nullable Long updatedBy,
        @Nullable Long parentPrediction,
        @Nullable Long parentAnnotation,
        @Nullable Long importId) {

    /** {@return the annotation as its topic carries it} */
    public static ExportedAnnotation of(AnnotationRecord annotation) {
        return new ExportedAnnotation(annotation.annotationId(), annotation.completedBy(), annotation.result(),
                annotation.wasCancelled(), annotation.groundTruth(), annotation.createdAt(), annotation.updatedAt(),
                null, annotation.leadTime(), annotation.uniqueId(), annotation.taskId(), annotation.projectId(),
                annotation.updatedBy(), annotation.parentPrediction(), annotation.parentAnnotation(),
                annotation.importId());
    }
}
