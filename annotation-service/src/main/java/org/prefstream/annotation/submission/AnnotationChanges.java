package org.prefstream.annotation.submission;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.Times;
import org.prefstream.kit.database.Flight;
import org.prefstream.kit.database.SetStatement;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Keeps what annotations said until they are changed or taken back, in the transaction that does so. A first submit costs nothing
 * more by it.
 */
@ApplicationScoped
class AnnotationChanges {

    /** Reads what the annotations say before the statement that follows changes them. */
    private static final String KEEP = """
            insert into annotation_change (annotation_id, task_id, kind, changed_by, changed_at, completed_by, created_at, updated_by,
                updated_at, result, was_cancelled, skip_reason, lead_time)
            select a.id, a.task_id, cast(? as text), n.changed_by, cast(n.changed_at as timestamptz), a.completed_by, a.created_at,
                a.updated_by, a.updated_at, a.result, a.was_cancelled, a.skip_reason, a.lead_time
            from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as text[])) as n(id, changed_by, changed_at)
                join annotation a on a.id = n.id
            order by a.id
            """;
    private static final String FORGET = "delete from annotation_change where task_id = any (cast(? as bigint[]))";
    private static final String OF_TASK = "from AnnotationChange where taskId = ?1 order by id desc";

    private final Clock clock;

    AnnotationChanges(Clock clock) {
        this.clock = clock;
    }

    /** What became of an annotation. */
    enum Kind {
        EDITED,
        /** By somebody who meant this one. */
        DELETED,
        /** By an action on many tasks. */
        WITHDRAWN
    }

    /** Sends what annotations said that are edited by the statements behind it. */
    static void edited(Flight flight, List<Annotation> edited) {
        flight.send(new SetStatement<>(KEEP, edited).value(Kind.EDITED.name())
                .longs(Annotation::id)
                .longs(Annotation::updatedBy)
                .texts(one -> Times.format(one.updatedAt())));
    }

    /**
     * Keeps what annotations said that are about to be deleted, in the Panache transaction of the caller.
     *
     * @param by who deletes them; null where that is not known
     */
    Uni<Void> gone(List<Annotation> annotations, Kind kind, @Nullable Long by) {
        String now = Times.format(clock.instant());
        return new SetStatement<>(KEEP, annotations).value(kind.name())
                .longs(Annotation::id)
                .longs(one -> by)
                .texts(one -> now)
                .execute()
                .replaceWithVoid();
    }

    /** Forgets what is kept of deleted tasks, in the Panache transaction of the caller. */
    Uni<Void> forget(List<Long> taskIds) {
        return new SetStatement<>(FORGET, taskIds).longs(id -> id).execute().replaceWithVoid();
    }

    /** {@return the newest changes of a task's annotations, the oldest of them first} */
    Uni<List<AnnotationChange>> ofTask(long taskId, int most) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(OF_TASK, AnnotationChange.class)
                        .setParameter(1, taskId)
                        .setMaxResults(most)
                        .getResultList())
                .map(newestFirst -> {
                    List<AnnotationChange> oldestFirst = new ArrayList<>(newestFirst);
                    Collections.reverse(oldestFirst);
                    return oldestFirst;
                });
    }
}
