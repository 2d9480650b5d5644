package org.prefstream.kit.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

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

    private static final int LOST_RACES_MAX = 3;

    private final Vertx vertx;
    private final DataSource dataSource;
    private final CommitSignal signal;

    Transactions(Vertx vertx, DataSource dataSource, CommitSignal signal) {
        this.vertx = vertx;
        this.dataSource = dataSource;
        this.signal = signal;
    }

    /**
     * Runs work in a transaction that commits when the Uni of the work completes, and rolls back when it fails. The commit is
     * signalled if something was {@link CommitSignal#recorded}. Work that lost against another transaction (a deadlock) is run
     * again from its beginning, up to three times, so it must have no effects but on the database.
     *
     * @return the result of the work, once it is committed; cancelling it changes nothing
     */
    public <T> Uni<T> write(Supplier<Uni<T>> work) {
        return apart(() -> Panache.withTransaction(work).invoke(signal::committed))
                .onFailure(DatabaseErrors::isLostRace)
                .retry()
                .atMost(LOST_RACES_MAX);
    }

    /** Runs work that only reads, in a session of its own and without a transaction. */
    public <T> Uni<T> read(Supplier<Uni<T>> work) {
        return apart(() -> Panache.withSession(work));
    }

    /**
     * Runs blocking work in a JDBC transaction on the calling thread, which must be a worker. It is for sets that are streamed
     * in or out (imports, exports). Nothing can cancel it. The commit is always signalled.
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
                T result = work.run(connection);
                connection.commit();
                signal.wake();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
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
