package org.prefstream.annotation.copies;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.Topic;
import org.prefstream.kit.database.SessionStatements;
import org.prefstream.kit.database.SetStatement;
import org.prefstream.kit.projection.Change;
import org.prefstream.kit.projection.HeldKeys;
import org.prefstream.kit.projection.Projection;
import org.prefstream.kit.projection.Projector;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Keeps {@link Projects} in step with task-service. */
@ApplicationScoped
class ProjectProjection implements Projection<ProjectRecord> {

    /** Tasks may have come before their project, and were then scored as if it named no model. */
    private static final String UPSERT = """
            insert into project_copy (project_id, revision, deleted, record, model_version, scored_to)
            select project_id, revision, deleted, convert_from(record, 'UTF8'), coalesce(model_version, ''),
                case when model_version <> '' then 0 end
            from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as boolean[]), cast(? as bytea[]), cast(? as text[]))
                as arrived (project_id, revision, deleted, record, model_version)
            on conflict (project_id) do update
            set revision = excluded.revision, deleted = excluded.deleted, record = excluded.record,
                model_version = excluded.model_version,
                scored_to = case when excluded.deleted then null
                    when excluded.model_version <> project_copy.model_version then 0 else project_copy.scored_to end
            where excluded.revision > project_copy.revision
            """;

    private final Projector projector;
    private final Instance<ProjectListener> listeners;

    ProjectProjection(Projector projector, @Any Instance<ProjectListener> listeners) {
        this.projector = projector;
        this.listeners = listeners;
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
    public HeldKeys held() {
        return HeldKeys.ofNumbers("project_copy", "project_id");
    }

    @Override
    public Uni<Void> apply(List<Change<ProjectRecord>> changes) {
        List<Long> ids = changes.stream().map(Change::id).toList();
        return SessionStatements.together(List.of(Arrivals.oneAfterAnother(), upsert(changes)))
                .chain(() -> Multi.createFrom()
                        .iterable(listeners)
                        .onItem()
                        .transformToUniAndConcatenate(listener -> listener.projectsKnown(ids))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private static Uni<Integer> upsert(List<Change<ProjectRecord>> changes) {
        return new SetStatement<>(UPSERT, changes).longs(Change::id)
                .longs(Change::revision)
                .flags(Change::isDeleted)
                .bytes(Change::json)
                .texts(Change.field(ProjectRecord::modelVersion))
                .send();
    }
}
