package org.prefstream.task.generation;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

/** When the requests of a run may begin: so many a minute, evenly, and none while the server asks to be left alone. */
final class Pace {

    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int DOUBLINGS_MAX = 20;
    /** A server that asks for more is broken, or means that its work for the day is done; then the run is put off by people. */
    private static final Duration RETRY_AFTER_MAX = Duration.ofMinutes(15);

    private final long intervalNanos;
    private final Duration backoff;
    private final Duration backoffMax;
    private long next = System.nanoTime();

    /** @param perMinute how many requests may begin in a minute; null for any number */
    Pace(@Nullable Integer perMinute, Duration backoff, Duration backoffMax) {
        this.intervalNanos = perMinute == null ? 0 : MINUTE_NANOS / perMinute;
        this.backoff = backoff;
        this.backoffMax = backoffMax;
    }

    /** Blocks until the next request may begin. */
    void turn() throws InterruptedException {
        for (long wait = take(); wait > 0; wait = take()) {
            Thread.sleep(Duration.ofNanos(wait).toMillis() + 1);
        }
    }

    /** {@return how many nanoseconds to wait before trying again; 0 if the turn is taken} */
    private synchronized long take() {
        long now = System.nanoTime();
        if (next - now > 0) {
            return next - now;
        }
        next = now + intervalNanos;
        return 0;
    }

    /** Blocks for as long as is right after a failure; all others wait too, if the server asked for it. */
    void rest(int failures, @Nullable Duration retryAfter) throws InterruptedException {
        if (retryAfter != null) {
            pause(retryAfter.compareTo(RETRY_AFTER_MAX) > 0 ? RETRY_AFTER_MAX : retryAfter);
        }
        Duration longest = backoff.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS_MAX));
        Duration most = longest.compareTo(backoffMax) > 0 ? backoffMax : longest;
        Thread.sleep(most.toMillis() / 2 + ThreadLocalRandom.current().nextLong(most.toMillis() / 2 + 1));
    }

    private synchronized void pause(Duration pause) {
        next = Math.max(next, System.nanoTime() + pause.toNanos());
    }
}
