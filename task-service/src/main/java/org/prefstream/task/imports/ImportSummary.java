package org.prefstream.task.imports;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.prefstream.task.imports.read.ImportItem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Counts an import for its answer. */
final class ImportSummary {

    private static final double NANOS_PER_SECOND = 1e9;

    private final List<Upload> uploads;
    private final boolean withIds;
    private long[] ids = new long[0];
    private int tasks;
    private int annotations;
    private int annotationsKnown;
    private int predictions;
    private int predictionsLeftOut;
    private int draftsLeftOut;
    private List<String> columns = List.of();
    private long duplicatesSkipped;
    private @Nullable List<Twins.Duplicate> duplicates;
    private RefusedRows.@Nullable View refused;

    ImportSummary(List<Upload> uploads, boolean withIds) {
        this.uploads = uploads;
        this.withIds = withIds;
    }

    /**
     * Label Studio's answer to an import, and what was left out of it beside that.
     *
     * @param foundFormats by extension how many files; an empty list for a body, as in Label Studio
     * @param taskIds null, and then without the key, where nobody asked for them
     * @param annotationsKnown annotations that the project has already, by their unique_id
     * @param predictionsLeftOut predictions that were only ids, which name nothing here
     * @param draftsLeftOut unfinished work, which is not imported
     * @param duplicatesSkipped rows whose twins are in the project; null, and then without the key, where nobody asked for them
     * @param duplicates the first of these, likewise
     * @param refused rows that cannot be imported; null, and then without the key, where they refuse the import
     */
    record View(
            @JsonProperty("task_count") int taskCount,
            @JsonProperty("annotation_count") int annotationCount,
            @JsonProperty("prediction_count") int predictionCount,
            @JsonProperty("duration") double duration,
            @JsonProperty("file_upload_ids") List<Long> fileUploadIds,
            @JsonProperty("could_be_tasks_list") boolean couldBeTasksList,
            @JsonProperty("found_formats") Object foundFormats,
            @JsonProperty("data_columns") List<String> dataColumns,
            @JsonProperty("task_ids") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Long> taskIds,
            @JsonProperty("annotations_known") int annotationsKnown,
            @JsonProperty("predictions_left_out") int predictionsLeftOut,
            @JsonProperty("drafts_left_out") int draftsLeftOut,
            @JsonProperty("duplicates_skipped") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long duplicatesSkipped,
            @JsonProperty("duplicates") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Twins.Duplicate> duplicates,
            @JsonProperty("refused") @JsonInclude(JsonInclude.Include.NON_NULL) RefusedRows.@Nullable View refused) {
    }

    /** Counts an item that is stored as that task, with so many of its annotations. */
    void count(ImportItem item, long id, int annotationsAdded) {
        if (withIds) {
            if (tasks == ids.length) {
                ids = Arrays.copyOf(ids, Math.max(1_024, ids.length * 2));
            }
            ids[tasks] = id;
        }
        tasks++;
        annotations += annotationsAdded;
        annotationsKnown += item.annotations().size() - annotationsAdded;
        predictions += item.predictions().size();
        predictionsLeftOut += item.leftOut().predictions();
        draftsLeftOut += item.leftOut().drafts();
    }

    void columns(List<String> common) {
        columns = common;
    }

    int tasks() {
        return tasks;
    }

    /**
     * Takes what was left out.
     *
     * @param rows null where a row that cannot be imported refuses the import
     */
    void leftOut(Twins twins, RefusedRows.@Nullable View rows) {
        duplicatesSkipped = twins.skipped();
        duplicates = twins.named();
        refused = rows;
    }

    /** {@return the answer to an import that took so long} */
    View view(long nanos) {
        boolean files = uploads.stream().anyMatch(upload -> upload.fileName() != null);
        return new View(tasks, annotations, predictions, nanos / NANOS_PER_SECOND, List.of(), false,
                files ? formats() : List.of(), files ? columns : List.of(), withIds ? new Ids() : null,
                annotationsKnown, predictionsLeftOut, draftsLeftOut, duplicates == null ? null : duplicatesSkipped,
                duplicates, refused);
    }

    private Map<String, Integer> formats() {
        Map<String, Integer> formats = new LinkedHashMap<>();
        uploads.forEach(upload -> formats.merge(upload.format().extension(), 1, Integer::sum));
        return formats;
    }

    /** The ids as a list, without an object for each: an import may have a million. */
    private final class Ids extends AbstractList<Long> {

        @Override
        public Long get(int index) {
            return ids[Objects.checkIndex(index, tasks)];
        }

        @Override
        public int size() {
            return tasks;
        }
    }
}
