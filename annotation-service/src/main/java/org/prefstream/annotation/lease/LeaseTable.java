package org.prefstream.annotation.lease;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.prefstream.kit.database.Flight;
import org.prefstream.kit.database.SetStatement;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/** Leases as flights read and write them. Whoever writes one has locked its task's row in the flight's transaction. */
public final class LeaseTable {

    private static final String BY_ID = """
            select l.*, exists (select from annotation a
                                where a.task_id = l.task_id and a.completed_by = l.annotator and a.counts) as counted
            from lease l where l.id = any (cast($1 as bigint[]))
            """;
    /** One at a time from its index, where there is at most one; a join would read all live leases of everybody. */
    private static final String LIVE = """
            select l.*, false as counted from unnest(cast(? as bigint[]), cast(? as bigint[])) as q(task_id, annotator),
                lateral (select * from lease where task_id = q.task_id and annotator = q.annotator and state = 'LIVE' limit 1) l
            """;
    private static final String SUBMIT = """
            update lease set state = 'SUBMITTED', annotation_id = s.annotation_id
            from unnest(cast(? as bigint[]), cast(? as bigint[])) as s(id, annotation_id) where lease.id = s.id
            """;

    private static final String INSERT = """
            insert into lease (id, project_id, task_id, annotator, token, state, claimed_at, expires_at, shown_sha256, shown_order,
                kept, guidelines_version, label_config_sha256)
            select id, project_id, task_id, annotator, token, state, cast(claimed_at as timestamptz), cast(expires_at as timestamptz),
                shown_sha256, shown_order, kept, guidelines_version, label_config_sha256
            from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]),
                cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as boolean[]),
                cast(? as bigint[]), cast(? as text[]))
                as n(id, project_id, task_id, annotator, token, state, claimed_at, expires_at, shown_sha256, shown_order, kept,
                    guidelines_version, label_config_sha256)
            """;
    private static final String IDENTITIES = """
            select nextval(pg_get_serial_sequence('lease', 'id')), nextval('lease_token') from generate_series(1, $1)
            """;
    private static final String LOCK = """
            select from task_slot where task_id = any (cast($1 as bigint[])) order by task_id for update
            """;
    /** A lease that ended before its task was locked stays as it ended. */
    private static final String HAND_BACK = """
            update lease set state = 'RETURNED'
            where task_id = any (cast($1 as bigint[])) and annotator = $2 and state = 'LIVE'
            """;

    /**
     * A lease, and whether its annotator counts towards the overlap of its task already, by an annotation; then it holds no
     * slot.
     */
    public record Held(Lease lease, boolean counted) {
    }

    /** Whose lease on which task is asked for. */
    public record Claimant(long taskId, long annotator) {
    }

    /** A task that somebody else works on right now is passed over, and the next claim keeps it. So a claim waits for nobody here. */
    private static final String KEEP = """
            update lease set kept = true, expires_at = greatest(expires_at, cast(cast($4 as text) as timestamptz))
            where id in (select l.id from lease l join task_slot t using (task_id)
                         where l.annotator = $1 and l.project_id = $2 and l.state = 'LIVE'
                             and l.expires_at > cast(cast($3 as text) as timestamptz)
                         order by t.task_id for update of t skip locked)
                and state = 'LIVE' and expires_at > cast(cast($3 as text) as timestamptz)
            """;

    private LeaseTable() {
    }

    /** Asks for leases by their ids. {@return rows that {@link #read} reads} */
    public static Future<RowSet<Row>> byId(Flight flight, Collection<Long> ids) {
        return flight.send(BY_ID, (Object) ids.toArray(Long[]::new));
    }

    /** Asks for the leases that nothing has ended yet. {@return rows that {@link #read} reads, with {@code counted} not looked at} */
    public static Future<RowSet<Row>> live(Flight flight, List<Claimant> claimants) {
        return flight.ask(new SetStatement<>(LIVE, claimants).longs(Claimant::taskId).longs(Claimant::annotator));
    }

    /** {@return the leases of the rows} */
    public static List<Held> read(RowSet<Row> rows) {
        List<Held> held = new ArrayList<>();
        rows.forEach(row -> held.add(new Held(Lease.read(row), row.getBoolean("counted"))));
        return held;
    }

    /** Sends the end of leases that annotations have ended. */
    public static void submit(Flight flight, List<Lease> ended) {
        flight.send(new SetStatement<>(SUBMIT, ended).longs(Lease::id).longs(Lease::annotationId));
    }

    /** Asks for the ids and fencing tokens of that many new leases. The tokens are higher than all earlier ones. */
    static Future<RowSet<Row>> identities(Flight flight, int count) {
        return flight.send(IDENTITIES, count);
    }

    /** Sends new leases. */
    static void insert(Flight flight, List<Lease> begun) {
        flight.send(Lease.columns(new SetStatement<>(INSERT, begun)));
    }

    /** Sends that the claim's person keeps the leases on tasks of its project until then, or longer. */
    static void keep(Flight flight, Claim claim, Instant now, Instant until) {
        flight.send(KEEP, claim.annotator(), claim.projectId(), now.toString(), until.toString());
    }

    /** Locks tasks, and gives them back to the queue as far as this annotator still holds them. */
    static void handBack(Flight flight, long annotator, List<Long> taskIds) {
        Long[] ids = taskIds.toArray(Long[]::new);
        flight.send(LOCK, (Object) ids);
        flight.send(HAND_BACK, ids, annotator);
    }
}
