package org.prefstream.task.task;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.view.AnnotationOfTask;
import org.prefstream.labelstudio.view.ListedAnnotationView;

import com.fasterxml.jackson.databind.util.RawValue;

/** An annotation as lists show it, from this service's copy. Written by {@link AnnotationProjection} alone. */
@Entity
@Immutable
@Table(name = "annotation_summary")
class Summary {

    @Id
    @Column
    private long annotationId;

    @Column
    private boolean deleted;

    @Column
    private long taskId;

    @Column
    private long projectId;

    @Column
    private long completedBy;

    @Column
    private long updatedBy;

    @Column
    private boolean wasCancelled;

    @Column
    private boolean groundTruth;

    @Column
    @Nullable
    private BigDecimal leadTime;

    @Column
    private Instant createdAt;

    @Column
    private Instant updatedAt;

    @Column
    @Nullable
    private Long importId;

    @Column
    @Nullable
    private String result;

    @Column
    @Nullable
    private String skipReason;

    @Column
    private int guidelinesVersion;

    protected Summary() {
        // for Hibernate
    }

    long taskId() {
        return taskId;
    }

    /** {@return whether that person may see it: annotators see only their own} */
    boolean isVisibleTo(Person person) {
        return person.manages() || completedBy == person.id();
    }

    /** {@return the annotation as it stands beside its task in lists, where authors are ids} */
    AnnotationOfTask ofTask() {
        return new AnnotationOfTask(annotationId, completedBy, leadTime,
                new ListedAnnotationView(annotationId, result == null ? null : new RawValue(result), completedBy,
                        wasCancelled, groundTruth, createdAt, updatedAt, leadTime, importId, taskId, projectId,
                        updatedBy, skipReason, guidelinesVersion));
    }
}
