package org.prefstream.export.dataset;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.Topic;
import org.prefstream.kit.database.SessionStatements;
import org.prefstream.kit.database.SetStatement;
import org.prefstream.kit.projection.Change;
import org.prefstream.kit.projection.HeldKeys;
import org.prefstream.kit.projection.Projection;
import org.prefstream.kit.projection.Projector;

import io.smallrye.mutiny.Uni;

/**
 * Copies the dataset records, except those of deleted projects, and gives each change a position for the readers of streams
 * ({@link RowChanges}).
 */
@ApplicationScoped
class PreferenceProjection implements Projection<PreferenceRecord> {

    /** A number that a record lacks is read as 0. It becomes null here, so that the table refuses it. */
    private static final String UPSERT = """
            insert into preference_copy (record_id, revision, deleted, project_id, task_id, annotation_id, shape, record,
                position, stream_project_id, annotator_id, longer, part, prefers, strength, split_place, texts_hash, is_upward,
                guidelines_version)
            select record_id, revision, deleted, nullif(project_id, 0), nullif(task_id, 0), nullif(annotation_id, 0), shape,
                convert_from(record, 'UTF8'), (select last_position from preference_head) - cast(? as bigint) + place,
                project_id, annotator_id, longer, part, prefers, strength, split_place, texts_hash, is_upward,
                guidelines_version
            from unnest(cast(? as text[]), cast(? as bigint[]), cast(? as boolean[]), cast(? as bigint[]),
                cast(? as bigint[]), cast(? as bigint[]), cast(? as text[]), cast(? as bytea[]), cast(? as bigint[]),
                cast(? as int[]), cast(? as text[]), cast(? as int[]), cast(? as int[]), cast(? as int[]),
                cast(? as bigint[]), cast(? as boolean[]), cast(? as int[]))
                with ordinality as arrived (record_id, revision, deleted, project_id, task_id, annotation_id, shape, record,
                    annotator_id, longer, part, prefers, strength, split_place, texts_hash, is_upward,
                    guidelines_version, place)
            where not exists (select from project_copy gone where gone.project_id = arrived.project_id and gone.deleted)
            on conflict (record_id) do update
            set revision = excluded.revision, deleted = excluded.deleted, project_id = excluded.project_id,
                task_id = excluded.task_id, annotation_id = excluded.annotation_id, shape = excluded.shape,
                record = excluded.record, position = excluded.position,
                stream_project_id = coalesce(excluded.stream_project_id, preference_copy.stream_project_id),
                annotator_id = coalesce(excluded.annotator_id, preference_copy.annotator_id), longer = excluded.longer,
                part = excluded.part, prefers = excluded.prefers, strength = excluded.strength,
                split_place = excluded.split_place, texts_hash = excluded.texts_hash, is_upward = excluded.is_upward,
                guidelines_version = excluded.guidelines_version
            where excluded.revision > preference_copy.revision
            """;

    private final Projector projector;
    private final Arrivals arrivals;
    private final TallyArrivals tallyArrivals;

    PreferenceProjection(Projector projector, Arrivals arrivals, TallyArrivals tallyArrivals) {
        this.projector = projector;
        this.arrivals = arrivals;
        this.tallyArrivals = tallyArrivals;
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
    public HeldKeys held() {
        return HeldKeys.ofTexts("preference_copy", "record_id");
    }

    @Override
    public Uni<Void> apply(List<Change<PreferenceRecord>> changes) {
        return SessionStatements.together(List.of(Deletions.keepOut(), RowChanges.takePositions(changes.size()),
                new SetStatement<>(UPSERT, changes).value((long) changes.size())
                        .texts(Change::key)
                        .longs(Change::revision)
                        .flags(Change::isDeleted)
                        .longs(Change.field(PreferenceRecord::projectId))
                        .longs(Change.field(PreferenceRecord::taskId))
                        .longs(Change.field(PreferenceRecord::annotationId))
                        .texts(Change.field(record -> record.shape().name()))
                        .bytes(Change::json)
                        .longs(Change.field(PreferenceRecord::annotatorId))
                        .ints(Change.field(Facts::longer))
                        .texts(Change.field(Facts::part))
                        .ints(Change.field(Facts::prefers))
                        .ints(Change.field(PreferenceRecord::strength))
                        .ints(Change.field(TextFacts::splitPlace))
                        .longs(Change.field(TextFacts::textsHash))
                        .flags(Change.field(TextFacts::isUpward))
                        .ints(Change.field(PreferenceRecord::guidelinesVersion))
                        .send()));
    }

    @Override
    public void committed(List<Change<PreferenceRecord>> changes) {
        arrivals.committed(changes);
        tallyArrivals
                .committed(changes.stream().map(Change.field(PreferenceRecord::projectId)).flatMap(Stream::ofNullable));
    }
}
