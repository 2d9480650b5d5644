package org.prefstream.annotation.submission;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.submission.TaskStory.Said;
import org.prefstream.annotation.submission.TaskStory.State;

/** What an annotation said until somebody changed it or took it back. {@link AnnotationChanges} writes it. */
@Entity
@Immutable
@Table(name = "annotation_change")
class AnnotationChange {

    @Id
    private long id;

    @Column
    private long annotationId;

    @Column
    private long taskId;

    @Column
    @Enumerated(EnumType.STRING)
    private AnnotationChanges.Kind kind;

    @Column
    @Nullable
    private Long changedBy;

    @Column
    private Instant changedAt;

    @Column
    private long completedBy;

    @Column
    private Instant createdAt;

    @Column
    private long updatedBy;

    @Column
    private Instant updatedAt;

    @Column
    @Nullable
    private String result;

    @Column
    private boolean wasCancelled;

    @Column
    @Nullable
    private String skipReason;

    @Column
    @Nullable
    private BigDecimal leadTime;

    protected AnnotationChange() {
        // for Hibernate
    }

    /** {@return the change as a story tells it} */
    TaskStory.Change told() {
        return new TaskStory.Change(kind, changedBy, changedAt, new State(annotationId, completedBy, createdAt,
                updatedBy, updatedAt, Said.of(result, wasCancelled, skipReason, leadTime)));
    }
}
