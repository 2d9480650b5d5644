package org.prefstream.annotation.copies;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.labelstudio.json.Json;

/** A project as task-service last published it. {@link ProjectProjection} alone writes it. */
@Entity
@Immutable
@Table(name = "project_copy")
class ProjectCopy {

    @Id
    private long projectId;

    @Column
    private boolean deleted;

    @Column
    @Nullable
    private String record;

    protected ProjectCopy() {
        // for Hibernate
    }

    long projectId() {
        return projectId;
    }

    boolean isDeleted() {
        return deleted;
    }

    /** {@return what task-service published; only for a project that is not deleted} */
    ProjectRecord read() {
        if (record == null) {
            throw new IllegalStateException("a deleted project has no record: " + projectId);
        }
        return Json.read(record, ProjectRecord.class);
    }
}
