package org.prefstream.labelstudio.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.TaskRecord;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The next task as Label Studio's {@code /api/projects/{id}/next} shows it. What others said of the task is kept from the
 * annotator: annotations, predictions and the counts of annotations are always empty.
 *
 * @param uniqueLockId the same for as long as the annotator holds the task
 * @param data what the caller may see of the task's data
 * @param overlap how many distinct annotators the task needs
 * @param innerId the task's number within its project
 */
public record NextTaskView(
        @JsonProperty("id") long id,
        @JsonProperty("predictions") List<Object> predictions,
        @JsonProperty("annotations") List<AnnotationView> annotations,
        @JsonProperty("drafts") List<DraftView> drafts,
        @JsonProperty("updated_by") List<Long> updatedBy,
        @JsonProperty("unique_lock_id") String uniqueLockId,
        @JsonProperty("data") Map<String, Object> data,
        @JsonProperty("meta") Map<String, Object> meta,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt,
        @JsonProperty("is_labeled") boolean labeled,
        @JsonProperty("overlap") int overlap,
        @JsonProperty("inner_id") long innerId,
        @JsonProperty("total_annotations") int totalAnnotations,
        @JsonProperty("cancelled_annotations") int cancelledAnnotations,
        @JsonProperty("total_predictions") int totalPredictions,
        @JsonProperty("comment_count") int commentCount,
        @JsonProperty("unresolved_comment_count") int unresolvedCommentCount,
        @JsonProperty("last_comment_updated_at") @Nullable Instant lastCommentUpdatedAt,
        @JsonProperty("project") long project,
        @JsonProperty("file_upload") @Nullable String fileUpload,
        @JsonProperty("comment_authors") List<Long> commentAuthors,
        @JsonProperty("queue") String queue) {

    private static final String SEQUENCE = "Sequence queue";

    /**
     * {@return a task as the person who is to judge it sees it}
     *
     * @param data what this person may see of its data
     * @param meta what this person may see of its meta
     */
    public static NextTaskView of(TaskRecord task, Map<String, Object> data, Map<String, Object> meta,
            String uniqueLockId) {
        return new NextTaskView(task.taskId(), List.of(), List.of(), List.of(), List.of(), uniqueLockId, data, meta,
                task.createdAt(), task.updatedAt(), false, task.overlap(), task.innerId(), 0, 0,
                task.predictions().size(), 0, 0, null, task.projectId(), null, List.of(), SEQUENCE);
    }
}
