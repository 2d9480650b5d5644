package org.prefstream.export.dataset;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

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

import io.smallrye.mutiny.Uni;

/** Copies tasks, except those of deleted projects. */
@ApplicationScoped
class TaskProjection implements Projection<TaskRecord> {

    /** A number that a record lacks is read as 0. It becomes null here, so that the table refuses it. */
    private static final String UPSERT = """
            insert into task_copy (task_id, revision, deleted, project_id, record)
            select task_id, revision, deleted, nullif(project_id, 0), convert_from(record, 'UTF8')
            from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as boolean[]), cast(? as bigint[]),
                cast(? as bytea[]))
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
    public HeldKeys held() {
        return HeldKeys.ofNumbers("task_copy", "task_id");
    }

    @Override
    public Uni<Void> apply(List<Change<TaskRecord>> changes) {
        return SessionStatements.together(List.of(Deletions.keepOut(),
                new SetStatement<>(UPSERT, changes).longs(Change::id)
                        .longs(Change::revision)
                        .flags(Change::isDeleted)
                        .longs(Change.field(TaskRecord::projectId))
                        .bytes(Change::json)
                        .send()));
    }
}
