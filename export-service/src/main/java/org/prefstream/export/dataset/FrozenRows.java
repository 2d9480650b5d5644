package org.prefstream.export.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.export.dataset.Counts.Size;
import org.prefstream.kit.database.DatabaseFailed;

/** The rows of snapshots, in one transaction. The methods block. A set of any size is one statement, and no row of it comes here. */
public final class FrozenRows {

    /** Contents that are there already stay: a row that was not changed is stored once. */
    private static final String STORE = """
            , numbered as materialized (
                select *, sha256(convert_to(record, 'UTF8')) as hash,
                    ? + row_number() over (order by task_id, annotation_id, record_id) as line
                from chosen),
            contents as (
                insert into snapshot_content (project_id, sha256, record)
                select cast(? as bigint), hash, record from numbered on conflict do nothing)
            insert into snapshot_row (snapshot_id, project_id, line, sha256, record_id, revision, task_id, annotation_id, annotator_id,
                outcome, has_row%1$s)
            select cast(? as bigint), cast(? as bigint), line, hash, record_id, revision, task_id, annotation_id,
                coalesce(annotator_id, 0), outcome, %2$s%1$s
            from numbered
            """;
    /** Of a row, in the names that it has here too. */
    private static final String OF_ROW = ", split_place, tie_line, shape, agreement, label_config_sha256, texts_hash, "
            + "is_upward";
    private static final String COLUMNS = "record_id, revision, task_id, annotation_id, annotator_id, prefers" + OF_ROW;
    private static final String ROWS = """
            with chosen as materialized (
                select *, case when prefers = 2 then 'tie' when prefers = 3 then 'both_bad' else 'preference' end as outcome
                from (select %1$s, voters, %2$s as record from (select %1$s, record""";
    /** A row that is about to go, because its judgement was edited, stands for its pair. */
    private static final String WITHOUT_ROW = """
            with chosen as materialized (select * from (select * from %s) pair where not exists (
                select from snapshot_row r where r.snapshot_id = ? and r.record_id = pair.record_id))""";
    /** Contents are joined only where somebody reads them. */
    private static final String OF_SNAPSHOT = """
            (select r.line, r.split_place, r.tie_line, r.outcome, r.shape, r.has_row, r.agreement, r.label_config_sha256, r.voters, c.record
             from snapshot_row r left join snapshot_content c on c.project_id = r.project_id and c.sha256 = r.sha256
             where r.snapshot_id = ? and r.sha256 is not null) frozen
            where %s""";
    private static final String SIZE = "select coalesce(sum(octet_length(%s) + 1), 0) from %s";
    private static final String TEXTS = """
            (select record_id, line, texts_hash, is_upward from snapshot_row where snapshot_id = ? and has_row) frozen where true""";
    private static final String PURGED = """
            select record_id from snapshot_row where snapshot_id = ? and sha256 is null order by line limit ?
            """;
    private static final String REMOVE = removal("snapshot_row", "snapshot_content");

    private final Connection connection;

    FrozenRows(Connection connection) {
        this.connection = connection;
    }

    /** {@return the statement that removes what a table has of a snapshot, and of its contents those that no other snapshot holds} */
    static String removal(String table, String contents) {
        return """
                with gone as (delete from %1$s where snapshot_id = ? returning project_id, sha256)
                delete from %2$s c using gone
                where c.project_id = gone.project_id and c.sha256 = gone.sha256 and not exists (
                    select from %1$s r
                    where r.project_id = c.project_id and r.sha256 = c.sha256 and r.snapshot_id <> ?)
                """.formatted(table, contents);
    }

    /**
     * Freezes what a selection takes now, with all rows of its ties.
     *
     * @return how many rows that is
     */
    public long freeze(long snapshotId, Selection selection) {
        Query rows = Query.preferences(selection.withAllTies());
        return store(snapshotId, selection.projectId(), 0, true,
                Sql.of(ROWS.formatted(COLUMNS, rows.row().text()))
                        .add(rows.row().beside().text(), rows.row().parameters())
                        .add(", " + rows.row().voters().text() + " as voters", rows.row().voters().parameters())
                        .add(" from " + rows.source() + ") picked) one)", rows.parameters()));
    }

    /**
     * Freezes the pairs that have no row, behind those that have one.
     *
     * @param rows how many rows are frozen
     * @return how many pairs that is
     */
    public long freezeWithoutRow(long snapshotId, long rows, Selection selection) {
        Query pairs = Query.untrainable(selection.withAllTies());
        return store(snapshotId, selection.projectId(), rows, false,
                Sql.of("").add(WITHOUT_ROW.formatted(pairs.source()), pairs.parameters()).add("", List.of(snapshotId)));
    }

