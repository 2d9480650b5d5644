package org.prefstream.annotation.submission;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An annotation as Label Studio's API shows it. */
record AnnotationView(
        @JsonProperty("id") long id,
        @JsonProperty("result") @Nullable List<Object> result,
        @JsonProperty("created_username") String createdUsername,
        @JsonProperty("created_ago") String createdAgo,
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
        @JsonProperty("unique_id") String uniqueId,
        @JsonProperty("parent_prediction") @Nullable Long parentPrediction,
        @JsonProperty("parent_annotation") @Nullable Long parentAnnotation,
        @JsonProperty("last_created_by") @Nullable Long lastCreatedBy) {

    private static final char NO_BREAK_SPACE = '\u00a0';

    /** @param author the author's name as Label Studio writes it: full name, e-mail */
    static AnnotationView of(Annotation annotation, String author, Instant now) {
        return new AnnotationView(annotation.id(), annotation.resultList(), author + ", " + annotation.completedBy,
                ago(Duration.between(annotation.createdAt, now)), annotation.completedBy, annotation.wasCancelled,
                annotation.groundTruth, annotation.createdAt, annotation.updatedAt, null,
                withPoint(annotation.leadTime), annotation.importId, null, false, annotation.taskId,
                annotation.projectId, annotation.updatedBy, annotation.uniqueId.toString(), annotation.parentPrediction,
                annotation.parentAnnotation, null);
    }

    /** Lead times are floats in Label Studio: 1 is written 1.0. */
    private static @Nullable BigDecimal withPoint(@Nullable BigDecimal leadTime) {
        return leadTime == null || leadTime.scale() >= 1 ? leadTime : leadTime.setScale(1);
    }

    private static String ago(Duration age) {
        if (age.toDays() > 0) {
            return count(age.toDays(), "day");
        }
        return age.toHours() > 0 ? count(age.toHours(), "hour") : count(age.toMinutes(), "minute");
    }

    private static String count(long number, String unit) {
        return "" + number + NO_BREAK_SPACE + unit + (number == 1 ? "" : "s");
    }
}
