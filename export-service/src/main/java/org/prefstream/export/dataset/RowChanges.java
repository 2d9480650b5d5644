package org.prefstream.export.dataset;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.SessionStatements;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The changes of the dataset's rows by position, for readers who go on where they stopped. As on a compacted topic, a row stands
 * there once, at its last change.
 *
 * <p>Nobody may commit a position that is lower than one which a reader has passed: the reader would never see it. So whoever
 * writes first takes positions by an update of one row, whose lock lasts until the commit, and positions become visible in
 * their order. Several partitions, and replicas, can write at once, and wait for each other for as long as a batch takes. A
 * sequence would give out numbers in another order than that of commits; to wait for the oldest transaction that runs ({@code
 * pg_snapshot_xmin}) would let an import into a neighbouring database of the same server hold up every stream.
 *
 * <p>A position is the time in microseconds, or the next free one. Commits of copies do not wait for the disk, so a crash may take
 * some away that readers have seen. They are read again from the topic and get positions that are later than any seen before; a
 * counter would give out the lost ones once more, and for other rows.
 */
@ApplicationScoped
public class RowChanges {

    private static final String TAKE = """
            update preference_head set last_position =
                greatest(last_position, cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)) + $1
            """;
    private static final String LAST = "select last_position from preference_head";

    private static final int PAGE_ROWS = 200;
    /** The most bytes of a page, unless a single record is larger. Each stream may hold two pages, and there are many. */
    private static final int PAGE_BYTES = 128 * 1024;
    /** Lengths come from the TOAST headers, so records beyond the limit are never read. The statement sees all of one moment. */
    private static final String PAGE = """
            select last_position, found, position, record_id, revision, record
            from preference_head left join (
                select *, sum(coalesce(octet_length(record), 0)) over (order by position) as bytes,
                       row_number() over (order by position) as place, count(*) over () as found
                from (select position, record_id, revision, record from preference_copy
                      where stream_project_id = $1 and position > $2%s order by position limit %d) first_ones
            ) sized on bytes <= %d or place = 1
            order by position
            """;
    private static final String OF_ALL = PAGE.formatted("", PAGE_ROWS, PAGE_BYTES);
    private static final String OF_ANNOTATOR = PAGE.formatted(" and annotator_id = $3", PAGE_ROWS, PAGE_BYTES);

    private final Pool pool;

    RowChanges(Pool pool) {
        this.pool = pool;
    }

    /** Takes that many positions, in the transaction that stores the changes. The last one taken is the head. */
    static Uni<?> takePositions(int count) {
        return SessionStatements.update(TAKE, (long) count);
    }

    /** {@return the last position that there is: what is behind it has yet to come} */
    public Uni<Long> last() {
        return pool.query(LAST).execute().map(rows -> rows.iterator().next().getLong(0));
    }

    /** {@return the first changes behind a position that this audience gets, as many as fit on a page} It holds no connection behind. */
    public Uni<RowPage> behind(Audience audience, long position) {
        Long annotatorId = audience.annotatorId();
        return annotatorId == null
                ? page(OF_ALL, Tuple.of(audience.projectId(), position))
                : page(OF_ANNOTATOR, Tuple.of(audience.projectId(), position, annotatorId));
    }

    private Uni<RowPage> page(String select, Tuple parameters) {
        return pool.preparedQuery(select).execute(parameters).map(RowChanges::read);
    }

    /** Where nothing is found there is one row, with the head alone. */
    private static RowPage read(RowSet<Row> rows) {
        List<RowChange> changes = new ArrayList<>();
        long last = 0;
        long found = 0;
        for (Row row : rows) {
            last = row.getLong(0);
            if (row.getLong(1) != null) {
                found = row.getLong(1);
                changes.add(new RowChange(row.getLong(2), row.getString(3), row.getLong(4), row.getString(5)));
            }
        }
        boolean isLast = found == changes.size() && found < PAGE_ROWS;
        return new RowPage(changes, isLast ? last : changes.get(changes.size() - 1).position(), isLast);
    }
}
