package org.prefstream.task.task;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.view.AnsweredTask;

/** What is counted of a task's annotations. Written by {@link AnnotationProjection} alone; a task without annotations may have none. */
@Entity
@Immutable
@Table(name = "task_count")
class TaskCounts {

    @Id
    @Column
    private long taskId;

    @Column
    private long projectId;

    @Column
    private int totalAnnotations;

    @Column
    private int cancelledAnnotations;

    @Column(name = "is_labeled")
    private boolean labeled;

    @Column
    @Nullable
    private Instant completedAt;

    @Column
    @Nullable
    private String outcome;

    @Column
    @Nullable
    private Integer chosen;

    @Column
    @Nullable
    private BigDecimal strength;

    @Column
    @Nullable
    private BigDecimal agreement;

    protected TaskCounts() {
        // for Hibernate
    }

    /** {@return how many annotations there are that were not skipped} */
    int annotations() {
        return totalAnnotations;
    }

    int skipped() {
        return cancelledAnnotations;
    }

    /** {@return whether as many people have judged the task as its overlap asks for} */
    boolean labeled() {
        return labeled;
    }

    /** {@return when the last annotation was made that was not skipped} */
    @Nullable
    Instant completedAt() {
        return completedAt;
    }

    /** {@return what the answers to the task say together; null where nobody answered} */
    @Nullable
    AnsweredTask answered() {
        return outcome == null ? null : new AnsweredTask(outcome, chosen, rounded(strength), rounded(agreement));
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal mean) {
        return mean == null ? null : mean.round(MathContext.DECIMAL32).stripTrailingZeros();
    }
}
