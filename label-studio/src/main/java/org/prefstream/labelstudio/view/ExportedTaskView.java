package org.prefstream.labelstudio.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.TaskRecord;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A task with its annotations, as an export in Label Studio's JSON shows it.
 *
 * @param annotations the oldest first, skips among them
 * @param drafts unfinished annotations, as Label Studio's API shows them
 * @param predictions ids of predictions
 * @param data what was imported, keys in their order and numbers as exact decimals
 * @param innerId the task's number within its project
 * @param totalAnnotations how many annotations it has, skips not counted
 * @param cancelledAnnotations how often it was skipped
 * @param updatedBy who changed or judged it last; null where nobody is known
 */
@JsonPropertyOrder({"id", "annotations", "drafts", "predictions", "data", "meta", "created_at", "updated_at",
        "allow_skip", "inner_id", "total_annotations", "cancelled_annotations", "total_predictions", "comment_count",
        "unresolved_comment_count", "last_comment_updated_at", "project", "updated_by", "comment_authors"})
public record ExportedTaskView(
        @JsonProperty("id") long id,
        @JsonProperty("annotations") List<ExportedAnnotationView> annotations,
        @JsonProperty("drafts") List<Object> drafts,
        @JsonProperty("predictions") List<Long> predictions,
        @JsonProperty("data") Map<String, Object> data,
        @JsonProperty("meta") Map<String, Object> meta,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt,
        @JsonProperty("inner_id") long innerId,
        @JsonProperty("total_annotations") long totalAnnotations,
        @JsonProperty("cancelled_annotations") long cancelledAnnotations,
        @JsonProperty("project") long projectId,
        @JsonProperty("updated_by") @Nullable Long updatedBy) {

    public ExportedTaskView {
        annotations = List.copyOf(annotations);
        drafts = List.copyOf(drafts);
        predictions = List.copyOf(predictions);
    }

    /**
     * {@return the task as the topics carry it, with all of its annotations; the last annotation, if there is one, says who
     * touched it last and when}
     *
     * @param annotations all annotations of the task, the oldest first
     */
    public static ExportedTaskView of(TaskRecord task, List<AnnotationRecord> annotations) {
        long cancelled = annotations.stream().filter(AnnotationRecord::wasCancelled).count();
        Optional<AnnotationRecord> last = annotations.stream()
                .filter(annotation -> annotation.updatedAt().isAfter(task.updatedAt()))
                .max(Comparator.comparing(AnnotationRecord::updatedAt));
        return new ExportedTaskView(task.taskId(), annotations.stream().map(ExportedAnnotationView::of).toList(),
                List.of(), task.predictions().stream().map(TaskRecord.Prediction::id).toList(), task.data(),
                task.meta(), task.createdAt(), last.map(AnnotationRecord::updatedAt).orElse(task.updatedAt()),
                task.innerId(), annotations.size() - cancelled, cancelled, task.projectId(),
                last.map(AnnotationRecord::updatedBy).orElse(task.updatedBy()));
    }

    /**
     * {@return the same task, with the authors of its annotations as people}
     *
     * @param people by id
     */
    public ExportedTaskView naming(Map<Long, ExportedAuthor.Person> people) {
        return new ExportedTaskView(id, annotations.stream().map(each -> each.naming(people)).toList(), drafts,
                predictions, data, meta, createdAt, updatedAt, innerId, totalAnnotations, cancelledAnnotations,
                projectId, updatedBy);
    }

    /** {@return how many predictions it has} */
    @JsonProperty("total_predictions")
    public int totalPredictions() {
        return predictions.size();
    }

    @JsonProperty("allow_skip")
    boolean allowSkip() {
        return true;
    }

    @JsonProperty("comment_count")
    int commentCount() {
        return 0;
    }

    @JsonProperty("unresolved_comment_count")
    int unresolvedCommentCount() {
        return 0;
    }

    @JsonProperty("last_comment_updated_at")
    @Nullable
    Instant lastCommentUpdatedAt() {
        return null;
    }

    @JsonProperty("comment_authors")
    List<Long> commentAuthors() {
        return List.of();
    }
}
