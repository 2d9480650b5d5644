package org.prefstream.labelstudio.view;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A task as plain lists and the answers to its creation and change show it.
 *
 * @param annotations what stands beside it; null, and then without the key, where the path shows none
 * @param predictions likewise
 */
@JsonPropertyOrder({"id", "data", "meta", "created_at", "updated_at", "is_labeled", "overlap", "inner_id",
        "total_annotations", "cancelled_annotations", "total_predictions", "comment_count", "unresolved_comment_count",
        "last_comment_updated_at", "project", "updated_by", "file_upload", "comment_authors", "annotations",
        "predictions"})
public record ListedTaskView(
        @JsonIgnore TaskState state,
        @JsonProperty("annotations") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Object> annotations,
        @JsonProperty("predictions") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PredictionView> predictions)
        implements
            TaskView {

    /** {@return the task alone} */
    public static ListedTaskView of(TaskState state) {
        return new ListedTaskView(state, null, null);
    }

    /** {@return the task with what stands beside it} */
    public static ListedTaskView of(TaskState state, List<AnnotationOfTask> annotations,
            List<PredictionView> predictions) {
        return new ListedTaskView(state, annotations.stream().map(AnnotationOfTask::view).toList(), predictions);
    }

    /** {@return who changed it last} */
    @JsonProperty("updated_by")
    public @Nullable Long updatedBy() {
        return state.updatedBy();
    }
}
