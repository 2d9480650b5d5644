package org.prefstream.kit.projection;

import java.time.Duration;

/** A moment until which somebody is willing to wait, on the monotonic clock of this process. */
public record Deadline(long nanoTime) {

    /** {@return the moment that lies this far ahead of now} */
    public static Deadline in(Duration ahead) {
        return new Deadline(System.nanoTime() + ahead.toNanos());
    }

    /** {@return the earlier one of the two} */
    public Deadline orEarlier(Deadline other) {
        return nanoTime - other.nanoTime < 0 ? this : other;
    }

    /** {@return whether the moment has passed} */
    public boolean isOver() {
        return left().isZero();
    }

    /** {@return the time that is left, zero at least} */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }
}
