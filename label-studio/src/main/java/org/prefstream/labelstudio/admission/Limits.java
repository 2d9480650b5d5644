package org.prefstream.labelstudio.admission;

import java.time.Duration;

/**
 * How many requests may be inside.
 *
 * @param least the number of places that is left when answers are slow
 * @param most the number of places when answers are fast
 * @param target how long the fastest answers of a moment may take before places are withdrawn
 * @param waitingMax the most requests that may wait for a place
 */
public record Limits(int least, int most, Duration target, int waitingMax) {

    public Limits {
        if (least < 1 || most < least || waitingMax < 0) {
            throw new IllegalArgumentException(
                    "%d to %d places with %d waiting make no limits".formatted(least, most, waitingMax));
        }
    }

    /** {@return limits that stay what they are, where nobody waits} */
    public static Limits fixed(int places) {
        return new Limits(places, places, Duration.ZERO, 0);
    }
}
