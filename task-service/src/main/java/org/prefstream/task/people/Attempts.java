package org.prefstream.task.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

/**
 * Slows down the guessing of passwords. After a few attempts for an account from one place, each further one waits for its turn,
 * longer each time up to a bound. After some more for an account from anywhere, those from places where its owner has not been
 * yet wait for turns of their own. So nobody locks the owner out of a place that is the owner's. Attempts that would wait too long
 * are refused. Accounts that do not exist are treated alike.
 *
 * <p>An attempt counts from its beginning, so that attempts in parallel are no way around.
 */
@ApplicationScoped
class Attempts {

    private static final int FREE_OF_A_PLACE = 3;
    private static final int FREE_OF_AN_ACCOUNT = 20;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
    private static final Duration PAUSE_OF_AN_ACCOUNT = Duration.ofMillis(500);
    /** The longest that anybody waits; what would wait longer is refused. */
    static final Duration LONGEST_QUEUE = Duration.ofSeconds(10);
    private static final int KNOWN_PLACES_MAX = 10_000;

    private final Clock clock;
    private final Guesses byPlace = new Guesses(FREE_OF_A_PLACE, Attempts::pause);
    private final Guesses byAccount = new Guesses(FREE_OF_AN_ACCOUNT, beyond -> PAUSE_OF_AN_ACCOUNT);
    private final Set<String> knownPlaces = Collections.newSetFromMap(new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > KNOWN_PLACES_MAX;
        }
    });

    /**
     * An attempt that counts.
     *
     * @param account stands for the address that was typed; it is never longer than a hash
     * @param place the account, and where the attempt comes from
     * @param isFromKnownPlace whether somebody has logged in there with the right password
     * @param delay how long it must wait
     */
    record Attempt(String account, String place, boolean isFromKnownPlace, Duration delay) {
    }

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /** {@return an attempt that counts from now on; refused with a 429 if it would have to wait for too long} */
    synchronized Attempt begin(String email, String clientAddress) {
        Instant now = clock.instant();
        String account = Hashes.sha256(email.strip().toLowerCase(Locale.ROOT));
        String place = account + "@" + clientAddress;
        boolean known = knownPlaces.contains(place);
        Duration own = byPlace.delay(place, now);
        Duration shared = known ? Duration.ZERO : byAccount.delay(account, now);
        Duration delay = own.compareTo(shared) > 0 ? own : shared;
        if (delay.compareTo(LONGEST_QUEUE) > 0) {
            throw new ProblemException(ProblemType.TOO_MANY_ATTEMPTS,
                    "Too many attempts to log in with this address. Wait a moment and try again.");
        }
        byPlace.begin(place, now, own);
        if (!known) {
            byAccount.begin(account, now, shared);
        }
        return new Attempt(account, place, known, delay);
    }

    /** Forgets what was wrong at this place, and knows the place from now on. What others have guessed stays. */
    synchronized void succeeded(Attempt attempt) {
        withdraw(attempt);
        byPlace.forget(attempt.place);
        knownPlaces.add(attempt.place);
    }

    /** Counts an attempt no longer, because nobody has learned from it whether the password is right. */
    synchronized void withdraw(Attempt attempt) {
        byPlace.withdraw(attempt.place);
        if (!attempt.isFromKnownPlace) {
            byAccount.withdraw(attempt.account);
        }
    }

    /** {@return how long an attempt waits behind the one before, by the number of attempts beyond the free ones} */
    static Duration pause(int beyond) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(beyond, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
