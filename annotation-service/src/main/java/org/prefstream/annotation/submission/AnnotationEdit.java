package org.prefstream.annotation.submission;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.copies.LockedTask;
import org.prefstream.annotation.draft.Drafts;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.messaging.NewIdentity;
import org.prefstream.kit.messaging.Revisions;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.result.SkipReason;

/**
 * A change of an annotation; its dataset rows follow. What was shown stays what it was, even if the task or the configuration
 * has changed since.
 *
 * @param draftId the draft that it was before; null where there was none
 */
record AnnotationEdit(long annotationId, Person person, Change change, @Nullable Long draftId) implements Judgement {

    /** An edit that was no draft before. */
    AnnotationEdit(long annotationId, Person person, Change change) {
        this(annotationId, person, change, null);
    }

    /** Makes a new result from the present one, from what was shown, and from the project's settings. */
    @FunctionalInterface
    interface Change {

        SubmittedResult apply(Annotation present, Shown shown, ProjectRecord project);
    }

    /** {@return the change that a PATCH or PUT asks for: what it does not name stays as it is} */
    static Change patch(Fields fields) {
        return (annotation, shown, project) -> {
            SubmittedResult present = annotation.submitted();
            boolean skipped = fields.flag("was_cancelled").orElse(present.skipped());
            return SubmittedResult.checked(shown, project,
                    fields.has("result") ? Submission.result(fields, skipped) : present.result(), skipped,
                    fields.flag("ground_truth").orElse(present.groundTruth()),
                    fields.has("lead_time") ? fields.notNegative("lead_time").orElse(null) : present.leadTime(),
                    skipReason(fields, skipped, present));
        };
    }

    /** The reason goes with the skip. */
    private static @Nullable String skipReason(Fields fields, boolean skipped, SubmittedResult present) {
        if (fields.has(SkipReason.FIELD)) {
            return SubmittedResult.skipReason(fields, skipped);
        }
        return skipped ? present.skipReason() : null;
    }

    @Override
    public Optional<Long> annotation() {
        return Optional.of(annotationId);
    }

    @Override
    public Optional<Drafts.Ended> endedDraft(Annotation annotation) {
        return Optional.ofNullable(draftId).map(id -> new Drafts.Ended(annotation.taskId(), person.id(), id));
    }

    @Override
    public Decision decide(Facts facts, NewIdentity identity, Instant now) {
        Annotation annotation = facts.annotations().get(annotationId);
        if (annotation == null) {
            throw ProblemException.notFound("No Annotation matches the given query.");
        }
        return decide(annotation, facts, identity, now);
    }

    /** {@return the edit of an annotation; fails with a 403 or 404 if this person may not change it} */
    Decision decide(Annotation annotation, Facts facts, NewIdentity identity, Instant now) {
        annotation.requireMayChange(facts.present(this));
        LockedTask task = facts.requireTask(annotation.taskId());
        Shown shown = facts.shown(annotation.shownSha256());
        SubmittedResult submitted = change.apply(annotation, shown, facts.project(task));
        annotation.edit(shown, submitted, person.id(), Revisions.after(annotation.revision(), identity.revision()),
                now);
        return Decision.edited(annotation, shown, task.read().split());
    }

    @Override
    public Answer answer(Annotation annotation, String author, Instant now) {
        return Answer.json(200, annotation.view(author, now));
    }
}
