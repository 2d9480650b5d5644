package org.prefstream.kit.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.CommitSignal;
import org.prefstream.kit.database.Connections;
import org.prefstream.kit.database.FailureLog;
import org.prefstream.kit.database.Subscription;

import io.vertx.core.Vertx;

/**
 * Lets a replica that records wake the one that relays, by the database's NOTIFY. A call that is lost costs a wait and nothing else:
 * the relay looks at the outbox from time to time anyhow. A call is a transaction of its own, because NOTIFY lets commits of the
 * whole server wait for one another, and nobody's change shall wait for that.
 */
@ApplicationScoped
class RelayCalls {

    private static final Logger LOG = Logger.getLogger(RelayCalls.class);
    private static final String CHANNEL = "prefstream_outbox";

    private final DataSource dataSource;
    private final Vertx vertx;
    private final Connections connections;
    private final CommitSignal signal;
    private final FailureLog outage = new FailureLog(LOG, "the replica that publishes is not woken");
    private @Nullable Subscription listening;
    private boolean said;

    RelayCalls(DataSource dataSource, Vertx vertx, Connections connections, CommitSignal signal) {
        this.dataSource = dataSource;
        this.vertx = vertx;
        this.connections = connections;
        this.signal = signal;
    }

    /** Wakes the replica that relays, if it can hear. */
    void call() {
        if (!connections.canListen()) {
            return;
        }
        try (Connection connection = dataSource.getConnection(); Statement notify = connection.createStatement()) {
            notify.execute("notify " + CHANNEL);
            outage.over();
        } catch (SQLException e) {
            outage.failed(e);
        }
    }

    /** Lets calls wake the relay of this process, until {@link #stopListening}. Only the relay's thread calls both. */
    void listen() {
        if (connections.canListen()) {
            listening = Subscription.to(CHANNEL, vertx, connections, signal::wake);
        } else if (!said) {
            LOG.info(
                    "what other replicas record is found by looking at the outbox once in prefstream.relay.poll: nothing can be heard"
                            + " through a pooler, and prefstream.db.direct-host is not set");
            said = true;
        }
    }

    void stopListening() {
        Subscription present = listening;
        if (present != null) {
            present.close();
            listening = null;
        }
    }
}
