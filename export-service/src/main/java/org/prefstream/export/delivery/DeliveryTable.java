package org.prefstream.export.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.DatabaseErrors;
import org.prefstream.kit.database.DatabaseFailed;
import org.prefstream.kit.database.Statements;
import org.prefstream.kit.database.Transactions;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;

/** The deliveries in the database, whose clock is that of all replicas. All methods block. */
@ApplicationScoped
class DeliveryTable {

    private static final String INSERT = """
            insert into delivery (snapshot_id, project_id, target, format, parameters, place, state, not_before, created_at,
                created_by)
            values (?, ?, ?, ?, ?, ?, 'WAITING', clock_timestamp(), clock_timestamp(), ?)
            on conflict (target, place) where state in ('WAITING', 'RUNNING') do nothing
            returning\s"""
            + Delivery.COLUMNS;
    private static final String UNDER_WAY = "select " + Delivery.COLUMNS + """
             from delivery where target = ? and place = ? and state in ('WAITING', 'RUNNING')
            """;
    private static final String PAGE = "select " + Delivery.COLUMNS + """
             from delivery where project_id = ? and snapshot_id = ? order by delivery_id desc limit ? offset ?
            """;
    private static final String COUNT = "select count(*) from delivery where project_id = ? and snapshot_id = ?";
    private static final String FIND = "select " + Delivery.COLUMNS + """
             from delivery where project_id = ? and snapshot_id = ? and delivery_id = ?
            """;
    /** One that nobody works on ends at once. The others are ended by who works on them, when nothing of them is left. */
    private static final String CANCEL = """
            update delivery set cancelled = true,
                state = case when state = 'WAITING' and attempts = 0 then 'CANCELLED' else state end,
                ended_at = case when state = 'WAITING' and attempts = 0 then clock_timestamp() end,
                not_before = clock_timestamp()
            where project_id = ? and snapshot_id = ? and delivery_id = ? and state in ('WAITING', 'RUNNING')
            """;
    private static final String CLAIM = """
            update delivery set state = 'RUNNING', worker = ?, attempts = attempts + 1, bytes = 0,
                worker_until = clock_timestamp() + ? * interval '1 millisecond',
                began_at = coalesce(began_at, clock_timestamp())
            where delivery_id = (select delivery_id from delivery
                where state = 'WAITING' and not_before <= clock_timestamp()
                    or state = 'RUNNING' and worker_until < clock_timestamp()
                order by not_before limit 1 for update skip locked)
            returning cancelled,\s""" + Delivery.COLUMNS;
    private static final String RENEW = """
            update delivery set worker_until = clock_timestamp() + ? * interval '1 millisecond', bytes = ?
            where delivery_id = ? and worker = ? and state = 'RUNNING' returning cancelled
            """;
    private static final String END = """
            update delivery set state = ?, error = ?, bytes = ?, row_count = ?, left_out = ?, ended_at = clock_timestamp(),
                worker = null
            where delivery_id = ? and worker = ? and state = 'RUNNING'
            """;
    private static final String REST = """
            update delivery set state = 'WAITING', error = ?, worker = null,
                not_before = clock_timestamp() + ? * interval '1 millisecond'
            where delivery_id = ? and worker = ? and state = 'RUNNING'
            """;
    private static final String RELEASE = """
            update delivery set state = 'WAITING', worker = null, attempts = attempts - 1
            where delivery_id = ? and worker = ? and state = 'RUNNING'
            """;

    /** The SQLState of a row that refers to another one which is gone. */
    private static final String NOTHING_TO_REFER_TO = "23503";

    private final Transactions transactions;

    DeliveryTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * A delivery that a replica works on.
     *
     * @param isCancelled whether it is only to be cleaned up after
     */
    record Held(Delivery delivery, boolean isCancelled) {
    }

    /**
     * What was written.
     *
     * @param rows how many rows; null if the format does not count them
     */
    record Written(long bytes, @Nullable Long rows, @Nullable String leftOut) {
    }

