package org.prefstream.annotation.submission;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.copies.LockedTask;
import org.prefstream.annotation.draft.Drafts;
import org.prefstream.annotation.lease.Lease;
import org.prefstream.annotation.lease.LeaseTable.Claimant;
import org.prefstream.annotation.lease.LeaseTable.Held;
import org.prefstream.annotation.submission.AnnotationTable.SentId;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.messaging.NewIdentity;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.JsonRefused;
import org.prefstream.labelstudio.json.StrictJson;

/**
 * An annotation as a Label Studio client sends it.
 *
 * @param person the caller
 * @param completedBy whose judgement it is: the caller's, unless a manager names another author
 * @param result Label Studio's list of regions, not checked yet
 * @param leadTime seconds from showing to submitting; null where none was sent
 * @param skipReason why the task was skipped; null where none was sent
 * @param uniqueId the sender's own id; null where none was sent
 * @param draftId the draft that it was before; null where there was none
 */
record Submission(
        long taskId,
        Person person,
        long completedBy,
        Object result,
        boolean skipped,
        boolean groundTruth,
        @Nullable BigDecimal leadTime,
        @Nullable String skipReason,
        @Nullable UUID uniqueId,
        @Nullable Long parentPrediction,
        @Nullable Long parentAnnotation,
        @Nullable Long draftId) implements Judgement {

    static Submission of(long taskId, Person caller, Fields fields, boolean skippedByQuery) {
        long author = fields.whole("completed_by").orElse(caller.id());
        requireMayName(author, caller);
        boolean skipped = fields.flag("was_cancelled").orElse(skippedByQuery);
        return new Submission(taskId, caller, author, result(fields, skipped), skipped,
                fields.flag("ground_truth").orElse(false), fields.notNegative("lead_time").orElse(null),
                SubmittedResult.skipReason(fields, skipped), fields.uuid("unique_id").orElse(null),
                fields.whole("parent_prediction").orElse(null), fields.whole("parent_annotation").orElse(null),
                draftId(fields));
    }

    private static void requireMayName(long author, Person person) {
        if (author != person.id() && !person.manages()) {
            throw ProblemException.invalid("completed_by", "Only owners and managers may name another author.");
        }
    }

    @Override
    public Optional<Long> task() {
        return Optional.of(taskId);
    }

    @Override
    public Optional<Claimant> claimant() {
        return Optional.of(new Claimant(taskId, completedBy));
    }

    /** {@return the draft that was sent; Label Studio's front end says 0 where there is none} */
    static @Nullable Long draftId(Fields fields) {
        return fields.whole("draft_id").filter(id -> id > 0).orElse(null);
    }

    @Override
    public Optional<Drafts.Ended> endedDraft(Annotation annotation) {
        return Optional.ofNullable(draftId).map(id -> new Drafts.Ended(taskId, person.id(), id));
    }

    @Override
    public Optional<SentId> sentId() {
        return Optional.ofNullable(uniqueId).map(sent -> new SentId(taskId, sent));
    }

    /** Refuses with {@link NotKnownHere} what must be looked for elsewhere: a task that no topic has brought, or a membership. */
    @Override
    public Decision decide(Facts facts, NewIdentity identity, Instant now) {
        Person present = facts.present(this);
        LockedTask task = facts.task(taskId)
                .filter(found -> present.sees(found.projectId()))
                .orElseThrow(NotKnownHere::new);
        requireMayName(completedBy, present);
        Optional<Annotation> known = Optional.ofNullable(uniqueId)
                .flatMap(sent -> facts.byUniqueId(task.projectId(), sent));
        return known.isPresent() ? Decision.known(ofThisTask(known.get())) : first(task, facts, identity, now);
    }

    private Annotation ofThisTask(Annotation known) {
        if (known.taskId() != taskId) {
            throw ProblemException.invalid("unique_id",
                    "An annotation of task %d has this unique_id already; each annotation needs its own."
                            .formatted(known.taskId()));
        }
        return known;
    }

    /** What the author's lease has shown is judged. Without a lease it is what the task shows now. */
    private Decision first(LockedTask task, Facts facts, NewIdentity identity, Instant now) {
        TaskRecord content = task.read();
        ProjectRecord project = facts.project(task);
        Held held = facts.live().get(new Claimant(taskId, completedBy));
        Lease lease = held == null ? null : held.lease();
        Shown shown = lease == null
                ? Shown.of(project.comparisonSpec(), content.data())
                : facts.shown(lease.shownSha256());
        SubmittedResult submitted = SubmittedResult.checked(shown, project, result, skipped, groundTruth, leadTime,
                skipReason);
        ShownOrder order = lease == null ? ShownOrder.asInData(shown) : lease.shownOrder();
        int guidelines = lease == null ? project.guidelines() : lease.guidelinesVersion();
        String config = lease == null ? project.labelConfigSha256() : lease.labelConfigSha256();
        Annotation annotation = new Annotation(identity, Origin.of(this, task, order, guidelines, config), shown,
                submitted, person.id(), now);
        return Decision.added(annotation, shown, content.split(), lease);
    }

    @Override
    public Answer answer(Annotation annotation, String author, Instant now) {
        return Answer.json(201, annotation.view(author, now));
    }

    /** {@return the list that was sent, or that a JSON text held; an empty one for a skip without any} */
    static Object result(Fields fields, boolean skipped) {
        Object result = fields.get("result");
        if (result instanceof String text) {
            try {
                result = StrictJson.read(text);
            } catch (JsonRefused e) {
                throw notAList();
            }
        }
        if (result == null && skipped) {
            return List.of();
        }
        if (result == null) {
            throw ProblemException.invalid("result",
                    "This field is required. Send a list, which may be empty where the project allows it.");
        }
        if (!(result instanceof List<?>)) {
            throw notAList();
        }
        return result;
    }

    private static ProblemException notAList() {
        return ProblemException.invalid("result", "annotation \"result\" field in annotation must be list");
    }
}
