package org.prefstream.task.task;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
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

/**
 * Keeps one summary per annotation, and counts the tasks that a batch touches anew from their rows: so the same batch
 * again changes nothing.
 */
@ApplicationScoped
class AnnotationProjection implements Projection<AnnotationRecord> {

    /** What belongs to a project that is gone is not stored; a deletion always is, or a late record would come back. */
    private static final String UPSERT = """
            insert into annotation_summary (annotation_id, revision, deleted, task_id, project_id, completed_by, updated_by,
                was_cancelled, ground_truth, lead_time, created_at, updated_at, unique_id, import_id, result, verdicts, controls,
                skip_reason, guidelines_version)
            select s.annotation_id, s.revision, s.deleted, s.task_id, s.project_id, s.completed_by, s.updated_by,
                s.was_cancelled, s.ground_truth, cast(s.lead_time as numeric), cast(s.created_at as timestamptz),
                cast(s.updated_at as timestamptz), cast(s.unique_id as uuid), s.import_id, convert_from(s.result, 'UTF8'),
                convert_from(s.verdicts, 'UTF8'), cast(s.controls as text[]), s.skip_reason, s.guidelines_version
            from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as boolean[]), cast(? as bigint[]), cast(? as bigint[]),
                cast(? as bigint[]), cast(? as bigint[]), cast(? as boolean[]), cast(? as boolean[]), cast(? as text[]),
                cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as bigint[]), cast(? as bytea[]), cast(? as bytea[]),
                cast(? as text[]), cast(? as text[]), cast(? as int[]))
                as s(annotation_id, revision, deleted, task_id, project_id, completed_by, updated_by, was_cancelled, ground_truth,
                    lead_time, created_at, updated_at, unique_id, import_id, result, verdicts, controls, skip_reason,
                    guidelines_version)
            where s.deleted or exists (select from project p where p.id = s.project_id and p.deleted_at is null)
            order by s.annotation_id
            on conflict (annotation_id) do update set revision = excluded.revision, deleted = excluded.deleted,
                task_id = coalesce(excluded.task_id, annotation_summary.task_id),
                project_id = coalesce(excluded.project_id, annotation_summary.project_id),
                completed_by = excluded.completed_by, updated_by = excluded.updated_by,
                was_cancelled = excluded.was_cancelled, ground_truth = excluded.ground_truth,
                lead_time = excluded.lead_time, created_at = excluded.created_at, updated_at = excluded.updated_at,
                unique_id = coalesce(excluded.unique_id, annotation_summary.unique_id), import_id = excluded.import_id,
                result = excluded.result, verdicts = excluded.verdicts, controls = excluded.controls,
                skip_reason = excluded.skip_reason, guidelines_version = excluded.guidelines_version
            where excluded.revision > annotation_summary.revision
            """;
    /** Where an annotation that came with a task was deleted, the same file may bring it again. */
    private static final String FORGET_UNIQUE_IDS = """
            delete from imported_unique_id i using annotation_summary s
            where s.annotation_id = any(cast(? as bigint[])) and s.deleted
              and i.project_id = s.project_id and i.unique_id = s.unique_id and i.task_id = s.task_id
            """;
    private static final String OF_BATCH = """
            array(select task_id from annotation_summary where annotation_id = any(cast(? as bigint[])))""";
    /** Tasks are locked in order of their ids first, as whoever deletes them does. */
    private static final String LOCK = """
            select t.id from task t where t.id = any(%s) order by t.id for no key update
            """.formatted(OF_BATCH);
    /**
     * A skip counts towards the overlap where the project says so, as it does for the queue. What the answers say together is told by
     * the function {@code agreed}.
     */
    private static final String COUNT = """
            insert into task_count as c (project_id, task_id, total_annotations, cancelled_annotations, ground_truths, is_labeled,
                completed_at, annotators, lead_time, strength, outcome, chosen, agreement)
            select n.project_id, n.id, n.total_annotations, n.cancelled_annotations, n.ground_truths, n.is_labeled, n.completed_at,
                n.annotators, n.lead_time, n.strength, a.outcome, a.chosen, a.agreement
            from (select t.project_id, t.id, count(s.annotation_id) filter (where not s.was_cancelled) as total_annotations,
                   count(s.annotation_id) filter (where s.was_cancelled) as cancelled_annotations,
                   count(s.annotation_id) filter (where s.ground_truth and not s.was_cancelled) as ground_truths,
                   count(distinct s.completed_by) filter (where not s.was_cancelled
                       or cast(p.settings as json) ->> 'skip_queue' = 'IGNORE_SKIPPED') >= t.overlap as is_labeled,
                   max(s.created_at) filter (where not s.was_cancelled) as completed_at,
                   array_agg(distinct s.completed_by) filter (where s.completed_by is not null) as annotators,
                   avg(s.lead_time) as lead_time, avg(s.strength) as strength,
                   array_agg(s.verdict order by s.verdict collate "C") filter (where s.verdict is not null) as verdicts
                from task t join project p on p.id = t.project_id
                    left join annotation_summary s on s.task_id = t.id and not s.deleted
                where t.id = any(%s) group by t.id, p.id) n
                cross join lateral agreed(n.verdicts) a
            order by n.id
            on conflict (project_id, task_id) do update set total_annotations = excluded.total_annotations,
                cancelled_annotations = excluded.cancelled_annotations, ground_truths = excluded.ground_truths,
                is_labeled = excluded.is_labeled, completed_at = excluded.completed_at, annotators = excluded.annotators,
                lead_time = excluded.lead_time, strength = excluded.strength, outcome = excluded.outcome,
                chosen = excluded.chosen, agreement = excluded.agreement
            where (c.total_annotations, c.cancelled_annotations, c.ground_truths, c.is_labeled, c.completed_at, c.annotators,
                    c.lead_time, c.strength, c.outcome, c.chosen, c.agreement)
                is distinct from (excluded.total_annotations, excluded.cancelled_annotations, excluded.ground_truths,
                    excluded.is_labeled, excluded.completed_at, excluded.annotators, excluded.lead_time, excluded.strength,
                    excluded.outcome, excluded.chosen, excluded.agreement)
            """
            .formatted(OF_BATCH);

