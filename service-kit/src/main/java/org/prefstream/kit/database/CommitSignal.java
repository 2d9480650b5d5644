package org.prefstream.kit.database;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.vertx.ContextLocals;

/**
 * Wakes a thread that waits for commits. A transaction says that it has recorded something for that thread, and once it has
 * committed, the thread goes on at once instead of looking at the database again and again.
 */
@ApplicationScoped
public class CommitSignal {

    private static final String RECORDED = CommitSignal.class.getName() + ".recorded";

    private final Semaphore calls = new Semaphore(0);

    /** Wakes the thread that waits, or lets its next wait end at once. Never blocks. */
    public void wake() {
        if (calls.availablePermits() == 0) {
            calls.release();
        }
    }

    /** Says, within {@link Transactions#write}, that its commit is worth waking for. */
    public void recorded() {
        ContextLocals.put(RECORDED, true);
    }

    /** Wakes the thread that waits if the transaction that just committed on this context has {@link #recorded} something. */
    void committed() {
        if (ContextLocals.get(RECORDED, false)) {
            wake();
        }
    }

    /** Waits for a call since the last wait, at most as long as given. */
    public void await(Duration longest) throws InterruptedException {
        if (calls.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            calls.drainPermits();
        }
    }
}
