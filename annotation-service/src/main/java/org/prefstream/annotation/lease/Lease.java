package org.prefstream.annotation.lease;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.annotation.verdict.ShownOrderColumn;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.database.SetStatement;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;

import io.vertx.sqlclient.Row;

/**
 * One annotator's claim on one task, with an expiry and a fencing token. A lease ends when its time is over, when it is handed
 * back, or with an annotation. A lease that ended without an annotation can still get one. It changes only under the task's
 * row lock.
 */
@Entity
@Table(name = "lease")
public class Lease {

    /** Whether a lease is live, or how it ended. */
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
    @Convert(converter = ShownOrderColumn.class)
    private ShownOrder shownOrder;

    @Column
    @Nullable
    private Long annotationId;

    @Column
    private boolean kept;

    @Column
    private int guidelinesVersion;

    @Column
    @Nullable
    private String labelConfigSha256;

    protected Lease() {
        // for Hibernate
    }

    /**
     * Claims a task for an annotator.
     *
     * @param id its own, as the table counts
     * @param token higher than that of any earlier claim
     * @param shownSha256 the name of what is shown
     * @param shownOrder which candidate is shown in which slot
     * @param length how long the lease lasts without a heartbeat
     * @param kept whether that is for a journey offline
     * @param project the project as it is: its guidelines and its labeling configuration count
     */
    Lease(long id, long projectId, long taskId, long annotator, long token, String shownSha256, ShownOrder shownOrder,
            Instant now, Duration length, boolean kept, ProjectRecord project) {
        this.id = id;
        this.projectId = projectId;
        this.taskId = taskId;
        this.annotator = annotator;
        this.token = token;
        this.state = State.LIVE;
        this.shownSha256 = shownSha256;
        this.shownOrder = shownOrder;
        this.claimedAt = now;
        this.expiresAt = now.plus(length);
        this.kept = kept;
        this.guidelinesVersion = project.guidelines();
        this.labelConfigSha256 = project.labelConfigSha256();
    }

    /** {@return the lease that a row with all columns of the table holds} */
    static Lease read(Row row) {
        Lease lease = new Lease();
        lease.id = row.getLong("id");
        lease.projectId = row.getLong("project_id");
        lease.taskId = row.getLong("task_id");
        lease.annotator = row.getLong("annotator");
        lease.token = row.getLong("token");
        lease.state = State.valueOf(row.getString("state"));
        lease.claimedAt = row.getOffsetDateTime("claimed_at").toInstant();
        lease.expiresAt = row.getOffsetDateTime("expires_at").toInstant();
        lease.shownSha256 = row.getString("shown_sha256");
        lease.shownOrder = ShownOrder.parse(row.getString("shown_order"));
        lease.kept = row.getBoolean("kept");
        lease.guidelinesVersion = row.getInteger("guidelines_version");
        lease.labelConfigSha256 = row.getString("label_config_sha256");
        lease.annotationId = row.getLong("annotation_id");
        return lease;
    }

    /** {@return the statement with the columns of new leases} */
    static SetStatement<Lease> columns(SetStatement<Lease> statement) {
        return statement.longs(Lease::id)
                .longs(Lease::projectId)
                .longs(Lease::taskId)
                .longs(Lease::annotator)
                .longs(Lease::token)
                .texts(lease -> lease.state.name())
                .texts(lease -> lease.claimedAt.toString())
                .texts(lease -> lease.expiresAt.toString())
                .texts(Lease::shownSha256)
                .texts(lease -> lease.shownOrder.json())
                .flags(lease -> lease.kept)
                .longs(lease -> (long) lease.guidelinesVersion)
                .texts(lease -> lease.labelConfigSha256);
    }

    /** {@return whether the task is still this annotator's: the lease has not ended, and its time is not over} */
    public boolean isLive(Instant now) {
        return state == State.LIVE && now.isBefore(expiresAt);
    }

    /** {@return whether the lease ended with an annotation} */
    public boolean isSubmitted() {
        return state == State.SUBMITTED;
    }

    /** Refuses anybody but the annotator who holds this lease and shows its token. */
    public void require(long annotator, long token) {
        if (this.annotator != annotator || this.token != token) {
            throw new LeaseLost();
        }
    }

    /** Refuses somebody who may not see the project any more, as if the lease were not there. */
    public void requireSeenBy(Person person) {
        if (!person.sees(projectId)) {
            throw ProblemException.notFound("No Lease matches the given query.");
        }
    }

    /** {@return whether it is kept for a journey offline} */
    boolean isKept() {
        return kept;
    }

    /**
     * Lets a live lease last that long from now on, unless it lasts longer already; refuses a lease that has ended. {@return its
     * expiry}
     */
    Instant extend(Instant now, Duration length) {
        if (!isLive(now)) {
            throw new LeaseLost();
        }
        Instant extended = now.plus(length);
        if (extended.isAfter(expiresAt)) {
            expiresAt = extended;
        }
        return expiresAt;
    }

    /** Gives the task back to the queue. {@return whether this ended the lease; one that had ended before stays as it is} */
    boolean handBack() {
        return end(State.RETURNED);
    }

    /** Ends a lease whose time is over. {@return whether this ended the lease; one that had ended before stays as it is} */
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

    /** Ends the lease with the annotation that came of it. A lease gives one annotation at most. */
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

    /** {@return who holds it} */
    public long annotator() {
        return annotator;
    }

    public long taskId() {
        return taskId;
    }

    /** {@return the fencing token that the annotator must show to change the lease} */
    long token() {
        return token;
    }

    /** {@return when the lease ends unless it is extended} */
    Instant expiresAt() {
        return expiresAt;
    }

    /** {@return the id of the annotation that the lease ended with; only where {@link #isSubmitted()}} */
    public long annotationId() {
        return Objects.requireNonNull(annotationId);
    }

    /** {@return the SHA-256 that names what was shown} */
    public String shownSha256() {
        return shownSha256;
    }

    /** {@return the version of the guidelines that was in force when the task was claimed} */
    public int guidelinesVersion() {
        return guidelinesVersion;
    }

    /** {@return SHA-256 of the labeling configuration under which the task was claimed; null where nobody knows} */
    public @Nullable String labelConfigSha256() {
        return labelConfigSha256;
    }

    /** {@return which candidate stands in which slot} */
    public ShownOrder shownOrder() {
        return shownOrder;
    }
}
