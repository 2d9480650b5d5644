package org.prefstream.kit.database;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;

/** The one connection on which groups are stored, with settings of its own. A broken one is replaced. */
final class GroupConnection {

    /**
     * Every look-up of a group has an index. A plan that was made while a table was empty must not read or hash the whole table
     * once it is full. So the plans do not depend on the values, and are made once: planning takes longer than executing. A row
     * that somebody holds for long must not hold up everybody.
     */
    private static final Map<String, String> PARAMETERS = Map.of("enable_seqscan", "off", "enable_hashjoin", "off",
            "enable_mergejoin", "off", "plan_cache_mode", "force_generic_plan", "lock_timeout", "2s",
            "statement_timeout", "10s", "idle_in_transaction_session_timeout", "30s");

    private final Vertx vertx;
    private final Connections connections;
    private @Nullable SqlConnection present;

    GroupConnection(Vertx vertx, Connections connections) {
        this.vertx = vertx;
        this.connections = connections;
    }

    /** {@return the connection, which is opened if there is none} */
    Uni<SqlConnection> get() {
        SqlConnection open = present;
        return open != null
                ? Uni.createFrom().item(open)
                : connections.open(vertx, PARAMETERS).invoke(connection -> keep(connection));
    }

    /** {@return the command that begins a transaction on it} */
    String beginning() {
        return connections.beginning(PARAMETERS);
    }

    /** {@return how long a transaction may take, before the connection is taken for one to a node that is gone} */
    Duration answerTimeout() {
        return connections.settings().answerTimeout();
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

    /** Closes whatever connection there is. */
    void drop() {
        SqlConnection open = present;
        if (open != null) {
            drop(open);
        }
    }

    private void forget(SqlConnection connection) {
        if (present == connection) {
            present = null;
        }
    }
}
