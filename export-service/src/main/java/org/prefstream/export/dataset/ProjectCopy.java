package org.prefstream.export.dataset;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A project as its topic last told; {@link ProjectProjection} alone writes it. */
@Entity
@Immutable
@Table(name = "project_copy")
class ProjectCopy {

    @Id
    long projectId;

    /** The record's JSON; null where the project was deleted. */
    @Nullable
    String record;
}
