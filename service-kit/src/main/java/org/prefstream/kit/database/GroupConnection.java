package org.prefstream.kit.database;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;

/** The one connection on which groups are stored, with settings of its own. A broken one is replaced. */
final class GroupConnection {

    /**
     * Every look-up of a group has an index. A plan that was made while a table was empty must not read or hash the whole table
     * once it is full. A row that somebody holds for long must not hold up everybody.
     */
    private static final String SETTINGS = """
            set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off;
            set lock_timeout = '2s'; set statement_timeout = '10s'; set idle_in_transaction_session_timeout = '30s'
            """;

    private final Pool pool;
    private @Nullable SqlConnection present;

    GroupConnection(Pool pool) {
        this.pool = pool;
    }

    /** {@return the connection, which is opened if there is none} */
    Uni<SqlConnection> get() {
        SqlConnection open = present;
        return open != null ? Uni.createFrom().item(open) : opened();
    }

    private Uni<SqlConnection> opened() {
        return Uni.createFrom().<SqlConnection>emitter(emitter -> pool.getConnection().onComplete(opened -> {
            if (opened.failed()) {
                emitter.fail(opened.cause());
            } else {
                emitter.complete(opened.result());
            }
        })).chain(connection -> {
            Flight settings = new Flight(connection);
            settings.command(SETTINGS);
            return settings.landed()
                    .invoke(() -> keep(connection))
                    .replaceWith(connection)
                    .onFailure()
                    .invoke(() -> drop(connection));
        });
    }

    private void keep(SqlConnection connection) {
        present = connection;
        connection.closeHandler(closed -> forget(connection));
    }

    /** {@return whether there is a connection that works} */
    boolean isOpen() {
        return present != null;
    }

    /** Closes a connection that can no longer be trusted. */
    void drop(SqlConnection broken) {
        forget(broken);
        broken.close();
    }

    private void forget(SqlConnection connection) {
        if (present == connection) {
            present = null;
        }
    }
}
