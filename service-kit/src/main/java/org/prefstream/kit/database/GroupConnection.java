package org.prefstream.kit.database;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;

/** The one connection on which groups are stored, with settings of its own. A broken one is replaced. */
final class GroupConnection {

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
                : connections.open(vertx, Parameters.OFTEN).invoke(connection -> keep(connection));
    }

    /** {@return the command that begins a transaction on it} */
    String beginning() {
        return connections.beginning(Parameters.OFTEN);
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
