package org.prefstream.task.imports;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.task.imports.read.ImportItem;

/** Counts an import for its answer. */
final class ImportSummary {

    private static final double NANOS_PER_SECOND = 1e9;

    private final List<Upload> uploads;
    private final boolean withIds;
    private long[] ids = new long[0];
    private int tasks;
    private int annotations;
    private int predictions;
    private List<String> columns = List.of();

    ImportSummary(List<Upload> uploads, boolean withIds) {
        this.uploads = uploads;
        this.withIds = withIds;
    }

    void count(ImportItem item, long id) {
        if (withIds) {
            if (tasks == ids.length) {
                ids = Arrays.copyOf(ids, Math.max(1_024, ids.length * 2));
            }
            ids[tasks] = id;
        }
        tasks++;
        annotations += item.annotations().size();
        predictions += item.predictions().size();
    }

    void columns(List<String> common) {
        columns = common;
    }

    int tasks() {
        return tasks;
    }

    /** {@return Label Studio's answer to an import} */
    Map<String, @Nullable Object> view(long nanos) {
        boolean files = uploads.stream().anyMatch(upload -> upload.fileName() != null);
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("task_count", tasks);
        view.put("annotation_count", annotations);
        view.put("prediction_count", predictions);
        view.put("duration", nanos / NANOS_PER_SECOND);
        view.put("file_upload_ids", List.of());
        view.put("could_be_tasks_list", false);
        view.put("found_formats", files ? formats() : List.of());
        view.put("data_columns", files ? columns : List.of());
        if (withIds) {
            view.put("task_ids", Arrays.copyOf(ids, tasks));
        }
        return view;
    }

    private Map<String, Integer> formats() {
        Map<String, Integer> formats = new LinkedHashMap<>();
        uploads.forEach(upload -> formats.merge(upload.format().extension(), 1, Integer::sum));
        return formats;
    }
}
