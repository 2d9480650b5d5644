package org.prefstream.export.dataset;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;
import org.prefstream.contract.TaskRecord;
import org.prefstream.contract.Topic;
import org.prefstream.kit.projection.Change;
import org.prefstream.kit.projection.Projection;
import org.prefstream.kit.projection.Projector;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Copies tasks, but for those of deleted projects. */
@ApplicationScoped
class TaskProjection implements Projection<TaskRecord> {

    private static final String UPSERT = """
            insert into task_copy (task_id, revision, deleted, project_id, record)
            select task_id, revision, deleted, nullif(project_id, 0), nullif(record, '')
            from unnest(cast(?1 as bigint[]), cast(?2 as bigint[]), cast(?3 as boolean[]), cast(?4 as bigint[]),
                cast(?5 as text[]))
                as arrived (task_id, revision, deleted, project_id, record)
            where not exists (select from project_copy gone where gone.project_id = arrived.project_id and gone.deleted)
            on conflict (task_id) do update
            set revision = excluded.revision, deleted = excluded.deleted, project_id = excluded.project_id,
                record = excluded.record
            where excluded.revision > task_copy.revision
            """;

    private final Projector projector;

    TaskProjection(Projector projector) {
        this.projector = projector;
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
        return Panache.getSession().chain(session -> Deletions.wait(session)
                .chain(() -> upsert(session, new Columns<>(changes))));
    }

    private static Uni<Void> upsert(Mutiny.Session session, Columns<TaskRecord> columns) {
        return session.createNativeQuery(UPSERT)
                .setParameter(1, columns.numericKeys())
                .setParameter(2, columns.revisions())
                .setParameter(3, columns.deleted())
                .setParameter(4, columns.numbers(TaskRecord::projectId))
                .setParameter(5, columns.records())
                .executeUpdate().replaceWithVoid();
    }
}
