package org.prefstream.annotation.copies;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.labelstudio.json.Json;

/** A project as task-service last told of it. Written by {@link ProjectProjection} alone. */
@Entity
@Immutable
@Table(name = "project_copy")
class ProjectCopy {

    @Id
    long projectId;

    boolean deleted;

    @Nullable
    String record;

    ProjectRecord read() {
        if (record == null) {
            throw new IllegalStateException("a deleted project has no record: " + projectId);
        }
        return Json.read(record, ProjectRecord.class);
    }
}
