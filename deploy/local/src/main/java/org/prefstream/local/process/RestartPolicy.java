package org.prefstream.local.process;

import java.time.Duration;

/**
 * Says when and how often a crashed process is restarted.
 *
 * @param backoffMin
 *            the wait after a first crash; it doubles with each further crash in the window
 * @param backoffMax
 *            the longest wait
 * @param crashesMax
 *            the number of crashes in the window, or of starts in a row without becoming ready, at which the process is
 *            given up
 * @param window
 *            how long a crash counts
 * @param readyMax
 *            the time after which a process that is not ready is stopped, which counts as a crash
 */
public record RestartPolicy(
        Duration backoffMin,
        Duration backoffMax,
        int crashesMax,
        Duration window,
        Duration readyMax) {

    /**
     * Gives up at five crashes in a minute. The wait begins with a quarter of a second and doubles up to five seconds.
     */
    public static final RestartPolicy FIVE_A_MINUTE = new RestartPolicy(Duration.ofMillis(250), Duration.ofSeconds(5),
            5, Duration.ofMinutes(1), Duration.ofMinutes(2));
}
