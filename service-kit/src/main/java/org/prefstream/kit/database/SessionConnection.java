package org.prefstream.kit.database;

import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;

/** The connection below a session of Hibernate Reactive, for what is no matter of entities. */
final class SessionConnection {

    private SessionConnection() {
    }

    /** {@return the connection on which the session has its transaction} */
    static ReactiveConnection of(Mutiny.Session session) {
        if (session instanceof MutinySessionImpl present) {
            return present.getReactiveConnection();
        }
        throw new IllegalStateException("a session of another kind: " + session.getClass());
    }
}
