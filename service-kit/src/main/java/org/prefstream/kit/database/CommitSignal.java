package org.prefstream.kit.database;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.vertx.ContextLocals;

/** Wakes the relay after a commit, so that a change is on its topic milliseconds later. */
@ApplicationScoped
public class CommitSignal {

    private static final String RECORDED = CommitSignal.class.getName() + ".recorded";

    private final Semaphore rung = new Semaphore(0);

    /** Says that the outbox may hold something; cheap, never blocks. */
    public void wake() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /**
     * Says, within {@link org.prefstream.kit.database.Transactions#write}, that the outbox holds something once the
     * transaction has committed.
     */
    public void recorded() {
        ContextLocals.put(RECORDED, true);
    }

    /** Wakes the relay if the transaction that just committed on this context has recorded something. */
    public void committed() {
        if (ContextLocals.get(RECORDED, false)) {
            wake();
        }
    }

    /** Waits until somebody rang since the last wait, at most as long as given. */
    public void await(Duration longest) throws InterruptedException {
        if (rung.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
