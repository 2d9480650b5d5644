package org.prefstream.kit.database;

import java.util.List;

import org.prefstream.kit.database.GroupCommit.Store;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;

/**
 * A connection on which groups are stored one after another, each in a transaction of its own. All of it belongs to the thread of
 * the context.
 */
final class GroupLane<Q, A> {

    private final Context context;
    private final GroupConnection connection;
    private final Store<Q, A> store;
    private boolean busy;

    GroupLane(Vertx vertx, Context context, Connections connections, Store<Q, A> store) {
        this.context = context;
        this.connection = new GroupConnection(vertx, connections);
        this.store = store;
    }

    /** {@return whether no group is being stored here} */
    boolean isFree() {
        return !busy;
    }

    /** {@return whether there is a connection that works} */
    boolean isOpen() {
        return connection.isOpen();
    }

    /**
     * Stores a group. {@return one outcome for each request, once all is committed; fails if nothing of it is, and with a
     * {@link TimeoutException} if that is not known}
     */
    Uni<List<Outcome<A>>> store(List<Q> group) {
        busy = true;
        return Uni.createFrom()
                .deferred(connection::get)
                .chain(open -> transaction(open, group))
                .ifNoItem()
                .after(connection.answerTimeout())
                .fail()
                .onFailure(TimeoutException.class)
                .recoverWithUni(silence -> afterSilence(silence))
                .onTermination()
                .invoke(() -> busy = false);
    }

    /** The node may be gone without a word. A time-out comes on another thread. */
    private Uni<List<Outcome<A>>> afterSilence(Throwable silence) {
        return Uni.createFrom().emitter(emitter -> context.runOnContext(ignored -> {
            connection.drop();
            emitter.fail(silence);
        }));
    }

    private Uni<List<Outcome<A>>> transaction(SqlConnection open, List<Q> group) {
        Flight flight = new Flight(open);
        flight.command(connection.beginning());
        return Uni.createFrom()
                .deferred(() -> store.store(flight, group))
                .invoke(outcomes -> requireOneEach(group, outcomes))
                .call(() -> {
                    flight.command("commit");
                    return flight.landed();
                })
                .onFailure()
                .call(failure -> rollback(open, flight, failure));
    }

    private static void requireOneEach(List<?> group, List<?> outcomes) {
        if (outcomes.size() != group.size()) {
            throw new IllegalStateException("%d outcomes for %d requests".formatted(outcomes.size(), group.size()));
        }
    }

    /** Leaves the connection without a transaction, or drops it. A node that no longer takes writes is no node for judgements. */
    private Uni<Void> rollback(SqlConnection open, Flight flight, Throwable failure) {
        if (DatabaseErrors.isReadOnly(failure)) {
            connection.drop(open);
            return Uni.createFrom().voidItem();
        }
        return flight.landed().onFailure().recoverWithNull().chain(() -> {
            flight.command("rollback");
            return flight.landed();
        }).onFailure().invoke(() -> connection.drop(open)).onFailure().recoverWithNull();
    }
}
