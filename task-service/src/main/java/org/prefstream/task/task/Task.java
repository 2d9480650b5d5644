package org.prefstream.task.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.view.TaskState;

/**
 * One prompt with its candidates, to be judged. Data and meta are kept as compact JSON, keys in their order and numbers
 * exact. Changes raise the revision. A task is written by {@link TaskBatch} alone, and {@link TaskCounts} say what is counted of
 * its annotations.
 */
@Entity
@Immutable
@Table(name = "task")
class Task {

    @Id
    @Column
    private long id;

    @Column
    private long projectId;

    @Column
    private long innerId;

    @Column
    private long revision;

    @Column
    private String data;

    @Column
    private String meta;

    @Column
    private String contentSha256;

    @Column
    private int overlap;

    @Column
    private Instant createdAt;

    @Column
    private Instant updatedAt;

    @Column
    private long createdBy;

    @Column
    @Nullable
    private Long updatedBy;

    @Column
    private int importedAnnotations;

    @Column
    private int totalPredictions;

    @Column
    private boolean awaitsAnswers;

    protected Task() {
        // for Hibernate
    }

    Task(NewTask sent, long createdBy, Instant now) {
        this.id = sent.id();
        this.projectId = sent.projectId();
        this.innerId = sent.innerId();
        this.revision = sent.revision();
        this.data = sent.content().dataJson();
        this.meta = sent.content().metaJson();
        this.contentSha256 = sent.content().dataSha256();
        this.overlap = sent.overlap();
        this.createdAt = now;
        this.updatedAt = now;
        this.createdBy = createdBy;
        this.importedAnnotations = sent.annotations();
        this.totalPredictions = sent.predictions().size();
        this.awaitsAnswers = sent.awaitsAnswers();
    }

    /** Data that a task held before, and the hash that names it. */
    record FormerData(long taskId, String contentSha256, String json) {
    }

    /**
     * Takes other content.
     *
     * @param stillAwaits whether it misses answers then, as it did before
     * @return what is to be kept of it: the former data, where annotations came with it and it was changed
     * @throws IllegalArgumentException if the revision does not follow on the present one
     */
    Optional<FormerData> rewrite(TaskContent content, boolean stillAwaits, long next, long by, Instant now) {
        raise(next, by, now);
        FormerData former = new FormerData(id, contentSha256, data);
        boolean kept = importedAnnotations > 0 && !contentSha256.equals(content.dataSha256());
        data = content.dataJson();
        meta = content.metaJson();
        contentSha256 = content.dataSha256();
        awaitsAnswers = stillAwaits;
        return kept ? Optional.of(former) : Optional.empty();
    }

    /**
     * Takes another overlap, or another number of predictions and of annotations that came with it; the content stays.
     *
     * @throws IllegalArgumentException if the revision does not follow on the present one
     */
    void reshape(Shape shape, long next, long by, Instant now) {
        raise(next, by, now);
        overlap = shape.overlap();
        totalPredictions = shape.predictions();
        importedAnnotations = shape.importedAnnotations();
    }

    private void raise(long next, long by, Instant now) {
        if (next <= revision) {
            throw new IllegalArgumentException("task " + id + " is at revision " + revision + " already");
        }
        revision = next;
        updatedBy = by;
        updatedAt = now;
    }

    /** What of a task changes without its content. */
    record Shape(int overlap, int predictions, int importedAnnotations) {
    }

    Shape shape() {
        return new Shape(overlap, totalPredictions, importedAnnotations);
    }

    /** {@return what the topic carries; the content must be this task's} */
    TaskRecord record(TaskContent content, List<TaskRecord.Prediction> predictions) {
        return new TaskRecord(id, projectId, innerId, content.data(), content.meta(), createdAt, updatedAt, createdBy,
                updatedBy == null ? createdBy : updatedBy, overlap, contentSha256, TaskRecordJson.SPLIT, predictions);
    }

    /** {@return what publishes the task as it is; the content must be this task's} */
    OutboxEntry entry(TaskContent content, List<Prediction> predictions) {
        return OutboxEntry.put(record(content, predictions.stream().map(Prediction::summary).toList()), revision);
    }

    /** {@return the task for a view}, with its data as the reader may see it */
    TaskState state(TaskCounts counts, Object visibleData, Object visibleMeta) {
        return new TaskState(id, projectId, innerId, visibleData, visibleMeta, createdAt, updatedAt, updatedBy,
                counts.labeled(), overlap, counts.annotations(), counts.skipped(), totalPredictions,
                counts.completedAt());
    }

    TaskContent content() {
        return new TaskContent(data(), Json.readObject(meta), data, meta, contentSha256);
    }

    Map<String, Object> data() {
        return Json.readObject(data);
    }

    long id() {
        return id;
    }

    long projectId() {
        return projectId;
    }

    long createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    long innerId() {
        return innerId;
    }

    long revision() {
        return revision;
    }

    String dataJson() {
        return data;
    }

    String metaJson() {
        return meta;
    }

    String contentSha256() {
        return contentSha256;
    }

    int overlap() {
        return overlap;
    }

    int importedAnnotations() {
        return importedAnnotations;
    }

    int totalPredictions() {
        return totalPredictions;
    }

    /** {@return whether it misses answers, which a model is to give} Until it has them it is published to nobody. */
    boolean awaitsAnswers() {
        return awaitsAnswers;
    }
}
