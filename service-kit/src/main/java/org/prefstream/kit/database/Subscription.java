package org.prefstream.kit.database;

import java.time.Duration;
import java.util.Map;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;

/**
 * Listens on a channel of the database until it is closed, on a connection that is in no pool. A connection that breaks is opened
 * again, after a pause that grows while it cannot be opened. What is notified meanwhile is not heard, so whoever listens is also told
 * each time that the listening begins.
 *
 * <p>The driver's own subscriber (4.5.26) leaves a connection open that it opened while it was closed, and does not try again when
 * the first one cannot be opened.
 */
public final class Subscription implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Subscription.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int DOUBLINGS_MAX = 5;

    private final Vertx vertx;
    private final Connections connections;
    private final String channel;
    private final Runnable heard;
    private final FailureLog outage;
    /** All that changes is changed here. */
    private final Context context;
    private @Nullable PgConnection present;
    private int failures;
    private boolean closed;

    private Subscription(Vertx vertx, Connections connections, String channel, Runnable heard) {
        this.vertx = vertx;
        this.connections = connections;
        this.channel = channel;
        this.heard = heard;
        this.outage = new FailureLog(LOG, "nothing is heard on channel " + channel);
        this.context = vertx.getOrCreateContext();
    }

    /**
     * Begins to listen, and returns at once.
     *
     * @param channel a lower-case name
     * @param heard is run at each notification and each time that the listening begins; must not block
     */
    public static Subscription to(String channel, Vertx vertx, Connections connections, Runnable heard) {
        Subscription subscription = new Subscription(vertx, connections, channel, heard);
        subscription.context.runOnContext(now -> subscription.connect());
        return subscription;
    }

    private void connect() {
        if (!closed) {
            connections.connect(vertx, Map.of()).onSuccess(this::listen).onFailure(this::failed);
        }
    }

    private void listen(PgConnection connection) {
        if (closed) {
            connection.close();
            return;
        }
        present = connection;
        connection.notificationHandler(notification -> heard.run());
        connection.exceptionHandler(outage::failed);
        connection.closeHandler(ended -> again());
        connection.query("listen " + channel).execute().onSuccess(rows -> listening()).onFailure(refused -> {
            outage.failed(refused);
            connection.close();
        });
    }

    private void listening() {
        failures = 0;
        outage.over();
        heard.run();
    }

    private void failed(Throwable cause) {
        outage.failed(cause);
        again();
    }

    private void again() {
        present = null;
        if (!closed) {
            int doublings = Math.min(failures++, DOUBLINGS_MAX);
            vertx.setTimer(PAUSE.toMillis() << doublings, timer -> connect());
        }
    }

    /** Ends the connection, without waiting for its end. Nothing is heard any more soon after. */
    @Override
    public void close() {
        context.runOnContext(now -> end());
    }

    private void end() {
        closed = true;
        PgConnection open = present;
        if (open != null) {
            open.close();
        }
    }
}
