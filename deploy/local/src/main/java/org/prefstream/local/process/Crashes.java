package org.prefstream.local.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Decides, from the crashes of one process so far, whether and when it is restarted. */
final class Crashes {

    private final RestartPolicy policy;
    private final Deque<Instant> remembered = new ArrayDeque<>();
    private int inARowWithoutReady;

    Crashes(RestartPolicy policy) {
        this.policy = policy;
    }

    /** Records a crash. {@return the wait before the next start, or nothing if the process is given up} */
    Optional<Duration> record(Instant now, boolean wasReady) {
        remembered.addLast(now);
        while (remembered.getFirst().isBefore(now.minus(policy.window()))) {
            remembered.removeFirst();
        }
        inARowWithoutReady = wasReady ? 0 : inARowWithoutReady + 1;
        if (Math.max(remembered.size(), inARowWithoutReady) >= policy.crashesMax()) {
            return Optional.empty();
        }
        Duration doubled = policy.backoffMin().multipliedBy(1L << Math.min(remembered.size() - 1, 20));
        return Optional.of(doubled.compareTo(policy.backoffMax()) > 0 ? policy.backoffMax() : doubled);
    }
}
