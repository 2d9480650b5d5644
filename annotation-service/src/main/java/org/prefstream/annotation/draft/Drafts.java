package org.prefstream.annotation.draft;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.copies.TaskListener;
import org.prefstream.kit.database.Flight;
import org.prefstream.kit.database.SetStatement;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** All drafts. Each is its author's alone, and goes with what it was about. */
@ApplicationScoped
public class Drafts implements PanacheRepositoryBase<Draft, Long>, TaskListener {

    private static final String END = """
            delete from draft using unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[])) as e (task_id, author, id)
            where draft.task_id = e.task_id and draft.author = e.author and (e.id is null or draft.id = e.id)
            """;

    /**
     * Which drafts a judgement makes needless.
     *
     * @param id the draft that became the judgement; null for all that the author has of the task
     */
    public record Ended(long taskId, long author, @Nullable Long id) {
    }

    /** Sends the end of drafts, to be made in the transaction of the flight. */
    public static void end(Flight flight, List<Ended> ended) {
        flight.send(new SetStatement<>(END, ended).longs(Ended::taskId).longs(Ended::author).longs(Ended::id));
    }

    /** {@return the newest regions that somebody has left unfinished, by task; not those that would change an annotation} */
    public Uni<Map<Long, List<Object>>> unfinished(List<Long> taskIds, Person person) {
        return list("taskId in ?1 and author = ?2 and annotationId is null order by id", taskIds, person.id())
                .map(drafts -> drafts.stream()
                        .collect(Collectors.toMap(Draft::taskId, Draft::regions, (older, newer) -> newer)));
    }

    /** Deletes the drafts that would change an annotation which is gone. */
    public Uni<Void> goneWithAnnotation(long annotationId) {
        return delete("annotationId", annotationId).replaceWithVoid();
    }

    @Override
    public Uni<Void> tasksKnown(List<Long> taskIds) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> tasksGone(List<Long> taskIds) {
        return delete("taskId in ?1", taskIds).replaceWithVoid();
    }

    /** {@return the drafts that a person has of a task, the oldest first} */
    Uni<List<Draft>> of(long taskId, @Nullable Long annotationId, Person person) {
        return annotationId == null
                ? list("taskId = ?1 and author = ?2 order by id", taskId, person.id())
                : list("taskId = ?1 and author = ?2 and annotationId = ?3 order by id", taskId, person.id(),
                        annotationId);
    }

    /** {@return the newest draft of the same work; null where there is none} */
    Uni<@Nullable Draft> newest(long taskId, @Nullable Long annotationId, long author) {
        return annotationId == null
                ? find("taskId = ?1 and author = ?2 and annotationId is null order by id desc", taskId, author)
                        .firstResult()
                : find("taskId = ?1 and author = ?2 and annotationId = ?3 order by id desc", taskId, author,
                        annotationId).firstResult();
    }

    /** {@return the draft, if it is the person's own; refuses with a 404 otherwise} */
    Uni<Draft> require(long id, Person person) {
        return findById(id).onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("No AnnotationDraft matches the given query."))
                .invoke(draft -> draft.requireOf(person));
    }
}