    private long store(long snapshotId, long projectId, long behind, boolean areRows, Sql chosen) {
        Sql freeze = chosen.add(STORE.formatted(areRows ? OF_ROW + ", voters" : "", areRows),
                List.of(behind, projectId, snapshotId, projectId));
        try (PreparedStatement statement = freeze.prepare(connection)) {
            return statement.executeLargeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /**
     * {@return the rows of a snapshot, in its order; the caller closes the stream}
     *
     * @param ties which of the rows of ties, if there are any
     * @param split only the rows of this split, which then say so; null for all
     */
    public Stream<byte[]> of(FrozenSet set, TieChoice ties, @Nullable SplitChoice split) {
        return records(set, query(set, ties, split));
    }

    /** {@return the same rows, with what {@link DatasetView#preferencesWithOrigin} said of them when the snapshot was made} */
    public Stream<byte[]> withOrigin(FrozenSet set, TieChoice ties, @Nullable SplitChoice split) {
        return records(set, query(set, ties, split).withOrigin());
    }

    /** {@return what {@link DatasetView#untrainable} said when a snapshot was made, as far as a format that has these rows of ties asks} */
    public Stream<byte[]> untrainable(FrozenSet set, TieChoice ties) {
        return unchanged(set, "not has_row and outcome in ('%s')".formatted(String.join("', '", ties.outcomes())));
    }

    /** {@return what a snapshot holds beside the rows of preferences and ties, as it is stored} */
    public Stream<byte[]> beside(FrozenSet set) {
        return unchanged(set, "(not has_row or outcome = 'both_bad')");
    }

    private Stream<byte[]> unchanged(FrozenSet set, String condition) {
        Sql source = Sql.of("").add(OF_SNAPSHOT.formatted(condition), List.of(set.snapshotId()));
        return DatasetView.stream(new Cursor(connection,
                new Query(source.text(), List.of("line"), source.parameters(), RowText.UNCHANGED)));
    }

    /** {@return how many prompts with two answers have rows that prefer the one, and rows that prefer the other} */
    public long conflicts(FrozenSet set) {
        return contradicting(set).count();
    }

    /** Tells the keys of these rows. */
    public void conflicting(FrozenSet set, Consumer<String> recordIds) {
        contradicting(set).tell(recordIds);
    }

    private ContradictingRows contradicting(FrozenSet set) {
        return new ContradictingRows(connection,
                new Query(TEXTS, List.of("line"), List.of(set.snapshotId()), RowText.UNCHANGED));
    }

    static Query query(FrozenSet set, TieChoice ties, @Nullable SplitChoice split) {
        Sql source = Sql.of("")
                .add(OF_SNAPSHOT.formatted("has_row and (" + ties.ofFrozen() + ")"), List.of(set.snapshotId()));
        boolean isWithoutOutcome = set.hasBeside() && set.hasOutcomes() && !ties.hasTies();
        RowText text = isWithoutOutcome ? RowText.withoutOutcome() : RowText.UNCHANGED;
        if (split != null) {
            source.add(" and split_place >= ? and split_place < ?", List.of(split.from(), split.below()));
            text = RowText.of(split);
        }
        return new Query(source.text(), List.of("line"), source.parameters(), text);
    }

    /** Of old snapshots nobody knows which of the rows are conversations, only whether some are. */
    private boolean areMixed(FrozenSet set, Query query) {
        return set.areMixed() && (!set.hasBeside() || DatasetView.areMixed(connection, query));
    }

    private Stream<byte[]> records(FrozenSet set, Query query) {
        boolean areMixed = areMixed(set, query);
        Stream<byte[]> rows = DatasetView.stream(new Cursor(connection, query));
        return areMixed ? rows.map(DatasetView::asMessages) : rows;
    }

    /** {@return how large the rows are as JSON Lines; texts that become messages count as they are stored} */
    public Size size(FrozenSet set, TieChoice ties) {
        Query rows = query(set, ties, null);
        Sql sum = Sql.of("").add(SIZE.formatted(rows.row().text(), rows.source()), rows.parameters());
        try (PreparedStatement select = sum.prepare(connection); ResultSet row = select.executeQuery()) {
            row.next();
            return new Size(row.getLong(1), !areMixed(set, rows));
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** {@return the tasks of snapshots, in the same transaction} */
    public FrozenTasks tasks() {
        return new FrozenTasks(connection);
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
