package org.prefstream.annotation.lease;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.verdict.ShownOrder;

/**
 * One annotator's claim on one task, with an expiry and a fencing token. It ends by its time, by being handed back, or with
 * an annotation; one that has ended without an annotation can still get one. Changed only under the task's row lock.
 */
@Entity
@Table(name = "lease")
public class Lease {

    /** How a lease stands. */
    enum State {
        LIVE,
        SUBMITTED,
        EXPIRED,
        RETURNED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    private Long id;

    @Column
    private long projectId;

    @Column
    private long taskId;

    @Column
    private long annotator;

    @Column
    private long token;

    @Column
    @Enumerated(EnumType.STRING)
    private State state;

    @Column
    private Instant claimedAt;

    @Column
    private Instant expiresAt;

    @Column
    private String shownSha256;

    @Column
    private String shownOrder;

    @Column
    @Nullable
    private Long annotationId;

    protected Lease() {
        // for Hibernate
    }

    /**
     * Claims a task for an annotator.
     *
     * @param token higher than that of any claim before
     * @param shownSha256 what is shown
     * @param shownOrder which candidate is shown in which slot
     */
    Lease(long projectId, long taskId, long annotator, long token, String shownSha256, ShownOrder shownOrder,
            Instant now, Duration length) {
        this.projectId = projectId;
        this.taskId = taskId;
        this.annotator = annotator;
        this.token = token;
        this.state = State.LIVE;
        this.shownSha256 = shownSha256;
        this.shownOrder = shownOrder.json();
        this.claimedAt = now;
        this.expiresAt = now.plus(length);
    }

    /** {@return whether the task is still this annotator's} */
    public boolean isLive(Instant now) {
        return state == State.LIVE && now.isBefore(expiresAt);
    }

    /** {@return whether it ended with an annotation} */
    public boolean isSubmitted() {
        return state == State.SUBMITTED;
    }

    /** Refuses whoever shows the token of another claim. */
    void require(long annotator, long token) {
        if (this.annotator != annotator || this.token != token) {
            throw new LeaseLost();
        }
    }

    /** Moves the expiry of a live claim. {@return the new expiry} */
    Instant extend(Instant now, Duration length) {
        if (!isLive(now)) {
            throw new LeaseLost();
        }
        expiresAt = now.plus(length);
        return expiresAt;
    }

    /** Gives the task back to the queue. {@return whether that ended the claim; one that had ended stays as it is} */
    boolean handBack() {
        return end(State.RETURNED);
    }

    /** Ends a claim whose time is over. {@return whether that ended the claim; one that had ended stays as it is} */
    public boolean expire() {
        return end(State.EXPIRED);
    }

    private boolean end(State as) {
        if (state != State.LIVE) {
            return false;
        }
        state = as;
        return true;
    }

    /** Ends the claim with the annotation that came of it; a claim gives one annotation at most. */
    public void submit(long annotationId) {
        if (isSubmitted()) {
            throw new IllegalStateException(
                    "the lease on task %d has ended with annotation %d already".formatted(taskId, annotationId()));
        }
        state = State.SUBMITTED;
        this.annotationId = annotationId;
    }

    public long id() {
        return Objects.requireNonNull(id);
    }

    public long projectId() {
        return projectId;
    }

    public long taskId() {
        return taskId;
    }

    /** {@return what the annotator must show to change the claim} */
    long token() {
        return token;
    }

    /** {@return when the claim ends unless it is extended} */
    Instant expiresAt() {
        return expiresAt;
    }

    /** {@return the annotation that it ended with; only where {@link #isSubmitted()}} */
    public long annotationId() {
        return Objects.requireNonNull(annotationId);
    }

    /** {@return what was shown, by its SHA-256} */
    public String shownSha256() {
        return shownSha256;
    }

    /** {@return which candidate stands in which slot} */
    public ShownOrder shownOrder() {
        return ShownOrder.parse(shownOrder);
    }
}
