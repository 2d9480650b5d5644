package org.prefstream.annotation.submission;

import java.util.List;

import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.kit.database.SetStatement;
import org.prefstream.kit.projection.Change;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Imported annotations as they arrived, in the Panache transaction of the caller. */
final class ImportTable {

    /** The most that one set has. As many records come with one poll of the topic. */
    static final int SET_MAX = 1_000;

    private static final String NOTE = """
            insert into imported_annotation (import_key, task_id, project_id, unique_id, record)
            select import_key, task_id, project_id, unique_id, convert_from(record, 'UTF8')
            from unnest(cast(? as text[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as text[]), cast(? as bytea[]))
                as arrived (import_key, task_id, project_id, unique_id, record)
            on conflict (import_key) do nothing
            """;
    /** Read by an index that has all of it, in its order: however many wait, a set costs what it holds. */
    private static final String WAITING = """
            select task_id, import_key from imported_annotation
            where not applied and %s and (task_id, import_key) > (?2, ?3) order by task_id, import_key limit ?4
            """;
    /**
     * A unique_id is one annotation of its project, however it came here. The other one may belong to a task that was deleted
     * before this import and is still here. {@code offset 0} makes the database look into the index for each row: joined, it
     * might read all annotations of the project. Tasks are locked by ascending id.
     */
    private static final String LOCK = """
            select i.import_key, i.task_id, i.project_id, p.revision, octet_length(i.record) + octet_length(t.record) as bytes
            from imported_annotation i
            join task_slot s on s.task_id = i.task_id
            join task_copy t on t.task_id = i.task_id and not t.deleted
            join project_copy p on p.project_id = i.project_id and not p.deleted
            where i.import_key = any (cast(?1 as text[])) and not exists (select from annotation a
                where a.project_id = i.project_id and a.unique_id = cast(i.unique_id as uuid) offset 0)
            order by i.task_id, i.import_key for update of s
            """;
    private static final String READ = """
            select i.record as annotation, t.record as task from imported_annotation i join task_copy t using (task_id)
            where i.import_key = any (cast(?1 as text[])) order by i.task_id, i.import_key
            """;
    /** What was applied is in the annotation, so that it need not be kept here once more. */
    private static final String APPLIED = """
            update imported_annotation set applied = true, record = '' where import_key = any (cast(?1 as text[]))
            """;

    /** Which imported annotations are asked for. */
    enum Of {

        TASKS("task_id = any (cast(?1 as bigint[]))"),
        PROJECT("project_id = ?1"),
        UNIQUE_IDS("unique_id = any (cast(?1 as text[]))");

        private final String sql;

        Of(String condition) {
            this.sql = WAITING.formatted(condition);
        }
    }

    /** The place of one that waits, in the order in which they are applied. */
    record Place(long taskId, String importKey) {

        static final Place BEGINNING = new Place(0, "");
    }

    /**
     * One that can be applied, and whose task is locked.
     *
     * @param projectRevision the revision of the project that is known now
     * @param bytes of its record and of its task's
     */
    record Found(String importKey, long taskId, long projectId, long projectRevision, long bytes) {

        private static Found read(Object[] row) {
            return new Found((String) row[0], (Long) row[1], (Long) row[2], (Long) row[3],
                    ((Number) row[4]).longValue());
        }
    }

    /** What is stored of one that was found: its record, and that of its task. */
    record Stored(String annotation, String task) {
    }

    private ImportTable() {
    }

    /** Stores those that have arrived; each once, however often it is delivered. */
    static Uni<Void> note(List<Change<ImportedAnnotationRecord>> arrived) {
        return new SetStatement<>(NOTE, arrived).texts(Change::key)
                .longs(Change.field(ImportedAnnotationRecord::taskId))
                .longs(Change.field(ImportedAnnotationRecord::projectId))
                .texts(Change.field(record -> record.uniqueId() == null ? null : record.uniqueId().toString()))
                .bytes(Change::json)
                .execute()
                .replaceWithVoid();
    }

    /**
     * {@return the first of those that wait; as many as a set has, if there are more}
     *
     * @param value the project, or an array of tasks or unique_ids
     * @param after where the set before this one ended
     */
    static Uni<List<Place>> waiting(Of of, Object value, Place after) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(of.sql, Object[].class)
                        .setParameter(1, value)
                        .setParameter(2, after.taskId)
                        .setParameter(3, after.importKey)
                        .setParameter(4, SET_MAX)
                        .getResultList())
                .map(rows -> rows.stream().map(row -> new Place((Long) row[0], (String) row[1])).toList());
    }

    /** {@return those of a set that can be applied; their tasks are locked from now on} */
    static Uni<List<Found>> lock(List<Place> set) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Object[].class)
                        .setParameter(1, set.stream().map(Place::importKey).toArray(String[]::new))
                        .getResultList())
                .map(rows -> rows.stream().map(Found::read).toList());
    }

    /** {@return what is stored of those that were found, in the same order} */
    static Uni<List<Stored>> read(List<Found> found) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(READ, Object[].class)
                        .setParameter(1, found.stream().map(Found::importKey).toArray(String[]::new))
                        .getResultList())
                .map(rows -> rows.stream().map(row -> new Stored((String) row[0], (String) row[1])).toList());
    }

    /** Notes that those need not be applied any more. */
    static Uni<Void> markApplied(List<String> importKeys) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(APPLIED)
                        .setParameter(1, importKeys.toArray(String[]::new))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
