package org.prefstream.annotation.submission;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.annotation.copies.Slots;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownContents;
import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.messaging.NewIdentity;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.kit.messaging.Revisions;
import org.prefstream.kit.projection.Projector;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Turns imported annotations, whose tasks and projects are known, into annotations. An import may bring ten thousand of them,
 * so each statement is for a whole set. It runs in the transaction of the caller, which has locked the tasks' rows.
 */
@ApplicationScoped
class ApplyImported {

    private static final String APPLIED = """
            update imported_annotation set applied = true where import_key = any (cast(?1 as text[]))
            """;

    private final Annotations annotations;
    private final ShownContents shownContents;
    private final Slots slots;
    private final AcceptedContent acceptedContent;
    private final Projector projector;

    ApplyImported(Annotations annotations, ShownContents shownContents, Slots slots, AcceptedContent acceptedContent,
            Projector projector) {
        this.annotations = annotations;
        this.shownContents = shownContents;
        this.slots = slots;
        this.acceptedContent = acceptedContent;
        this.projector = projector;
    }

    /** An imported annotation that waits, and what is known of its task and project now. */
    record Waiting(ImportedAnnotationRecord record, TaskRecord task, ProjectRecord project) {
    }

    /** An imported annotation whose result fits what it was accepted under. */
    private record Accepted(ImportedAnnotationRecord record, Shown shown, SubmittedResult submitted, String split) {

        Annotation annotation(NewIdentity identity) {
            return Annotation.imported(identity, Origin.of(record, ShownOrder.asInData(shown)), shown, submitted,
                    record);
        }
    }

    /**
     * Makes annotations of those that fit what they were accepted under, and dead letters of the others. Of two with the same
     * unique_id the second one goes on waiting.
     *
     * @param waiting at least one
     */
    Uni<Void> apply(List<Waiting> waiting) {
        Set<UUID> uniqueIds = new HashSet<>();
        List<Waiting> next = waiting.stream()
                .filter(one -> one.record().uniqueId() == null || uniqueIds.add(one.record().uniqueId()))
                .toList();
        List<Accepted> accepted = new ArrayList<>();
        return Multi.createFrom()
                .iterable(next)
                .onItem()
                .transformToUniAndConcatenate(one -> accept(one).invoke(found -> found.ifPresent(accepted::add)))
                .collect()
                .last()
                .chain(() -> store(accepted))
                .chain(() -> markApplied(next));
    }

    private Uni<Optional<Accepted>> accept(Waiting one) {
        return acceptedContent.shown(one.record(), one.task(), one.project())
                .chain(shown -> shown.isEmpty()
                        ? setAside(one.record(), new IllegalStateException(
                                "task-service no longer has the configuration or the data that it was accepted under"))
                        : accept(one, shown.get()));
    }

    private Uni<Optional<Accepted>> accept(Waiting one, Shown shown) {
        try {
            SubmittedResult submitted = SubmittedResult.imported(shown, one.project(), one.record());
            return Uni.createFrom().item(Optional.of(new Accepted(one.record(), shown, submitted, one.task().split())));
        } catch (ProblemException e) {
            return setAside(one.record(), e);
        }
    }

    private Uni<Optional<Accepted>> setAside(ImportedAnnotationRecord record, Exception cause) {
        return projector.setAside(record, cause).replaceWith(Optional.empty());
    }

    private Uni<Void> store(List<Accepted> accepted) {
        if (accepted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return shownContents.keep(accepted.stream().map(Accepted::shown).toList())
                .chain(() -> Revisions.ofNew("annotation", accepted.size()))
                .chain(identities -> annotate(accepted, identities))
                .chain(() -> slots.recount(accepted.stream().map(one -> one.record().taskId()).distinct().toList()));
    }

    private Uni<Void> annotate(List<Accepted> accepted, List<NewIdentity> identities) {
        List<Annotation> made = new ArrayList<>();
        List<OutboxEntry> entries = new ArrayList<>();
        for (int i = 0; i < accepted.size(); i++) {
            Accepted one = accepted.get(i);
            Annotation annotation = one.annotation(identities.get(i));
            entries.addAll(annotation.deriveRecords(one.shown(), one.split()));
            made.add(annotation);
        }
        return annotations.addAll(made, entries);
    }

    private static Uni<Void> markApplied(List<Waiting> done) {
        String[] keys = done.stream().map(one -> one.record().key()).toArray(String[]::new);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(APPLIED).setParameter(1, keys).executeUpdate())
                .replaceWithVoid();
    }
}
