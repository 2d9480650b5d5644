package org.prefstream.export.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.prefstream.kit.database.DatabaseFailed;

/**
 * The tasks of snapshots with their annotations, in one transaction. Files are made of them that have a row per task or annotation. The
 * methods block, and no record comes here that is frozen.
 */
public final class FrozenTasks {

    /** So many tasks are frozen by one statement, which must not take as long as it likes. */
    private static final int SET = 10_000;
    /** An annotation whose task has not arrived is in no file, and so in no snapshot. */
    private static final String FREEZE = """
            with task as materialized (
                select task_id, record from %1$s and task_id > ? order by task_id limit %3$d),
            chosen as materialized (
                select task_id, 0 as annotation_id, 0 as annotator_id, sha256(convert_to(record, 'UTF8')) as hash, record from task
                union all
                select task.task_id, annotation_id, coalesce(annotator_id, 0), sha256(convert_to(said.record, 'UTF8')), said.record
                from task cross join lateral (select * from %2$s and a.task_id = task.task_id) said),
            contents as (
                insert into snapshot_source_content (project_id, sha256, record)
                select cast(? as bigint), hash, record from chosen on conflict do nothing),
            sources as (
                insert into snapshot_source (snapshot_id, project_id, task_id, annotation_id, annotator_id, sha256)
                select cast(? as bigint), cast(? as bigint), task_id, annotation_id, annotator_id, hash from chosen)
            select max(task_id) from task
            """;
    private static final String ABOUT = """
            select count(*) filter (where annotation_id = 0), count(*) filter (where annotation_id > 0),
                encode(sha256(coalesce(string_agg(sha256, '' order by task_id, annotation_id), '')), 'hex')
            from snapshot_source where snapshot_id = ?
            """;
    private static final String OF_SNAPSHOT = """
            (select s.task_id, s.annotation_id, c.record
             from snapshot_source s left join snapshot_source_content c on c.project_id = s.project_id and c.sha256 = s.sha256
             where s.snapshot_id = ? and s.annotation_id %s 0 and s.sha256 is not null) source where true""";
    private static final String PURGED = """
            select annotation_id from snapshot_source where snapshot_id = ? and sha256 is null order by task_id, annotation_id limit ?
            """;
    private static final String PURGE = """
            with meant as (
                update snapshot_source s set sha256 = null
                from (select snapshot_id, task_id, annotation_id, sha256 from snapshot_source
                      where project_id = ? and annotation_id > 0 and sha256 is not null
                        and (annotator_id = any (?) or annotation_id = any (?))
                      for update) old
                where (s.snapshot_id, s.task_id, s.annotation_id) = (old.snapshot_id, old.task_id, old.annotation_id)
                returning s.snapshot_id, s.annotation_id, old.sha256),
            gone as (
                delete from snapshot_source_content c where project_id = ? and sha256 in (select sha256 from meant) and not exists (
                    select from snapshot_source s where s.project_id = c.project_id and s.sha256 = c.sha256
                      and not exists (
                        select from meant m where m.snapshot_id = s.snapshot_id and m.annotation_id = s.annotation_id)))
            update snapshot s set purged_annotations = s.purged_annotations + found.annotations
            from (select snapshot_id, count(*) as annotations from meant group by snapshot_id) found
            where s.snapshot_id = found.snapshot_id
            returning s.snapshot_id, found.annotations
            """;
    private static final String REMOVE = FrozenRows.removal("snapshot_source", "snapshot_source_content");

    private final Connection connection;

    FrozenTasks(Connection connection) {
        this.connection = connection;
    }

    /**
     * What was frozen.
     *
     * @param annotations how many, skips among them
     * @param sha256 of the SHA-256 of each record, in the order of task and annotation, each task before its annotations
     */
    public record About(long tasks, long annotations, String sha256) {
    }

    /**
     * What was purged.
     *
     * @param annotations how many there were in all snapshots together
     * @param snapshots those that had any
     */
    public record Purged(long annotations, Set<Long> snapshots) {
    }

    /** {@return what was frozen of that which a selection takes now, for files of tasks and annotations} */
    public About freeze(long snapshotId, Selection selection) {
        OptionalLong last = OptionalLong.of(0);
        while (last.isPresent()) {
            last = freezeBehind(last.getAsLong(), snapshotId, selection);
        }
        return about(snapshotId);
    }

    /** {@return the last task of the set that follows this one; nothing if none follows} */
    private OptionalLong freezeBehind(long taskId, long snapshotId, Selection selection) {
        Query tasks = Query.tasks(selection);
        Query annotations = Query.annotations(selection);
        Sql freeze = Sql.of(FREEZE.formatted(tasks.source(), annotations.source(), SET))
                .add("", tasks.parameters())
                .add("", List.of(taskId))
                .add("", annotations.parameters())
                .add("", List.of(selection.projectId(), snapshotId, selection.projectId()));
        try (PreparedStatement statement = freeze.prepare(connection); ResultSet row = statement.executeQuery()) {
            row.next();
            long last = row.getLong(1);
            return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(last);
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    private About about(long snapshotId) {
        try (PreparedStatement select = Sql.of("").add(ABOUT, List.of(snapshotId)).prepare(connection);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new About(row.getLong(1), row.getLong(2), row.getString(3));
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** {@return the tasks of a snapshot, in the order of their ids; the caller closes the stream} */
    public Stream<JudgedTask> tasks(long snapshotId) {
        return DatasetView.stream(new JudgedTasks(new Cursor(connection, tasksOf(snapshotId)),
                new Cursor(connection, annotationsOf(snapshotId))));
    }

    static Query tasksOf(long snapshotId) {
        return of("=", List.of("task_id"), snapshotId);
    }

    static Query annotationsOf(long snapshotId) {
        return of(">", List.of("task_id", "annotation_id"), snapshotId);
    }

    private static Query of(String comparison, List<String> order, long snapshotId) {
        return new Query(OF_SNAPSHOT.formatted(comparison), order, List.of(snapshotId), RowText.UNCHANGED);
    }

    /** {@return the ids of the first annotations of a snapshot that were purged, as many as asked for at most} */
    public List<Long> purged(long snapshotId, int most) {
        try (PreparedStatement select = Sql.of("").add(PURGED, List.of(snapshotId, most)).prepare(connection);
                ResultSet row = select.executeQuery()) {
            List<Long> ids = new ArrayList<>();
            while (row.next()) {
                ids.add(row.getLong(1));
            }
            return ids;
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** {@return what is gone now from all snapshots of a project} Nobody may freeze anything of the project meanwhile. */
    public Purged purge(long projectId, List<Long> annotators, List<Long> annotations) {
        Sql purge = Sql.of("").add(PURGE, List.of(projectId, annotators, annotations, projectId));
        try (PreparedStatement statement = purge.prepare(connection); ResultSet row = statement.executeQuery()) {
            Set<Long> snapshots = new TreeSet<>();
            long gone = 0;
            while (row.next()) {
                snapshots.add(row.getLong(1));
                gone += row.getLong(2);
            }
            return new Purged(gone, snapshots);
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** Removes what a snapshot has, and the contents that no other one holds. Nobody may freeze anything of the project meanwhile. */
    public void remove(long snapshotId) {
        try (PreparedStatement delete = Sql.of("").add(REMOVE, List.of(snapshotId, snapshotId)).prepare(connection)) {
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }
}
