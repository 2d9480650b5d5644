package org.prefstream.kit.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.prefstream.kit.database.CommitSignal;

/**
 * Lets a replica that records wake the one that relays, by the database's NOTIFY. A call that is lost costs a wait and nothing else:
 * the relay looks at the outbox from time to time anyhow.
 */
@ApplicationScoped
class RelayCalls {

    private static final Logger LOG = Logger.getLogger(RelayCalls.class);
    private static final String CHANNEL = "prefstream_outbox";
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final CommitSignal signal;
    private final boolean pooler;

    /** @param pooler whether a pooler stands between, which would give the connection that listens to somebody else */
    RelayCalls(DataSource dataSource, CommitSignal signal,
            @ConfigProperty(name = "prefstream.db.pooler") boolean pooler) {
        this.dataSource = dataSource;
        this.signal = signal;
        this.pooler = pooler;
    }

    /** Wakes the replica that relays, if it can hear. */
    void call() throws SQLException {
        if (pooler) {
            return;
        }
        try (Connection connection = dataSource.getConnection(); Statement notify = connection.createStatement()) {
            notify.execute("notify " + CHANNEL);
        }
    }

    /** {@return what wakes the relay of this process at each call, until it is closed} */
    Listening listen() {
        Listening listening = new Listening();
        if (!pooler) {
            Thread thread = new Thread(listening::listen, "relay-calls");
            thread.setDaemon(true);
            thread.start();
        }
        return listening;
    }

    /** A thread that waits for calls. It ends within a second after it was closed, if the database answers. */
    final class Listening implements AutoCloseable {

        private volatile boolean closed;

        private Listening() {
        }

        private void listen() {
            while (!closed) {
                try (Connection connection = dataSource.getConnection()) {
                    listen(connection);
                } catch (SQLException e) {
                    LOG.debug("calls of other replicas are not heard", e);
                    pause();
                }
            }
        }

        /** A connection that still listens, or is broken, must not go back to its pool. */
        private void listen(Connection connection) throws SQLException {
            PGConnection heard = connection.unwrap(PGConnection.class);
            try (Statement statement = connection.createStatement()) {
                statement.execute("listen " + CHANNEL);
                wakeAtEachCall(heard);
                statement.execute("unlisten " + CHANNEL);
            } catch (SQLException e) {
                connection.abort(Runnable::run);
                throw e;
            }
        }

        private void wakeAtEachCall(PGConnection connection) throws SQLException {
            while (!closed) {
                if (connection.getNotifications((int) PAUSE.toMillis()).length > 0) {
                    signal.wake();
                }
            }
        }

        private void pause() {
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                closed = true;
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
