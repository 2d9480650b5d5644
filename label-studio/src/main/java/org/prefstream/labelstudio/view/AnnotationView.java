package org.prefstream.labelstudio.view;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * An annotation as Label Studio's API shows it. The lists of a project's tasks show a shorter form, which names neither the
 * author nor the annotation: there {@code createdUsername}, {@code createdAgo} and {@code uniqueId} are null and are left out.
 *
 * @param result the regions, as JSON text; null where none were sent
 * @param createdUsername the author's name, address and id, see {@link #username}
 * @param createdAgo the annotation's age in words, see {@link CreatedAgo}
 * @param leadTime seconds from showing to submitting; null where nobody measured it
 */
public record AnnotationView(
        @JsonProperty("id") long id,
        @JsonProperty("result") @JsonRawValue @Nullable String result,
        @JsonProperty("created_username") @JsonInclude(Include.NON_NULL) @Nullable String createdUsername,
        @JsonProperty("created_ago") @JsonInclude(Include.NON_NULL) @Nullable String createdAgo,
        @JsonProperty("completed_by") long completedBy,
        @JsonProperty("was_cancelled") boolean wasCancelled,
        @JsonProperty("ground_truth") boolean groundTruth,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt,
        @JsonProperty("draft_created_at") @Nullable Instant draftCreatedAt,
        @JsonProperty("lead_time") @Nullable BigDecimal leadTime,
        @JsonProperty("import_id") @Nullable Long importId,
        @JsonProperty("last_action") @Nullable String lastAction,
        @JsonProperty("bulk_created") boolean bulkCreated,
        @JsonProperty("task") long task,
        @JsonProperty("project") long project,
        @JsonProperty("updated_by") long updatedBy,
        @JsonProperty("unique_id") @JsonInclude(Include.NON_NULL) @Nullable String uniqueId,
        @JsonProperty("parent_prediction") @Nullable Long parentPrediction,
        @JsonProperty("parent_annotation") @Nullable Long parentAnnotation,
        @JsonProperty("last_created_by") @Nullable Long lastCreatedBy) {

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
