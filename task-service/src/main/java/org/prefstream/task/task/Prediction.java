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
import org.prefstream.labelstudio.view.PredictionView;
import org.prefstream.task.task.NewTask.NewPrediction;

import com.fasterxml.jackson.databind.util.RawValue;

/** What a model would answer to a task. It comes with its task and never changes. */
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
        return new PredictionView(id, new RawValue(result), modelVersion, score, createdAt, taskId, projectId);
    }

    long id() {
        return id;
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
