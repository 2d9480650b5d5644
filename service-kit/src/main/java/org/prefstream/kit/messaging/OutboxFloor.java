package org.prefstream.kit.messaging;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * The id up to which the outbox is empty for good, so that the relay need not walk over rows that it has deleted. Transactions do
 * not commit in the order of ids: one that is still open may bring a row with an id below those that were relayed long ago. So the
 * floor rises to an id only when all transactions that were open after that id was seen have ended, and when the table, read after
 * that, shows no row up to it.
 *
 * <p>Transactions are told by their locks and not by a snapshot, because a transaction takes the id of a row before it gets an id
 * of its own, which a snapshot would know.
 */
final class OutboxFloor {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LongSupplier nanoTime;
    private long lookedAt;
    private long present;
    private long settled;
    private @Nullable Next next;

    OutboxFloor() {
        this(System::nanoTime);
    }

    OutboxFloor(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lookedAt = nanoTime.getAsLong() - PAUSE.toNanos();
    }

    /** What the floor rises to, once the writers have ended. */
    private record Next(long id, Set<String> writers) {
    }

    /** Names the transactions that write now. */
    @FunctionalInterface
    interface Writers {

        Set<String> now() throws SQLException;
    }

    /** {@return the id; rows up to it need not be looked for} */
    long present() {
        return present;
    }

    /** Notes that rows were deleted. */
    void settled(RowNames rows) {
        rows.ids().forEach(id -> settled = Math.max(settled, id));
    }

    /**
     * Looks, once a second, whether the transactions in question have ended. The table is read after that.
     *
     * @return whether {@link #read} is to be told what the table shows
     */
    boolean look(Writers writers) throws SQLException {
        if (settled <= present || nanoTime.getAsLong() - lookedAt < PAUSE.toNanos()) {
            return false;
        }
        lookedAt = nanoTime.getAsLong();
        Set<String> now = writers.now();
        Next waiting = next;
        if (waiting == null) {
            next = new Next(settled, now);
            return now.isEmpty();
        }
        return Collections.disjoint(waiting.writers, now);
    }

    /** Raises the floor, if no row up to the next one was found by a read that began after {@link #look} allowed it. */
    void read(List<OutboxRow> found) {
        Next rising = next;
        if (rising != null && (found.isEmpty() || found.get(0).id() > rising.id)) {
            present = rising.id;
            next = null;
        }
    }
}
