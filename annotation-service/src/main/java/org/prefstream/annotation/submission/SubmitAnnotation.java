package org.prefstream.annotation.submission;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.prefstream.annotation.copies.Slots;
import org.prefstream.annotation.copies.TaskCopy;
import org.prefstream.annotation.copies.Tasks;
import org.prefstream.annotation.lease.Lease;
import org.prefstream.annotation.lease.Leases;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownContents;
import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.labelstudio.error.ProblemException;

import io.smallrye.mutiny.Uni;

/**
 * Stores a judgement: annotation, lease, slots and dataset rows change together or not at all. It runs in the transaction of
 * the caller.
 */
@ApplicationScoped
class SubmitAnnotation {

    private final Tasks tasks;
    private final Annotations annotations;
    private final Leases leases;
    private final ShownContents shownContents;
    private final Slots slots;
    private final Clock clock;

    SubmitAnnotation(Tasks tasks, Annotations annotations, Leases leases, ShownContents shownContents, Slots slots,
            Clock clock) {
        this.tasks = tasks;
        this.annotations = annotations;
        this.leases = leases;
        this.shownContents = shownContents;
        this.slots = slots;
        this.clock = clock;
    }

    /**
     * {@return the annotation that the submission made, or the one that already has its unique_id}
     *
     * @param project the task's project, which the caller may see
     */
    Uni<Annotation> submit(Submission submission, ProjectRecord project) {
        return tasks.lock(submission.taskId())
                .chain(task -> known(task, submission).chain(known -> known.isPresent()
                        ? Uni.createFrom().item(sameTask(known.get(), submission))
                        : first(task, project, submission)));
    }

    private Uni<Optional<Annotation>> known(TaskCopy task, Submission submission) {
        UUID uniqueId = submission.uniqueId();
        return uniqueId == null
                ? Uni.createFrom().item(Optional.<Annotation>empty())
                : annotations.byUniqueId(task.projectId(), uniqueId);
    }

    private static Annotation sameTask(Annotation known, Submission submission) {
        if (known.taskId() != submission.taskId()) {
            throw ProblemException.invalid("unique_id",
                    "An annotation of task %d has this unique_id already; each annotation needs its own."
                            .formatted(known.taskId()));
        }
        return known;
    }

    private Uni<Annotation> first(TaskCopy task, ProjectRecord project, Submission submission) {
        return leases.live(task.taskId(), submission.completedBy())
                .chain(lease -> shown(task, project, lease)
                        .chain(shown -> store(task, project, submission, shown, lease)));
    }

    /** {@return what the lease showed; without a lease, what the task shows now} */
    private Uni<Shown> shown(TaskCopy task, ProjectRecord project, Optional<Lease> lease) {
        if (lease.isPresent()) {
            return shownContents.require(lease.get().shownSha256());
        }
        Shown shown = Shown.of(project.comparisonSpec(), task.read().data());
        return shownContents.keep(shown).replaceWith(shown);
    }

    private Uni<Annotation> store(TaskCopy task, ProjectRecord project, Submission submission, Shown shown,
            Optional<Lease> lease) {
        SubmittedResult submitted = SubmittedResult.checked(shown, project, submission.result(), submission.skipped(),
                submission.groundTruth(), submission.leadTime());
        ShownOrder order = lease.map(Lease::shownOrder).orElseGet(() -> ShownOrder.asInData(shown));
        return store(task, Origin.of(submission, task, order), shown, submitted, submission.caller(), lease);
    }

    /** Stores the result for a lease that the caller has checked under the task's row lock. */
    Uni<Annotation> submit(TaskCopy task, Lease lease, Shown shown, SubmittedResult submitted, long annotator) {
        Origin origin = Origin.of(task, annotator, lease.shownOrder());
        return store(task, origin, shown, submitted, annotator, Optional.of(lease));
    }

    private Uni<Annotation> store(TaskCopy task, Origin origin, Shown shown, SubmittedResult submitted, long by,
            Optional<Lease> lease) {
        return annotations.newIdentity()
                .map(identity -> new Annotation(identity, origin, shown, submitted, by, clock.instant()))
                .invoke(annotation -> lease.ifPresent(held -> held.submit(annotation.id())))
                .call(annotation -> add(annotation, shown, task))
                .call(() -> slots.recount(task.taskId()));
    }

    private Uni<Void> add(Annotation annotation, Shown shown, TaskCopy task) {
        return annotations.add(annotation, shown, task.read().split())
                .onFailure(SubmitAnnotation::isDoubled)
                .transform(taken -> uniqueIdIsTaken());
    }

    private static boolean isDoubled(Throwable failure) {
        return failure instanceof ConstraintViolationException violated && violated.getKind() == ConstraintKind.UNIQUE;
    }

    /** Two tasks have different row locks, so two submissions with one unique_id can race; the database lets one of them in. */
    private static ProblemException uniqueIdIsTaken() {
        return ProblemException.invalid("unique_id",
                "Another annotation of this project has this unique_id already; each annotation needs its own.");
    }
}
