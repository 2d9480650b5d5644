package org.prefstream.kit.database;

import java.time.Duration;

/**
 * How long a request that comes now would wait for its answer, judged by the groups before it. A machine that has just started
 * stores a group ten times as slowly as a warm one, so no number of requests is right for both.
 */
final class ExpectedWait {

    /** So many groups are taken however slow they are: one of them is on its way, and the other one goes next. */
    private static final int GROUPS_TAKEN = 2;

    private final int groupMax;
    private final Duration most;
    /** How long a group takes, of late. */
    private volatile long groupNanos;

    ExpectedWait(int groupMax, Duration most) {
        this.groupMax = groupMax;
        this.most = most;
    }

    /** Notes how long a group took. Called by one thread alone. */
    void stored(long nanos) {
        long before = groupNanos;
        groupNanos = before == 0 ? nanos : before - before / 4 + nanos / 4;
    }

    /** {@return whether a request behind that many others would wait too long} */
    boolean isTooLong(int others) {
        long groups = others / groupMax + 1L;
        return groups > GROUPS_TAKEN && groups * groupNanos > most.toNanos();
    }
}