    private final Projector projector;

    AnnotationProjection(Projector projector) {
        this.projector = projector;
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
        return HeldKeys.ofNumbers("annotation_summary", "annotation_id");
    }

    @Override
    public Uni<Void> apply(List<Change<AnnotationRecord>> changes) {
        List<Change<AnnotationRecord>> deleted = changes.stream().filter(Change::isDeleted).toList();
        return SessionStatements.together(
                List.of(upsert(changes), new SetStatement<>(FORGET_UNIQUE_IDS, deleted).longs(Change::id).send(),
                        new SetStatement<>(LOCK, changes).longs(Change::id).send(),
                        new SetStatement<>(COUNT, changes).longs(Change::id).send()));
    }

    private static Uni<Integer> upsert(List<Change<AnnotationRecord>> changes) {
        return new SetStatement<>(UPSERT, changes).longs(Change::id)
                .longs(Change::revision)
                .flags(Change::isDeleted)
                .longs(Change.field(AnnotationRecord::taskId))
                .longs(Change.field(AnnotationRecord::projectId))
                .longs(Change.field(AnnotationRecord::completedBy))
                .longs(Change.field(AnnotationRecord::updatedBy))
                .flags(change -> change.state() != null && change.state().wasCancelled())
                .flags(change -> change.state() != null && change.state().groundTruth())
                .texts(Change.field(state -> text(state.leadTime())))
                .texts(Change.field(state -> text(state.createdAt())))
                .texts(Change.field(state -> text(state.updatedAt())))
                .texts(Change.field(state -> text(state.uniqueId())))
                .longs(Change.field(AnnotationRecord::importId))
                .utf8(Change.field(state -> state.result() == null ? null : Json.write(state.result())))
                .utf8(Change.field(state -> Json.write(state.verdicts())))
                .texts(change -> change.state() == null ? "{}" : AnsweredControls.of(change.state().result()))
                .texts(Change.field(AnnotationRecord::skipReason))
                .ints(change -> change.state() == null ? 0 : change.state().guidelinesVersion())
                .send();
    }

    /** {@return what PostgreSQL reads as a number, a time or a UUID} */
    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
