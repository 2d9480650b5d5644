package org.prefstream.annotation.submission;

import java.time.Instant;
import java.util.Optional;

import org.prefstream.annotation.copies.LockedTask;
import org.prefstream.annotation.draft.Drafts;
import org.prefstream.annotation.lease.Lease;
import org.prefstream.annotation.lease.LeaseLost;
import org.prefstream.annotation.lease.LeaseTable.Held;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.messaging.NewIdentity;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.labelstudio.error.ProblemException;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The page's verdict, or skip, which ends a lease. A second verdict on the same lease edits the annotation that came of the
 * first. A verdict that comes after the lease's end is taken if the task still has a free slot.
 */
record LeaseVerdict(long leaseId, Person person, PageVerdict verdict) implements Judgement {

    /** The part of the answer that a repeated request gets again. */
    record Stored(
            @JsonProperty("annotation_id") long annotationId,
            @JsonProperty("revision") long revision,
            @JsonProperty("project_id") long projectId) {
    }

    @Override
    public Optional<Long> lease() {
        return Optional.of(leaseId);
    }

    @Override
    public Optional<Drafts.Ended> endedDraft(Annotation annotation) {
        return verdict.hadDraft()
                ? Optional.of(new Drafts.Ended(annotation.taskId(), person.id(), null))
                : Optional.empty();
    }

    @Override
    public Decision decide(Facts facts, NewIdentity identity, Instant now) {
        Held held = facts.leases().get(leaseId);
        if (held == null) {
            throw ProblemException.notFound("No Lease matches the given query.");
        }
        Lease lease = held.lease();
        LockedTask task = facts.requireTask(lease.taskId());
        lease.require(person.id(), verdict.token());
        lease.requireSeenBy(facts.present(this));
        if (lease.isSubmitted()) {
            return edit(lease, facts, identity, now);
        }
        requireFree(held, task, now);
        return first(lease, task, facts, identity, now);
    }

    private Decision edit(Lease lease, Facts facts, NewIdentity identity, Instant now) {
        Annotation annotation = facts.annotations().get(lease.annotationId());
        if (annotation == null) {
            throw new LeaseLost();
        }
        return new AnnotationEdit(annotation.id(), facts.present(this),
                (present, shown, project) -> verdict.change(present.submitted(), shown, lease.shownOrder(), project))
                .decide(annotation, facts, identity, now);
    }

    private Decision first(Lease lease, LockedTask task, Facts facts, NewIdentity identity, Instant now) {
        Shown shown = facts.shown(lease.shownSha256());
        ProjectRecord project = facts.project(task);
        SubmittedResult submitted = verdict.result(shown, lease.shownOrder(), project);
        Origin origin = Origin.of(task, person.id(), lease.shownOrder(), verdict.guidelinesVersion(lease, project),
                lease.labelConfigSha256());
        Annotation annotation = new Annotation(identity, origin, shown, submitted, person.id(), now);
        return Decision.added(annotation, shown, task.read().split(), lease);
    }

    /** A live lease holds its slot. A lease that has ended needs a free one, and one that nobody has ended yet frees its own. */
    private static void requireFree(Held held, LockedTask task, Instant now) {
        if (held.lease().isLive(now)) {
            return;
        }
        int own = held.lease().expire() && !held.counted() ? 1 : 0;
        if (task.freeSlots() + own <= 0) {
            throw new LeaseLost();
        }
    }

    @Override
    public Answer answer(Annotation annotation, String author, Instant now) {
        return Answer.json(200, new Stored(annotation.id(), annotation.revision(), annotation.projectId()));
    }
}
