package org.prefstream.kit.messaging;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.messaging.DatabaseLife.Identity;

/**
 * The time during which one relay is active. A term begins by fencing the relay before it, and by ending what that one may have
 * left half done ({@link Takeover}). It ends for good with the first exception. Only the last batch can ever be in doubt, and its
 * manifest says what became of it. So nothing is lost or doubled, whichever step is the last that a relay takes.
 *
 * <p>While the broker takes a batch and more rows wait, a second thread works in the database: it settles the batch before and
 * reads the next one. No batch is committed before the one before it is settled.
 */
final class RelayTerm implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RelayTerm.class);
    /** As long as the database may take for a read and a settlement behind it, each of which may wait for a connection. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RelayRoute route;
    private final OutboxTable outbox;
    private final DatabaseLife life;
    private final Map<String, String> topicIds;
    private final Identity identity;
    private final RelayProducer producer;
    private final OutboxFloor floor = new OutboxFloor();
    private final ExecutorService database = Executors.newSingleThreadExecutor(RelayTerm::thread);
    private @Nullable Future<List<OutboxRow>> reading;
    private @Nullable Future<?> settling;

    private RelayTerm(RelayRoute route, OutboxTable outbox, DatabaseLife life, Map<String, String> topicIds,
            RelayProducer producer) throws SQLException, InterruptedException {
        this.route = route;
        this.outbox = outbox;
        this.life = life;
        this.topicIds = topicIds;
        this.producer = producer;
        this.identity = new Takeover(route, outbox, life, topicIds).takeOver();
    }

    /**
     * Makes this relay active. From now on a relay that was active before, and is paused or slow, cannot commit any more.
     *
     * @param topicIds the ids of the topics that this service writes to, by their names on the broker
     * @throws TopicMismatch if a topic no longer holds what was published to it
     */
    static RelayTerm begin(RelayRoute route, OutboxTable outbox, DatabaseLife life, Map<String, String> topicIds)
            throws SQLException, InterruptedException {
        RelayProducer producer = RelayProducer.begin(route);
        try {
            return new RelayTerm(route, outbox, life, topicIds, producer);
        } catch (SQLException | InterruptedException | RuntimeException | Error e) {
            producer.close();
            throw e;
        }
    }

    /**
     * Relays a batch: the oldest rows, or the oldest ones of several projects while more wait than one batch holds.
     *
     * @return how many there were
     */
    int relay(int rows, long bytes) throws SQLException, InterruptedException, ExecutionException {
        List<OutboxRow> batch = next(rows, bytes);
        if (batch.isEmpty()) {
            return 0;
        }
        if (isFull(batch, rows, bytes)) {
            RowNames underWay = RowNames.of(batch);
            reading = database.submit(() -> readInTurns(underWay, rows, bytes));
        }
        Sent sent = send(batch);
        awaitSettled();
        commit();
        settling = database.submit(() -> {
            settle(sent);
            return null;
        });
        if (!moreWaits()) {
            awaitSettled();
        }
        return batch.size();
    }

    /** {@return whether the last batch was full, so that more rows wait} */
    boolean moreWaits() {
        return reading != null;
    }

    /** {@return what was read beside the batch before, or the oldest rows now that all batches are settled} */
    private List<OutboxRow> next(int rows, long bytes) throws SQLException, InterruptedException, ExecutionException {
        Future<List<OutboxRow>> ahead = reading;
        reading = null;
        List<OutboxRow> found = ahead == null ? List.of() : result(ahead);
        return found.isEmpty() ? read(rows, bytes) : found;
    }

    /** A batch that the limit of bytes has cut is seldom below an eighth of it, counted in characters, of which each has up to three. */
    private static boolean isFull(List<OutboxRow> batch, int rows, long bytes) {
        return batch.size() == rows || batch.stream().mapToLong(OutboxRow::characters).sum() > bytes / 8;
    }

    /** Step 1: reads the oldest rows. {@return them, after the end of the database's transaction} */
    List<OutboxRow> read(int rows, long bytes) throws SQLException, InterruptedException, ExecutionException {
        awaitSettled();
        floor.look(life::writers);
        return noted(OutboxHead.of(outbox.oldest(floor.present(), rows, bytes)));
    }

    private List<OutboxRow> readInTurns(RowNames underWay, int rows, long bytes) throws SQLException {
        floor.look(life::writers);
        return noted(outbox.inTurns(floor.present(), underWay, rows, bytes));
    }

    private List<OutboxRow> noted(OutboxHead found) {
        floor.read(found.lowest());
        return found.rows();
    }

    /**
     * What the broker has acknowledged.
     *
     * @param rows the outbox rows
     * @param positions the last offset of each partition that they went to, and that of the manifest
     */
    record Sent(RowNames rows, Positions positions) {
    }

    /** Step 2: sends rows and their manifest in one Kafka transaction. {@return what was sent, once the broker has it all} */
    Sent send(List<OutboxRow> batch) throws InterruptedException, ExecutionException {
        RowNames names = RowNames.of(batch);
        Positions positions = producer.send(batch.stream().map(row -> route.record(identity.outbox(), row)),
                Manifest.of(identity, names));
        return new Sent(names, positions.withIds(topicIds));
    }

    /** Step 3: makes the batch visible, manifest included. */
    void commit() {
        producer.commit();
    }

    /** Step 4: forgets the rows, and stores how far the topics are. */
    void settle(Sent sent) throws SQLException {
        outbox.settle(sent.rows(), sent.positions());
        floor.settled(sent.rows());
    }

    private void awaitSettled() throws SQLException, InterruptedException, ExecutionException {
        Future<?> before = settling;
        settling = null;
        if (before != null) {
            result(before);
        }
    }

    private static <T> T result(Future<T> future) throws SQLException, InterruptedException, ExecutionException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            } else if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "relay-database");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Ends the term. An open Kafka transaction is left for the next term to abort. A batch that is being settled is waited for, also by
     * a thread that was interrupted: the next term would take a half of what it looks at for the state before, and the other half for
     * the state after.
     */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            producer.close();
        } finally {
            database.shutdown();
            interrupted |= awaitDatabase();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** {@return whether it was interrupted while it waited; it waited on} */
    private boolean awaitDatabase() {
        boolean interrupted = false;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!database.isTerminated()) {
            try {
                if (!database.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    LOG.warn("the database has not answered to the end of this term");
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        return interrupted;
    }
}
