package org.prefstream.annotation.submission;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.annotation.copies.Arrivals;
import org.prefstream.annotation.copies.Projects;
import org.prefstream.annotation.copies.Slots;
import org.prefstream.annotation.copies.Tasks;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownContents;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.messaging.Revisions;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;

import io.smallrye.mutiny.Uni;

/**
 * Changes or deletes an annotation; its dataset rows follow. What was shown stays what it was, even if the task or the
 * configuration has changed since. It runs in the transaction of the caller.
 */
@ApplicationScoped
class EditAnnotation {

    private final Annotations annotations;
    private final Tasks tasks;
    private final Projects projects;
    private final ShownContents shownContents;
    private final Slots slots;
    private final ImportedAnnotations imported;
    private final Clock clock;

    EditAnnotation(Annotations annotations, Tasks tasks, Projects projects, ShownContents shownContents, Slots slots,
            ImportedAnnotations imported, Clock clock) {
        this.annotations = annotations;
        this.tasks = tasks;
        this.projects = projects;
        this.shownContents = shownContents;
        this.slots = slots;
        this.imported = imported;
        this.clock = clock;
    }

    /** Makes a new result from the present one, from what was shown, and from the project's settings. */
    @FunctionalInterface
    interface Change {

        SubmittedResult apply(SubmittedResult present, Shown shown, ProjectRecord project);
    }

    /** {@return the change that a PATCH or PUT asks for: what it does not name stays as it is} */
    static Change patch(Fields fields) {
        return (present, shown, project) -> SubmittedResult.checked(shown, project,
                fields.has("result") ? Submission.result(fields) : present.result(),
                fields.flag("was_cancelled").orElse(present.skipped()),
                fields.flag("ground_truth").orElse(present.groundTruth()),
                fields.has("lead_time") ? fields.notNegative("lead_time").orElse(null) : present.leadTime());
    }

    /** {@return the annotation with its new result; fails with a 403 or 404 if this person may not change it} */
    Uni<Annotation> edit(long annotationId, Person by, Change change) {
        return locked(annotationId, by).chain(annotation -> projects.require(annotation.projectId())
                .chain(project -> edit(annotation, project, by, change)));
    }

    private Uni<Annotation> edit(Annotation annotation, ProjectRecord project, Person by, Change change) {
        return shownContents.require(annotation.shownSha256())
                .call(shown -> Revisions.after(annotation.revision())
                        .invoke(revision -> annotation.edit(shown, change.apply(annotation.submitted(), shown, project),
                                by.id(), revision, clock.instant())))
                .chain(shown -> tasks.findById(annotation.taskId())
                        .chain(task -> annotations.publish(annotation, shown, task.read().split())))
                .call(() -> slots.recount(annotation.taskId()))
                .replaceWith(annotation);
    }

    /** Deletes an annotation and its dataset rows; fails with a 403 or 404 if this person may not change it. */
    Uni<Void> delete(long annotationId, Person by) {
        return Arrivals.oneAfterAnother()
                .chain(() -> locked(annotationId, by))
                .call(annotation -> annotations.withdraw(List.of(annotation)))
                .call(annotation -> imported.uniqueIdsGone(List.of(annotation.uniqueId())))
                .chain(annotation -> slots.recount(annotation.taskId()));
    }

    private Uni<Annotation> locked(long annotationId, Person by) {
        return annotations.requireLocked(annotationId).invoke(annotation -> requireMayChange(annotation, by));
    }

    private static void requireMayChange(Annotation annotation, Person by) {
        if (!by.sees(annotation.projectId())) {
            throw ProblemException.notFound("No Annotation matches the given query.");
        }
        if (annotation.completedBy() != by.id() && !by.manages()) {
            throw ProblemException
                    .forbidden("This annotation is somebody else's; only owners and managers may change it.");
        }
    }
}
