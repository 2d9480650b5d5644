package org.prefstream.annotation.copies;

import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.prefstream.contract.TaskRecord;
import org.prefstream.contract.Topic;
import org.prefstream.kit.database.SessionStatements;
import org.prefstream.kit.database.SetStatement;
import org.prefstream.kit.projection.Change;
import org.prefstream.kit.projection.HeldKeys;
import org.prefstream.kit.projection.Projection;
import org.prefstream.kit.projection.Projector;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Keeps {@link Tasks} in step with task-service. */
@ApplicationScoped
class TaskProjection implements Projection<TaskRecord> {

    /** A task of a deleted project is stored as a marker. Rows are written by ascending id, so two batches do not deadlock. */
    private static final String UPSERT = """
            insert into task_copy (task_id, revision, deleted, project_id, record)
            select t.task_id, t.revision, t.deleted or coalesce(p.deleted, false), coalesce(t.project_id, 0),
                case when coalesce(p.deleted, false) then null else convert_from(t.record, 'UTF8') end
            from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as boolean[]), cast(? as bigint[]),
                cast(? as bytea[]))
                as t(task_id, revision, deleted, project_id, record)
            left join project_copy p on p.project_id = t.project_id
            order by t.task_id
            on conflict (task_id) do update
            set revision = excluded.revision, deleted = excluded.deleted, record = excluded.record
            where excluded.revision > task_copy.revision
            """;
    private static final String PRESENT = """
            select coalesce(array_agg(task_id), cast(array[] as bigint[])) from task_copy where task_id = any (cast($1 as bigint[]))
            """;
    /** Locked by ascending id, as everybody does. */
    private static final String LOCK_SLOTS = """
            select task_id from task_slot where task_id = any (cast(? as bigint[])) order by task_id for update
            """;
    /** Nobody has judged a new task, so it is free for all. One with another score has to be looked for again, as one that was freed. */
    private static final String ADD_SLOTS = """
            insert into task_slot (task_id, project_id, overlap, free_slots, score, freed_by)
            select c.task_id, c.project_id, t.overlap, t.overlap, %s, cast(cast(pg_current_xact_id() as text) as bigint)
            from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as int[]), cast(? as text[]))
                as t(task_id, revision, overlap, scores)
            join task_copy c on c.task_id = t.task_id and c.revision = t.revision and not c.deleted
            left join project_copy p on p.project_id = c.project_id
            order by c.task_id
            on conflict (task_id) do update set overlap = excluded.overlap, score = excluded.score,
                freed_by = case when task_slot.score is distinct from excluded.score then excluded.freed_by else task_slot.freed_by end
            where task_slot.overlap <> excluded.overlap or task_slot.score is distinct from excluded.score
            """
            .formatted(Scores.sql("t.scores", "coalesce(p.model_version, '')"));
    private static final String REMOVE_SLOTS = """
            delete from task_slot s using unnest(cast(? as bigint[])) as gone(task_id)
            where s.task_id = gone.task_id and exists (select from task_copy c where c.task_id = gone.task_id and c.deleted)
            """;

    private final Projector projector;
    private final Slots slots;
    private final Instance<TaskListener> listeners;

    TaskProjection(Projector projector, Slots slots, @Any Instance<TaskListener> listeners) {
        this.projector = projector;
        this.slots = slots;
        this.listeners = listeners;
    }

    @Incoming("tasks")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return projector.apply(this, records);
    }

    @Override
    public Topic topic() {
        return Topic.TASKS;
    }

    @Override
    public HeldKeys held() {
        return HeldKeys.ofNumbers("task_copy", "task_id");
    }

    @Override
    public Uni<Void> apply(List<Change<TaskRecord>> changes) {
        List<Change<TaskRecord>> present = changes.stream().filter(change -> !change.isDeleted()).toList();
        List<Long> known = present.stream().map(Change::id).toList();
        List<Long> gone = changes.stream().filter(Change::isDeleted).map(Change::id).toList();
        Uni<List<Long>> copied = copied(changes).memoize().indefinitely();
        return SessionStatements
                .together(List.of(Arrivals.oneAfterAnother(), copied, upsert(changes), lockSlots(changes),
                        addSlots(present)))
                .chain(() -> copied)
                .chain(before -> SessionStatements.together(List.of(removeSlots(before), slots.count(before))))
                .chain(() -> tell(listener -> listener.tasksKnown(known)))
                .chain(() -> gone.isEmpty() ? Uni.createFrom().voidItem() : tell(listener -> listener.tasksGone(gone)));
    }

    private static Uni<Integer> upsert(List<Change<TaskRecord>> changes) {
        return new SetStatement<>(UPSERT, changes).longs(Change::id)
                .longs(Change::revision)
                .flags(Change::isDeleted)
                .longs(Change.field(TaskRecord::projectId))
                .bytes(Change::json)
                .send();
    }

    /** {@return those of the tasks that had a copy before. Only they can have annotations, or slots although they are deleted} */
    private static Uni<List<Long>> copied(List<Change<TaskRecord>> changes) {
        Object ids = changes.stream().map(Change::id).toArray(Long[]::new);
        return SessionStatements.row(PRESENT, ids).map(row -> List.of((Long[]) row[0]));
    }

    /** Whoever judges a task holds the lock of its slots. So a task that is deleted here gets no more judgements. */
    private static Uni<Integer> lockSlots(List<Change<TaskRecord>> changes) {
        return new SetStatement<>(LOCK_SLOTS, changes).longs(Change::id).send();
    }

    private static Uni<Integer> addSlots(List<Change<TaskRecord>> present) {
        return new SetStatement<>(ADD_SLOTS, present).longs(Change::id)
                .longs(Change::revision)
                .ints(Change.field(TaskRecord::overlap))
                .texts(Change.field(Scores::json))
                .send();
    }

    private static Uni<Integer> removeSlots(List<Long> taskIds) {
        return new SetStatement<>(REMOVE_SLOTS, taskIds).longs(id -> id).send();
    }

    private Uni<Void> tell(Function<TaskListener, Uni<Void>> news) {
        return Multi.createFrom()
                .iterable(listeners)
                .onItem()
                .transformToUniAndConcatenate(news::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
