package org.prefstream.local.supervise;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The crashes of one child, and what follows from them. */
final class Crashes {

    private final RestartRule rule;
    private final Deque<Instant> remembered = new ArrayDeque<>();
    private int inARowBeforeReady;

    Crashes(RestartRule rule) {
        this.rule = rule;
    }

    /** {@return how long to wait before the next start, or nothing if the child is to be given up} */
    Optional<Duration> note(Instant now, boolean wasReady) {
        remembered.addLast(now);
        while (remembered.getFirst().isBefore(now.minus(rule.window()))) {
            remembered.removeFirst();
        }
        inARowBeforeReady = wasReady ? 0 : inARowBeforeReady + 1;
        if (Math.max(remembered.size(), inARowBeforeReady) >= rule.crashesMax()) {
            return Optional.empty();
        }
        Duration doubled = rule.firstWait().multipliedBy(1L << Math.min(remembered.size() - 1, 20));
        return Optional.of(doubled.compareTo(rule.longestWait()) > 0 ? rule.longestWait() : doubled);
    }
}
