package org.prefstream.task.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.smallrye.mutiny.Uni;

/**
 * Slows down the guessing of secrets that stand in links. From one network address some wrong ones are free. Further ones wait for
 * their turn, longer each time up to a bound, and those that would wait too long are refused.
 */
@ApplicationScoped
public class LinkGuesses {

    private static final int FREE = 10;

    private final Clock clock;
    private final Guesses byPlace = new Guesses(FREE, Attempts::pause);

    LinkGuesses(Clock clock) {
        this.clock = clock;
    }

    /**
     * Looks a secret up, after its turn. It counts from its beginning until it turns out to be no guess: only what is not found
     * stays counted.
     *
     * @return what was looked up; fails with a 429 if it would have to wait for too long
     */
    public <T> Uni<T> slowed(String clientAddress, Supplier<Uni<T>> lookUp) {
        Duration delay = begin(clientAddress);
        return LogIn.after(delay)
                .chain(lookUp::get)
                .invoke(() -> withdraw(clientAddress))
                .onFailure(failure -> !isWrong(failure))
                .invoke(() -> withdraw(clientAddress));
    }

    private synchronized Duration begin(String place) {
        Instant now = clock.instant();
        Duration delay = byPlace.delay(place, now);
        if (delay.compareTo(Attempts.LONGEST_QUEUE) > 0) {
            throw new ProblemException(ProblemType.TOO_MANY_ATTEMPTS,
                    "Too many links from your network were wrong. Wait a moment and try again.");
        }
        byPlace.begin(place, now, delay);
        return delay;
    }

    private synchronized void withdraw(String place) {
        byPlace.withdraw(place);
    }

    private static boolean isWrong(Throwable failure) {
        return failure instanceof ProblemException refused && refused.type() == ProblemType.NOT_FOUND;
    }
}
