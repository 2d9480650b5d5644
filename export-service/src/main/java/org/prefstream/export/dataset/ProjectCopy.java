package org.prefstream.export.dataset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** Says whether a project exists, by the last record on its topic. Only {@link ProjectProjection} writes it. */
@Entity
@Immutable
@Table(name = "project_copy")
class ProjectCopy {

    @Id
    @Column
    private long projectId;

    @Column
    private boolean deleted;

    protected ProjectCopy() {
        // for Hibernate
    }

    boolean isDeleted() {
        return deleted;
    }
}
