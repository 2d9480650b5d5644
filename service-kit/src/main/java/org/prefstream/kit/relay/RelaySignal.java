package org.prefstream.kit.relay;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

/** Wakes the relay after a commit, so that a change is on its topic milliseconds later. */
@ApplicationScoped
public class RelaySignal {

    private final Semaphore rung = new Semaphore(0);

    /** Says that the outbox may hold something; cheap, never blocks. */
    public void wake() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** Waits until somebody rang since the last wait, at most as long as given. */
    void await(Duration longest) throws InterruptedException {
        if (rung.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
