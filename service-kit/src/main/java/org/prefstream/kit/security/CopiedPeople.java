package org.prefstream.kit.security;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.AccessRecord;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.kit.projection.Peers;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Finds people in this service's copy. It asks task-service about a secret that the copy does not know. */
@ApplicationScoped
@DefaultBean
class CopiedPeople implements People {

    private static final String BY_HASH = """
            select a.user_id, a.email, a.first_name, a.last_name, a.role, a.project_ids
            from access_secret s join access_copy a using (user_id)
            where s.hash = $1 and a.active and not a.deleted and (s.expires_at is null or s.expires_at > now())
            """;

    private final Pool pool;
    private final Peers peers;
    private final AccessCopy copy;
    private final RecentPeople recent;

    CopiedPeople(Pool pool, Peers peers, AccessCopy copy, RecentPeople recent) {
        this.recent = recent;
        this.pool = pool;
        this.peers = peers;
        this.copy = copy;
    }

    @Override
    public Uni<Optional<Person>> bySecretHash(String sha256) {
        Optional<Person> known = recent.find(sha256);
        return known.isPresent()
                ? Uni.createFrom().item(known)
                : find(sha256).chain(found -> found.isPresent() ? Uni.createFrom().item(found) : readThrough(sha256));
    }

    private Uni<Optional<Person>> find(String sha256) {
        long changes = recent.changes();
        return pool.preparedQuery(BY_HASH)
                .execute(Tuple.of(sha256))
                .map(CopiedPeople::first)
                .invoke(found -> found.ifPresent(person -> recent.keep(sha256, person, changes)));
    }

    private Uni<Optional<Person>> readThrough(String sha256) {
        return peers.askOwner("task", "access/" + sha256, AccessRecord.class)
                .chain(owned -> owned.isEmpty()
                        ? Uni.createFrom().item(Optional.<Person>empty())
                        : copy.take(owned.get()).chain(() -> find(sha256)));
    }

    private static Optional<Person> first(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        Set<Long> projects = Arrays.stream(row.getArrayOfLongs(5)).collect(Collectors.toSet());
        return Optional.of(new Person(row.getLong(0), row.getString(1), row.getString(2), row.getString(3),
                Role.valueOf(row.getString(4)), projects));
    }
}
