package org.prefstream.kit.database;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/**
 * The log of work that is tried again until it succeeds. It writes when the work begins to fail, once a minute while it fails,
 * and when it succeeds again. It does not write a line for each attempt.
 */
public final class FailureLog {

    private static final long REMINDER_NANOS = Duration.ofMinutes(1).toNanos();

    private final Logger log;
    private final String what;
    private final LongSupplier nanoTime;
    private long attempts;
    private long beganAt;
    private long saidAt;

    /** @param what says what does not work while the failure lasts, such as {@code publishing waits} */
    public FailureLog(Logger log, String what) {
        this(log, what, System::nanoTime);
    }

    FailureLog(Logger log, String what, LongSupplier nanoTime) {
        this.log = log;
        this.what = what;
        this.nanoTime = nanoTime;
    }

    /** Notes an attempt that failed because something else is away, which passes without anybody's help. */
    public void failed(Throwable cause) {
        if (note()) {
            log.warnf("%s, tried again until it works (%d failed so far): %s", what, attempts, cause);
        }
        log.debug(what, cause);
    }

    /** Notes an attempt that failed in a way that somebody must look at. */
    public void failedUnexpectedly(Throwable cause) {
        if (note()) {
            log.logf(Level.ERROR, cause, "%s, tried again until it works (%d failed so far)", what, attempts);
        }
    }

    /** Notes an attempt that succeeded. */
    public synchronized void over() {
        if (attempts > 0) {
            log.infof("%s no longer; it lasted %d s", what,
                    Duration.ofNanos(nanoTime.getAsLong() - beganAt).toSeconds());
            attempts = 0;
        }
    }

    private synchronized boolean note() {
        long now = nanoTime.getAsLong();
        attempts++;
        if (attempts == 1) {
            beganAt = now;
        } else if (now - saidAt < REMINDER_NANOS) {
            return false;
        }
        saidAt = now;
        return true;
    }
}