    /** {@return the new delivery, or the one that is under way to the same place} It is a part of the connection's transaction. */
    static Delivery insert(Connection connection, NewDelivery wanted) throws SQLException {
        for (;;) {
            Optional<Delivery> made = one(connection, INSERT, wanted.snapshotId(), wanted.projectId(), wanted.target(),
                    wanted.format(), Json.write(new TreeMap<>(wanted.parameters())), wanted.place(), wanted.personId());
            if (made.isEmpty()) {
                made = one(connection, UNDER_WAY, wanted.target(), wanted.place());
            }
            if (made.isPresent()) {
                return made.get();
            }
            // It has ended between the two.
        }
    }

    /** {@return as the other one; fails with a 404 if the snapshot was removed meanwhile} */
    Delivery insert(NewDelivery wanted) {
        try {
            return transactions.bulk(connection -> insert(connection, wanted));
        } catch (DatabaseFailed e) {
            if (DatabaseErrors.hasState(e, NOTHING_TO_REFER_TO::equals)) {
                throw ProblemException.notFound("No Snapshot matches the given query.");
            }
            throw e;
        }
    }

    /** {@return a page of a snapshot's deliveries, the newest first} */
    List<Delivery> page(long projectId, long snapshotId, int rows, long behind) {
        return transactions.bulk(connection -> all(connection, PAGE, projectId, snapshotId, rows, behind));
    }

    long count(long projectId, long snapshotId) {
        return transactions.bulk(connection -> {
            try (PreparedStatement select = Statements.prepared(connection, COUNT, projectId, snapshotId);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    Optional<Delivery> find(long projectId, long snapshotId, long id) {
        return transactions.bulk(connection -> one(connection, FIND, projectId, snapshotId, id));
    }

    /** Asks for the end of a delivery that is not over. */
    void cancel(long projectId, long snapshotId, long id) {
        transactions.bulk(connection -> Statements.update(connection, CANCEL, projectId, snapshotId, id));
    }

    /** {@return a delivery that nobody works on, held from now on; nothing if there is none} */
    Optional<Held> claim(UUID worker, Duration lease) {
        return transactions.bulk(connection -> {
            try (PreparedStatement claim = Statements.prepared(connection, CLAIM, worker, lease.toMillis());
                    ResultSet row = claim.executeQuery()) {
                return row.next()
                        ? Optional.of(new Held(Delivery.of(row), row.getBoolean("cancelled")))
                        : Optional.empty();
            }
        });
    }

    /** {@return whether the delivery goes on: it is still held, and nobody wants it to stop} */
    boolean renew(long id, UUID worker, Duration lease, long bytes) {
        return transactions.bulk(connection -> {
            try (PreparedStatement renew = Statements.prepared(connection, RENEW, lease.toMillis(), bytes, id, worker);
                    ResultSet row = renew.executeQuery()) {
                return row.next() && !row.getBoolean(1);
            }
        });
    }

    /** Ends a delivery that is held, and no other. */
    void end(long id, UUID worker, DeliveryState state, @Nullable String error, Written written) {
        transactions.bulk(connection -> Statements.update(connection, END, state.name(), error, written.bytes(),
                written.rows(), written.leftOut(), id, worker));
    }

    /** Lets a delivery be tried again after a while. */
    void rest(long id, UUID worker, String why, Duration pause) {
        transactions.bulk(connection -> Statements.update(connection, REST, why, pause.toMillis(), id, worker));
    }

    /** Lets others go on with a delivery at once. */
    void release(long id, UUID worker) {
        transactions.bulk(connection -> Statements.update(connection, RELEASE, id, worker));
    }

    private static Optional<Delivery> one(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        return all(connection, sql, parameters).stream().findFirst();
    }

    private static List<Delivery> all(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = Statements.prepared(connection, sql, parameters);
                ResultSet row = statement.executeQuery()) {
            List<Delivery> found = new ArrayList<>();
            while (row.next()) {
                found.add(Delivery.of(row));
            }
            return found;
        }
    }
}
