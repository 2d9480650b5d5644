package org.prefstream.annotation.submission;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.prefstream.annotation.copies.Arrivals;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.Topic;
import org.prefstream.kit.projection.Change;
import org.prefstream.kit.projection.HeldKeys;
import org.prefstream.kit.projection.Projection;
import org.prefstream.kit.projection.Projector;

import io.smallrye.mutiny.Uni;

/**
 * Stores annotations that came with imported tasks. Topics have no order among each other, so each imported annotation waits
 * here until its task and project are known. Then it becomes an annotation, once, however often it is delivered.
 */
@ApplicationScoped
class ImportProjection implements Projection<ImportedAnnotationRecord> {

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

    /** What was read belongs to this service. It goes with its task, whose deletion comes by another topic. */
    @Override
    public HeldKeys held() {
        return HeldKeys.none();
    }

    @Override
    public Uni<Void> apply(List<Change<ImportedAnnotationRecord>> changes) {
        List<Change<ImportedAnnotationRecord>> arrived = changes.stream()
                .filter(change -> !change.isDeleted())
                .toList();
        List<Long> tasks = arrived.stream()
                .flatMap(change -> Optional.ofNullable(change.state()).stream())
                .map(ImportedAnnotationRecord::taskId)
                .distinct()
                .toList();
        return Arrivals.oneAfterAnother().chain(() -> ImportTable.note(arrived)).chain(() -> imported.applyTo(tasks));
    }
}
