package org.prefstream.task.view;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/** What of a project's tasks somebody looks at, saved under a title. It belongs to the project, and goes with it. */
@Entity
@Table(name = "task_view")
class SavedView {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column
    private long projectId;

    @Column
    private int place;

    @Column
    private String data;

    @Column
    private long createdBy;

    @Column
    private Instant createdAt;

    protected SavedView() {
        // for Hibernate
    }

    SavedView(long projectId, int place, ViewData data, long createdBy, Instant now) {
        this.projectId = projectId;
        this.place = place;
        this.data = data.json();
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    /** {@return the id; only once it is stored} */
    long id() {
        return Objects.requireNonNull(id);
    }

    long projectId() {
        return projectId;
    }

    /** {@return where it stands among the views of its project, lowest first} */
    int place() {
        return place;
    }

    /** {@return what it selects and how it is shown} */
    ViewData data() {
        return ViewData.stored(data);
    }

    long createdBy() {
        return createdBy;
    }

    /** Takes what was checked for this view's project. */
    void show(ViewData changed) {
        data = changed.json();
    }

    /** Moves it among the views of its project. */
    void moveTo(int newPlace) {
        place = newPlace;
    }
}
