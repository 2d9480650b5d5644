package org.prefstream.task.task;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.prefstream.contract.TaskRecord;
import org.prefstream.labelstudio.view.CreatedAgo;
import org.prefstream.labelstudio.view.PredictionView;
import org.prefstream.task.task.NewTask.NewPrediction;

import com.fasterxml.jackson.databind.util.RawValue;

/** What a model would answer to a task. It belongs to its task, which is published with it. Written by {@link TaskBatch} and {@link WritePredictions} alone. */
@Entity
@Immutable
@Table(name = "prediction")
class Prediction {

    @Id
    @Column
    private long id;

    @Column
    private long taskId;

    @Column
    private String result;

    @Column
    @Nullable
    private BigDecimal score;

    @Column
    private String modelVersion;

    @Column
    private Instant createdAt;

    @Column
    @Nullable
    private Instant updatedAt;

    protected Prediction() {
        // for Hibernate
    }

    Prediction(NewPrediction sent, long taskId, Instant now) {
        this.id = sent.id();
        this.taskId = taskId;
        this.result = sent.result();
        this.score = sent.score();
        this.modelVersion = sent.modelVersion();
        this.createdAt = now;
    }

    /** {@return what the task's record says of it} */
    TaskRecord.Prediction summary() {
        return new TaskRecord.Prediction(id, modelVersion, score);
    }

    PredictionView view(long projectId) {
        return shown(projectId, null);
    }

    /** {@return the prediction with its age} */
    PredictionView view(long projectId, Instant now) {
        return shown(projectId, CreatedAgo.of(createdAt, now));
    }

    private PredictionView shown(long projectId, @Nullable String age) {
        return new PredictionView(id, new RawValue(result), modelVersion, age, score, createdAt,
                updatedAt == null ? createdAt : updatedAt, taskId, projectId);
    }

    /** {@return the same prediction with other content} */
    Prediction changed(PredictionContent content, Instant now) {
        Prediction changed = new Prediction(
                new NewPrediction(id, content.result(), content.score(), content.modelVersion()), taskId, createdAt);
        changed.updatedAt = now;
        return changed;
    }

    /** {@return what it says} */
    PredictionContent content() {
        return new PredictionContent(result, score, modelVersion);
    }

    long id() {
        return id;
    }

    Instant createdAt() {
        return createdAt;
    }

    long taskId() {
        return taskId;
    }

    String result() {
        return result;
    }

    @Nullable
    String scoreText() {
        return score == null ? null : score.toString();
    }

    String modelVersion() {
        return modelVersion;
    }
}
