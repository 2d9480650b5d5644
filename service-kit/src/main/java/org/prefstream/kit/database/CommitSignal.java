package org.prefstream.kit.database;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.vertx.ContextLocals;

/**
 * Wakes a thread that waits for commits, so that it need not look at the database again and again. A transaction says that it
 * has recorded something for that thread. When the transaction has committed, the thread goes on at once.
 */
@ApplicationScoped
public class CommitSignal {

    private static final String RECORDED = CommitSignal.class.getName() + ".recorded";

    private final Semaphore calls = new Semaphore(0);
    private volatile boolean pressing;

    /** Wakes the thread that waits, or lets its next wait end at once. Never blocks. */
    public void wake() {
        pressing = true;
        call();
    }

    /** Wakes the thread as {@link #wake} does, after a set of many rows, which need not be looked at before all else. */
    public void bulkCommitted() {
        call();
    }

    private void call() {
        if (calls.availablePermits() == 0) {
            calls.release();
        }
    }

    /** Says, within {@link Transactions#write}, that the commit of this transaction must wake the thread. */
    public void recorded() {
        ContextLocals.put(RECORDED, true);
    }

    /** Wakes the thread that waits if the transaction that just committed on this context has {@link #recorded} something. */
    void committed() {
        if (ContextLocals.get(RECORDED, false)) {
            wake();
        }
    }

    /**
     * Waits until the thread is woken, at most as long as given; returns at once if it was since the last wait.
     *
     * @return whether it was woken
     */
    public boolean await(Duration longest) throws InterruptedException {
        boolean woken = calls.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        if (woken) {
            pressing = false;
            calls.drainPermits();
        }
        return woken;
    }

    /** {@return whether {@link #wake} was called since the last wait ended by a call} */
    public boolean isPressing() {
        return pressing;
    }
}
