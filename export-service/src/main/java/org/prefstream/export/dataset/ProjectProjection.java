package org.prefstream.export.dataset;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

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

import io.smallrye.mutiny.Uni;

/** Copies projects. From the commit of a deletion on nothing of the project arrives; {@link EmptyDeletedProjects} removes the rest. */
@ApplicationScoped
class ProjectProjection implements Projection<ProjectRecord> {

    private static final String UPSERT = """
            insert into project_copy (project_id, revision, deleted, record)
            select project_id, revision, deleted, convert_from(record, 'UTF8')
            from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as boolean[]), cast(? as bytea[]))
                as arrived (project_id, revision, deleted, record)
            on conflict (project_id) do update
            set revision = excluded.revision, deleted = excluded.deleted, record = excluded.record
            where excluded.revision > project_copy.revision
            """;

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
    public HeldKeys held() {
        return HeldKeys.ofNumbers("project_copy", "project_id");
    }

    @Override
    public Uni<Void> apply(List<Change<ProjectRecord>> changes) {
        Uni<Integer> upsert = new SetStatement<>(UPSERT, changes).longs(Change::id)
                .longs(Change::revision)
                .flags(Change::isDeleted)
                .bytes(Change::json)
                .send();
        return SessionStatements.together(
                changes.stream().anyMatch(Change::isDeleted) ? List.of(Deletions.begin(), upsert) : List.of(upsert));
    }
}
