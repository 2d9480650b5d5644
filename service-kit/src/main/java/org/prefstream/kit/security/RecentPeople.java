package org.prefstream.kit.security;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Keeps whom secrets belong to for a second, since the same person sends many requests, and for some seconds the secrets that
 * nobody has. A change that this process applies ends both at once; the second is for changes that another replica applies.
 *
 * <p>No secret comes to somebody after it was refused: tokens and sessions are made at random and shown once they work. So a
 * token that was just made is never taken for a stranger's.
 */
@ApplicationScoped
public class RecentPeople {

    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final Duration STRANGERS_KEPT = Duration.ofSeconds(5);
    private static final int PEOPLE_MAX = 10_000;

    /** Every request asks. To wake another thread for the upkeep would cost more than the upkeep. */
    private final Cache<String, Person> recent = Caffeine.newBuilder()
            .executor(Runnable::run)
            .expireAfterWrite(KEPT)
            .maximumSize(PEOPLE_MAX)
            .build();

    private final Cache<String, Boolean> strangers = Caffeine.newBuilder()
            .expireAfterWrite(STRANGERS_KEPT)
            .maximumSize(PEOPLE_MAX)
            .build();

    private volatile long changes;

    /** {@return how many changes of people were applied; asked before the database is} */
    long changes() {
        return changes;
    }

    /** {@return the person whose secret has that hash, if somebody asked a moment ago} */
    Optional<Person> find(String sha256) {
        return Optional.ofNullable(recent.getIfPresent(sha256));
    }

    /** Notes whose secret has that hash, unless people have changed since the database was asked. */
    synchronized void keep(String sha256, Person person, long changesBefore) {
        if (changes == changesBefore) {
            recent.put(sha256, person);
        }
    }

    /** {@return whether task-service has said a moment ago that nobody has the secret of that hash} */
    boolean isStranger(String sha256) {
        return strangers.getIfPresent(sha256) != null;
    }

    /** Notes that nobody has the secret of that hash, unless people have changed since task-service was asked. */
    synchronized void keepStranger(String sha256, long changesBefore) {
        if (changes == changesBefore) {
            strangers.put(sha256, true);
        }
    }

    /** Forgets all, once a change of people is committed. */
    synchronized void forget() {
        changes++;
        recent.invalidateAll();
        strangers.invalidateAll();
    }
}
