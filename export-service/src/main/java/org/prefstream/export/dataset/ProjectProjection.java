package org.prefstream.export.dataset;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.Topic;
import org.prefstream.kit.projection.Change;
import org.prefstream.kit.projection.Projection;
import org.prefstream.kit.projection.Projector;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Copies projects. With a project's deletion everything goes that belongs to it. */
@ApplicationScoped
class ProjectProjection implements Projection<ProjectRecord> {

    private static final String UPSERT = """
            insert into project_copy (project_id, revision, deleted, record)
            select project_id, revision, deleted, nullif(record, '')
            from unnest(cast(?1 as bigint[]), cast(?2 as bigint[]), cast(?3 as boolean[]), cast(?4 as text[]))
                as arrived (project_id, revision, deleted, record)
            on conflict (project_id) do update
            set revision = excluded.revision, deleted = excluded.deleted, record = excluded.record
            where excluded.revision > project_copy.revision
            """;
    private static final String REMOVE = """
            delete from %s belonging using project_copy gone
            where belonging.project_id = gone.project_id and gone.deleted and gone.project_id = any (cast(?1 as bigint[]))
            """;
    private static final List<String> BELONGING = List.of("preference_copy", "annotation_copy", "task_copy");

    private final Projector projector;

    ProjectProjection(Projector projector) {
        this.projector = projector;
    }

    @Incoming("projects")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return projector.apply(this, records);
    }

    @Override
    public Topic topic() {
        return Topic.PROJECTS;
    }

    @Override
    public Uni<Void> apply(List<Change<ProjectRecord>> changes) {
        Long[] deleted = changes.stream().filter(change -> change.state() == null)
                .map(change -> Long.valueOf(change.key())).toArray(Long[]::new);
        return Panache.getSession().chain(session -> deleted.length == 0
                ? upsert(session, new Columns<>(changes))
                : Deletions.begin(session)
                        .chain(() -> upsert(session, new Columns<>(changes)))
                        .chain(() -> remove(session, deleted)));
    }

    private static Uni<Void> upsert(Mutiny.Session session, Columns<ProjectRecord> columns) {
        return session.createNativeQuery(UPSERT)
                .setParameter(1, columns.numericKeys())
                .setParameter(2, columns.revisions())
                .setParameter(3, columns.deleted())
                .setParameter(4, columns.records())
                .executeUpdate().replaceWithVoid();
    }

    private static Uni<Void> remove(Mutiny.Session session, Long[] projects) {
        return Multi.createFrom().iterable(BELONGING)
                .onItem().transformToUniAndConcatenate(table -> session.createNativeQuery(REMOVE.formatted(table))
                        .setParameter(1, projects).executeUpdate())
                .collect().last().replaceWithVoid();
    }
}
