package org.prefstream.export.dataset;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.Topic;
import org.prefstream.kit.projection.Change;
import org.prefstream.kit.projection.Projection;
import org.prefstream.kit.projection.Projector;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Copies the dataset records, but for those of deleted projects. */
@ApplicationScoped
class PreferenceProjection implements Projection<PreferenceRecord> {

    private static final String UPSERT = """
            insert into preference_copy (record_id, revision, deleted, project_id, task_id, annotation_id, record)
            select record_id, revision, deleted, nullif(project_id, 0), nullif(task_id, 0), nullif(annotation_id, 0), nullif(record, '')
            from unnest(cast(?1 as text[]), cast(?2 as bigint[]), cast(?3 as boolean[]), cast(?4 as bigint[]),
                cast(?5 as bigint[]), cast(?6 as bigint[]), cast(?7 as text[]))
                as arrived (record_id, revision, deleted, project_id, task_id, annotation_id, record)
            where not exists (select from project_copy gone where gone.project_id = arrived.project_id and gone.deleted)
            on conflict (record_id) do update
            set revision = excluded.revision, deleted = excluded.deleted, project_id = excluded.project_id,
                task_id = excluded.task_id, annotation_id = excluded.annotation_id, record = excluded.record
            where excluded.revision > preference_copy.revision
            """;

    private final Projector projector;

    PreferenceProjection(Projector projector) {
        this.projector = projector;
    }

    @Incoming("preferences")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return projector.apply(this, records);
    }

    @Override
    public Topic topic() {
        return Topic.PREFERENCES;
    }

    @Override
    public Uni<Void> apply(List<Change<PreferenceRecord>> changes) {
        return Panache.getSession().chain(session -> Deletions.wait(session)
                .chain(() -> upsert(session, new Columns<>(changes))));
    }

    private static Uni<Void> upsert(Mutiny.Session session, Columns<PreferenceRecord> columns) {
        return session.createNativeQuery(UPSERT)
                .setParameter(1, columns.keys())
                .setParameter(2, columns.revisions())
                .setParameter(3, columns.deleted())
                .setParameter(4, columns.numbers(PreferenceRecord::projectId))
                .setParameter(5, columns.numbers(PreferenceRecord::taskId))
                .setParameter(6, columns.numbers(PreferenceRecord::annotationId))
                .setParameter(7, columns.records())
                .executeUpdate().replaceWithVoid();
    }
}
