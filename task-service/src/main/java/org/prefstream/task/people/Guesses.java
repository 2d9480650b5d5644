package org.prefstream.task.people;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * Counts attempts by what they have in common, and gives those beyond a free number a turn each, one behind the other. Counts
 * are forgotten after a while, and only a limited number is remembered. One thread uses it at a time.
 */
final class Guesses {

    private static final Duration MEMORY = Duration.ofMinutes(15);
    private static final int REMEMBERED_MAX = 10_000;

    private final int free;
    private final IntFunction<Duration> pause;
    private final Map<String, Seen> seen = new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > REMEMBERED_MAX;
        }
    };

    private record Seen(int count, Instant nextTurn, Instant last) {
    }

    /**
     * @param free how many attempts wait for nothing
     * @param pause how long an attempt waits behind the one before, by the number of attempts beyond the free ones
     */
    Guesses(int free, IntFunction<Duration> pause) {
        this.free = free;
        this.pause = pause;
    }

    /** {@return how long an attempt would have to wait now} */
    Duration delay(String key, Instant now) {
        Seen before = remembered(key, now);
        if (before == null || before.count < free) {
            return Duration.ZERO;
        }
        Duration turn = before.nextTurn.isAfter(now) ? Duration.between(now, before.nextTurn) : Duration.ZERO;
        return turn.plus(pause.apply(before.count - free));
    }

    /** Counts an attempt that waits for so long. */
    void begin(String key, Instant now, Duration delay) {
        Seen before = remembered(key, now);
        seen.put(key, new Seen(before == null ? 1 : before.count + 1, now.plus(delay), now));
    }

    /** Counts an attempt no longer. */
    void withdraw(String key) {
        seen.computeIfPresent(key,
                (same, before) -> before.count == 1 ? null : new Seen(before.count - 1, before.nextTurn, before.last));
    }

    /** Forgets all attempts. */
    void forget(String key) {
        seen.remove(key);
    }

    private @Nullable Seen remembered(String key, Instant now) {
        Seen before = seen.get(key);
        return before == null || before.last.plus(MEMORY).isBefore(now) ? null : before;
    }
}
