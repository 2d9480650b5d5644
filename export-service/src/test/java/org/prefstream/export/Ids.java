package org.prefstream.export;

import java.util.concurrent.atomic.AtomicLong;

/** Gives every test ids of its own, also where the tests' classes are loaded anew beside the same database. */
public final class Ids {

    private static final AtomicLong LAST = new AtomicLong(System.currentTimeMillis() / 100 % 1_000_000 * 1_000);

    private Ids() {
    }

    public static long next() {
        return LAST.incrementAndGet();
    }
}
