package org.prefstream.annotation.draft;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.view.AnnotationView;
import org.prefstream.labelstudio.view.CreatedAgo;
import org.prefstream.labelstudio.view.DraftView;

/** What a person has answered so far about a task, without submitting it. Nobody else's work depends on it. */
@Entity
@Table(name = "draft")
class Draft {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    private Long id;

    @Column
    private long taskId;

    @Column
    private long projectId;

    @Column
    private long author;

    @Column
    @Nullable
    private Long annotationId;

    @Column
    private String result;

    @Column
    @Nullable
    private String shownSha256;

    @Column
    @Nullable
    private BigDecimal leadTime;

    @Column
    private boolean wasPostponed;

    @Column
    private Instant createdAt;

    @Column
    private Instant updatedAt;

    protected Draft() {
        // for Hibernate
    }

    /** @param annotationId the annotation that it would change; null for work on a new one */
    Draft(long taskId, long projectId, long author, @Nullable Long annotationId, Unfinished work, Instant now) {
        this.taskId = taskId;
        this.projectId = projectId;
        this.author = author;
        this.annotationId = annotationId;
        this.createdAt = now;
        take(work, now);
    }

    /** Takes later work instead of what was kept. */
    final void take(Unfinished work, Instant now) {
        result = Json.write(work.result());
        leadTime = work.leadTime();
        wasPostponed = work.postponed();
        updatedAt = now;
    }

    /** Refuses anybody but its author, as if it were not there. */
    void requireOf(Person person) {
        if (author != person.id() || !person.sees(projectId)) {
            throw ProblemException.notFound("No AnnotationDraft matches the given query.");
        }
    }

    /** {@return the work that is kept} */
    Unfinished work() {
        return new Unfinished(regions(), leadTime, wasPostponed);
    }

    private List<Object> regions() {
        return Json.readList(result);
    }

    /** Notes that it is the page's, and what the page showed. */
    Draft ofPage(String sha256) {
        shownSha256 = sha256;
        return this;
    }

    /** {@return what the page is told of it; only for one of the page} */
    Drafts.Begun begun() {
        return new Drafts.Begun(Objects.requireNonNull(shownSha256), regions());
    }

    /** {@return the draft as Label Studio's API shows it to its author} */
    DraftView view(Person person, Instant now) {
        String name = (person.firstName() + " " + person.lastName()).strip() + " " + person.email();
        return new DraftView(id(), person.email(), AnnotationView.username(name, author), CreatedAgo.of(createdAt, now),
                result, AnnotationView.seconds(leadTime), wasPostponed, null, createdAt, updatedAt, taskId,
                annotationId);
    }

    /** {@return the id; only once it is stored} */
    long id() {
        return Objects.requireNonNull(id);
    }

    long taskId() {
        return taskId;
    }
}
