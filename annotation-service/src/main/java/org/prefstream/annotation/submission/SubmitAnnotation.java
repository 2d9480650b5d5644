package org.prefstream.annotation.submission;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
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
 * Stores a judgement: annotation, lease, slots and dataset records change together or not at all. Runs in the transaction of
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
     * {@return the annotation; the one that there is already, if its unique_id was sent before}
     *
     * @param project the task's, which the caller may see
     */
    Uni<Annotation> submit(Submission submission, ProjectRecord project) {
        return tasks.lock(submission.taskId())
                .chain(task -> known(task, submission).chain(known -> known.isPresent()
                        ? Uni.createFrom().item(sameTask(known.get(), submission))
                        : leases.live(task.taskId(), submission.completedBy())
                                .chain(lease -> store(task, project, submission, lease))));
    }

    private Uni<Optional<Annotation>> known(TaskCopy task, Submission submission) {
        UUID uniqueId = submission.uniqueId();
        return uniqueId == null
                ? Uni.createFrom().item(Optional.<Annotation>empty())
                : annotations.byUniqueId(task.projectId(), uniqueId);
    }

    private static Annotation sameTask(Annotation known, Submission submission) {
        if (known.taskId != submission.taskId()) {
            throw ProblemException.invalid("unique_id",
                    "An annotation of task %d has this unique_id already; each annotation needs its own."
                            .formatted(known.taskId));
        }
        return known;
    }

    private static boolean isDoubled(Throwable failure) {
        return failure instanceof ConstraintViolationException violated && violated.getKind() == ConstraintKind.UNIQUE;
    }

    /** Two tasks do not wait for one row lock; of two submits with one unique_id the database lets one in. */
    private static ProblemException uniqueIdIsTaken() {
        return ProblemException.invalid("unique_id",
                "Another annotation of this project has this unique_id already; each annotation needs its own.");
    }

    private Uni<Annotation> store(TaskCopy task, ProjectRecord project, Submission submission, Optional<Lease> lease) {
        UUID uniqueId = Objects.requireNonNullElseGet(submission.uniqueId(), UUID::randomUUID);
        return shown(task, project, lease).chain(shown -> {
            SubmittedResult answer = SubmittedResult.to(shown, project, submission.result(), submission.skipped(),
                    submission.groundTruth(), submission.leadTime());
            Annotation annotation = unanswered(task, submission.completedBy(), uniqueId, shown, lease);
            annotation.parentPrediction = submission.parentPrediction();
            annotation.parentAnnotation = submission.parentAnnotation();
            return store(task, annotation, shown, answer, answer.countsIn(project), submission.caller(), lease);
        });
    }

    private Annotation unanswered(TaskCopy task, long author, UUID uniqueId, Shown shown, Optional<Lease> lease) {
        return new Annotation(task.taskId(), task.projectId(), author, uniqueId, shown,
                lease.map(Lease::shownOrder).orElseGet(() -> inDataOrder(shown)), clock.instant());
    }

    /** Stores the answer to a lease that was checked, under the task's row lock. */
    Uni<Annotation> submit(TaskCopy task, ProjectRecord project, Lease lease, Shown shown, SubmittedResult answer,
            long annotator) {
        Annotation annotation = unanswered(task, annotator, UUID.randomUUID(), shown, Optional.of(lease));
        return store(task, annotation, shown, answer, answer.countsIn(project), annotator, Optional.of(lease));
    }

    private Uni<Annotation> store(TaskCopy task, Annotation annotation, Shown shown, SubmittedResult answer,
            boolean counts, long by, Optional<Lease> lease) {
        return annotations.birth()
                .invoke(birth -> annotation.begin(birth, shown, answer, counts, by, clock.instant()))
                .invoke(birth -> lease.ifPresent(held -> held.submitted(birth.id())))
                .chain(() -> annotations.add(annotation, shown, task.read().split())
                        .onFailure(SubmitAnnotation::isDoubled)
                        .transform(taken -> uniqueIdIsTaken()))
                .chain(() -> slots.recount(task.taskId()))
                .replaceWith(annotation);
    }

    /** What the lease showed; without one, what the task shows now. */
    private Uni<Shown> shown(TaskCopy task, ProjectRecord project, Optional<Lease> lease) {
        if (lease.isPresent()) {
            return shownContents.require(lease.get().shownSha256());
        }
        Shown shown = Shown.of(project.comparisonSpec(), task.read().data());
        return shownContents.keep(shown).replaceWith(shown);
    }

    private static List<Integer> inDataOrder(Shown shown) {
        int candidates = shown.candidates();
        return ShownOrder.asInData(candidates).candidates();
    }
}
