package org.prefstream.kit.messaging;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Says below which id the outbox need not be looked at, because its rows were settled before. Deleted rows stay in the index
 * until a vacuum, and looking from the beginning walks over all of them.
 *
 * <p>Ids do not commit in order. So the floor stays behind what was settled by more than most transactions take, and once in a
 * while the outbox is looked at from its beginning, for those that took longer. One key's rows cannot pass each other, because
 * whoever records one holds the lock of the key's row until its commit.
 */
final class Floor {

    private static final long BEHIND = Duration.ofMillis(300).toNanos();
    private static final long WHOLE_LOOKS_EVERY = Duration.ofSeconds(1).toNanos();

    /** A time, and the highest id that had been settled then. */
    private record Settled(long at, long id) {
    }

    private final LongSupplier nanos;
    private final Deque<Settled> settled = new ArrayDeque<>();
    private long present;
    private long lastWholeLook;

    /** @param nanos a clock like {@link System#nanoTime()} */
    Floor(LongSupplier nanos) {
        this.nanos = nanos;
        this.lastWholeLook = nanos.getAsLong() - WHOLE_LOOKS_EVERY;
    }

    /** {@return the id behind which the next look begins; 0 for one from the beginning} */
    long next() {
        long now = nanos.getAsLong();
        if (now - lastWholeLook >= WHOLE_LOOKS_EVERY) {
            return whole();
        }
        while (!settled.isEmpty() && now - settled.peek().at >= BEHIND) {
            present = Math.max(present, settled.remove().id);
        }
        return present;
    }

    /** {@return 0, for a look from the beginning} */
    long whole() {
        lastWholeLook = nanos.getAsLong();
        return 0;
    }

    /** Notes the highest id of a settled batch. */
    void settled(long id) {
        settled.add(new Settled(nanos.getAsLong(), id));
    }
}
