package org.prefstream.export.format;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

/** Writes {@link ExportFormat#JSON}: one array of tasks, with the keys in Label Studio's order. */
final class TaskJsonWriter implements RowWriter<ExportedTask> {

    private final JsonGenerator json;

    TaskJsonWriter(Writer out) throws IOException {
        json = JsonText.compact(out);
        json.writeStartArray();
    }

    @Override
    public void write(ExportedTask task) throws IOException {
        JsonText.write(json, keys(task));
    }

    @Override
    public void finish() throws IOException {
        json.writeEndArray();
        json.flush();
    }

    private static Map<String, @Nullable Object> keys(ExportedTask task) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("id", task.id());
        keys.put("annotations", task.annotations().stream().map(TaskJsonWriter::keys).toList());
        keys.put("drafts", task.drafts());
        keys.put("predictions", task.predictions());
        keys.put("data", task.data());
        keys.put("meta", task.meta());
        keys.put("created_at", Times.text(task.createdAt()));
        keys.put("updated_at", Times.text(task.updatedAt()));
        keys.put("allow_skip", true);
        keys.put("inner_id", task.innerId());
        keys.put("total_annotations", task.totalAnnotations());
        keys.put("cancelled_annotations", task.cancelledAnnotations());
        keys.put("total_predictions", task.predictions().size());
        keys.put("comment_count", 0);
        keys.put("unresolved_comment_count", 0);
        keys.put("last_comment_updated_at", null);
        keys.put("project", task.projectId());
        keys.put("updated_by", task.updatedBy());
        keys.put("comment_authors", List.of());
        return keys;
    }

    private static Map<String, @Nullable Object> keys(ExportedAnnotation annotation) {
        List<Object> result = annotation.result();
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("id", annotation.id());
        keys.put("completed_by", annotation.completedBy());
        keys.put("result", result);
        keys.put("was_cancelled", annotation.wasCancelled());
        keys.put("ground_truth", annotation.groundTruth());
        keys.put("created_at", Times.text(annotation.createdAt()));
        keys.put("updated_at", Times.text(annotation.updatedAt()));
        keys.put("draft_created_at", Times.text(annotation.draftCreatedAt()));
        keys.put("lead_time", FloatNumber.of(annotation.leadTime()));
        keys.put("prediction", Map.of());
        keys.put("result_count", result == null ? 0 : result.size());
        keys.put("unique_id", annotation.uniqueId());
        keys.put("import_id", annotation.importId());
        keys.put("last_action", null);
        keys.put("bulk_created", false);
        keys.put("task", annotation.taskId());
        keys.put("project", annotation.projectId());
        keys.put("updated_by", annotation.updatedBy());
        keys.put("parent_prediction", annotation.parentPrediction());
        keys.put("parent_annotation", annotation.parentAnnotation());
        keys.put("last_created_by", null);
        return keys;
    }
}
