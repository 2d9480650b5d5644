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

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** All drafts. Each is its author's alone, and goes with what it was about. */
@ApplicationScoped
public class Drafts implements PanacheRepositoryBase<Draft, Long>, TaskListener {

    private static final String END = """
            delete from draft using unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[])) as e (task_id, author, id)
            where draft.task_id = e.task_id and draft.author = e.author
                and (draft.id = e.id or e.id is null and draft.shown_sha256 is not null)
            """;
    private static final String BEGUN = """
            select distinct on (task_id) * from draft
            where task_id = any (cast(?1 as bigint[])) and author = ?2 and annotation_id is null and shown_sha256 is not null
            order by task_id, id desc
            """;

    /**
     * Which drafts a judgement makes needless.
     *
     * @param id the draft that became the judgement; null for what the page has kept of the task
     */
    public record Ended(long taskId, long author, @Nullable Long id) {
    }

    /** Sends the end of drafts, to be made in the transaction of the flight. */
    public static void end(Flight flight, List<Ended> ended) {
        flight.send(new SetStatement<>(END, ended).longs(Ended::taskId).longs(Ended::author).longs(Ended::id));
    }

    /**
     * What a person has begun on the page.
     *
     * @param shownSha256 what was shown then; for anything else it means nothing
     * @param regions the regions so far
     */
    public record Begun(String shownSha256, List<Object> regions) {
    }

    /** {@return what a person has begun on the page, by task} */
    public Uni<Map<Long, Begun>> begun(List<Long> taskIds, Person person) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BEGUN, Draft.class)
                        .setParameter(1, taskIds.toArray(Long[]::new))
                        .setParameter(2, person.id())
                        .getResultList())
                .map(drafts -> drafts.stream().collect(Collectors.toMap(Draft::taskId, Draft::begun)));
    }

    /** Deletes the drafts that would change an annotation which is gone. */
    public Uni<Void> goneWithAnnotation(long taskId, long annotationId) {
        return delete("taskId = ?1 and annotationId = ?2", taskId, annotationId).replaceWithVoid();
    }

    /** Deletes the drafts that would change annotations which are gone. */
    public Uni<Void> goneWithAnnotations(List<Long> taskIds, List<Long> annotationIds) {
        return annotationIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : delete("taskId in ?1 and annotationId in ?2", taskIds, annotationIds).replaceWithVoid();
    }

    /** Deletes what was begun of tasks whose judgements are withdrawn; with an author only theirs. */
    public Uni<Void> goneWithJudgements(List<Long> taskIds, @Nullable Long author) {
        return (author == null
                ? delete("taskId in ?1", taskIds)
                : delete("taskId in ?1 and author = ?2", taskIds, author)).replaceWithVoid();
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

    /** {@return what the page has kept of the same work; null where that is nothing} */
    Uni<@Nullable Draft> ofPage(long taskId, long author) {
        return find("taskId = ?1 and author = ?2 and annotationId is null and shownSha256 is not null order by id desc",
                taskId, author).firstResult();
    }

    /** {@return the draft, if it is the person's own; refuses with a 404 otherwise} */
    Uni<Draft> require(long id, Person person) {
        return findById(id).onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("No AnnotationDraft matches the given query."))
                .invoke(draft -> draft.requireOf(person));
    }
}
