package org.prefstream.annotation.lease;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;

/**
 * One annotator's claim on one task, with an expiry and a fencing token. It ends in exactly one way: submitted, expired or
 * returned. Changed only under the task's row lock.
 */
@Entity
@Table(name = "lease")
public class Lease {

    /** How a lease stands. */
    enum State {
        LIVE, SUBMITTED, EXPIRED, RETURNED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    long projectId;

    long taskId;

    long annotator;

    long token;

    @Enumerated(EnumType.STRING)
    State state = State.LIVE;

    Instant claimedAt = Instant.EPOCH;

    Instant expiresAt = Instant.EPOCH;

    String shownSha256 = "";

    String shownOrder = "[]";

    @Nullable
    Long annotationId;

    protected Lease() {
        // for Hibernate
    }

    Lease(long projectId, long taskId, long annotator, long token, String shownSha256, List<Integer> shownOrder,
            Instant now, Duration length) {
        this.projectId = projectId;
        this.taskId = taskId;
        this.annotator = annotator;
        this.token = token;
        this.shownSha256 = shownSha256;
        this.shownOrder = Json.write(shownOrder);
        this.claimedAt = now;
        this.expiresAt = now.plus(length);
    }

    /** {@return whether the task is still this annotator's} */
    public boolean isLive(Instant now) {
        return state == State.LIVE && now.isBefore(expiresAt);
    }

    /** {@return whether the verdict was given} */
    public boolean isSubmitted() {
        return state == State.SUBMITTED;
    }

    /** Refuses who shows the token of another claim. */
    void require(long annotator, long token) {
        if (this.annotator != annotator || this.token != token) {
            throw new LeaseLost(id());
        }
    }

    /** Prolongs the claim. {@return its new end} */
    Instant beat(Instant now, Duration length) {
        if (!isLive(now)) {
            throw new LeaseLost(id());
        }
        expiresAt = now.plus(length);
        return expiresAt;
    }

    /** Hands the task back; a claim that has ended already stays as it ended. */
    void handBack() {
        if (state == State.LIVE) {
            state = State.RETURNED;
        }
    }

    /** Ends a claim that was not prolonged; one that has ended already stays as it ended. */
    public void expire() {
        if (state == State.LIVE) {
            state = State.EXPIRED;
        }
    }

    /** Ends the claim with the annotation that came of it. */
    public void submitted(long annotationId) {
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

    /** {@return the annotation that it ended with; only where {@link #isSubmitted()}} */
    public long annotationId() {
        return Objects.requireNonNull(annotationId);
    }

    /** {@return what was shown, by its SHA-256} */
    public String shownSha256() {
        return shownSha256;
    }

    /** {@return which candidate stands in which slot} */
    public List<Integer> shownOrder() {
        return Json.readList(shownOrder).stream().map(Integer.class::cast).toList();
    }
}
