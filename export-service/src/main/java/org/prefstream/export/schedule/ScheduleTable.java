package org.prefstream.export.schedule;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Statements;
import org.prefstream.labelstudio.json.Json;

/** The schedules and their runs, on one connection. The methods block. */
final class ScheduleTable {

    /** Nothing is stored for a project that is being deleted. */
    private static final String INSERT = """
            insert into schedule as s (project_id, title, target, selection, format, parameters, every, at_time, weekday, keep,
                paused, next_at, created_at, created_by)
            select project_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp(), ?
            from project_copy where project_id = ? and not deleted for key share
            returning\s"""
            + Schedule.COLUMNS;
    private static final String UPDATE = """
            update schedule s set title = ?, target = ?, selection = ?, format = ?, parameters = ?, every = ?, at_time = ?,
                weekday = ?, keep = ?, paused = ?, next_at = ?
            where schedule_id = ? returning\s"""
            + Schedule.COLUMNS;
    private static final String LIST = "select " + Schedule.COLUMNS
            + " from schedule s where project_id = ? order by schedule_id limit ?";
    private static final String FIND = "select " + Schedule.COLUMNS
            + " from schedule s where project_id = ? and schedule_id = ? for no key update";
    private static final String DELETE = "delete from schedule where project_id = ? and schedule_id = ?";
    private static final String DUE = "select " + Schedule.COLUMNS + """
             from schedule s where not paused and next_at <= clock_timestamp()
            order by next_at limit 1 for no key update skip locked
            """;
    private static final String PUT_OFF = "update schedule set next_at = ? where schedule_id = ?";
    private static final String RUN = """
            insert into schedule_run (schedule_id, due_at, state, not_before) values (?, ?, 'WAITING', clock_timestamp())
            on conflict (schedule_id) where state = 'WAITING' do nothing
            """;
    private static final String RUNS = """
            select r.run_id, r.schedule_id, r.due_at, coalesce(d.state, r.state) as state, coalesce(d.error, r.note) as note,
                r.snapshot_id, r.delivery_id, coalesce(d.ended_at, case when d.state is null then r.ended_at end) as ended_at
            from schedule s
            cross join lateral (
                select * from schedule_run r where r.schedule_id = s.schedule_id order by run_id desc limit ?) r
            left join delivery d on d.delivery_id = r.delivery_id
            where s.project_id = ? order by r.run_id desc
            """;
    private static final String WAITING = "select r.run_id, r.due_at, r.attempts, " + Schedule.COLUMNS + """
             from schedule_run r join schedule s on s.schedule_id = r.schedule_id
            where r.state = 'WAITING' and r.not_before <= clock_timestamp() order by r.not_before limit 1
            """;
    private static final String LOCK = "select from schedule_run where run_id = ? and state = 'WAITING' for update skip locked";
    /** What was sent there with the same parameters, or is on its way. */
    private static final String LAST = """
            select p.sha256, p.beside_sha256, p.sources_sha256 from schedule_run r
            join delivery d on d.delivery_id = r.delivery_id join snapshot p on p.snapshot_id = d.snapshot_id
            where r.schedule_id = ? and d.state in ('WAITING', 'RUNNING', 'DONE')
                and d.target = ? and d.format = ? and d.parameters = ?
            order by r.run_id desc limit 1
            """;
    private static final String MADE = """
            update schedule_run set state = 'MADE', snapshot_id = ?, delivery_id = ?, note = null, ended_at = clock_timestamp()
            where run_id = ?
            """;
    private static final String END = """
            update schedule_run set state = ?, note = ?, ended_at = clock_timestamp() where run_id = ? and state = 'WAITING'
            """;
    private static final String REST = """
            update schedule_run set attempts = attempts + 1, note = ?,
                not_before = clock_timestamp() + ? * interval '1 millisecond'
            where run_id = ? and state = 'WAITING'
            """;

    private final Connection connection;

    ScheduleTable(Connection connection) {
        this.connection = connection;
    }

    /** A run that is to be made. */
    record Waiting(long runId, Instant dueAt, int attempts, Schedule schedule) {
    }

