package org.prefstream.annotation.submission;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.annotation.copies.Projects;
import org.prefstream.annotation.copies.Slots;
import org.prefstream.annotation.copies.Tasks;
import org.prefstream.annotation.lease.Lease;
import org.prefstream.annotation.lease.LeaseLost;
import org.prefstream.annotation.lease.Leases;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownContents;
import org.prefstream.kit.security.Person;

import io.smallrye.mutiny.Uni;

/**
 * Ends a lease with a verdict or a skip. A second verdict on the same lease edits the annotation that came of the first. A
 * verdict that comes after the lease's end is taken if the task still has a free slot. It runs in the transaction of the
 * caller.
 */
@ApplicationScoped
class SubmitVerdict {

    private final Leases leases;
    private final Tasks tasks;
    private final Projects projects;
    private final ShownContents shownContents;
    private final Slots slots;
    private final SubmitAnnotation submitAnnotation;
    private final EditAnnotation editAnnotation;
    private final Annotations annotations;
    private final Clock clock;

    SubmitVerdict(Leases leases, Tasks tasks, Projects projects, ShownContents shownContents, Slots slots,
            SubmitAnnotation submitAnnotation, EditAnnotation editAnnotation, Annotations annotations, Clock clock) {
        this.leases = leases;
        this.tasks = tasks;
        this.projects = projects;
        this.shownContents = shownContents;
        this.slots = slots;
        this.submitAnnotation = submitAnnotation;
        this.editAnnotation = editAnnotation;
        this.annotations = annotations;
        this.clock = clock;
    }

    /** {@return the annotation that the verdict made or changed; fails with {@link LeaseLost} if the verdict comes too late} */
    Uni<Annotation> submit(long leaseId, Person person, PageVerdict verdict) {
        return leases.requireLocked(leaseId, person.id(), verdict.token())
                .chain(lease -> lease.isSubmitted() ? edit(lease, person, verdict) : first(lease, person, verdict));
    }

    private Uni<Annotation> edit(Lease lease, Person person, PageVerdict verdict) {
        return annotations.findById(lease.annotationId())
                .onItem()
                .ifNull()
                .failWith(LeaseLost::new)
                .chain(annotation -> editAnnotation.edit(annotation.id(), person,
                        (present, shown, project) -> verdict.result(shown, lease.shownOrder(), project)));
    }

    private Uni<Annotation> first(Lease lease, Person person, PageVerdict verdict) {
        return requireFree(lease).chain(() -> projects.require(lease.projectId()))
                .chain(project -> shownContents.require(lease.shownSha256())
                        .chain(shown -> first(lease, person, shown,
                                verdict.result(shown, lease.shownOrder(), project))));
    }

    private Uni<Annotation> first(Lease lease, Person person, Shown shown, SubmittedResult submitted) {
        return tasks.findById(lease.taskId())
                .chain(task -> submitAnnotation.submit(task, lease, shown, submitted, person.id()));
    }

    /** A live lease holds its slot. A lease that has ended needs a free slot. */
    private Uni<Void> requireFree(Lease lease) {
        if (lease.isLive(clock.instant())) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> counted = lease.expire() ? slots.recount(lease.taskId()) : Uni.createFrom().voidItem();
        return counted.chain(() -> slots.isFree(lease.taskId())).invoke(free -> {
            if (!free) {
                throw new LeaseLost();
            }
        }).replaceWithVoid();
    }
}
