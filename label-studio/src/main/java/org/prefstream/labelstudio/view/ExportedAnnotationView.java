package org.prefstream.labelstudio.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.AnnotationRecord;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * An annotation within an {@link ExportedTaskView}. Exports show more of it than the API does: the result count and the unique id.
 *
 * @param result Label Studio's result list as it was sent; null where none was sent
 * @param wasCancelled whether the annotator skipped the task
 * @param draftCreatedAt when the draft was begun that became the annotation; null where there was none
 * @param leadTime seconds from showing to submitting; null where nobody measured it
 * @param importId the id that it had where it was imported from; null where it had none
 * @param updatedBy who changed it last; null where nobody is known
 * @param skipReason ours: why the annotator skipped the task; left out where nobody said so
 * @param guidelinesVersion ours: the version of the guidelines that was in force when the task was shown; left out where there were none
 */
@JsonPropertyOrder({"id", "completed_by", "result", "was_cancelled", "ground_truth", "created_at", "updated_at",
        "draft_created_at", "lead_time", "prediction", "result_count", "unique_id", "import_id", "last_action",
        "bulk_created", "task", "project", "updated_by", "parent_prediction", "parent_annotation", "last_created_by",
        "skip_reason", "guidelines_version"})
public record ExportedAnnotationView(
        @JsonProperty("id") long id,
        @JsonProperty("completed_by") ExportedAuthor completedBy,
        @JsonProperty("result") @Nullable List<Object> result,
        @JsonProperty("was_cancelled") boolean wasCancelled,
        @JsonProperty("ground_truth") boolean groundTruth,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt,
        @JsonProperty("draft_created_at") @Nullable Instant draftCreatedAt,
        @JsonProperty("lead_time") @Nullable FloatNumber leadTime,
        @JsonProperty("unique_id") UUID uniqueId,
        @JsonProperty("import_id") @Nullable Long importId,
        @JsonProperty("task") long taskId,
        @JsonProperty("project") long projectId,
        @JsonProperty("updated_by") @Nullable Long updatedBy,
        @JsonProperty("parent_prediction") @Nullable Long parentPrediction,
        @JsonProperty("parent_annotation") @Nullable Long parentAnnotation,
        @JsonProperty("skip_reason") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String skipReason,
        @JsonProperty("guidelines_version") @JsonInclude(JsonInclude.Include.NON_DEFAULT) int guidelinesVersion) {

    /** {@return the annotation as its topic carries it} */
    public static ExportedAnnotationView of(AnnotationRecord annotation) {
        return new ExportedAnnotationView(annotation.annotationId(), ExportedAuthor.of(annotation.completedBy()),
                annotation.result(), annotation.wasCancelled(), annotation.groundTruth(), annotation.createdAt(),
                annotation.updatedAt(), null, FloatNumber.of(annotation.leadTime()), annotation.uniqueId(),
                annotation.importId(), annotation.taskId(), annotation.projectId(), annotation.updatedBy(),
                annotation.parentPrediction(), annotation.parentAnnotation(), annotation.skipReason(),
                annotation.guidelinesVersion());
    }

    /** {@return the same with its author as one of these people} */
    ExportedAnnotationView naming(Map<Long, ExportedAuthor.Person> people) {
        return new ExportedAnnotationView(id, completedBy.among(people), result, wasCancelled, groundTruth, createdAt,
                updatedAt, draftCreatedAt, leadTime, uniqueId, importId, taskId, projectId, updatedBy, parentPrediction,
                parentAnnotation, skipReason, guidelinesVersion);
    }

    /** {@return how many regions the result has} */
    @JsonProperty("result_count")
    public int resultCount() {
        return result == null ? 0 : result.size();
    }

    @JsonProperty("prediction")
    Map<String, Object> prediction() {
        return Map.of();
    }

    @JsonProperty("last_action")
    @Nullable
    String lastAction() {
        return null;
    }

    @JsonProperty("bulk_created")
    boolean bulkCreated() {
        return false;
    }

    @JsonProperty("last_created_by")
    @Nullable
    Long lastCreatedBy() {
        return null;
    }
}
