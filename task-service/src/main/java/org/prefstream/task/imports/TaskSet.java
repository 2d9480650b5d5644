package org.prefstream.task.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.outbox.OutboxEntry;
import org.prefstream.kit.outbox.OutboxEntry.Lane;
import org.prefstream.kit.security.Hashes;
import org.prefstream.task.importing.CompactJson;
import org.prefstream.task.importing.ImportInvalid;
import org.prefstream.task.importing.ImportItem;
import org.prefstream.task.importing.ImportedAnnotation;
import org.prefstream.task.importing.ImportedPrediction;
import org.prefstream.task.imports.TaskRows.PredictionRow;
import org.prefstream.task.imports.TaskRows.TaskRow;

/** Items of an import that are stored together: rows for the tables and entries for the outbox. */
final class TaskSet {

    private static final String SPLIT = "train";

    private final ImportRun run;
    private final AuthorIds authors;
    private final ResultRules rules;
    private final List<TaskRow> tasks = new ArrayList<>();
    private final List<PredictionRow> predictions = new ArrayList<>();
    private final List<OutboxEntry> entries = new ArrayList<>();

    TaskSet(ImportRun run, AuthorIds authors) {
        this.run = run;
        this.authors = authors;
        this.rules = new ResultRules(run.target().spec());
    }

    /**
     * Takes one item.
     *
     * @param predictionIds as many as the item has predictions, from the given place on
     */
    void add(ImportItem item, long taskId, long[] predictionIds, int firstPrediction) throws SQLException {
        String data = CompactJson.write(item.data());
        String sha256 = Hashes.sha256(data);
        long innerId = run.target().lastInnerId() + item.index() + 1;
        tasks.add(new TaskRow(taskId, innerId, data, CompactJson.write(item.meta()), sha256, item.annotations().size(),
                item.predictions().size()));
        List<TaskRecord.Prediction> summaries = new ArrayList<>();
        for (int i = 0; i < item.predictions().size(); i++) {
            ImportedPrediction prediction = item.predictions().get(i);
            long id = predictionIds[firstPrediction + i];
            predictions.add(new PredictionRow(id, taskId, CompactJson.write(prediction.result()), prediction.score(),
                    prediction.modelVersion()));
            summaries.add(new TaskRecord.Prediction(id, prediction.modelVersion(), prediction.score()));
        }
        entries.add(OutboxEntry.put(new TaskRecord(taskId, run.target().projectId(), innerId, item.data(), item.meta(),
                run.now(), run.now(), run.importer(), run.importer(), run.target().overlap(), sha256, SPLIT, summaries),
                run.revision(), Lane.BULK));
        for (int i = 0; i < item.annotations().size(); i++) {
            entries.add(OutboxEntry.put(annotation(item, i, taskId), run.revision(), Lane.BULK));
        }
    }

    List<OutboxEntry> entries() {
        return entries;
    }

    void insert(Connection connection) throws SQLException {
        TaskRows.insertTasks(connection, run, tasks);
        TaskRows.insertPredictions(connection, run, predictions);
    }

    private ImportedAnnotationRecord annotation(ImportItem item, int index, long taskId) throws SQLException {
        String place = "Error at item " + item.index() + ": annotations[" + index + "]";
        ImportedAnnotation annotation = item.annotations().get(index);
        String flaw = rules.flaw(annotation.result());
        if (flaw != null) {
            throw ImportInvalid.tasks(place + "." + flaw);
        }
        if (annotation.result().isEmpty() && !annotation.wasCancelled() && !run.target().allowsEmpty()) {
            throw ImportInvalid.tasks(place + ".result is empty, which this project does not allow "
                    + "(enable_empty_annotation is false)");
        }
        return new ImportedAnnotationRecord(taskId, run.target().projectId(), index,
                authors.of(annotation.completedBy(), place), annotation.result(), annotation.wasCancelled(),
                annotation.groundTruth(), annotation.leadTime(), run.now());
    }
}
