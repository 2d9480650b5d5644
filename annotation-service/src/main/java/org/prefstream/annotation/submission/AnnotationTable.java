package org.prefstream.annotation.submission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.prefstream.kit.database.Flight;
import org.prefstream.kit.database.SetStatement;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/** The annotations of a group of judgements, or of a set of imported ones, whose tasks' rows are locked by the transaction. */
final class AnnotationTable {

    private static final String FIND = """
            select a.* from annotation a
            where a.id = any (array(select unnest(cast(? as bigint[]))
                union select annotation_id from lease where id = any (cast(? as bigint[]))
                union select known.id from unnest(cast(? as bigint[]), cast(? as text[])) as q(task_id, unique_id)
                    join task_copy t using (task_id)
                    join annotation known on known.project_id = t.project_id and known.unique_id = cast(q.unique_id as uuid)))
            """;
    /** By ascending unique_id: submits and imported annotations may have the same ones, and would deadlock otherwise. */
    private static final String INSERT = """
            insert into annotation (id, revision, task_id, project_id, completed_by, updated_by, result, was_cancelled, counts,
                ground_truth, created_at, updated_at, lead_time, unique_id, parent_prediction, parent_annotation, shown_order,
                shown_sha256, record_keys, import_key, import_id, skip_reason, guidelines_version, label_config_sha256)
            select id, revision, task_id, project_id, completed_by, updated_by, result, was_cancelled, counts, ground_truth,
                cast(created_at as timestamptz), cast(updated_at as timestamptz), cast(lead_time as numeric),
                cast(unique_id as uuid), parent_prediction, parent_annotation, shown_order, shown_sha256, record_keys, import_key,
                import_id, skip_reason, guidelines_version, label_config_sha256
            from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]),
                cast(? as bigint[]), cast(? as text[]), cast(? as boolean[]), cast(? as boolean[]), cast(? as boolean[]),
                cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as bigint[]),
                cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                cast(? as bigint[]), cast(? as text[]), cast(? as bigint[]), cast(? as text[]))
                as n(id, revision, task_id, project_id, completed_by, updated_by, result, was_cancelled, counts, ground_truth,
                    created_at, updated_at, lead_time, unique_id, parent_prediction, parent_annotation, shown_order,
                    shown_sha256, record_keys, import_key, import_id, skip_reason, guidelines_version,
                    label_config_sha256)
            order by project_id, unique_id
            """;
    /** A person may have sent the unique_id of an imported annotation a moment ago. Then it goes on waiting. */
    private static final String INSERT_IMPORTED = INSERT + " on conflict (project_id, unique_id) do nothing";
    private static final String STORED = "select id from annotation where id = any (cast(?1 as bigint[]))";
    private static final String REPLACE = """
            update annotation a set revision = n.revision, updated_by = n.updated_by, result = n.result,
                was_cancelled = n.was_cancelled, counts = n.counts, ground_truth = n.ground_truth,
                updated_at = cast(n.updated_at as timestamptz), lead_time = cast(n.lead_time as numeric),
                record_keys = n.record_keys, skip_reason = n.skip_reason
            from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as text[]), cast(? as boolean[]),
                cast(? as boolean[]), cast(? as boolean[]), cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
                as n(id, revision, updated_by, result, was_cancelled, counts, ground_truth, updated_at, lead_time, record_keys,
                    skip_reason)
            where a.id = n.id
            """;

    /** A unique_id that an annotation of that task's project may have already. */
    record SentId(long taskId, UUID uniqueId) {
    }

    private AnnotationTable() {
    }

    /**
     * Asks for annotations: those named, those that leases have ended with, and those that have a unique_id already.
     *
     * @return rows that {@link #read} reads
     */
    static Future<RowSet<Row>> find(Flight flight, Collection<Long> ids, Collection<Long> leases, List<SentId> sent) {
        return flight.ask(new SetStatement<>(FIND, sent).value(ids.toArray(Long[]::new))
                .value(leases.toArray(Long[]::new))
                .longs(SentId::taskId)
                .texts(one -> one.uniqueId().toString()));
    }

    /** {@return the annotations of the rows} */
    static List<Annotation> read(RowSet<Row> rows) {
        List<Annotation> found = new ArrayList<>();
        rows.forEach(row -> found.add(Annotation.read(row)));
        return found;
    }

    /** Sends new annotations. */
    static void insert(Flight flight, List<Annotation> added) {
        flight.send(Annotation.columns(new SetStatement<>(INSERT, added)));
    }

    /**
     * Stores annotations that came with an import, in the Panache transaction of the caller.
     *
     * @return the ids of those that are stored; one whose unique_id was taken meanwhile is not
     */
    static Uni<Set<Long>> insertImported(List<Annotation> imported) {
        Set<Long> ids = imported.stream().map(Annotation::id).collect(Collectors.toSet());
        return Annotation.columns(new SetStatement<>(INSERT_IMPORTED, imported))
                .execute()
                .chain(count -> count == ids.size() ? Uni.createFrom().item(ids) : stored(ids));
    }

    private static Uni<Set<Long>> stored(Set<Long> ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(STORED, Long.class)
                        .setParameter(1, ids.toArray(Long[]::new))
                        .getResultList())
                .map(Set::copyOf);
    }

    /** Sends the new results of annotations that were edited. */
    static void replace(Flight flight, List<Annotation> edited) {
        flight.send(Annotation.editedColumns(new SetStatement<>(REPLACE, edited)));
    }
}
