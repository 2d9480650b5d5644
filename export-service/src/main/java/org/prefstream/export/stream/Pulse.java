package org.prefstream.export.stream;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Something that is due when a while has passed since the last time. */
final class Pulse {

    private static final Duration LEAST = Duration.ofMillis(1);

    private final Duration every;
    private final LongSupplier nanoTime;
    private long since;

    Pulse(Duration every, LongSupplier nanoTime) {
        this.every = every;
        this.nanoTime = nanoTime;
        this.since = nanoTime.getAsLong();
    }

    void restart() {
        since = nanoTime.getAsLong();
    }

    boolean isDue() {
        return passed().compareTo(every) >= 0;
    }

    /** {@return how long it is until it is due, a millisecond at least} */
    Duration left() {
        Duration left = every.minus(passed());
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }

    private Duration passed() {
        return Duration.ofNanos(nanoTime.getAsLong() - since);
    }
}
