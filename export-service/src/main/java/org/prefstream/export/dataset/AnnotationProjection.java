package org.prefstream.export.dataset;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.Topic;
import org.prefstream.kit.database.SessionStatements;
import org.prefstream.kit.database.SetStatement;
import org.prefstream.kit.projection.Change;
import org.prefstream.kit.projection.HeldKeys;
import org.prefstream.kit.projection.Projection;
import org.prefstream.kit.projection.Projector;
import org.prefstream.labelstudio.json.Json;

import io.smallrye.mutiny.Uni;

/** Copies annotations, except those of deleted projects. */
@ApplicationScoped
class AnnotationProjection implements Projection<AnnotationRecord> {

    /** A number that a record lacks is read as 0. It becomes null here, so that the table refuses it. */
    private static final String UPSERT = """
            insert into annotation_copy (annotation_id, revision, deleted, project_id, task_id, record, annotator_id, judged_hour,
                skipped, lead_bucket, judged_pairs, judged_us, ground_truth, untrainable,
                label_config_sha256)
            select annotation_id, revision, deleted, nullif(project_id, 0), nullif(task_id, 0), convert_from(record, 'UTF8'),
                annotator_id, judged_hour, skipped, lead_bucket, judged_pairs, judged_us, ground_truth, untrainable,
                label_config_sha256
            from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as boolean[]), cast(? as bigint[]),
                cast(? as bigint[]), cast(? as bytea[]), cast(? as bigint[]), cast(? as int[]), cast(? as boolean[]),
                cast(? as int[]), cast(? as text[]), cast(? as bigint[]), cast(? as boolean[]), cast(? as text[]),
                cast(? as text[]))
                as arrived (annotation_id, revision, deleted, project_id, task_id, record, annotator_id, judged_hour, skipped,
                    lead_bucket, judged_pairs, judged_us, ground_truth, untrainable, label_config_sha256)
            where not exists (select from project_copy gone where gone.project_id = arrived.project_id and gone.deleted)
            on conflict (annotation_id) do update
            set revision = excluded.revision, deleted = excluded.deleted, project_id = excluded.project_id,
                task_id = excluded.task_id, record = excluded.record, annotator_id = excluded.annotator_id,
                judged_hour = excluded.judged_hour, skipped = excluded.skipped, lead_bucket = excluded.lead_bucket,
                judged_pairs = excluded.judged_pairs, judged_us = excluded.judged_us, ground_truth = excluded.ground_truth,
                untrainable = excluded.untrainable, label_config_sha256 = excluded.label_config_sha256
            where excluded.revision > annotation_copy.revision
            """;
    private static final String REMOVE_TIES = """
            delete from tie_row t using unnest(cast(? as bigint[]), cast(? as bigint[])) as arrived (annotation_id, revision)
            where t.annotation_id = arrived.annotation_id and t.revision < arrived.revision
            """;
    /** Only those of the state that the copy has: an older one may arrive late. */
    private static final String ADD_TIES = """
            insert into tie_row (record_id, revision, project_id, task_id, annotation_id, shape, record, part, prefers, split_place,
                texts_hash, tie_line)
            select arrived.record_id, arrived.revision, arrived.project_id, arrived.task_id, arrived.annotation_id, shape,
                convert_from(arrived.record, 'UTF8'), part, prefers, split_place, texts_hash, tie_line
            from unnest(cast(? as text[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]),
                cast(? as text[]), cast(? as bytea[]), cast(? as text[]), cast(? as int[]), cast(? as int[]), cast(? as bigint[]),
                cast(? as int[]))
                as arrived (record_id, revision, project_id, task_id, annotation_id, shape, record, part, prefers, split_place,
                    texts_hash, tie_line)
                join annotation_copy a on a.annotation_id = arrived.annotation_id and a.revision = arrived.revision
                    and not a.deleted
            on conflict (record_id) do nothing
            """;

    private final Projector projector;
    private final TallyArrivals tallyArrivals;

    AnnotationProjection(Projector projector, TallyArrivals tallyArrivals) {
        this.projector = projector;
        this.tallyArrivals = tallyArrivals;
    }

    @Incoming("annotations")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return projector.apply(this, records);
    }

    @Override
    public Topic topic() {
        return Topic.ANNOTATIONS;
    }

    @Override
    public HeldKeys held() {
        return HeldKeys.ofNumbers("annotation_copy", "annotation_id");
    }

    @Override
    public Uni<Void> apply(List<Change<AnnotationRecord>> changes) {
        return SessionStatements.together(List.of(Deletions.keepOut(),
                new SetStatement<>(UPSERT, changes).longs(Change::id)
                        .longs(Change::revision)
                        .flags(Change::isDeleted)
                        .longs(Change.field(AnnotationRecord::projectId))
                        .longs(Change.field(AnnotationRecord::taskId))
                        .bytes(Change::json)
                        .longs(Change.field(AnnotationRecord::completedBy))
                        .ints(Change.field(Facts::hour))
                        .flags(Change.field(AnnotationRecord::wasCancelled))
                        .ints(Change.field(Facts::leadBucket))
                        .texts(Change.field(Facts::judgedPairs))
                        .longs(Change.field(Facts::madeAt))
                        .flags(Change.field(AnnotationRecord::groundTruth))
                        .texts(Change.field(Facts::untrainable))
                        .texts(Change.field(AnnotationRecord::labelConfigSha256))
                        .send(),
                new SetStatement<>(REMOVE_TIES, changes).longs(Change::id).longs(Change::revision).send(),
                addTies(TieRow.of(changes))));
    }

    private static Uni<Integer> addTies(List<TieRow> ties) {
        return new SetStatement<>(ADD_TIES, ties).texts(tie -> tie.row().recordId())
                .longs(TieRow::revision)
                .longs(tie -> tie.row().projectId())
                .longs(tie -> tie.row().taskId())
                .longs(tie -> tie.row().annotationId())
                .texts(tie -> tie.row().shape().name())
                .utf8(tie -> Json.write(tie.row()))
                .texts(tie -> Facts.part(tie.row()))
                .ints(TieRow::prefers)
                .ints(tie -> TextFacts.splitPlace(tie.row()))
                .longs(tie -> TextFacts.textsHash(tie.row()))
                .ints(TieRow::line)
                .send();
    }

    @Override
    public void committed(List<Change<AnnotationRecord>> changes) {
        tallyArrivals
                .committed(changes.stream().map(Change.field(AnnotationRecord::projectId)).flatMap(Stream::ofNullable));
    }
}
