package org.prefstream.kit.projection;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * For how long owners have not known of all that copies in doubt have, each time that they were asked. An owner settles what it has
 * published within moments, or when its relay is back.
 */
final class TimeBehind {

    static final Duration MAX = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private final Map<OffsetDateTime, Long> since = new ConcurrentHashMap<>();

    TimeBehind(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Notes that an owner was behind. {@return whether it was each time for longer than {@link #MAX}}
     *
     * @param doubt since when the copy has been in doubt
     */
    boolean isForLong(OffsetDateTime doubt) {
        long now = nanos.getAsLong();
        return now - since.computeIfAbsent(doubt, first -> now) > MAX.toNanos();
    }

    /** Notes that the owner was not behind, or did not answer. */
    void ended(OffsetDateTime doubt) {
        since.remove(doubt);
    }
}
