package org.prefstream.task.project;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A version of the guidelines of a project, which never changes: the text as it was saved, by whom and when. */
@Entity
@Immutable
@Table(name = "guidelines_version")
class Guidelines {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column
    private long projectId;

    @Column
    private int version;

    @Column
    private String text;

    @Column
    private @Nullable Long createdBy;

    @Column
    private Instant createdAt;

    protected Guidelines() {
        // for Hibernate
    }

    /** @param version its number in the project, from 1 */
    Guidelines(long projectId, int version, String text, long createdBy, Instant createdAt) {
        this.projectId = projectId;
        this.version = version;
        this.text = text;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /** {@return the id; only once it is stored} */
    long id() {
        return Objects.requireNonNull(id);
    }

    long projectId() {
        return projectId;
    }

    /** {@return its number in the project, from 1} */
    int version() {
        return version;
    }

    /** {@return the Markdown; empty where the guidelines were taken away} */
    String text() {
        return text;
    }

    /** {@return who saved it; null where that was before versions were kept} */
    @Nullable
    Long createdBy() {
        return createdBy;
    }

    /** {@return when it was saved; where that was before versions were kept, when its project was made} */
    Instant createdAt() {
        return createdAt;
    }
}
