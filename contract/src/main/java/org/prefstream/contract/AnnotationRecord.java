package org.prefstream.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A submitted annotation in Label Studio's form, with what else Prefstream knows about it.
 *
 * @param completedBy the author: whose judgement it is
 * @param updatedBy who submitted it last: the author, or a manager
 * @param result Label Studio's result list, as it was sent; null where none was sent
 * @param wasCancelled whether the annotator skipped the task
 * @param leadTime seconds from showing to submitting, as sent; null where nobody measured it
 * @param uniqueId the sender's own id, or one that was made for them; no other annotation of the project has it
 * @param verdicts one per comparing control that was answered; empty for skips
 * @param shownOrder which candidate stood in which place: {@code [1,0]} showed the second one first
 * @param shownSha256 lower-case hex SHA-256 that names what was shown (prompt, candidates, comparison spec)
 * @param importKey {@code <task id>/<index>} of an annotation that came with an import; null otherwise
 * @param importId the id that an imported annotation had where it came from; null where it had none, and for other annotations
 * @param skipReason why the annotator skipped the task, in their words; null where they did not say, and where they did not skip
 * @param guidelinesVersion the version of the project's guidelines that was in force when the task was shown; 0 where there were none,
 *        and where nobody knows
 * @param labelConfigSha256 lower-case hex SHA-256 of the labeling configuration, as its text was in UTF-8, under which the task was
 *        shown; null where nobody knows
 * @param rowless the pairs of candidates that it judges and that have no dataset record, as far as there is something to say of them;
 *        none in records of former versions
 */
public record AnnotationRecord(
        @JsonProperty("annotation_id") long annotationId,
        @JsonProperty("task_id") long taskId,
        @JsonProperty("project_id") long projectId,
        @JsonProperty("completed_by") long completedBy,
        @JsonProperty("updated_by") long updatedBy,
        @JsonProperty("result") @Nullable List<Object> result,
        @JsonProperty("was_cancelled") boolean wasCancelled,
        @JsonProperty("ground_truth") boolean groundTruth,
        @JsonProperty("created_at") @UtcMicros Instant createdAt,
        @JsonProperty("updated_at") @UtcMicros Instant updatedAt,
        @JsonProperty("lead_time") @Nullable BigDecimal leadTime,
        @JsonProperty("unique_id") UUID uniqueId,
        @JsonProperty("parent_prediction") @Nullable Long parentPrediction,
        @JsonProperty("parent_annotation") @Nullable Long parentAnnotation,
        @JsonProperty("verdicts") List<Verdict> verdicts,
        @JsonProperty("shown_order") List<Integer> shownOrder,
        @JsonProperty("shown_sha256") String shownSha256,
        @JsonProperty("import_key") @Nullable String importKey,
        @JsonProperty("import_id") @Nullable Long importId,
        @JsonProperty("skip_reason") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String skipReason,
        @JsonProperty("guidelines_version") @JsonInclude(JsonInclude.Include.NON_DEFAULT) int guidelinesVersion,
        @JsonProperty("label_config_sha256") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String labelConfigSha256,
        @JsonProperty("rowless") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RowlessPair> rowless)
        implements
            TopicRecord {

    public AnnotationRecord {
        verdicts = List.copyOf(verdicts);
        shownOrder = List.copyOf(shownOrder);
        rowless = copyOf(rowless);
    }

    /** JSON leaves an empty list out, which is then read as null. */
    private static List<RowlessPair> copyOf(@Nullable List<RowlessPair> rowless) {
        return rowless == null ? List.of() : List.copyOf(rowless);
    }

    /** An annotation of which nobody knows by which guidelines and configuration it was made. */
    public AnnotationRecord(long annotationId, long taskId, long projectId, long completedBy, long updatedBy,
            @Nullable List<Object> result, boolean wasCancelled, boolean groundTruth, Instant createdAt,
            Instant updatedAt, @Nullable BigDecimal leadTime, UUID uniqueId, @Nullable Long parentPrediction,
            @Nullable Long parentAnnotation, List<Verdict> verdicts, List<Integer> shownOrder, String shownSha256,
            @Nullable String importKey, @Nullable Long importId, @Nullable String skipReason) {
        this(annotationId, taskId, projectId, completedBy, updatedBy, result, wasCancelled, groundTruth, createdAt,
                updatedAt, leadTime, uniqueId, parentPrediction, parentAnnotation, verdicts, shownOrder, shownSha256,
                importKey, importId, skipReason, 0, null, List.of());
    }

    @Override
    public Topic topic() {
        return Topic.ANNOTATIONS;
    }

    @Override
    public String key() {
        return Long.toString(annotationId);
    }

    @Override
    public OptionalLong project() {
        return OptionalLong.of(projectId);
    }
}
