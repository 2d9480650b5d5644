package org.prefstream.kit.messaging;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.CommitSignal;
import org.prefstream.kit.database.FailureLog;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Publishes what was recorded, on a thread of its own that may block. Terms follow one another for as long as the process
 * lives. A dead broker or database ends a term, and the next one begins when it is back. Meanwhile the service goes on serving.
 */
@ApplicationScoped
class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration RENEWAL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final RelayConfig config;
    private final RelayRoute route;
    private final RelayLease lease;
    private final OutboxTable outbox;
    private final DatabaseLife life;
    private final TopicSetup topics;
    private final CommitSignal signal;
    private final RelayCalls calls;
    private final RelayHealth health;
    private final RelayPace pace;
    private final FailureLog outage = new FailureLog(LOG, "publishing waits");
    private final UUID owner = UUID.randomUUID();
    private volatile boolean stopped;
    private @Nullable Thread thread;

    Relay(RelayConfig config, RelayRoute route, RelayLease lease, OutboxTable outbox, DatabaseLife life,
            TopicSetup topics, CommitSignal signal, RelayCalls calls, RelayHealth health, RelayPace pace) {
        this.config = config;
        this.route = route;
        this.lease = lease;
        this.outbox = outbox;
        this.life = life;
        this.topics = topics;
        this.signal = signal;
        this.calls = calls;
        this.health = health;
        this.pace = pace;
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            health.waits("it has not begun yet");
            Thread relay = new Thread(this::run, "relay");
            relay.setDaemon(true);
            relay.start();
            thread = relay;
        }
    }

    /** Stops early, while the database can still be asked to take the lease back. */
    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        stopped = true;
        signal.wake();
        Thread relay = thread;
        if (relay != null) {
            relay.join(PATIENCE.toMillis());
            relay.interrupt();
            relay.join(PATIENCE.toMillis());
        }
    }

    private void run() {
        while (!stopped) {
            try {
                if (lease.take(owner, config.lease())) {
                    term();
                } else {
                    standBy();
                }
            } catch (InterruptedException | InterruptException e) {
                break;
            } catch (SQLException | ExecutionException | RuntimeException | Error e) {
                ended(e);
            }
        }
        release();
    }

    /** What this process records is relayed by another one, which is called no more often than it would relay. */
    private void standBy() throws InterruptedException {
        health.standsBy();
        long end = System.nanoTime() + RENEWAL.toNanos();
        for (long left = RENEWAL.toNanos(); left > 0 && !stopped; left = end - System.nanoTime()) {
            if (signal.await(Duration.ofNanos(left)) && !stopped) {
                calls.call();
                Thread.sleep(config.spacing().toMillis());
            }
        }
    }

    /** A term that the end of the process cut short is no failure. */
    private void ended(Throwable failure) {
        if (stopped) {
            return;
        }
        health.waits(failure instanceof TopicMismatch ? String.valueOf(failure.getMessage()) : failure.toString());
        if (failure instanceof TopicMismatch || failure instanceof Error) {
            outage.failedUnexpectedly(failure);
        } else {
            outage.failed(failure);
        }
        pause();
    }

    /** The database comes first: whoever writes waits for its new epoch, whether Kafka is there or not. */
    private void term() throws SQLException, InterruptedException, ExecutionException {
        if (life.isAnother()) {
            life.begin(0);
        }
        try (RelayTerm term = RelayTerm.begin(route, outbox, life, topics.ensure())) {
            LOG.debugf("relay term began owner=%s", owner);
            outage.over();
            health.publishes();
            calls.listen();
            relayWhileTheLeaseLasts(term);
        } finally {
            calls.stopListening();
        }
    }

    private void relayWhileTheLeaseLasts(RelayTerm term) throws SQLException, InterruptedException, ExecutionException {
        long renewed = System.nanoTime();
        while (!stopped) {
            if (System.nanoTime() - renewed > RENEWAL.toNanos()) {
                if (!lease.take(owner, config.lease()) || life.isAnother()) {
                    return;
                }
                renewed = System.nanoTime();
            }
            relayAndWait(term);
        }
    }

    private void relayAndWait(RelayTerm term) throws SQLException, InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        int rows = term.relay(config.batchRows(), config.batchBytes());
        if (rows == 0) {
            pace.nothingWaits();
            signal.await(config.poll());
        } else {
            pace.rest(Duration.ofNanos(System.nanoTime() - begun), term.moreWaits());
        }
    }

    private void pause() {
        try {
            Thread.sleep(config.backoff().toMillis());
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    private void release() {
        Thread.interrupted(); // otherwise the database could not be asked
        try {
            lease.release(owner);
        } catch (SQLException | RuntimeException e) {
            LOG.debug("the lease runs out by itself", e);
        }
    }
}
