package org.prefstream.kit.security;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Keeps whom secrets belong to for a second, since the same person sends many requests. A change that this process applies ends
 * it at once; the second is for changes that another replica applies.
 */
@ApplicationScoped
public class RecentPeople {

    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final int PEOPLE_MAX = 10_000;

    private final Cache<String, Person> recent = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
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

    /** Forgets all, once a change of people is committed. */
    synchronized void forget() {
        changes++;
        recent.invalidateAll();
    }
}
