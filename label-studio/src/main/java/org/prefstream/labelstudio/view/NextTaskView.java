package org.prefstream.labelstudio.view;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The task that an annotator is to judge next. Nothing stands beside it that could sway them.
 *
 * @param uniqueLockId names the annotator's claim on it
 */
@JsonPropertyOrder({"id", "predictions", "annotations", "drafts", "updated_by", "unique_lock_id", "data", "meta",
        "created_at", "updated_at", "is_labeled", "overlap", "inner_id", "total_annotations", "cancelled_annotations",
        "total_predictions", "comment_count", "unresolved_comment_count", "last_comment_updated_at", "project",
        "file_upload", "comment_authors", "queue"})
public record NextTaskView(@JsonIgnore TaskState state, @JsonProperty("unique_lock_id") String uniqueLockId)
        implements
            TaskView {

    @JsonProperty("predictions")
    public List<PredictionView> predictions() {
        return List.of();
    }

    @JsonProperty("annotations")
    public List<Object> annotations() {
        return List.of();
    }

    @JsonProperty("drafts")
    public List<Object> drafts() {
        return List.of();
    }

    @JsonProperty("updated_by")
    public List<Long> updatedBy() {
        return List.of();
    }

    @JsonProperty("queue")
    public String queue() {
        return "Sequence queue";
    }
}
