package org.prefstream.task.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

/**
 * Slows down the guessing of passwords. After a few wrong ones for an address, each further attempt waits for its turn, longer
 * each time up to a bound. Attempts that would wait too long are refused. Addresses are forgotten after a while, and only a
 * limited number is remembered.
 */
@ApplicationScoped
class Attempts {

    private static final int FREE = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(10);
    private static final Duration MEMORY = Duration.ofMinutes(15);
    private static final int MOST_ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Failures> byAddress = new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    private record Failures(int count, Instant nextTurn, Instant last) {
    }

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /** {@return how long this attempt must wait; takes its turn, so that attempts in parallel wait one behind the other} */
    synchronized Duration turn(String email) {
        Instant now = clock.instant();
        Failures failures = byAddress.get(key(email));
        if (failures == null || failures.count < FREE || failures.last.plus(MEMORY).isBefore(now)) {
            return Duration.ZERO;
        }
        Instant start = failures.nextTurn.isAfter(now) ? failures.nextTurn : now;
        Duration wait = Duration.between(now, start).plus(pause(failures.count));
        if (wait.compareTo(LONGEST_QUEUE) > 0) {
            throw new ProblemException(ProblemType.TOO_MANY_ATTEMPTS,
                    "Too many wrong passwords for this address. Wait a moment and try again.");
        }
        byAddress.put(key(email), new Failures(failures.count, now.plus(wait), failures.last));
        return wait;
    }

    /** Counts a wrong password. */
    synchronized void failed(String email) {
        Instant now = clock.instant();
        Failures before = byAddress.get(key(email));
        Failures after = before == null || before.last.plus(MEMORY).isBefore(now)
                ? new Failures(1, now, now)
                : new Failures(before.count + 1, before.nextTurn, now);
        byAddress.put(key(email), after);
    }

    /** Forgets the wrong ones. */
    synchronized void succeeded(String email) {
        byAddress.remove(key(email));
    }

    private static Duration pause(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - FREE, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static String key(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
