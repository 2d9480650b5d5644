package org.prefstream.kit.messaging;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * The id up to which the outbox is empty for good, so that the relay need not walk over rows that it has deleted. Transactions do
 * not commit in the order of ids: one that is still open may bring a row with an id below those that were relayed long ago. So the
 * floor rises to an id only when all transactions that were open after that id was seen have ended, and when the table, read after
 * that, shows no row up to it that is not under way. A batch that is under way and fails ends its term, and the floor with it.
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
    private long waiting = OutboxHead.NOTHING_WAITS;
    private boolean mayRise;
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
     * Looks, once a second, whether the transactions in question have ended. The table is read after that, and {@link #read} is told
     * what it shows.
     */
    void look(Writers writers) throws SQLException {
        mayRise = false;
        // A batch that took rows of several projects is settled before rows with lower ids, which still wait.
        long empty = Math.min(settled, waiting - 1);
        if (empty <= present || nanoTime.getAsLong() - lookedAt < PAUSE.toNanos()) {
            return;
        }
        lookedAt = nanoTime.getAsLong();
        Set<String> now = writers.now();
        Next rising = next;
        if (rising == null) {
            next = new Next(empty, now);
            mayRise = now.isEmpty();
        } else {
            mayRise = Collections.disjoint(rising.writers, now);
        }
    }

    /**
     * Raises the floor, if {@link #look} has allowed it and no row up to the next one waits.
     *
     * @param lowest the lowest id of all that wait and are not under way, or {@link OutboxHead#NOTHING_WAITS}
     */
    void read(long lowest) {
        waiting = lowest;
        Next rising = next;
        if (mayRise && rising != null && waiting > rising.id) {
            present = rising.id;
            next = null;
        }
    }
}
