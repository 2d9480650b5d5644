package org.prefstream.task.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.PrimitiveIterator;

import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.kit.messaging.Outbox;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.task.imports.read.ImportItem;
import org.prefstream.task.imports.read.ImportedAnnotation;
import org.prefstream.task.imports.read.ImportedPrediction;
import org.prefstream.task.task.NewTask;
import org.prefstream.task.task.NewTask.NewPrediction;
import org.prefstream.task.task.TaskBatch;

/** Items of an import that are stored together: tasks, and the annotations that come with them. */
final class ImportBatch {

    private final ImportRun run;
    private final AuthorIds authors;
    private final UniqueIds uniqueIds;
    private final TaskBatch tasks;

    /** @param uniqueIds what the project knows of this batch's annotations */
    ImportBatch(ImportRun run, AuthorIds authors, UniqueIds uniqueIds) {
        this.run = run;
        this.authors = authors;
        this.uniqueIds = uniqueIds;
        this.tasks = new TaskBatch(run.importer(), run.now());
    }

    /** {@return the first of so many numbers for the project's tasks} */
    long numbers(int count) {
        return run.numbers().take(count);
    }

    /**
     * Takes one item.
     *
     * @param number the task's number within its project
     * @param predictionIds at least as many as the item has predictions
     * @return how many of its annotations are added: those that the project does not have yet
     */
    int add(PreparedItem prepared, long taskId, long number, PrimitiveIterator.OfLong predictionIds)
            throws SQLException {
        ImportItem item = prepared.item();
        List<ImportedAnnotation> annotations = new ArrayList<>();
        for (ImportedAnnotation annotation : item.annotations()) {
            if (uniqueIds.take(annotation.uniqueId(), taskId)) {
                annotations.add(annotation);
            }
        }
        TargetProject project = run.project();
        tasks.add(
                new NewTask(taskId, run.revision(), project.projectId(), number, project.overlap(), prepared.content(),
                        predictions(prepared, predictionIds), annotations.size(), prepared.awaitsAnswers()));
        for (int i = 0; i < annotations.size(); i++) {
            ImportedAnnotation annotation = annotations.get(i);
            long author = authors.of(annotation.completedBy(), PreparedItem.place(item, annotation));
            tasks.publish(OutboxEntry.put(record(annotation, i, taskId, author, prepared.content().dataSha256()),
                    run.revision()));
        }
        return annotations.size();
    }

    /** Writes what was taken; blocks. */
    void write(Connection connection, Outbox outbox) throws SQLException {
        tasks.write(connection, outbox);
        uniqueIds.remember();
    }

    private static List<NewPrediction> predictions(PreparedItem prepared, PrimitiveIterator.OfLong ids) {
        List<NewPrediction> predictions = new ArrayList<>();
        for (int i = 0; i < prepared.results().size(); i++) {
            ImportedPrediction sent = prepared.item().predictions().get(i);
            predictions.add(
                    new NewPrediction(ids.nextLong(), prepared.results().get(i), sent.score(), sent.modelVersion()));
        }
        return predictions;
    }

    private ImportedAnnotationRecord record(ImportedAnnotation annotation, int index, long taskId, long author,
            String contentSha256) {
        Instant created = Objects.requireNonNullElse(annotation.createdAt(), run.now());
        return new ImportedAnnotationRecord(taskId, run.project().projectId(), index, author, annotation.result(),
                annotation.wasCancelled(), annotation.groundTruth(), annotation.leadTime(), run.now(), created,
                Objects.requireNonNullElse(annotation.updatedAt(), created), annotation.uniqueId(),
                annotation.importId(), annotation.skipReason(), run.project().specSha256(), contentSha256);
    }
}
