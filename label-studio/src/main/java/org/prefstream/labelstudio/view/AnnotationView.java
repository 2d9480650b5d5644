package org.prefstream.labelstudio.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * An annotation as Label Studio's API shows it by itself; beside its task it is a {@link ListedAnnotationView}.
 *
 * @param result the regions, as JSON text; null where none were sent
 * @param createdUsername the author's name, address and id, see {@link #username}
 * @param createdAgo the annotation's age in words, see {@link CreatedAgo}
 * @param leadTime seconds from showing to submitting; null where nobody measured it
 * @param skipReason ours: why the annotator skipped the task; left out where nobody said so
 * @param guidelinesVersion ours: the version of the guidelines that was in force when the task was shown; left out where there were none
 */
@JsonPropertyOrder({"id", "result", "created_username", "created_ago", "completed_by", "was_cancelled", "ground_truth",
        "created_at", "updated_at", "draft_created_at", "lead_time", "import_id", "last_action", "bulk_created", "task",
        "project", "updated_by", "unique_id", "parent_prediction", "parent_annotation", "last_created_by",
        "skip_reason", "guidelines_version"})
public record AnnotationView(
        @JsonProperty("id") long id,
        @JsonProperty("result") @JsonRawValue @Nullable String result,
        @JsonProperty("created_username") String createdUsername,
        @JsonProperty("created_ago") String createdAgo,
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
        @JsonProperty("unique_id") UUID uniqueId,
        @JsonProperty("parent_prediction") @Nullable Long parentPrediction,
        @JsonProperty("parent_annotation") @Nullable Long parentAnnotation,
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

    @JsonProperty("last_created_by")
    public @Nullable Long lastCreatedBy() {
        return null;
    }

    /**
     * {@return the author as Label Studio writes it, such as {@code Ann Lee ann@prefstream.test, 7}}
     *
     * @param name the author's names and address
     */
    public static String username(String name, long id) {
        return name + ", " + id;
    }

    /** {@return the lead time as Label Studio writes its floats: 1 is written 1.0} */
    public static @Nullable BigDecimal seconds(@Nullable BigDecimal leadTime) {
        return leadTime == null || leadTime.scale() >= 1 ? leadTime : leadTime.setScale(1);
    }
}
