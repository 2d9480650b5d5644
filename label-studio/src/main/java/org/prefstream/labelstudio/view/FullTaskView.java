package org.prefstream.labelstudio.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A task as the path of a single task and the data manager's lists show it.
 *
 * @param beside its annotations
 * @param modelled its predictions
 * @param answered what the answers say together; null where nobody answered, and for readers who may not know
 * @param withLists whether annotations and predictions are shown, and not only what they sum up to
 */
@JsonPropertyOrder({"id", "predictions", "annotations", "drafts", "annotators", "inner_id", "cancelled_annotations",
        "total_annotations", "total_predictions", "completed_at", "annotations_results", "predictions_results",
        "predictions_score", "file_upload", "storage_filename", "annotations_ids", "predictions_model_versions",
        "avg_lead_time", "draft_exists", "updated_by", "data", "meta", "created_at", "updated_at", "is_labeled",
        "overlap", "comment_count", "unresolved_comment_count", "last_comment_updated_at", "project",
        "comment_authors"})
public record FullTaskView(
        @JsonIgnore TaskState state,
        @JsonIgnore List<AnnotationOfTask> beside,
        @JsonIgnore List<PredictionView> modelled,
        @JsonUnwrapped @Nullable AnsweredTask answered,
        @JsonIgnore boolean withLists) implements TaskView {

    public FullTaskView {
        beside = List.copyOf(beside);
        modelled = List.copyOf(modelled);
    }

    /** Somebody who has changed a task. */
    public record Editor(@JsonProperty("user_id") long userId) {
    }

    @JsonProperty("predictions")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public @Nullable List<PredictionView> predictions() {
        return withLists ? modelled : null;
    }

    @JsonProperty("annotations")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public @Nullable List<Object> annotations() {
        return withLists ? beside.stream().map(AnnotationOfTask::view).toList() : null;
    }

    @JsonProperty("drafts")
    public List<Object> drafts() {
        return List.of();
    }

    @JsonProperty("annotators")
    public List<Long> annotators() {
        return beside.stream().map(AnnotationOfTask::completedBy).filter(Objects::nonNull).distinct().toList();
    }

    @JsonProperty("completed_at")
    public @Nullable Instant completedAt() {
        return state.completedAt();
    }

    @JsonProperty("annotations_results")
    public String annotationsResults() {
        return "";
    }

    @JsonProperty("predictions_results")
    public String predictionsResults() {
        return "";
    }

    @JsonProperty("predictions_score")
    public @Nullable BigDecimal predictionsScore() {
        return mean(modelled, PredictionView::score);
    }

    @JsonProperty("storage_filename")
    public @Nullable String storageFilename() {
        return null;
    }

    @JsonProperty("annotations_ids")
    public String annotationsIds() {
        return beside.stream()
                .map(annotation -> Long.toString(annotation.id()))
                .distinct()
                .collect(Collectors.joining(","));
    }

    @JsonProperty("predictions_model_versions")
    public String predictionsModelVersions() {
        return modelled.stream().map(PredictionView::modelVersion).distinct().collect(Collectors.joining(","));
    }

    @JsonProperty("avg_lead_time")
    public @Nullable BigDecimal avgLeadTime() {
        return mean(beside, AnnotationOfTask::leadTime);
    }

    @JsonProperty("draft_exists")
    public boolean draftExists() {
        return false;
    }

    @JsonProperty("updated_by")
    public List<Editor> updatedBy() {
        Long editor = state.updatedBy();
        return editor == null ? List.of() : List.of(new Editor(editor));
    }

    private static <T> @Nullable BigDecimal mean(List<T> objects, Function<T, @Nullable BigDecimal> number) {
        List<BigDecimal> numbers = objects.stream().map(number).filter(Objects::nonNull).toList();
        return numbers.isEmpty()
                ? null
                : numbers.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL64)
                        .stripTrailingZeros();
    }
}
