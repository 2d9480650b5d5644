package org.prefstream.export.dataset;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.Topic;
import org.prefstream.kit.database.SetStatement;
import org.prefstream.kit.projection.Change;
import org.prefstream.kit.projection.Projection;
import org.prefstream.kit.projection.Projector;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Copies projects. When a project is deleted, it also removes the copies of everything that belongs to the project. */
@ApplicationScoped
class ProjectProjection implements Projection<ProjectRecord> {

    private static final String UPSERT = """
            insert into project_copy (project_id, revision, deleted, record)
            select * from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as boolean[]), cast(? as text[]))
            on conflict (project_id) do update
            set revision = excluded.revision, deleted = excluded.deleted, record = excluded.record
            where excluded.revision > project_copy.revision
            """;
    private static final String REMOVE = """
            delete from %s belonging using project_copy gone
            where belonging.project_id = gone.project_id and gone.deleted and gone.project_id = any (cast(? as bigint[]))
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
        List<Long> gone = changes.stream().filter(Change::isDeleted).map(Change::id).toList();
        return gone.isEmpty()
                ? upsert(changes)
                : Deletions.begin().chain(() -> upsert(changes)).chain(() -> remove(gone));
    }

    private static Uni<Void> upsert(List<Change<ProjectRecord>> changes) {
        return new SetStatement<>(UPSERT, changes).longs(Change::id)
                .longs(Change::revision)
                .flags(Change::isDeleted)
                .texts(Change::json)
                .execute()
                .replaceWithVoid();
    }

    private static Uni<Void> remove(List<Long> projects) {
        return Multi.createFrom()
                .iterable(BELONGING)
                .onItem()
                .transformToUniAndConcatenate(
                        table -> new SetStatement<>(REMOVE.formatted(table), projects).longs(project -> project)
                                .execute())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
