package org.prefstream.annotation.submission;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.annotation.copies.Arrivals;
import org.prefstream.annotation.copies.Slots;
import org.prefstream.annotation.draft.Drafts;
import org.prefstream.kit.security.Person;

import io.smallrye.mutiny.Uni;

/** Deletes an annotation with its dataset rows. It runs in the transaction of the caller. */
@ApplicationScoped
class DeleteAnnotation {

    private final Annotations annotations;
    private final Slots slots;
    private final ImportedAnnotations imported;
    private final Drafts drafts;

    DeleteAnnotation(Annotations annotations, Slots slots, ImportedAnnotations imported, Drafts drafts) {
        this.annotations = annotations;
        this.slots = slots;
        this.imported = imported;
        this.drafts = drafts;
    }

    /** Deletes an annotation; fails with a 403 or 404 if this person may not change it. */
    Uni<Void> delete(long annotationId, Person by) {
        return Arrivals.oneAfterAnother()
                .chain(() -> annotations.requireLocked(annotationId))
                .invoke(annotation -> annotation.requireMayChange(by))
                .call(annotation -> annotations.withdraw(List.of(annotation), AnnotationChanges.Kind.DELETED, by.id()))
                .call(this::goesWith)
                .chain(annotation -> slots.recountWithout(annotation.taskId()));
    }

    private Uni<Void> goesWith(Annotation annotation) {
        return imported.uniqueIdsGone(List.of(annotation.uniqueId()))
                .chain(() -> drafts.goneWithAnnotation(annotation.taskId(), annotation.id()));
    }
}
