package org.prefstream.kit.database;

import java.time.Duration;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;

/**
 * Another way to write, for what people do often and alone: a transaction whose statements are sent in flights, on a connection
 * of the pool. It is subscribed apart from the caller. So a client that hangs up cancels the request, never the transaction.
 */
@ApplicationScoped
public class Flights {

    private static final int LOST_RACES_MAX = 3;
    /** All is set for the transaction, as behind a pooler the session is not this service's. */
    private static final String BEGIN = Parameters.begin(Parameters.OFTEN);
    private static final String ROLLBACK = "rollback";
    /** The pool drops a connection that the server has ended. */
    private static final String END = "rollback; select pg_terminate_backend(pg_backend_pid())";

    private final Pool pool;
    private final Duration answerTimeout;

    Flights(Pool pool, Connections connections) {
        this.pool = pool;
        this.answerTimeout = connections.settings().answerTimeout();
    }

    /**
     * Runs work in a transaction that is committed behind what the work sent last, and rolled back when the work fails. Work
     * that lost against another transaction (a deadlock) is run again from its beginning, up to three times, so it must have
     * no effects but on the database. If the node does not answer at all, the caller is told so, and whether the work was done is
     * not known. The pool gives up that connection later.
     *
     * @return the result of the work, once it is committed; cancelling it changes nothing
     */
    public <T> Uni<T> write(Function<Flight, Uni<T>> work) {
        Uni<T> apart = Uni.createFrom()
                .emitter(emitter -> connection().chain(connection -> transaction(connection, work))
                        .subscribe()
                        .with(emitter::complete, emitter::fail));
        Uni<T> inTime = apart.ifNoItem().after(answerTimeout).fail();
        return CallersContext.returning(inTime).onFailure(DatabaseErrors::isLostRace).retry().atMost(LOST_RACES_MAX);
    }

    private Uni<SqlConnection> connection() {
        return Uni.createFrom().emitter(emitter -> pool.getConnection().onComplete(got -> {
            if (got.failed()) {
                emitter.fail(got.cause());
            } else {
                emitter.complete(got.result());
            }
        }));
    }

    private static <T> Uni<T> transaction(SqlConnection connection, Function<Flight, Uni<T>> work) {
        Flight flight = new Flight(connection);
        flight.command(BEGIN);
        return Uni.createFrom().deferred(() -> work.apply(flight)).call(() -> {
            flight.command("commit");
            return flight.landed();
        }).onFailure().call(failure -> rollback(flight, failure)).onTermination().invoke(connection::close);
    }

    /** A node that no longer takes writes is no node for this. */
    private static Uni<Void> rollback(Flight flight, Throwable failure) {
        return flight.landed().onFailure().recoverWithNull().chain(() -> {
            flight.command(DatabaseErrors.isReadOnly(failure) ? END : ROLLBACK);
            return flight.landed();
        }).onFailure().recoverWithNull();
    }
}
