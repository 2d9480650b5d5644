package org.prefstream.kit.security;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Finds people in this service's copy while it is known to be fresh. Otherwise, and about a secret that the copy does not know,
 * it asks task-service. If that does not answer, the copy is believed for a while, and then nobody is.
 */
@ApplicationScoped
@DefaultBean
class CopiedPeople implements People {

    private static final String BY_HASH = """
            select %s from access_secret s join access_copy a using (user_id)
            where s.hash = $1 and a.active and not a.deleted and (s.expires_at is null or s.expires_at > now())
            """.formatted(CopiedPerson.COLUMNS);

    private final Pool pool;
    private final AccessFreshness freshness;
    private final AccessQuestions questions;
    private final RecentPeople recent;

    /** What the copy says, and how many changes had been applied before it was asked. */
    private record Found(String sha256, Optional<Person> person, long changes) {
    }

    CopiedPeople(Pool pool, AccessFreshness freshness, AccessQuestions questions, RecentPeople recent) {
        this.pool = pool;
        this.freshness = freshness;
        this.questions = questions;
        this.recent = recent;
    }

    @Override
    public Uni<Optional<Person>> bySecretHash(String sha256) {
        Optional<Person> known = recent.find(sha256);
        return known.isPresent() || recent.isStranger(sha256)
                ? Uni.createFrom().item(known)
                : find(sha256).chain(this::checked);
    }

    private Uni<Optional<Person>> checked(Found found) {
        if (found.person.isEmpty()) {
            return questions.bringUnknown(found.sha256).chain(there -> answer(found, there));
        }
        return freshness.isFresh()
                ? Uni.createFrom().item(kept(found))
                : questions.bring(found.sha256)
                        .chain(there -> answer(found, there))
                        .onFailure(failure -> freshness.isTrusted())
                        .recoverWithItem(failure -> kept(found));
    }

    /** What task-service has answered is in the copy by now. */
    private Uni<Optional<Person>> answer(Found before, boolean there) {
        return there ? find(before.sha256).map(this::kept) : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Found> find(String sha256) {
        long changes = recent.changes();
        return pool.preparedQuery(BY_HASH)
                .execute(Tuple.of(sha256))
                .map(rows -> new Found(sha256, first(rows), changes));
    }

    private Optional<Person> kept(Found found) {
        found.person.ifPresent(person -> recent.keep(found.sha256, person, found.changes));
        return found.person;
    }

    private static Optional<Person> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(CopiedPerson.read(rows.iterator().next().getDelegate()));
    }
}
