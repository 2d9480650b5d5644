package org.prefstream.task.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.result.ResultCheck;
import org.prefstream.labelstudio.task.Comparison;
import org.prefstream.labelstudio.task.Expansion;
import org.prefstream.task.imports.TaskRows.PredictionRow;
import org.prefstream.task.imports.TaskRows.TaskRow;
import org.prefstream.task.imports.read.ImportInvalid;
import org.prefstream.task.imports.read.ImportItem;
import org.prefstream.task.imports.read.ImportedAnnotation;
import org.prefstream.task.imports.read.ImportedPrediction;

/** Items of an import that are stored together: rows for the tables and entries for the outbox. */
final class TaskBatch {

    private static final String SPLIT = "train";

    private final ImportRun run;
    private final AuthorIds authors;
    private final List<TaskRow> tasks = new ArrayList<>();
    private final List<PredictionRow> predictions = new ArrayList<>();
    private final List<OutboxEntry> entries = new ArrayList<>();

    TaskBatch(ImportRun run, AuthorIds authors) {
        this.run = run;
        this.authors = authors;
    }

    /**
     * Takes one item.
     *
     * @param predictionIds as many as the item has predictions, from the given place on
     */
    void add(PreparedItem prepared, long taskId, long[] predictionIds, int firstPrediction) throws SQLException {
        ImportItem item = prepared.item();
        long innerId = run.target().lastInnerId() + item.index() + 1;
        tasks.add(new TaskRow(taskId, innerId, prepared.data(), prepared.meta(), prepared.sha256(),
                item.annotations().size(), item.predictions().size()));
        List<TaskRecord.Prediction> summaries = new ArrayList<>();
        for (int i = 0; i < item.predictions().size(); i++) {
            ImportedPrediction prediction = item.predictions().get(i);
            long id = predictionIds[firstPrediction + i];
            predictions.add(new PredictionRow(id, taskId, Json.write(prediction.result()), prediction.score(),
                    prediction.modelVersion()));
            summaries.add(new TaskRecord.Prediction(id, prediction.modelVersion(), prediction.score()));
        }
        entries.add(OutboxEntry.put(new TaskRecord(taskId, run.target().projectId(), innerId, item.data(), item.meta(),
                run.now(), run.now(), run.importer(), run.importer(), run.target().overlap(), prepared.sha256(), SPLIT,
                summaries), run.revision()));
        addAnnotations(item, taskId);
    }

    List<OutboxEntry> entries() {
        return entries;
    }

    void insert(Connection connection) throws SQLException {
        TaskRows.insertTasks(connection, run, tasks);
        TaskRows.insertPredictions(connection, run, predictions);
    }

    private void addAnnotations(ImportItem item, long taskId) throws SQLException {
        if (item.annotations().isEmpty()) {
            return;
        }
        ComparisonSpec spec = Expansion.of(run.target().spec(), item.data());
        List<Comparison> comparisons = Comparison.all(spec, item.data());
        for (int i = 0; i < item.annotations().size(); i++) {
            ImportedAnnotation annotation = item.annotations().get(i);
            String place = "Error at item " + item.index() + ": annotations[" + i + "]";
            check(annotation, spec, comparisons, place);
            entries.add(OutboxEntry.put(new ImportedAnnotationRecord(taskId, run.target().projectId(), i,
                    authors.of(annotation.completedBy(), place), annotation.result(), annotation.wasCancelled(),
                    annotation.groundTruth(), annotation.leadTime(), run.now()), run.revision()));
        }
    }

    /** An annotation that is taken here is not refused later, where nobody waits for an answer. */
    private void check(ImportedAnnotation annotation, ComparisonSpec spec, List<Comparison> comparisons, String place) {
        try {
            ResultCheck.accepted(spec, comparisons, annotation.result());
            ResultCheck.requireAnswer(annotation.result(), annotation.wasCancelled(), run.target().allowsEmpty());
        } catch (ProblemException e) {
            throw ImportInvalid.tasks(place + "." + e.getMessage());
        }
    }
}
