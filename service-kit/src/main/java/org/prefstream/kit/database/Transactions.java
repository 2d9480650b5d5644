package org.prefstream.kit.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * The way to write, but for groups. Each call runs in a transaction of its own, on a Vert.x context of its own, and is subscribed apart
 * from the caller. So a client that hangs up cancels the request, never the transaction. Without this shield Hibernate
 * Reactive stops between two statements and commits half of the work.
 */
@ApplicationScoped
public class Transactions {

    private static final Logger LOG = Logger.getLogger(Transactions.class);
    private static final int LOST_RACES_MAX = 3;
    private static final String SWEEP = "select " + Parameters.columns(Parameters.WHOLE_TABLES);
    private static final String END = "rollback; select pg_terminate_backend(pg_backend_pid())";

    private final Vertx vertx;
    private final DataSource dataSource;
    private final CommitSignal signal;
    private final DatabaseSettings settings;

    Transactions(Vertx vertx, DataSource dataSource, CommitSignal signal, Connections connections) {
        this.vertx = vertx;
        this.dataSource = dataSource;
        this.signal = signal;
        this.settings = connections.settings();
    }

    /**
     * Runs work in a transaction that commits when the Uni of the work completes, and rolls back when it fails. The commit is
     * signalled if something was {@link CommitSignal#recorded}. Work that lost against another transaction (a deadlock) is run
     * again from its beginning, up to three times, so it must have no effects but on the database.
     *
     * @return the result of the work, once it is committed; cancelling it changes nothing
     */
    public <T> Uni<T> write(Supplier<Uni<T>> work) {
        return apart(() -> Panache.withTransaction(() -> onOneNode(work)).invoke(signal::committed))
                .onFailure(DatabaseErrors::isLostRace)
                .retry()
                .atMost(LOST_RACES_MAX);
    }

    /** Ends the session, so that the pool drops its connection, if the node takes no writes. */
    private static <T> Uni<T> onOneNode(Supplier<Uni<T>> work) {
        return work.get().onFailure(DatabaseErrors::isReadOnly).call(Transactions::endSession);
    }

    private static Uni<Void> endSession() {
        return Panache.getSession()
                .chain(session -> Uni.createFrom()
                        .completionStage(() -> SessionStatements.connection(session).executeUnprepared(END)))
                .onFailure()
                .recoverWithNull();
    }

    /** Runs work that only reads, in a session of its own and without a transaction. */
    public <T> Uni<T> read(Supplier<Uni<T>> work) {
        return apart(() -> Panache.withSession(work));
    }

    /**
     * Runs work that reads most of a large table, in the session of a caller who is in {@link #read}. It gets a transaction whose
     * statements may read a table from its beginning to its end, and are planned for their values.
     */
    public <T> Uni<T> sweep(Supplier<Uni<T>> work) {
        return Panache.withTransaction(() -> SessionStatements.row(SWEEP).chain(work::get));
    }

    /**
     * Runs blocking work in a JDBC transaction on the calling thread, which must be a worker. It is for sets that are streamed
     * in or out (imports, exports), and its statements may take long. Nothing can cancel it. The commit is always signalled.
     *
     * @throws DatabaseFailed if the database fails
     */
    public <T> T bulk(JdbcWork<T> work) {
        return bulk(dataSource, work);
    }

    /**
     * As {@link #bulk(JdbcWork)}, on a connection of another pool, so that this work and what else is done wait for themselves
     * alone.
     *
     * @param pool connections to the same database
     */
    public <T> T bulk(DataSource pool, JdbcWork<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                letTakeLong(connection);
                T result = work.run(connection);
                connection.commit();
                signal.bulkCommitted();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollback(connection, e);
                throw e;
            } finally {
                letAnswerSoon(connection);
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    private void letTakeLong(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, (int) settings.bulkAnswerTimeout().toMillis());
        try (Statement set = connection.createStatement()) {
            set.execute(Parameters.setLocal(settings.bulkTransaction()));
        }
    }

    /** What the work came to says more than that the connection breaks afterwards, which the pool sees for itself. */
    private void letAnswerSoon(Connection connection) {
        try {
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, (int) settings.answerTimeout().toMillis());
        } catch (SQLException broken) {
            LOG.debug("a connection broke behind its transaction", broken);
        }
    }

    /**
     * What failed first says more than that the connection is broken. Our pool drops a connection to a node that takes no writes; a
     * pooler keeps its own one, unless the session ends.
     */
    private static void rollback(Connection connection, Throwable failure) {
        try {
            connection.rollback();
            if (DatabaseErrors.isReadOnly(failure)) {
                endSessionOf(connection);
            }
        } catch (SQLException broken) {
            failure.addSuppressed(broken);
        }
    }

    private static void endSessionOf(Connection connection) throws SQLException {
        try (Statement end = connection.createStatement()) {
            end.execute(END);
        }
    }

    /** Blocking work on one connection. */
    @FunctionalInterface
    public interface JdbcWork<T> {

        T run(Connection connection) throws SQLException;
    }

    private <T> Uni<T> apart(Supplier<Uni<T>> work) {
        Uni<T> apart = Uni.createFrom().emitter(emitter -> {
            Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(
                    ignored -> Uni.createFrom().deferred(work::get).subscribe().with(emitter::complete, emitter::fail));
        });
        return CallersContext.returning(apart);
    }
}
