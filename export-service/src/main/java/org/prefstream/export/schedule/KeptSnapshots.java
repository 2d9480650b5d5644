package org.prefstream.export.schedule;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.prefstream.kit.database.Statements;

/**
 * The snapshots that schedules have made and keep no longer, on one connection. Only snapshots of runs are among them, never one that
 * somebody made by hand. The methods block.
 */
final class KeptSnapshots {

    /**
     * Those behind the newest ones that the schedule keeps. Two of them stay: one that a delivery is still to write, and the last one whose
     * files have arrived, however many came behind it that have not.
     */
    private static final String TOO_MANY = """
            select s.project_id, s.keep, r.run_id, r.snapshot_id
            from schedule s
            cross join lateral (
                select r.run_id, r.snapshot_id, d.state, row_number() over newest as place,
                    count(*) filter (where d.state = 'DONE') over newest as arrived
                from schedule_run r
                join snapshot p on p.snapshot_id = r.snapshot_id
                left join delivery d on d.delivery_id = r.delivery_id
                where r.schedule_id = s.schedule_id
                window newest as (order by r.run_id desc)) r
            where r.place > s.keep and (r.state is distinct from 'DONE' or r.arrived > 1)
                and not exists (
                    select from delivery w where w.snapshot_id = r.snapshot_id and w.state in ('WAITING', 'RUNNING'))""";
    private static final String FIRST = TOO_MANY + " order by r.run_id limit ?";
    private static final String STILL = TOO_MANY + " and r.snapshot_id = ?";
    /** A delivery that begins meanwhile waits for this lock, and then finds no snapshot. */
    private static final String LOCK = "select from snapshot where snapshot_id = ? for update skip locked";
    /** The run goes on to say what became of it, and where its files are. */
    private static final String FORGET = """
            update schedule_run r set snapshot_id = null, delivery_id = null, state = coalesce(d.state, r.state),
                note = concat_ws(' ', d.error, 'The schedule keeps ' || cast(? as text) || ', so this snapshot was removed.',
                    case when d.state = 'DONE' then 'Its files are at ' || d.place || '.' end),
                ended_at = coalesce(d.ended_at, r.ended_at)
            from schedule_run same left join delivery d on d.delivery_id = same.delivery_id
            where r.run_id = ? and same.run_id = r.run_id
            """;

    private final Connection connection;

    KeptSnapshots(Connection connection) {
        this.connection = connection;
    }

    /** A snapshot that is kept no longer, with the run that has made it. */
    record Old(long projectId, int keep, long runId, long snapshotId) {
    }

    /** {@return those of all schedules, the oldest first, as many as asked for at most} */
    List<Old> tooMany(int most) throws SQLException {
        return read(FIRST, most);
    }

    /** {@return whether it is still to be removed, and nobody but this transaction may do anything with it} */
    boolean lock(Old one) throws SQLException {
        try (PreparedStatement lock = Statements.prepared(connection, LOCK, one.snapshotId());
                ResultSet row = lock.executeQuery()) {
            return row.next() && !read(STILL, one.snapshotId()).isEmpty();
        }
    }

    /** Lets the run of a snapshot say that this is removed. */
    void forget(Old one) throws SQLException {
        String kept = one.keep() == 1 ? "one snapshot" : one.keep() + " snapshots";
        Statements.update(connection, FORGET, kept, one.runId());
    }

    private List<Old> read(String sql, Object parameter) throws SQLException {
        try (PreparedStatement select = Statements.prepared(connection, sql, parameter);
                ResultSet row = select.executeQuery()) {
            List<Old> found = new ArrayList<>();
            while (row.next()) {
                found.add(new Old(row.getLong(1), row.getInt(2), row.getLong(3), row.getLong(4)));
            }
            return found;
        }
    }
}
