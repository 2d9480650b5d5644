package org.prefstream.task.task;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.task.VisibleData;

import com.fasterxml.jackson.databind.util.RawValue;

/** Tasks as Label Studio's API shows them. */
final class TaskViews {

    /** What a reader may see of a task's data: what a spec shows, null means all. */
    record Sight(@Nullable ComparisonSpec shown) {

        RawValue data(Task task) {
            return shown == null
                    ? new RawValue(task.data)
                    : new RawValue(Json.write(VisibleData.of(shown, Json.readObject(task.data))));
        }
    }

    private TaskViews() {
    }

    /** {@return the form of {@code POST} and {@code PATCH}} */
    static Map<String, @Nullable Object> plain(Task task, Sight sight) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", task.id());
        view.put("data", sight.data(task));
        view.put("meta", new RawValue(task.meta));
        view.put("created_at", task.createdAt);
        view.put("updated_at", task.updatedAt);
        view.put("is_labeled", task.labeled);
        view.put("overlap", task.overlap);
        view.put("inner_id", task.innerId);
        view.put("total_annotations", task.totalAnnotations);
        view.put("cancelled_annotations", task.cancelledAnnotations);
        view.put("total_predictions", task.totalPredictions);
        comments(view);
        view.put("project", task.projectId);
        view.put("updated_by", task.updatedBy);
        view.put("file_upload", null);
        view.put("comment_authors", List.of());
        return view;
    }

    /** {@return the form of a single task and of lists} */
    static Map<String, @Nullable Object> full(Task task, List<Map<String, @Nullable Object>> predictions,
            List<Map<String, @Nullable Object>> annotations, Sight sight) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", task.id());
        view.put("predictions", predictions);
        view.put("annotations", annotations);
        view.put("drafts", List.of());
        view.put("annotators",
                annotations.stream().map(TaskViews::author).filter(Objects::nonNull).distinct().toList());
        view.put("inner_id", task.innerId);
        view.put("cancelled_annotations", task.cancelledAnnotations);
        view.put("total_annotations", task.totalAnnotations);
        view.put("total_predictions", task.totalPredictions);
        view.put("completed_at", task.completedAt);
        results(predictions, annotations, view);
        view.put("updated_by", task.updatedBy == null ? List.of() : List.of(Map.of("user_id", task.updatedBy)));
        view.put("data", sight.data(task));
        view.put("meta", new RawValue(task.meta));
        view.put("created_at", task.createdAt);
        view.put("updated_at", task.updatedAt);
        view.put("is_labeled", task.labeled);
        view.put("overlap", task.overlap);
        comments(view);
        view.put("project", task.projectId);
        view.put("comment_authors", List.of());
        return view;
    }

    static Map<String, @Nullable Object> prediction(Prediction prediction, long projectId) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", prediction.id());
        view.put("result", new RawValue(prediction.result));
        view.put("model_version", prediction.modelVersion);
        view.put("score", prediction.score);
        view.put("cluster", null);
        view.put("neighbors", null);
        view.put("mislabeling", 0.0);
        view.put("created_at", prediction.createdAt);
        view.put("updated_at", prediction.createdAt);
        view.put("model", null);
        view.put("model_run", null);
        view.put("task", prediction.taskId);
        view.put("project", projectId);
        return view;
    }

    private static void results(List<Map<String, @Nullable Object>> predictions,
            List<Map<String, @Nullable Object>> annotations, Map<String, @Nullable Object> view) {
        view.put("annotations_results", "");
        view.put("predictions_results", "");
        view.put("predictions_score", mean(predictions, "score"));
        view.put("file_upload", null);
        view.put("storage_filename", null);
        view.put("annotations_ids", joined(annotations, "id"));
        view.put("predictions_model_versions", joined(predictions, "model_version"));
        view.put("avg_lead_time", mean(annotations, "lead_time"));
        view.put("draft_exists", false);
    }

    private static void comments(Map<String, @Nullable Object> view) {
        view.put("comment_count", 0);
        view.put("unresolved_comment_count", 0);
        view.put("last_comment_updated_at", null);
    }

    private static @Nullable Object author(Map<String, @Nullable Object> annotation) {
        Object author = annotation.get("completed_by");
        return author instanceof Map<?, ?> person ? person.get("id") : author;
    }

    private static String joined(List<Map<String, @Nullable Object>> objects, String key) {
        return objects.stream()
                .map(object -> String.valueOf(object.get(key)))
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static @Nullable BigDecimal mean(List<Map<String, @Nullable Object>> objects, String key) {
        List<BigDecimal> numbers = objects.stream()
                .map(object -> object.get(key))
                .filter(Number.class::isInstance)
                .map(number -> new BigDecimal(number.toString()))
                .toList();
        return numbers.isEmpty()
                ? null
                : numbers.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL64)
                        .stripTrailingZeros();
    }
}
