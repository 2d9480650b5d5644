package org.prefstream.labelstudio.view;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * An annotation as it stands beside its task in lists, where authors are ids.
 *
 * @param result Label Studio's result as it was sent: a list, or a raw JSON array; null where none was sent
 * @param importId the id that it had where it was imported from; null where it had none
 * @param skipReason ours: why the annotator skipped the task; left out where nobody said so
 * @param guidelinesVersion ours: the version of the guidelines that was in force when the task was shown; left out where there were none
 */
@JsonPropertyOrder({"id", "result", "completed_by", "was_cancelled", "ground_truth", "created_at", "updated_at",
        "draft_created_at", "lead_time", "import_id", "last_action", "bulk_created", "task", "project", "updated_by",
        "parent_prediction", "parent_annotation", "last_created_by", "skip_reason", "guidelines_version"})
public record ListedAnnotationView(
        @JsonProperty("id") long id,
        @JsonProperty("result") @Nullable Object result,
        @JsonProperty("completed_by") long completedBy,
        @JsonProperty("was_cancelled") boolean wasCancelled,
        @JsonProperty("ground_truth") boolean groundTruth,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt,
        @JsonProperty("lead_time") @Nullable BigDecimal leadTime,
        @JsonProperty("import_id") @Nullable Long importId,
        @JsonProperty("task") long task,
        @JsonProperty("project") long project,
        @JsonProperty("updated_by") long updatedBy,
        @JsonProperty("skip_reason") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String skipReason,
        @JsonProperty("guidelines_version") @JsonInclude(JsonInclude.Include.NON_DEFAULT) int guidelinesVersion) {

    @JsonProperty("draft_created_at")
    public @Nullable Instant draftCreatedAt() {
        return null;
    }

    @JsonProperty("last_action")
    public @Nullable String lastAction() {
        return null;
    }

    @JsonProperty("bulk_created")
    public boolean bulkCreated() {
        return false;
    }

    @JsonProperty("parent_prediction")
    public @Nullable Long parentPrediction() {
        return null;
    }

    @JsonProperty("parent_annotation")
    public @Nullable Long parentAnnotation() {
        return null;
    }

    @JsonProperty("last_created_by")
    public @Nullable Long lastCreatedBy() {
        return null;
    }
}