    /** {@return the time by the clock of all replicas} */
    Instant now() throws SQLException {
        try (PreparedStatement select = Statements.prepared(connection, "select clock_timestamp()");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** {@return the new schedule; nothing if its project is gone} Its id and its time of creation are given here. */
    Optional<Schedule> insert(Schedule one) throws SQLException {
        return one(INSERT, values(one, one.createdBy(), one.projectId()));
    }

    Schedule update(Schedule one) throws SQLException {
        return one(UPDATE, values(one, one.id())).orElseThrow();
    }

    private static @Nullable Object[] values(Schedule one, Object... more) {
        List<@Nullable Object> values = new ArrayList<>();
        values.addAll(List.of(one.title(), one.target(), Json.write(one.selection()), one.format(),
                Json.write(new TreeMap<>(one.parameters())), one.cadence().every(), one.cadence().at().toString()));
        values.add(one.cadence().weekday());
        values.add(one.keep());
        values.addAll(List.of(one.isPaused(), one.nextAt().atOffset(ZoneOffset.UTC)));
        values.addAll(List.of(more));
        return values.toArray();
    }

    List<Schedule> list(long projectId, int most) throws SQLException {
        return all(LIST, projectId, most);
    }

    /** {@return a schedule, which nobody else changes until the transaction ends} */
    Optional<Schedule> find(long projectId, long id) throws SQLException {
        return one(FIND, projectId, id);
    }

    boolean delete(long projectId, long id) throws SQLException {
        return change(DELETE, projectId, id) > 0;
    }

    /** {@return a schedule that is due and that no other replica is looking at} */
    Optional<Schedule> due() throws SQLException {
        return one(DUE);
    }

    void putOff(long id, Instant until) throws SQLException {
        change(PUT_OFF, until.atOffset(ZoneOffset.UTC), id);
    }

    /** Lets a schedule be run, unless a run of it waits already. */
    void run(long id, Instant dueAt) throws SQLException {
        change(RUN, id, dueAt.atOffset(ZoneOffset.UTC));
    }

    /** {@return the last runs of each schedule of a project, the newest first} */
    List<Schedule.Run> runs(long projectId, int mostOfEach) throws SQLException {
        try (PreparedStatement select = Statements.prepared(connection, RUNS, mostOfEach, projectId);
                ResultSet row = select.executeQuery()) {
            List<Schedule.Run> runs = new ArrayList<>();
            while (row.next()) {
                runs.add(new Schedule.Run(row.getLong("run_id"), row.getLong("schedule_id"),
                        Objects.requireNonNull(at(row, "due_at")), row.getString("state").toLowerCase(Locale.ROOT),
                        row.getString("note"), row.getObject("snapshot_id", Long.class),
                        row.getObject("delivery_id", Long.class), at(row, "ended_at")));
            }
            return runs;
        }
    }

    /** {@return a run that waits; another replica may see it too} */
    Optional<Waiting> waiting() throws SQLException {
        try (PreparedStatement select = Statements.prepared(connection, WAITING);
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Waiting(row.getLong("run_id"), Objects.requireNonNull(at(row, "due_at")),
                            row.getInt("attempts"), Schedule.of(row)))
                    : Optional.empty();
        }
    }

    /** {@return whether the run still waits, and nobody but this transaction ends it} */
    boolean lock(long runId) throws SQLException {
        try (PreparedStatement select = Statements.prepared(connection, LOCK, runId);
                ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    /** The hashes of a snapshot that was sent: of its rows, of what it holds beside them, and of tasks and annotations. */
    record Sent(String rows, @Nullable String beside, @Nullable String sources) {
    }

    /** {@return what a schedule sent last; nothing if it would not send the same files of it} */
    Optional<Sent> lastSent(Schedule one) throws SQLException {
        try (PreparedStatement select = Statements.prepared(connection, LAST, one.id(), one.target(), one.format(),
                Json.write(new TreeMap<>(one.parameters()))); ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Sent(row.getString(1), row.getString(2), row.getString(3)))
                    : Optional.empty();
        }
    }

    void made(long runId, long snapshotId, long deliveryId) throws SQLException {
        change(MADE, snapshotId, deliveryId, runId);
    }

    /** Ends a run without a snapshot. */
    void end(long runId, String state, String note) throws SQLException {
        change(END, state, note, runId);
    }

    /** Lets a run be tried again after a while. */
    void rest(long runId, String note, long millis) throws SQLException {
        change(REST, note, millis, runId);
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private Optional<Schedule> one(String sql, @Nullable Object... parameters) throws SQLException {
        return all(sql, parameters).stream().findFirst();
    }

    private List<Schedule> all(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = Statements.prepared(connection, sql, parameters);
                ResultSet row = statement.executeQuery()) {
            List<Schedule> found = new ArrayList<>();
            while (row.next()) {
                found.add(Schedule.of(row));
            }
            return found;
        }
    }

    private int change(String sql, @Nullable Object... parameters) throws SQLException {
        return Statements.update(connection, sql, parameters);
    }
}
