package org.prefstream.annotation.task;

import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.prefstream.contract.TaskRecord;
import org.prefstream.contract.Topic;
import org.prefstream.kit.json.Json;
import org.prefstream.kit.projection.Change;
import org.prefstream.kit.projection.Projection;
import org.prefstream.kit.projection.Projector;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Keeps {@link Tasks} in step with task-service. */
@ApplicationScoped
class TaskProjection implements Projection<TaskRecord> {

    /** A task of a project that is marked deleted is stored as a marker; ids in order keep two batches from a deadlock. */
    private static final String UPSERT = """
            insert into task_copy (task_id, revision, deleted, project_id, inner_id, overlap, record)
            select t.task_id, t.revision, t.deleted or coalesce(p.deleted, false), t.project_id, t.inner_id, t.overlap,
                case when coalesce(p.deleted, false) then null else t.record end
            from unnest(cast(?1 as bigint[]), cast(?2 as bigint[]), cast(?3 as boolean[]), cast(?4 as bigint[]),
                        cast(?5 as bigint[]), cast(?6 as int[]), cast(?7 as text[]))
                as t(task_id, revision, deleted, project_id, inner_id, overlap, record)
            left join project_copy p on p.project_id = t.project_id
            order by t.task_id
            on conflict (task_id) do update
            set revision = excluded.revision, deleted = excluded.deleted, inner_id = excluded.inner_id,
                overlap = excluded.overlap, record = excluded.record
            where excluded.revision > task_copy.revision
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
    public Uni<Void> apply(List<Change<TaskRecord>> changes) {
        List<Long> known = ids(changes.stream().filter(change -> change.state() != null).toList());
        List<Long> gone = ids(changes.stream().filter(change -> change.state() == null).toList());
        return upsert(changes)
                .chain(() -> slots.recount(known))
                .chain(() -> tell(listener -> listener.tasksKnown(known)))
                .chain(() -> gone.isEmpty() ? Uni.createFrom().voidItem() : tell(listener -> listener.tasksGone(gone)));
    }

    private static Uni<Void> upsert(List<Change<TaskRecord>> changes) {
        return Panache.getSession().chain(session -> session.createNativeQuery(UPSERT)
                .setParameter(1, ids(changes).toArray(Long[]::new))
                .setParameter(2, changes.stream().map(Change::revision).toArray(Long[]::new))
                .setParameter(3, changes.stream().map(change -> change.state() == null).toArray(Boolean[]::new))
                .setParameter(4, column(changes, TaskRecord::projectId, 0L).toArray(Long[]::new))
                .setParameter(5, column(changes, TaskRecord::innerId, 0L).toArray(Long[]::new))
                .setParameter(6, column(changes, TaskRecord::overlap, 0).toArray(Integer[]::new))
                .setParameter(7,
                        changes.stream().map(change -> change.state() == null ? null : Json.write(change.state()))
                                .toArray(String[]::new))
                .executeUpdate()).replaceWithVoid();
    }

    private static <T> List<T> column(List<Change<TaskRecord>> changes, Function<TaskRecord, T> field, T gone) {
        return changes.stream().map(change -> change.state() == null ? gone : field.apply(change.state())).toList();
    }

    private static List<Long> ids(List<Change<TaskRecord>> changes) {
        return changes.stream().map(change -> Long.valueOf(change.key())).toList();
    }

    private Uni<Void> tell(Function<TaskListener, Uni<Void>> news) {
        return Multi.createFrom().iterable(listeners).onItem().transformToUniAndConcatenate(news::apply)
                .collect().last().replaceWithVoid();
    }
}
