package org.prefstream.local.supervise;

import java.time.Duration;

/**
 * When and how often a child that has died is started again.
 *
 * @param firstWait
 *            the wait before the start that follows a first crash; it doubles with each further crash in the window
 * @param longestWait
 *            the wait grows no longer than this
 * @param crashesMax
 *            with this many crashes in the window, or starts in a row that never became ready, the child is given up
 * @param window
 *            how long a crash is remembered
 * @param readyMax
 *            a child that is not ready after this time is killed, which counts as a crash
 */
public record RestartRule(
        Duration firstWait,
        Duration longestWait,
        int crashesMax,
        Duration window,
        Duration readyMax) {

    /** Five crashes in a minute are too many; each wait is twice the one before, from a quarter of a second on. */
    public static final RestartRule FIVE_A_MINUTE = new RestartRule(Duration.ofMillis(250), Duration.ofSeconds(5), 5,
            Duration.ofMinutes(1), Duration.ofMinutes(2));
}
