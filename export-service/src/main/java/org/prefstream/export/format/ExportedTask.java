package org.prefstream.export.format;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.TaskRecord;

/**
 * A task with its annotations, as exports show it.
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
public record ExportedTask(
        long id,
        List<ExportedAnnotation> annotations,
        List<Object> drafts,
        List<Long> predictions,
        Map<String, Object> data,
        Map<String, Object> meta,
        Instant createdAt,
        Instant updatedAt,
        long innerId,
        long totalAnnotations,
        long cancelledAnnotations,
        long projectId,
        @Nullable Long updatedBy) {

    public ExportedTask {
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
    public static ExportedTask of(TaskRecord task, List<AnnotationRecord> annotations, List<Object> drafts) {
        long cancelled = annotations.stream().filter(AnnotationRecord::wasCancelled).count();
        Optional<AnnotationRecord> last = annotations.stream()
                .filter(annotation -> annotation.updatedAt().isAfter(task.updatedAt()))
                .max(Comparator.comparing(AnnotationRecord::updatedAt));
        return new ExportedTask(task.taskId(), annotations.stream().map(ExportedAnnotation::of).toList(), drafts,
                task.predictions().stream().map(TaskRecord.Prediction::id).toList(), task.data(), task.meta(),
                task.createdAt(), last.map(AnnotationRecord::updatedAt).orElse(task.updatedAt()), task.innerId(),
                annotations.size() - cancelled, cancelled, task.projectId(),
                last.map(AnnotationRecord::updatedBy).orElse(task.updatedBy()));
    }
}
