package org.prefstream.task.task;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.TaskRecord;

/** What a model would answer to a task. */
@Entity
@Table(name = "prediction")
class Prediction {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column
    long taskId;

    @Column
    String result;

    @Column
    @Nullable
    BigDecimal score;

    @Column
    String modelVersion;

    @Column
    Instant createdAt;

    protected Prediction() {
        // for Hibernate
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    TaskRecord.Prediction summary() {
        return new TaskRecord.Prediction(id(), modelVersion, score);
    }
}
