package org.prefstream.annotation.imported;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.prefstream.annotation.annotation.ImportedAnnotations;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.Topic;
import org.prefstream.kit.json.Json;
import org.prefstream.kit.projection.Change;
import org.prefstream.kit.projection.Projection;
import org.prefstream.kit.projection.Projector;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Notes annotations that came with imported tasks. Topics have no order among each other, so they wait here until their task
 * and project are known, and become annotations once, whatever is delivered again.
 */
@ApplicationScoped
class ImportProjection implements Projection<ImportedAnnotationRecord> {

    private static final String NOTE = """
            insert into imported_annotation (import_key, task_id, project_id, revision, record)
            select * from unnest(cast(?1 as text[]), cast(?2 as bigint[]), cast(?3 as bigint[]), cast(?4 as bigint[]), cast(?5 as text[]))
            on conflict (import_key) do nothing
            """;

    private final Projector projector;
    private final ImportedAnnotations imported;

    ImportProjection(Projector projector, ImportedAnnotations imported) {
        this.projector = projector;
        this.imported = imported;
    }

    @Incoming("imports")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return projector.apply(this, records);
    }

    @Override
    public Topic topic() {
        return Topic.IMPORTS;
    }

    @Override
    public Uni<Void> apply(List<Change<ImportedAnnotationRecord>> changes) {
        List<ImportedAnnotationRecord> records = changes.stream().map(Change::state).filter(state -> state != null)
                .toList();
        return Panache.getSession().chain(session -> session.createNativeQuery(NOTE)
                .setParameter(1, records.stream().map(ImportedAnnotationRecord::key).toArray(String[]::new))
                .setParameter(2, records.stream().map(ImportedAnnotationRecord::taskId).toArray(Long[]::new))
                .setParameter(3, records.stream().map(ImportedAnnotationRecord::projectId).toArray(Long[]::new))
                .setParameter(4, records.stream().map(record -> 1L).toArray(Long[]::new))
                .setParameter(5, records.stream().map(Json::write).toArray(String[]::new))
                .executeUpdate())
                .chain(() -> imported
                        .applyTo(records.stream().map(ImportedAnnotationRecord::taskId).distinct().toList()));
    }
}
