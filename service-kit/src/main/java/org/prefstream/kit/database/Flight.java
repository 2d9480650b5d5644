package org.prefstream.kit.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

/**
 * Statements that are sent on one connection one behind the other, without waiting for the answer of each. The database works
 * on them in order. Once one has failed there, those behind it in the same transaction fail, too. Types of parameters must not
 * depend on data: a statement that the driver itself refuses is never sent, and what stands behind it is.
 */
public final class Flight {

    private final SqlConnection connection;
    private final List<Future<?>> sent = new ArrayList<>();

    Flight(SqlConnection connection) {
        this.connection = connection;
    }

    /** Sends a command without parameters, such as {@code commit}. */
    void command(String sql) {
        sent.add(connection.query(sql).execute());
    }

    /**
     * Sends a statement.
     *
     * @param sql names its parameters {@code $1}, {@code $2} and so on; it is prepared once per connection
     * @return the rows, which are there once the flight has {@link #landed}
     */
    public Future<RowSet<Row>> send(String sql, Object... values) {
        Future<RowSet<Row>> rows = connection.preparedQuery(sql).execute(Tuple.from(Arrays.asList(values)));
        sent.add(rows);
        return rows;
    }

    /** Sends a change for a set of rows; without rows nothing is sent. */
    public void send(SetStatement<?> change) {
        if (!change.isEmpty()) {
            change.sendOn(this);
        }
    }

    /** Sends a query about a set of rows. {@return what it finds, which is there once the flight has {@link #landed}} */
    public Future<RowSet<Row>> ask(SetStatement<?> query) {
        return query.sendOn(this);
    }

    /** Completes when all that was sent is answered. Fails with the failure of the first statement that failed. */
    public Uni<Void> landed() {
        List<Future<?>> landing = List.copyOf(sent);
        sent.clear();
        return Uni.createFrom()
                .emitter(emitter -> Future.join(landing)
                        .onComplete(all -> landing.stream()
                                .filter(Future::failed)
                                .findFirst()
                                .ifPresentOrElse(failed -> emitter.fail(failed.cause()),
                                        () -> emitter.complete(null))));
    }
}
