package org.prefstream.annotation.submission;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.prefstream.annotation.copies.Arrivals;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.Topic;
import org.prefstream.kit.database.SetStatement;
import org.prefstream.kit.projection.Change;
import org.prefstream.kit.projection.Projection;
import org.prefstream.kit.projection.Projector;
import org.prefstream.labelstudio.json.Json;

import io.smallrye.mutiny.Uni;

/**
 * Stores annotations that came with imported tasks. Topics have no order among each other, so each imported annotation waits
 * here until its task and project are known. Then it becomes an annotation, once, however often it is delivered.
 */
@ApplicationScoped
class ImportProjection implements Projection<ImportedAnnotationRecord> {

    private static final String NOTE = """
            insert into imported_annotation (import_key, task_id, project_id, unique_id, record)
            select import_key, task_id, project_id, unique_id, record
            from unnest(cast(? as text[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as text[]), cast(? as text[]))
                as arrived (import_key, task_id, project_id, unique_id, record)
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
        List<ImportedAnnotationRecord> records = changes.stream()
                .map(Change::state)
                .filter(state -> state != null)
                .toList();
        return Arrivals.oneAfterAnother()
                .chain(() -> note(records))
                .chain(() -> imported
                        .applyTo(records.stream().map(ImportedAnnotationRecord::taskId).distinct().toList()));
    }

    private static Uni<Integer> note(List<ImportedAnnotationRecord> records) {
        return new SetStatement<>(NOTE, records).texts(ImportedAnnotationRecord::key)
                .longs(ImportedAnnotationRecord::taskId)
                .longs(ImportedAnnotationRecord::projectId)
                .texts(record -> record.uniqueId() == null ? null : record.uniqueId().toString())
                .texts(Json::write)
                .execute();
    }
}
