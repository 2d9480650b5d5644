package org.prefstream.labelstudio.view;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A task as Label Studio's API shows it. Each path has its own form, with its own order of keys; these are the keys that all
 * forms have. Nobody comments on tasks here.
 */
public sealed interface TaskView permits FullTaskView, ListedTaskView, NextTaskView {

    /** {@return what the keys below are read from} */
    @JsonIgnore
    TaskState state();

    @JsonProperty("id")
    default long id() {
        return state().id();
    }

    @JsonProperty("data")
    default Object data() {
        return state().data();
    }

    @JsonProperty("meta")
    default Object meta() {
        return state().meta();
    }

    @JsonProperty("created_at")
    default Instant createdAt() {
        return state().createdAt();
    }

    @JsonProperty("updated_at")
    default Instant updatedAt() {
        return state().updatedAt();
    }

    @JsonProperty("is_labeled")
    default boolean labeled() {
        return state().labeled();
    }

    @JsonProperty("overlap")
    default int overlap() {
        return state().overlap();
    }

    @JsonProperty("inner_id")
    default long innerId() {
        return state().innerId();
    }

    @JsonProperty("total_annotations")
    default int totalAnnotations() {
        return state().totalAnnotations();
    }

    @JsonProperty("cancelled_annotations")
    default int cancelledAnnotations() {
        return state().cancelledAnnotations();
    }

    @JsonProperty("total_predictions")
    default int totalPredictions() {
        return state().totalPredictions();
    }

    @JsonProperty("comment_count")
    default int commentCount() {
        return 0;
    }

    @JsonProperty("unresolved_comment_count")
    default int unresolvedCommentCount() {
        return 0;
    }

    @JsonProperty("last_comment_updated_at")
    default @Nullable Instant lastCommentUpdatedAt() {
        return null;
    }

    @JsonProperty("project")
    default long project() {
        return state().project();
    }

    /** {@return the file that it came in, which is not kept} */
    @JsonProperty("file_upload")
    default @Nullable String fileUpload() {
        return null;
    }

    @JsonProperty("comment_authors")
    default List<Long> commentAuthors() {
        return List.of();
    }
}
