package org.prefstream.export.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.DatabaseFailed;

/** The rows of snapshots, in one transaction. The methods block. A set of any size is one statement, and no row of it comes here. */
public final class FrozenRows {

    /** Contents that are there already stay: a row that was not changed is stored once. */
    private static final String STORE = """
            ) picked), numbered as materialized (
                select *, sha256(convert_to(record, 'UTF8')) as hash,
                    row_number() over (order by task_id, annotation_id, record_id) as line
                from chosen),
            contents as (
                insert into snapshot_content (project_id, sha256, record)
                select cast(? as bigint), hash, record from numbered on conflict do nothing)
            insert into snapshot_row (snapshot_id, line, project_id, record_id, revision, task_id, annotation_id, annotator_id,
                split_place, tie_line, agreement, label_config_sha256, sha256)
            select cast(? as bigint), line, cast(? as bigint), record_id, revision, task_id, annotation_id,
                coalesce(annotator_id, 0), split_place, tie_line, agreement,
                label_config_sha256, hash
            from numbered
            """;
    private static final String COLUMNS = "record_id, revision, task_id, annotation_id, annotator_id, split_place, tie_line, "
            + "agreement, label_config_sha256";
    private static final String OF_SNAPSHOT = """
            (select r.line, r.split_place, r.tie_line, r.agreement, r.label_config_sha256, c.record from snapshot_row r
             join snapshot_content c on c.project_id = r.project_id and c.sha256 = r.sha256 where r.snapshot_id = ?) frozen
            where true""";
    private static final String PURGED = """
            select record_id from snapshot_row where snapshot_id = ? and sha256 is null order by line limit ?
            """;
    /** A content that another snapshot holds stays. */
    private static final String REMOVE = """
            with gone as (delete from snapshot_row where snapshot_id = ? returning project_id, sha256)
            delete from snapshot_content c using gone
            where c.project_id = gone.project_id and c.sha256 = gone.sha256 and not exists (
                select from snapshot_row r
                where r.project_id = c.project_id and r.sha256 = c.sha256 and r.snapshot_id <> ?)
            """;

    private final Connection connection;

    FrozenRows(Connection connection) {
        this.connection = connection;
    }

    /**
     * Freezes what a selection takes now.
     *
     * @return how many rows that is
     */
    public long freeze(long snapshotId, Selection selection) {
        Query rows = Query.preferences(selection);
        long projectId = selection.projectId();
        Sql freeze = Sql
                .of("with chosen as materialized (select %1$s, %2$s as record from (select %1$s, record"
                        .formatted(COLUMNS, rows.row().text()))
                .add(rows.row().beside().text(), rows.row().parameters())
                .add(" from " + rows.source(), rows.parameters())
                .add(STORE, List.of(projectId, snapshotId, projectId));
        try (PreparedStatement statement = freeze.prepare(connection)) {
            return statement.executeLargeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /**
     * {@return the rows of a snapshot, in its order; the caller closes the stream}
     *
     * @param areMixed whether texts among them become messages
     * @param ties which of the rows of ties, if there are any
     * @param split only the rows of this split, which then say so; null for all
     */
    public Stream<byte[]> of(long snapshotId, boolean areMixed, TieChoice ties, @Nullable SplitChoice split) {
        return records(query(snapshotId, ties, split), areMixed);
    }

    /** {@return all rows of a snapshot, with what {@link DatasetView#preferencesWithOrigin} said of them when it was made} */
    public Stream<byte[]> withOrigin(long snapshotId, boolean areMixed, TieChoice ties) {
        return records(query(snapshotId, ties, null).withOrigin(), areMixed);
    }

    private static Query query(long snapshotId, TieChoice ties, @Nullable SplitChoice split) {
        Sql source = Sql.of("").add(OF_SNAPSHOT, List.of(snapshotId)).add(" and (" + ties.ofFrozen() + ")", List.of());
        RowText text = RowText.UNCHANGED;
        if (split != null) {
            source.add(" and split_place >= ? and split_place < ?", List.of(split.from(), split.below()));
            text = RowText.of(split);
        }
        return new Query(source.text(), List.of("line"), source.parameters(), text);
    }

    private Stream<byte[]> records(Query query, boolean areMixed) {
        Stream<byte[]> rows = DatasetView.stream(new Cursor(connection, query));
        return areMixed ? rows.map(DatasetView::asMessages) : rows;
    }

    /** {@return the keys of the first rows of a snapshot that were purged, as many as asked for at most} */
    public List<String> purged(long snapshotId, int most) {
        try (PreparedStatement select = Sql.of("").add(PURGED, List.of(snapshotId, most)).prepare(connection);
                ResultSet row = select.executeQuery()) {
            List<String> keys = new ArrayList<>();
            while (row.next()) {
                keys.add(row.getString(1));
            }
            return keys;
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** Removes the rows of a snapshot, and the contents that no other one holds. Nobody may freeze rows of the project meanwhile. */
    public void remove(long snapshotId) {
        try (PreparedStatement delete = Sql.of("").add(REMOVE, List.of(snapshotId, snapshotId)).prepare(connection)) {
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }
}
