package org.prefstream.kit.database;

import java.util.List;

import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;

/**
 * Statements in the Panache transaction of the caller that are no matter of entities. They are prepared once per connection, name
 * their parameters {@code $1}, {@code $2} and so on, and see nothing that the session has not flushed.
 */
public final class SessionStatements {

    private SessionStatements() {
    }

    /** {@return the number of rows that a statement has changed} */
    public static Uni<Integer> update(String sql, Object... values) {
        return connection().chain(open -> Uni.createFrom().completionStage(() -> open.update(sql, values)));
    }

    /** {@return the only row that a query finds} */
    public static Uni<Object[]> row(String sql, Object... values) {
        return connection().chain(open -> Uni.createFrom().completionStage(() -> open.select(sql, values)))
                .map(rows -> rows.next());
    }

    /**
     * Sends statements one behind the other, without waiting for the answer of each.
     *
     * @param senders send the first of their statements as soon as they are subscribed to
     * @return completes when all of them have; fails with the failure of the one that failed first, once all are answered
     */
    public static Uni<Void> together(List<? extends Uni<?>> senders) {
        return Uni.join()
                .all(senders.stream().<Uni<Void>>map(Uni::replaceWithVoid).toList())
                .andCollectFailures()
                .onFailure(CompositeException.class)
                .transform(failures -> failures.getCauses().get(0))
                .replaceWithVoid();
    }

    private static Uni<ReactiveConnection> connection() {
        return Panache.getSession().map(SessionStatements::connection);
    }

    /** {@return the connection on which a session has its transaction} */
    static ReactiveConnection connection(Mutiny.Session session) {
        if (session instanceof MutinySessionImpl present) {
            return present.getReactiveConnection();
        }
        throw new IllegalStateException("a session of another kind: " + session.getClass());
    }
}
